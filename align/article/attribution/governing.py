"""Which of the verbs before a quotation reports it: none whose clause has ended, and of several the outermost."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.article.attribution.clauses import is_finite
from align.article.attribution.context import QuoteContext
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, touches_ahead, touches_quotation
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.subjects import find_subject
from align.article.attribution.verb_forms import is_filling
from align.article.lexicons import LEXICON, Manner
from align.article.lexicons.first_names import FIRST_NAMES

_OPENING_ENDINGS = ("ously", "ically", "edly", "ingly", "ively", "fully", "ately", "nally", "ually")
_ADVERBIAL = (LEXICON.conjunctions | LEXICON.subordinators) - LEXICON.relatives - LEXICON.coordinating - {"as"}
_HEADS = LEXICON.head_nouns
_LINKS = LEXICON.prepositions | LEXICON.joining | LEXICON.joining_ahead
_LONGEST_OCCASION = 7  # words between a verb and its "that": said in a new interview with the paper that
_ARTICLES = LEXICON.articles | LEXICON.indefinite_articles
_SUM = frozenset("()$£€")
_LONGEST_LED = 8  # tokens from an article to a term
_SHORTEST_CLAUSE = 5  # words
_CLAUSE_MARKS = LEXICON.complementizers | LEXICON.pronouns | LEXICON.things
_INSERTING = LEXICON.relatives | {"where"}
_OPENING_CLAUSES = LEXICON.conjunctions | LEXICON.complementizers


@dataclass(frozen=True, slots=True)
class Finding:
    """The phrase that names the speaker and the verb, as positions in the context's tokens.

    No phrase means that the sentence names nobody, and that none should be looked for elsewhere.
    """

    phrase: Phrase | None
    cue: int | None = None
    is_open: bool = False  # whose words they are can be read in two ways


def is_adverb(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether what begins a sentence is no name but an adverb: Hilariously called “…”."""
    word = tokens[phrase.start]
    return phrase == range(1) and word.lower.endswith(_OPENING_ENDINGS) and word.text not in FIRST_NAMES


def is_within_relative(context: QuoteContext, cue: int) -> bool:
    """Whether a verb belongs to "who" alone: the wounds of women who testified for the state were “old”."""
    if is_inserted(context, cue):
        return True
    tokens, before = context.tokens, cue - 1
    while before > 0 and is_filling(tokens[before]):
        before -= 1
    if tokens[before].lower not in LEXICON.relatives or tokens[cue + 1].lower not in _LINKS:
        return False
    behind = range(cue + 2, context.place)
    end = next(
        (place for place in behind if tokens[place].text == "," or tokens[place].lower in _OPENING_CLAUSES), None
    )
    main = [place for place in behind if (end is None or place < end) and is_finite(tokens, place, is_first=False)]
    return main != [] and not is_cue(tokens, main[0])  # who wrote to her say it was “late”


def is_inserted(context: QuoteContext, cue: int) -> bool:
    """Whether a relative clause between commas holds a verb: the Bell, which people *say* is his, published “…”."""
    tokens, opening = context.tokens, cue - 1
    while opening > context.before.start and tokens[opening].text != ",":
        opening -= 1
    is_relative = tokens[opening].text == "," and tokens[opening + 1].lower in _INSERTING
    commas = (place for place in range(cue + 1, context.place - 1) if tokens[place].text == ",")
    closing = next(commas, None)
    return is_relative and closing is not None and is_finite(tokens, closing + 1)


def is_aside(context: QuoteContext, finding: Finding) -> bool:
    """Whether the clause of a verb has ended and another goes on: When they called, Amy Lin left and “nobody came”."""
    tokens, phrase, cue = context.tokens, finding.phrase, finding.cue
    if phrase is None or cue is None:
        return False
    is_thing = not tokens[phrase.stop - 1].is_capital and tokens[phrase.stop - 1].lower not in _HEADS
    if is_thing and [token.lower for token in tokens[cue + 1 : cue + 3]] == ["to", "be"]:  # a rock claimed to be
        return True
    if phrase.start == 0 or tokens[phrase.start - 1].lower not in _ADVERBIAL:
        return False
    commas = (place for place in range(cue + 1, context.place - 1) if tokens[place].text == ",")
    main = next((find_phrase_after(tokens, comma + 1) for comma in commas), None)
    return main is not None and main.stop < context.place and is_finite(tokens, main.stop)


def _parenthesis(context: QuoteContext, cue: int) -> Finding | None:
    """Return who says the whole sentence, if that is inserted: At night, Amy Lin says, they report it as “dark”."""
    tokens = context.tokens
    if context.follows_colon or touches_quotation(tokens, cue):
        return None
    for outer in range(context.before.start + 1, cue):
        if tokens[outer].text != "," or not is_cue(tokens, outer - 1):
            continue
        subject = find_subject(tokens, outer - 1)
        is_inserted = subject is not None and subject.start > 0 and tokens[subject.start - 1].text == ","
        if subject is not None and is_inserted and subject.stop == outer - 1:
            return Finding(subject, outer - 1)
    return None


