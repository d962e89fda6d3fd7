"""The rules for quotations that are set apart: signatures, labels before a colon, headlines.

Each takes the context of a quotation and returns what it found, or None if it has nothing to say.
"""

from collections.abc import Sequence

from align.article.attribution.appositions import up_to_name
from align.article.attribution.clauses import find_main_subject, is_finite
from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import Finding
from align.article.attribution.naming import is_label
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_first_phrase, find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, is_nobody
from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Role

_HEADS = LEXICON.head_nouns
_ABOUT = LEXICON.joining | LEXICON.prepositions
_PRONOUNS = LEXICON.pronouns | LEXICON.determiners
_LONGEST_SIGNATURE = 12  # tokens
_GENDERED = LEXICON.gendered_pronouns & LEXICON.personal
_SHORTEST_ANNOUNCED = 3  # words
_WITH_THE = (["with", "the"], ["with", "a"], ["with", "this"])
_ANSWERS = LEXICON.answers | LEXICON.sent | LEXICON.messages
_BODIES = LEXICON.bodies | LEXICON.organisations | LEXICON.newspapers
_TOLD_FIRST = LEXICON.cues.keys() - LEXICON.telling - LEXICON.told - LEXICON.labelled - LEXICON.plain_cues
_FINITE = ("s", "ed", "said", "told")
_LONGEST_SHOUTED = 4  # words in capitals that are still a name: REP. JOHN LEE LANE
_SHORTEST_SIGNED = 2  # words of a name that signs without a dash


