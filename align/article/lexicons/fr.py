"""French: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

FR = Lexicon(
    said=words(
        """dit disait déclare déclaré déclarait affirme affirmé ajoute ajouté explique expliqué répond répondu assure
        assuré souligne souligné précise précisé raconte raconté estime estimé confie confié lance lancé lâche lâché
        martèle indique indiqué insiste insisté rappelle rappelé regrette regretté témoigne témoigné annonce annoncé
        demande demandé demanda répondit ajouta expliqua déclara affirma lança cria écria soupira reprit poursuivit
        raconta avoua avoue avoué admet rétorqua rétorque répliqua martela précisa assura tonne poursuit conclut
        résume résumé prévient reconnaît soupire murmure crie écrie exclame"""
    ),
    wrote=words("écrit"),
    labelled=words("qualifié"),
    auxiliaries=words("avait ont"),
    perfect_auxiliaries=words("a ont avait s’est s'est"),
    negations=words("jamais"),
    conditionals=words("si"),
    agents=words("par"),
    according_to=words("selon d’après d'après"),
    pronouns=words("il elle ils elles"),
    personal=words("il elle"),
    female_pronouns=words("elle"),
    male_pronouns=words("il"),
    determiners=words("le la les un une des du"),
    joining_ahead=words("de du des d'"),
    conjunctions=words("que qui"),
    coordinating=words("et mais ou"),
    male_titles=words("monsieur m"),
    female_titles=words("madame mme"),
    spelled_titles=words("monsieur madame"),
    roles=words(
        """maire président présidente ministre directeur directrice porte-parole avocat avocate préfet préfète député
        députée sénateur sénatrice médecin responsable professeur professeure juge entraîneur procureur procureure
        secrétaire habitant habitante voisin voisine"""
    ),
    leading_particles=words("la le de du"),
    name_ties=words("de"),
    organisation_ties=words("de du"),
    furniture=frozenset(("lire aussi", "à lire")),
    question_labels=words("question"),
    answer_labels=words("réponse"),
    meeting=words("avec"),
    meetings=words("entretien rencontre interview"),
    self_words=words("je j'ai moi me mon ma mes nous notre nos"),
    guest_words=words("vous votre vos tu te ton ta tes"),
    interview_notes=words("entretien propos recueillis"),
)
