"""Does this look like the label of a speaker? What people and tools write before a colon to say who talks."""

import re

_ROLE = re.compile(
    r"(?:(?:un)?(?:known|identified)[ _-]?)?(?:speaker|spk|spkr|person|participant|voice|interviewer|interviewee|"
    r"moderator|host|guest|caller|narrator|announcer|reporter|presenter|journalist|respondent|operator|audience|"
    r"(?:fe)?male(?:[ _](?:speaker|voice))?|(?:wo)?man|boy|girl|channel|ch|question(?:er)?|answer|[qa])"
    r"[ _#-]*(?:\d+|[a-z])?",
    re.IGNORECASE,
)
"""What stands for a name: `Speaker 1`, `SPEAKER_00`, `spk_0`, `Interviewer`, `Q`, `Unidentified male`."""

_PARTICLES = frozenset("de da di do du del della der den van von la le el al bin ibn of the and & y e dos ter".split())
_NO_NAMES = frozenset(
    """i you he she we they it this that these those there here what who why how when where which and but or so if
    because well yes no ok okay oh look listen note remember now then first second third finally also again example
    question answer one two three four five point number fact quote unquote result conclusion warning update breaking
    today tomorrow yesterday tonight please thanks right anyway actually honestly basically see say said says think
    my your his her our their is are was were be do does did has have had not never the a an in on at by for from
    to with as ps nb re subject chapter verse psalm part section rule step option item title date time place""".split()
)
"""Words that open a sentence, or what is said with a colon: alone they are no names."""

_MOST_TOKENS = 5
_LONGEST = 40  # letters
_TOKEN = re.compile(r"[^\W\d_][\w.’'-]*|&|\d{1,3}")


def is_role(label: str) -> bool:
    """Whether a label says only which of several speakers it is, be it by a letter."""
    label = label.strip()
    return bool(_ROLE.fullmatch(label)) or (label[:1].isupper() and (len(label) == 1 or label[1:].isdigit()))


def looks_like_name(label: str) -> bool:
    """Whether every word of a label has a capital, as in names, or it is a role; `I said` and `Note` are none."""
    label = label.strip()
    if is_role(label):
        return True
    tokens = re.sub(r"[(\[].*?[)\]]|,", " ", label).split()
    if not 0 < len(tokens) <= _MOST_TOKENS or len(label) > _LONGEST:
        return False
    if not all(_TOKEN.fullmatch(token) for token in tokens):
        return False
    words = [token for token in tokens if token.lower() not in _PARTICLES]
    spoken = [word for word in words if word.lower().strip(".") in _NO_NAMES]
    return bool(words) and all(word[0].isupper() or word.isdigit() for word in words) and not spoken


def is_full_name(label: str) -> bool:
    """Whether a label looks like a name of more than one word, or is all capitals, or a role: once is enough."""
    return looks_like_name(label) and (is_role(label) or len(label.split()) > 1 or (label.isupper() and len(label) > 1))