def outermost(context: QuoteContext, finding: Finding) -> Finding:
    """Return the verb that reports the whole: in "another said he thought it" that is "said"."""
    tokens, phrase, cue = context.tokens, finding.phrase, finding.cue
    if phrase is None or cue is None:
        return finding
    links = {tokens[place].lower for place in range(cue, context.place)}
    is_over = cue + 1 < context.place and not LEXICON.contrasting.isdisjoint(
        links
    )  # he said they asked, but “got no answer”
    is_pronoun = tokens[phrase.start].lower in LEXICON.pronouns and len(phrase) == 1
    is_offer = tokens[cue].lower in LEXICON.participles and tokens[cue - 1].lower in LEXICON.auxiliaries
    aside = _parenthesis(context, cue)
    if aside is not None:
        return aside
    outer = _outer_verb(tokens, phrase)
    is_blamed = tokens[cue - 1].lower in LEXICON.joining_ahead  # praised Amy Lin for saying
    is_embedded = is_cue(tokens, outer) and not is_blamed and tokens[phrase.stop].lower not in LEXICON.relatives
    if not (is_pronoun or is_over or is_offer or is_embedded):
        return finding
    subject = find_subject(tokens, outer) if is_cue(tokens, outer) else None
    if subject is None:
        return finding
    is_own = is_embedded and not (is_pronoun or is_over or is_offer) and _may_own(tokens, cue)
    is_own &= not _begins_clause(context) and tokens[cue].lower not in LEXICON.attitudes
    is_done = tokens[cue + 1].lower == "to"  # said her boss had agreed to leave “early”
    if is_own and not is_done and not tokens[phrase.stop - 1].is_capital:  # said her boss had told her to be “quick”
        return finding
    is_direct = context.stands_alone and context.begins_capital and touches_ahead(tokens, cue)
    if is_own and is_direct:  # the Post reported that Amy Lin said, “We go”
        return finding
    return Finding(subject, outer, is_open=is_own)


def _begins_clause(context: QuoteContext) -> bool:
    """Whether a quotation is another clause of what is said: said Bo Lane promised more, *and* “we go”."""
    before = [token.lower for token in context.tokens[max(0, context.place - 2) : context.place]]
    return before[:1] == [","] and before[1] in LEXICON.coordinating and context.words >= _SHORTEST_CLAUSE


def _outer_verb(tokens: Sequence[SentenceToken], phrase: Phrase) -> int:
    """Return where the verb may stand of which the clause of `phrase` is the object: said in a note *that* he left."""
    link = phrase.start - 1
    if link < 1 or tokens[link].lower not in LEXICON.complementizers:
        told = find_phrase_before(tokens, phrase.start) if link > 0 else None  # told Bell News | the man was late
        return told.start - 1 if told and tokens[told.start - 1].lower in LEXICON.telling else link
    verb = link - 1
    while verb > max(1, link - _LONGEST_OCCASION) and tokens[verb].is_word and not is_cue(tokens, verb):
        verb -= 1
    is_occasion = is_cue(tokens, verb) and tokens[verb + 1].lower in _LINKS
    return verb if is_occasion else link - 1


def _may_own(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether a verb within what is said says something itself: said Bo Lane *promised* “more”; not: would repeat."""
    is_past = tokens[cue].lower.endswith(LEXICON.sure_endings) or tokens[cue].lower.endswith("s")
    return is_past and tokens[cue - 1].lower not in LEXICON.unreal_modals | {"to", "will"}


def is_elsewhere(context: QuoteContext, cue: int) -> bool:
    """Whether a verb that counts only beside a quotation is beside another, or what may happen.

    “We go,” she smiled at the “old” man; if the town continues “late rain”, he said.
    """
    clause = [token.lower for token in context.tokens[context.before.start : cue]]
    is_if = any(word in LEXICON.conditionals and before != "as" for before, word in pairwise(["", *clause]))
    is_beside_only = context.tokens[cue].lower in LEXICON.beside_only - (frozenset() if is_if else LEXICON.continuing)
    if is_if and is_beside_only:
        return True
    return is_beside_only and not touches_ahead(context.tokens, cue)


def is_adding(context: QuoteContext, cue: int) -> bool:
    """Whether a verb has a thing for its object, and no words: adding a new rule from the “not critical” list."""
    tokens = context.tokens
    led = context.place - 1
    while led > cue and (tokens[led].text in _SUM or any(map(str.isdigit, tokens[led].text))):
        led -= 1  # proposed a $16tn (£12tn) “…”
    is_led = tokens[led].lower in _ARTICLES and context.place - led <= _LONGEST_LED
    is_titled = context.is_title_case and context.words > 1 and is_led
    is_subject = len(context.after) > 0 and is_finite(tokens, context.place + 1)  # said the “Hull Dream” is over
    is_said = is_subject or LEXICON.cues[tokens[cue].lower] is Manner.LABELLED
    if is_titled and cue + 1 == led and not is_said:
        return True  # proposed the “Green New Deal”
    if tokens[cue].lower not in LEXICON.doing or not tokens[context.place - 1].is_word:
        return False
    if cue + 1 == context.place:
        return tokens[cue].lower in LEXICON.plain_cues and not context.begins_capital  # to add “cross connections”
    is_object = tokens[cue + 1].lower in LEXICON.determiners - LEXICON.complementizers
    between = range(cue + 1, context.place)
    is_clause = any(tokens[place].lower in _CLAUSE_MARKS or is_finite(tokens, place) for place in between)
    return not is_clause or (is_object and tokens[cue].lower in LEXICON.plain_cues)
