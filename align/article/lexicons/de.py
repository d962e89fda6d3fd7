"""German: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

DE = Lexicon(
    said=words(
        """sagte sagt sagten gesagt erklärte erklärt betonte betont meinte meint fügte ergänzte berichtete berichtet
        fragte fragt antwortete antwortet warnte warnt forderte fordert kritisierte bestätigte äußerte rief mahnte
        riefen rufen unterstreicht unterstrich betonten erklärten meinten forderten warnten skandierten schrien
        bekräftigte bekräftigt kündigte verkündete verkündet bemerkte bemerkt entgegnete entgegnet erwiderte erwidert
        räumte resümierte resümiert urteilte urteilt beklagte beklagt beteuerte beteuert verlangte verlangt
        sagen gefragt ruft betonen unterstreichen erklären meinen fordern warnen
        lobte klagte gestand ergänzt kritisiert bestätigt äußert mahnt versprach erzählte versicherte"""
    ),
    wrote=words("schrieb schreibt schrieben geschrieben notierte notiert"),
    posted=words("twitterte"),
    thought=words("dachte"),
    labelled=words("nannte bezeichnete"),
    auxiliaries=words("hat haben hatte"),
    perfect_auxiliaries=words("hat habe haben"),
    negations=words("nie nicht"),
    conditionals=words("wenn"),
    agents=words("von"),
    according_to=words("laut zufolge"),
    source_phrases=frozenset((("so", "der"), ("so", "die"), ("so", "das"))),
    bare_sources=words("so"),
    pronouns=words("er sie wir"),
    personal=words("er sie"),
    female_pronouns=words("sie"),
    male_pronouns=words("er"),
    genitive_articles=words("der des"),
    determiners=words("der die das ein eine einer den dem des"),
    joining=words("für bei"),
    joining_ahead=words("von"),
    prepositions=words("am im beim zum zur"),
    coordinating=words("und aber oder"),
    male_titles=words("herr"),
    female_titles=words("frau"),
    spelled_titles=words("herr frau"),
    roles=words(
        """sprecher sprecherin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ministerin kanzler
        kanzlerin bundeskanzler bundeskanzlerin präsident präsidentin direktor direktorin leiter leiterin
        polizeisprecher polizeisprecherin vorsitzende vorsitzender geschäftsführer geschäftsführerin chefin trainer
        anwalt anwältin professorin ärztin arzt lehrer lehrerin anwohner anwohnerin richter richterin"""
    ),
    role_endings=(
        "führer",
        "führerin",
        "sprecher",
        "sprecherin",
        "minister",
        "ministerin",
        "chef",
        "chefin",
        "präsident",
        "präsidentin",
        "forscher",
        "forscherin",
        "experte",
        "expertin",
    ),
    leading_particles=words("von"),
    furniture=frozenset(("mehr zum thema", "lesen sie auch")),
    question_labels=words("frage"),
    answer_labels=words("antwort"),
    meeting=words("mit"),
    meetings=words("interview gespräch fragen besuch talk"),
    meeting_verbs=words("frage fragte sage sagte treffe traf"),
    self_words=words("ich mir mich mein meine meinen meiner meinem wir uns unser unsere"),
    guest_words=words("sie ihnen ihr ihre ihren ihrer ihrem du dir dich dein deine"),
    interview_notes=words("interview gespräch gekürzt"),
)
