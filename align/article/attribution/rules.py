"""The rules by which a sentence attributes a quotation in it.

Each takes the site of a quotation and returns what it found, or None if it has nothing to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from align.article.attribution.context import Site
from align.article.attribution.noun_phrases import Phrase, first_phrase, is_passive, phrase_after, phrase_before
from align.article.attribution.reporting_verbs import agent_of, is_cue, subject_of
from align.article.attribution.sentences import Token
from align.article.lexicons.lexicon import (
    ACCORDING_TO,
    CUES,
    FEMALE_KIN,
    MALE_KIN,
    PEOPLE,
    PERFECT_ELSEWHERE,
    PERSONAL,
    PRONOUNS,
    ROLES,
    Manner,
)
from align.records import Role

_DASHES = frozenset("-–—―")
_FARTHEST_CUE = 40  # words between a cue and its quotation
_LONGEST_BEAT = 8  # words: “It began at night.” The nurse paused.
_LONGEST_SIGNATURE = 12  # tokens
_SHORTEST_SIGNED = 2  # words of a name that signs without a dash
_IS_HOW = frozenset((("is", "how"), ("was", "how"), ("is", "what"), ("was", "what")))  # “…” is how he described it
_IS_SOURCE = frozenset((("words", "of"), ("so", "der"), ("so", "die"), ("so", "das")))


@dataclass(frozen=True, slots=True)
class Finding:
    """The phrase that names the speaker and the verb, as positions in the site's tokens.

    No phrase means that the sentence names nobody, and that none should be looked for elsewhere.
    """

    phrase: Phrase | None
    cue: int | None = None


def before(site: Site) -> Finding | None:
    """Find the speaker in: Amy Lin said: “…”; Amy Lin said it was “…”."""
    for cue in reversed(site.before[-_FARTHEST_CUE:]):
        if not is_cue(site.tokens, cue):
            continue
        is_label = CUES[site.tokens[cue].lower] is Manner.LABELLED
        if is_label and [site.tokens[place].lower for place in site.after[:1]] == ["by"]:  # called “…” by Amy Lin
            return Finding(phrase_after(site.tokens, site.place + 2), cue)
        if is_passive(site.tokens, cue):
            return Finding(agent_of(site.tokens, cue, site.place), cue)
        subject = subject_of(site.tokens, cue)
        if subject is not None:
            return _outermost(site.tokens, Finding(subject, cue))
    return None


def inverted(site: Site) -> Finding | None:
    """Find the speaker in: “…,” said Amy Lin; « … », a dit Amy Lin."""
    tokens, cue = site.tokens, _behind(site)
    if cue is None:
        return None
    if tokens[cue].lower.rpartition("-")[2] in PRONOUNS and "-" in tokens[cue].text:  # dit-il; a-t-il dit
        is_verb = tokens[cue].lower.partition("-")[0] in CUES
        return Finding(range(cue, cue + 1), cue if is_verb else cue + 1 if cue + 1 < len(tokens) else None)
    is_perfect = cue + 1 < len(tokens) and tokens[cue].lower in PERFECT_ELSEWHERE and tokens[cue + 1].lower in CUES
    if not is_perfect and not is_cue(tokens, cue):
        return None
    cue += is_perfect
    phrase = phrase_after(tokens, cue + 1)
    return Finding(phrase, cue) if phrase else None


def subject_first(site: Site) -> Finding | None:
    """Find the speaker in: “…,” Amy Lin, 34, told reporters."""
    tokens, start = site.tokens, _behind(site)
    subject = None if start is None else phrase_after(tokens, start)
    if start is None or subject is None:
        return None
    for cue in site.after[:_FARTHEST_CUE]:
        if cue <= start or not is_cue(tokens, cue):
            continue
        if is_passive(tokens, cue):
            return Finding(agent_of(tokens, cue, site.after.stop), cue)
        phrase = phrase_before(tokens, cue)
        if phrase is not None and phrase.start != start:
            return None
        is_own_sentence = site.last_stop in (".", "…", "。")
        if is_own_sentence and not (phrase and phrase.stop == cue and _ends_soon(site, cue)):
            return None
        return Finding(phrase or subject, cue)
    return None


def trailing(site: Site) -> Finding | None:
    """Find the speaker in: ‘No money left’ for libraries, says council leader."""
    tokens = site.tokens
    for cue in site.after[1:]:
        if tokens[cue - 1].text == "," and is_cue(tokens, cue):
            phrase = phrase_after(tokens, cue + 1)
            return Finding(phrase, cue) if phrase and phrase.stop + 1 >= len(tokens) else None
    return None


def according_to(site: Site) -> Finding | None:
    """Find the speaker in: “…”, according to Amy Lin; in the words of Amy Lin, “…”; „…“, so die Chefin."""
    tokens = site.tokens
    for place in (*site.after[:4], *site.before):
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if tokens[place].lower in ACCORDING_TO or (tokens[place].lower, following) in _IS_SOURCE:
            phrase = phrase_after(tokens, place + 1 + (following in ("to", "of")))
            return Finding(phrase, place) if phrase else None
    return None


def signature(site: Site) -> Finding | None:
    """Find the speaker in: “…” — Amy Lin, ward head."""
    tokens, dash = site.tokens, site.place + 1
    if (
        dash + 1 >= len(tokens)
        or tokens[dash].text not in _DASHES
        or any(is_cue(tokens, place) for place in site.after)
    ):
        return None
    phrase = phrase_after(tokens, dash + 1)
    is_described = phrase is not None and phrase.stop == len(tokens) and tokens[phrase.start].lower in ("a", "an")
    return Finding(phrase) if phrase and (tokens[phrase.start].is_capital or is_described) else None


def name_below(site: Site) -> Finding | None:
    """Find the speaker in a line of their own: “…” | Amy Lin, ward head."""
    tokens = site.tokens
    phrase = phrase_after(tokens, 1)
    if phrase is None or len(phrase) < _SHORTEST_SIGNED or len(tokens) > _LONGEST_SIGNATURE:
        return None
    is_name = all(tokens[place].is_capital for place in phrase)
    is_line = phrase.stop == len(tokens) or tokens[phrase.stop].text == ","
    is_told = tokens[-1].ends_sentence or any(is_cue(tokens, place) for place in site.after)
    return Finding(phrase) if is_name and is_line and not is_told else None


def topic(site: Site) -> Finding | None:
    """Find the speaker in: 田中さんは「…」と話した; 「…」と田中さんは話した."""
    quotative = site.place + 1
    is_quoting = quotative in site.after and site.tokens[quotative].text == "と"
    for place in (*reversed(site.before), *(site.after[1:4] if is_quoting else ())):
        if site.tokens[place].text in ("は", "が", "も") and site.tokens[place - 1].is_word:
            verb = max(quotative, place if place > site.place else 0) + 1
            return Finding(range(place - 1, place), verb if is_quoting and verb in site.after else None)
    return None


def colon(site: Site) -> Finding | None:
    """Find the speaker in: Amy Lin, on the flood: “…”."""
    if not site.before or not site.follows_colon:
        return None
    phrase = first_phrase(site.tokens[: site.place])
    return Finding(phrase) if phrase and len(site.chars(phrase)) > 1 else None  # Q: and A: are nobody


def headline(site: Site) -> Finding | None:
    """Find the speaker in the headlines: Mayor ‘sorry’ for flood delay; ‘We are full’: Amy Lin on the wards."""
    if site.role is not Role.HEADING:
        return None
    if site.place == 0:
        phrase = (
            phrase_after(site.tokens, 2) if [site.tokens[place].text for place in site.after[:1]] == [":"] else None
        )
        return Finding(phrase) if phrase and site.tokens[phrase.start].is_capital else None
    phrase = phrase_after(site.tokens[: site.place], 0)
    is_owner = phrase is not None and site.tokens[phrase.stop - 1].text.endswith(("'s", "’s"))
    return Finding(phrase) if phrase and not is_owner else None


def beat(site: Site) -> Finding | None:
    """Find the speaker in: “…” The nurse paused."""
    start = site.place + 1
    is_short = start < len(site.tokens) and len(site.after) <= _LONGEST_BEAT
    if not is_short or site.place > 0 or site.last_stop not in (".", "!", "?", "…"):
        return None
    phrase = phrase_after(site.tokens, start)
    if phrase is None or not site.tokens[start].is_capital or len(phrase) == len(site.after):
        return None
    return Finding(phrase) if _may_speak(site.tokens, phrase) else None


def _may_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase that begins a sentence names a person: She, Amy Lin, the nurse; not: It, The road."""
    words = [tokens[place] for place in phrase]
    is_named = any(word.is_capital for word in words[1:]) and words[0].lower not in PRONOUNS
    return is_named or words[0].lower in PERSONAL or words[-1].lower in ROLES | FEMALE_KIN | MALE_KIN | PEOPLE


