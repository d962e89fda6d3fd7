"""Spanish: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

ES = Lexicon(
    said=words(
        """dijo dice decía declaró declara afirmó afirma añadió añade explicó explica aseguró asegura señaló señala
        contó cuenta respondió responde contestó contesta preguntó pregunta comentó comenta indicó indica manifestó
        manifiesta subrayó insistió lamentó recordó agregó advirtió sostuvo expresó gritó murmuró susurró exclamó
        replicó apuntó reclamó denunció defendió reconoció admitió relató aclaró criticó sentenció zanjó concluyó"""
    ),
    wrote=words("escribió"),
    posted=words("tuiteó"),
    thought=words("pensó"),
    labelled=words("calificó tildó"),
    auxiliaries=words("ha han"),
    perfect_auxiliaries=words("ha"),
    negations=words("nunca"),
    conditionals=words("si"),
    agents=words("por"),
    according_to=words("según"),
    pronouns=words("él ella ellos ellas"),
    personal=words("él ella"),
    female_pronouns=words("ella"),
    male_pronouns=words("él"),
    determiners=words("el la los las un una"),
    joining_ahead=words("de del"),
    conjunctions=words("que"),
    coordinating=words("y pero"),
    male_titles=words("señor don"),
    female_titles=words("señora doña"),
    spelled_titles=words("señor don señora doña"),
    roles=words(
        """alcalde alcaldesa presidente presidenta ministro ministra portavoz directora abogado abogada jefe jefa
        consejero consejera vecino vecina médico médica juez jueza entrenador entrenadora concejal secretario
        secretaria"""
    ),
    name_ties=words("de"),
    organisation_ties=words("de"),
    leading_particles=words("la de"),
    furniture=frozenset(("leer más", "lea también")),
    question_labels=words("p pregunta"),
    answer_labels=words("r respuesta"),
    meeting=words("con a"),
    meetings=words("entrevista charla"),
    self_words=words("yo me mi mis nosotros nos nuestro nuestra"),
    guest_words=words("usted su sus te tu tus tú"),
    interview_notes=words("entrevista"),
)