def find_signature(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…” — Amy Lin, ward head; “…” -- Amy Lin."""
    tokens, dash = context.tokens, context.place + 1
    if dash + 1 < len(tokens) and tokens[dash].text in DASHES and tokens[dash + 1].text in DASHES:
        dash += 1
    if (
        dash + 1 >= len(tokens)
        or tokens[dash].text not in DASHES
        or any(is_cue(tokens, at) and tokens[at].lower not in LEXICON.participles for at in context.after)
    ):
        return None
    phrase = find_phrase_after(tokens, dash + 1)
    phrase = up_to_name(tokens, phrase) if phrase is not None else None
    is_described = (
        phrase is not None and phrase.stop == len(tokens) and tokens[phrase.start].lower in LEXICON.indefinite_articles
    )
    is_named = phrase is not None and (tokens[phrase.start].is_capital or tokens[phrase.start].is_uncased)
    return Finding(phrase) if phrase and (is_named or is_described) else None


def find_in_brackets(context: QuoteContext) -> Finding | None:
    """Find the source in: “…” (Hull Times); no (Applause), which has no name."""
    tokens, start = context.tokens, context.place + 2
    if start > len(tokens) or tokens[start - 1].text != "(":
        return None
    end = next((place for place in context.after[2:_LONGEST_SIGNATURE] if tokens[place].text == ")"), start)
    is_last = context.after.stop == len(tokens) and not any(token.is_word for token in tokens[end : end + 3])
    if end - start < 2 or not is_last or not (context.stands_alone and context.last_stop):
        return None
    is_name = all(token.is_capital or token.text in (".", "&") for token in tokens[start:end])
    is_name &= tokens[start].text in FIRST_NAMES or tokens[end - 1].lower in _BODIES  # not: (Emphasis Mine)
    return Finding(range(start, end)) if is_name else None


def find_name_below(context: QuoteContext) -> Finding | None:
    """Find the speaker in a line of their own: “…” | Amy Lin, ward head."""
    tokens = context.tokens
    phrase = find_phrase_after(tokens, 1)
    if phrase is None or len(phrase) < _SHORTEST_SIGNED or len(tokens) > _LONGEST_SIGNATURE:
        return None
    is_name = all(tokens[place].is_capital or tokens[place].text == "." for place in phrase)
    is_line = phrase.stop == len(tokens) or tokens[phrase.stop].text == ","
    is_told = tokens[-1].ends_sentence or any(is_cue(tokens, place) for place in context.after)
    return Finding(phrase) if is_name and is_line and not is_told else None


def find_label(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin, on the flood: “…”."""
    tokens = context.tokens
    if context.before and tokens[0].lower in LEXICON.cues and tokens[0].lower.endswith(_FINITE):
        return _find_behind_verb(context)
    if not context.before or not context.follows_colon:
        return None
    if tokens[0].lower in LEXICON.presenting:  # Here’s Bell’s director, Amy Lin: “…”
        named = _name_ahead(tokens, context.place - 1)
        if named is not None:
            return named
    caption = next((place for place in range(2) if tokens[place].lower == "caption"), -1)  # Media caption Amy Lin: “…”
    phrase = find_phrase_after(tokens, caption + 1) if caption >= 0 else find_first_phrase(tokens[: context.place])
    if phrase is None or len(context.chars(phrase)) <= 1:  # Q: and A: are nobody
        return None
    behind = range(phrase.stop, context.place - 1)
    is_parted = any(tokens[place].text in DASHES for place in behind)  # Sink or swim - Bell: “…”
    is_shouted = len(phrase) > _LONGEST_SHOUTED and all(tokens[place].text.isupper() for place in phrase)
    if is_parted or is_shouted or _is_topic(tokens, phrase, behind):  # COUNCIL LEAVES TALKS AFTER ROW: “…”
        return None
    is_told = any(
        is_finite(tokens, place, place == phrase.stop or tokens[place - 1].lower in LEXICON.pronouns)
        for place in behind[_skip_asked(tokens, phrase) :]
        if tokens[place - 1].lower not in LEXICON.determiners  # on the | cut
    )
    return None if is_told or not is_label(tokens, phrase) else Finding(phrase)


def _find_behind_verb(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Says the barman: “…”; Added a Hull aide, “…”; not: Called a liar, “…”."""
    tokens, end = context.tokens, context.place - 1
    subject = find_phrase_after(tokens, 1)
    if subject is None or subject.stop > end:
        return None
    if context.follows_colon:
        return Finding(subject, 0)
    is_told = tokens[end].text == "," and subject.stop == end and tokens[0].lower in _TOLD_FIRST
    is_name = all(tokens[place].is_capital for place in subject)
    is_led = tokens[subject.start].lower in LEXICON.indefinite_articles
    is_somebody = is_led and (tokens[end - 1].is_capital or tokens[end - 1].lower in LEXICON.head_nouns)
    return Finding(subject, 0) if is_told and (is_name or is_somebody) else None


def _skip_asked(tokens: Sequence[SentenceToken], phrase: Phrase) -> int:
    """Return how many tokens behind a name tell what about: Amy Lin, *asked* about rain: “…”."""
    asked = [token.lower for token in tokens[phrase.stop : phrase.stop + 3]]
    is_asked = asked[:1] == [","] and len(asked) > 2 and asked[1] in LEXICON.told and asked[2] in _ABOUT
    return 2 * is_asked


def _name_ahead(tokens: Sequence[SentenceToken], colon: int) -> Finding | None:
    """Return the full name that stands right before a colon."""
    start = colon
    while start > 0 and tokens[start - 1].is_capital:
        start -= 1
    return Finding(range(start, colon)) if colon - start > 1 and start > 0 else None


def _is_topic(tokens: Sequence[SentenceToken], phrase: Phrase, behind: range) -> bool:
    """Whether a lone word is rather what the words are about: Storms in a pandemic: “…”; but: Amy on the noise: “…”."""
    is_lone = (
        len(phrase) == 1 and phrase.start == 0 and tokens[0].text not in FIRST_NAMES and tokens[0].lower not in _HEADS
    )
    return is_lone and any(tokens[place].lower in LEXICON.joining for place in behind[:1])


def find_owner(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin’s answer was clear: “…”; From Amy Lin’s post: “…”."""
    if not context.follows_colon:
        return None
    tokens = context.tokens
    for place in reversed(context.before[:-1]):
        is_plural = tokens[place].text.endswith("s") and tokens[place + 1].text in ("'", "’")  # Republicans’ reaction
        if not (tokens[place].is_capital and (is_plural or tokens[place].text.endswith(LEXICON.possessive_endings))):
            continue
        if any(token.lower in _ANSWERS for token in tokens[place + 1 : place + 4]):
            start = place
            while start > context.before.start and tokens[start - 1].is_capital and start - 1 > 0:
                start -= 1
            return Finding(range(start, place + 1))
    return None


def find_commenter(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin shared the picture with the comment: “…”."""
    tokens, noun = context.tokens, context.place - 2
    if not context.follows_colon or noun < context.before.start + 2 or tokens[noun].lower not in _ANSWERS:
        return None
    is_with = [token.lower for token in tokens[noun - 2 : noun]] in _WITH_THE
    subject = find_main_subject(tokens, noun - 2) if is_with else None
    return Finding(subject) if subject else None


def find_in_headline(context: QuoteContext) -> Finding | None:
    """Find the speaker in the headlines: Mayor ‘sorry’ for flood delay; ‘We are full’: Amy Lin on the wards."""
    if context.role is not Role.HEADING:
        return None
    if context.place == 0:
        phrase = (
            find_phrase_after(context.tokens, 2)
            if [context.tokens[place].text for place in context.after[:1]] == [":"]
            else None
        )
        is_named = phrase is not None and context.tokens[phrase.start].is_capital
        behind = context.tokens[phrase.stop].lower if phrase and phrase.stop < len(context.tokens) else ","
        is_told = behind == "," or behind in LEXICON.prepositions
        return Finding(phrase) if phrase and is_named and is_told else None
    return _headline_subject(context)


def find_label_of_headline(context: QuoteContext) -> Finding | None:
    """Find the speaker in the headlines: Amy Lin: Boats ‘unsafe’; Lin on the flood: A ‘rare’ day."""
    tokens = context.tokens
    colon = next((place for place in context.before if tokens[place].text == ":"), None)
    phrase = find_phrase_after(tokens[:colon], 0) if colon else None
    if context.role is not Role.HEADING or colon is None or phrase is None or not is_label(tokens, phrase):
        return None
    is_bare = phrase.stop == colon < context.place - 1
    is_on = tokens[phrase.stop].lower in LEXICON.programme_ties and colon < context.place - 1
    verbs = (place for place in range(colon, context.place) if is_cue(tokens, place))
    is_told = any(
        tokens[place].lower not in LEXICON.beside_only for place in verbs
    )  # Exclusive: Mayor says it is ‘late’
    return Finding(phrase) if (is_bare or is_on) and not is_told else None


def _headline_subject(context: QuoteContext) -> Finding | None:
    """Return whose feeling a headline quotes: Mayor ‘sorry’ for delay; not: Mayor ‘left early’, which others say."""
    phrase = find_phrase_after(context.tokens[: context.place], 0)
    is_owner = phrase is not None and context.tokens[phrase.stop - 1].text.endswith(LEXICON.possessive_endings)
    is_beside = phrase is not None and (
        phrase.stop == context.place or context.tokens[phrase.stop].lower in LEXICON.carriers
    )
    is_thing = phrase is not None and len(phrase) == 1 and context.tokens[phrase.start].lower.endswith("s")
    is_thing = is_thing and phrase is not None and context.tokens[phrase.start].lower not in _HEADS  # Schools ‘safe’
    if phrase is None or not is_beside or is_owner or is_thing:
        return None
    is_felt = context.first_word in LEXICON.feelings or phrase.stop < context.place
    return Finding(phrase if is_felt else None)


def find_announcer(context: QuoteContext) -> Finding | None:
    """Find the speaker in: One respondent summed it up as follows: “…”; by the subject, whatever the verb."""
    if not (context.follows_colon and context.stands_alone and context.words > _SHORTEST_ANNOUNCED):
        return None
    tokens = context.tokens
    phrase = find_main_subject(tokens, context.place - 1)
    if phrase is None or is_nobody(tokens, phrase):
        return None
    words = [tokens[place] for place in phrase]
    is_name = all(word.is_capital for word in words) and words[-1].lower not in LEXICON.organisations | _PRONOUNS
    is_office = words[0].lower in _HEADS and words[-1].is_capital  # neighbour Bell picks up the story: “…”
    is_somebody = is_office or words[-1].lower in _HEADS or words[0].text in FIRST_NAMES or words[0].lower in _GENDERED
    return Finding(phrase) if is_somebody or is_name else None