def _behind(site: Site) -> int | None:
    """Return where an attribution behind the quotation would start; None if the writer's sentence just goes on."""
    start, is_parted = site.place + 1, site.last_stop in (*",!?…—–，！？",)
    openers = (",", *_DASHES, ":") if site.role is Role.HEADING else (",", *_DASHES)
    if start < len(site.tokens) and site.tokens[start].text in openers:
        start, is_parted = start + 1, True
    if start + 2 < site.after.stop and (site.tokens[start].lower, site.tokens[start + 1].lower) in _IS_HOW:
        return start + 2
    begins_sentence = site.place == 0 or site.tokens[site.place - 1].run is not None
    is_possible = is_parted or (begins_sentence and site.words > 2)
    return start if is_possible and start < site.after.stop else None


def _ends_soon(site: Site, cue: int) -> bool:
    return cue + 1 >= site.after.stop or site.tokens[cue + 1].ends_sentence


def _outermost(tokens: Sequence[Token], finding: Finding) -> Finding:
    """Return the verb that reports the whole: in "another said he thought it" that is "said"."""
    phrase, cue = finding.phrase, finding.cue
    if phrase is None or tokens[phrase.start].lower not in PRONOUNS or len(phrase) > 1:
        return finding
    outer = phrase.start - 1 - (phrase.start > 1 and tokens[phrase.start - 1].lower == "that")
    subject = phrase_before(tokens, outer) if is_cue(tokens, outer) else None
    return Finding(subject, outer) if subject is not None and cue is not None else finding
