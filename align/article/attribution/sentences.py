"""Words and stops (tokenization), and where sentences end (sentence splitting)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words, function_words, lexicon_of
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_CJK = r"\u3040-\u30ff\u3400-\u9fff"
_TOPICS = "".join(sorted(LEXICON.topic_particles))
_TOPIC_END = rf"[{_TOPICS}](?!\w)|は(?=[{_CJK}])|(?:{'|'.join(sorted(lexicon_of('zh').said))})(?!\w)|(?!\w)"
_TOKEN = re.compile(
    rf"""(?P<unseen><[A-Za-z/!][^<>]{{0,1000}}>|\]\([^()\s]*(?:\s"[^"\n]*")?\)|[*_]+)
      | (?P<cjk>[とは](?=[{_CJK}])|[{_CJK}]+?(?={_TOPIC_END}))
      | (?P<word>(?:[^\W\d_]\.){{2,}} | \d{{1,3}}(?:,\d{{3}})+(?!\w)(?:-\w+)* | @?[^\W_]\w*(?:[-’'‘.&]\w+)*)
      | (?P<stop>\.\.\.|[^\w\s])""",
    re.VERBOSE,
)
_CLITIC = re.compile(rf"(?P<pronoun>\w+)[’'](?:{'|'.join(sorted(LEXICON.clitics))})\Z", re.IGNORECASE)
_HAVING = LEXICON.perfect_auxiliaries | {"has", "had"}
_FUNCTION_WORDS = function_words(LEXICON)
_SMALL_WORDS = _FUNCTION_WORDS | LEXICON.name_particles | LEXICON.times
DASHES = frozenset("-–—―")
_ENDS = frozenset(".!?…。！？")
_ABBREVIATIONS = LEXICON.abbreviations - LEXICON.spelled_titles
_SURE_CUES = LEXICON.cues.keys() - LEXICON.plain_cues
_LONGEST_SENTENCE = 1000  # tokens; no writer's is as long, and rules that look at whole sentences stay quick
_ATTRIBUTING = (
    LEXICON.cues.keys()
    | LEXICON.according_to
    | LEXICON.bare_sources
    | LEXICON.topic_particles
    | LEXICON.utterances
    | LEXICON.standpoints
    | LEXICON.complementizers
    | {first for first, _ in LEXICON.source_phrases | LEXICON.phrasal_cues}
    | DASHES
    | frozenset(":：")
)


class SentenceToken(NamedTuple):
    """A word, a stop, or a whole quotation, which `quoted` then numbers; `start` and `end` are positions in the text.

    `lower` is the word as the word lists have it.
    """

    text: str
    lower: str
    start: int
    end: int
    quoted: int | None = None
    ends_sentence: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.quoted is None and self.text[:1].isupper()

    @property
    def is_uncased(self) -> bool:
        """Whether its letters know no capitals: 小明."""
        return self.text[:1].isalpha() and self.text[:1].lower() == self.text[:1].upper()

    @property
    def is_title(self) -> bool:
        """Whether it is a quotation that counts as a name, since it is only what something is called."""
        return self.quoted is None and not self.lower

    @property
    def is_word(self) -> bool:
        """Whether it is neither a stop nor a quotation."""
        return self.quoted is None and self.text.removeprefix("@")[:1].isalnum()


class Sentence(tuple[SentenceToken, ...]):
    """The tokens up to a full stop, and what is asked of all of them for every quotation among them."""

    @cached_property
    def is_translated(self) -> bool:
        """Whether it says that words were spoken in another language: "she said in Spanish"."""
        words = [token.lower for token in self]
        is_named = any(
            before in LEXICON.language_ties and word in LEXICON.language_names for before, word in pairwise(words)
        )
        return is_named or not LEXICON.interpreted.isdisjoint(words)

    def may_attribute(self, places: range) -> bool:
        """Whether anything at `places` could tell of a speaker to one of the rules for running text."""
        first = bisect_left(self._attributing, places.start)
        return first < len(self._attributing) and self._attributing[first] < places.stop

    @cached_property
    def _attributing(self) -> list[int]:
        return [place for place, token in enumerate(self) if _may_attribute(token, is_first=place == 0)]


def _may_attribute(token: "SentenceToken", *, is_first: bool) -> bool:
    """Whether a token could tell of a speaker; what "As" begins may: As told by Amy Lin."""
    return token.lower in _ATTRIBUTING or "-" in token.text or (is_first and token.lower in LEXICON.equating)


def tokenize(text: str, span: Span, lookalikes: Words = NO_LOOKALIKES) -> Iterator[SentenceToken]:
    """Yield the words and stops in `span`, without tags and marks of emphasis; "he'd" is two words.

    `lookalikes` are words of the lists that are names where they begin with a capital.
    """
    for match in _TOKEN.finditer(text, span.start, span.end):
        if match.lastgroup != "unseen":
            word, (start, end) = match.group(), match.span()
            hanging = _CLITIC.match(word) if "'" in word or "’" in word else None
            if hanging and hanging["pronoun"].lower() in LEXICON.pronouns:
                middle = start + hanging.end("pronoun")
                yield SentenceToken(text[start:middle], text[start:middle].lower(), start, middle)
                yield SentenceToken(text[middle:end], text[middle:end].lower(), middle, end)
            else:
                yield SentenceToken(word, _as_listed(word, lookalikes), start, end)


@lru_cache(maxsize=4096)  # words, 0.5 MB
def _as_listed(word: str, lookalikes: Words) -> str:
    """Return a word as the lists have it: acronyms and names are none of the words that they look like (DA, Di)."""
    lower = word.lower()
    is_acronym = len(word) > 1 and word.isupper() and lower in _SMALL_WORDS
    return word if is_acronym or (word[0].isupper() and lower in lookalikes) else lower


def mark_names(tokens: Sequence[SentenceToken]) -> Iterator[SentenceToken]:
    """Yield tokens, those that are names by where they stand as no words of the lists: “…,” said Will; Will said."""
    for place, token in enumerate(tokens):
        is_small = token.lower != token.text and token.lower in _FUNCTION_WORDS
        yield token._replace(lower=token.text) if is_small and _is_name(tokens, place) else token


def _is_name(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a small word with a capital is somebody: behind a title or verb of saying, or a first name before one."""
    if len(tokens[place].text) == 1:  # Amanda A. Lin
        is_initial = place + 1 < len(tokens) and tokens[place + 1].text == "."
        return is_initial and place > 0 and tokens[place - 1].is_capital
    if tokens[place].lower in LEXICON.periods and tokens[min(place + 1, len(tokens) - 1)].text.isdigit():
        return True  # a May 21 report
    before, end = tokens[place - 1].lower if place else "", place + 1
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    if before in LEXICON.titles:
        return True
    if before in LEXICON.cues and place > 1 and tokens[place - 2].quoted is not None:
        return end == place + 1 or tokens[place].text in FIRST_NAMES
    verb = end + (end < len(tokens) and tokens[end].lower in _HAVING)  # May has said
    is_told = verb < len(tokens) and tokens[verb].lower in _SURE_CUES
    is_told |= end > place + 1 and place > 0 and tokens[place - 1].quoted is not None  # “…,” Will Moy, a chemist, said
    return is_told and tokens[place].text in FIRST_NAMES


def split_sentences(tokens: Sequence[SentenceToken]) -> tuple[Sentence, ...]:
    """Return the tokens in sentences; the dots of "Mr." and "J." end none."""
    sentences: list[Sentence] = []
    start = 0
    for place, token in enumerate(tokens):
        if token.text in _ENDS and _is_end(tokens, place):
            sentences.append(Sentence((*tokens[start:place], token._replace(ends_sentence=True))))
            start = place + 1
        elif place - start >= _LONGEST_SENTENCE:
            sentences.append(Sentence(tokens[start : place + 1]))
            start = place + 1
    return (*sentences, Sentence(tokens[start:])) if start < len(tokens) else tuple(sentences)


def _is_end(tokens: Sequence[SentenceToken], place: int) -> bool:
    if place + 1 == len(tokens):
        return True
    if place == 0 or tokens[place].text != ".":
        return True
    before, after = tokens[place - 1], tokens[place + 1]
    if after.text == ")" and place + 2 < len(tokens):  # Amy Lin (D-Nev.) said
        after = tokens[place + 2]
        if after.text in DASHES:  # Amy Lin (R-Tex.) - a former rival - said
            return False
    if after.quoted is not None and before.lower in LEXICON.generations:  # said Bo Lane Jr. “We go.”
        return True
    if (after.is_word and not after.is_capital) or after.text in (",", ";", ":"):
        return False
    last = before.lower.rpartition("-")[2]  # then-Gov. Amy Lin
    return not (last in _ABBREVIATIONS or (len(before.text) == 1 and before.is_capital))
