"""Which language is meant? Tools write `en`, `en-US`, `en_us`, `eng` or `english`."""

_NAMES = """
ar ara arabic|bg bul bulgarian|bn ben bengali|bs bos bosnian|ca cat catalan|cs ces cze czech|cy cym wel welsh
da dan danish|de deu ger german|el ell gre greek|en eng english|es spa spanish|et est estonian|eu eus baq basque
fa fas per persian|fi fin finnish|fr fra fre french|ga gle irish|gl glg galician|gu guj gujarati|he heb hebrew
hi hin hindi|hr hrv croatian|hu hun hungarian|hy hye arm armenian|id ind indonesian|is isl ice icelandic
it ita italian|ja jpn japanese|ka kat geo georgian|kk kaz kazakh|kn kan kannada|ko kor korean|lt lit lithuanian
lv lav latvian|mk mkd mac macedonian|ml mal malayalam|mr mar marathi|ms msa may malay|mt mlt maltese|ne nep nepali
nl nld dut dutch|no nor nob norwegian|pa pan punjabi|pl pol polish|ps pus pashto|pt por portuguese|ro ron rum romanian
ru rus russian|sk slk slo slovak|sl slv slovenian|so som somali|sq sqi alb albanian|sr srp serbian|sv swe swedish
sw swa swahili|ta tam tamil|te tel telugu|th tha thai|tl tgl tagalog|tr tur turkish|uk ukr ukrainian|ur urd urdu
vi vie vietnamese|yo yor yoruba|zh zho chi chinese|zh cmn mandarin
"""
"""ISO 639-1's code, ISO 639-2's, and the English name, as Whisper's and OpenAI's `language` has it."""

_BY_NAME = {
    name: names.split()[0]
    for line in _NAMES.strip().splitlines()
    for names in line.split("|")
    for name in names.split()
}

_CODE = 2  # letters of a code of ISO 639-1
_RARE = frozenset({"haw", "yue"})  # what Whisper knows beyond those


def language_code(said: object) -> str | None:
    """Return the ISO 639-1 code of a language, by code or English name, a region aside; None if it is none."""
    if not isinstance(said, str):
        return None
    name = plain_tag(said)
    return _BY_NAME.get(name) or (name if name in _RARE or (len(name) == _CODE and name.isalpha()) else None)


def plain_tag(said: str) -> str:
    """Return the part of a language's tag that names it (`en` of `en-GB`), in small letters."""
    return said.replace("_", "-").partition("-")[0].strip().lower()
