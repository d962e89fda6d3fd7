"""Italian: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

IT = Lexicon(
    said=words(
        """disse dice detto dichiarato spiegato spiega aggiunto aggiunge affermato afferma racconta raccontato
        sottolinea commenta chiede risponde"""
    ),
    auxiliaries=words("ha hanno aveva"),
    perfect_auxiliaries=words("ha hanno"),
    according_to=words("secondo"),
    pronouns=words("lui lei loro"),
    female_pronouns=words("lei"),
    male_pronouns=words("lui"),
    determiners=words("la lo gli un una"),
    joining_ahead=words("da della di"),
    coordinating=words("ma"),
    male_titles=words("signor"),
    spelled_titles=words("signor"),
    roles=words("sindaco sindaca direttore direttrice portavoce avvocato"),
    question_labels=words("domanda"),
    answer_labels=words("risposta"),
    meeting=words("con"),
    meetings=words("intervista"),
    self_words=words("io mi mio mia miei noi ci nostro nostra"),
    guest_words=words("lei suo sua voi vostro vostra tu ti tuo tua"),
    interview_notes=words("intervista"),
)
