"""Italian: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon, words

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
    roles=words("sindaco sindaca direttore direttrice portavoce avvocato"),
)
