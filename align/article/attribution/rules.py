"""The rules by which a sentence attributes a quotation in it: patterns of cue and noun phrase.

Each takes the context of a quotation and returns what it found, or None if it has nothing to say.
"""

from collections.abc import Sequence

from align.article.attribution.appositions import up_to_name, with_another
from align.article.attribution.clauses import find_main_subject, may_report
from align.article.attribution.context import QuoteContext
from align.article.attribution.doubts import may_be_noun
from align.article.attribution.governing import (
    Finding,
    is_adding,
    is_adverb,
    is_aside,
    is_elsewhere,
    is_within_relative,
    outermost,
)
from align.article.attribution.inversion import find_inverted_before, may_be_inverted
from align.article.attribution.naming import only_names
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.passives import (
    find_agent,
    find_agent_behind,
    is_about_deed,
    is_passive_like,
    is_reported,
)
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_phrase_after
from align.article.attribution.relative_clauses import hangs_on_thing
from align.article.attribution.reporting_verbs import has_particle, is_cue, touches_quotation
from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.attribution.subjects import find_subject
from align.article.attribution.verb_forms import is_adverbial, is_finite_participle, is_passive, is_verb_like
from align.article.lexicons import LEXICON, Manner
from align.records import Role

_FARTHEST_CUE = 40  # words between a cue and its quotation
_LONGEST_CROSSHEAD = 6  # tokens: What they are saying:
_LONGEST_BEAT = 8  # words: “It began at night.” The nurse paused.
_AROUND = LEXICON.prepositions | LEXICON.joining
_LEADING_CLAUSE = LEXICON.prepositions | LEXICON.conjunctions
_HEADS = LEXICON.head_nouns


def find_subject_before(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin said: “…”; Amy Lin said it was “…”."""
    if _is_told_behind(context):
        return None
    doubtful: Finding | None = None
    nobody: Finding | None = None
    for cue in reversed(context.before[-_FARTHEST_CUE:]):
        if not is_cue(context.tokens, cue) or is_adding(context, cue) or is_elsewhere(context, cue):
            continue
        is_label = LEXICON.cues[context.tokens[cue].lower] is Manner.LABELLED
        agent = find_agent_behind(context) if is_label else None
        if agent is not None or only_names(context, cue):
            return Finding(agent, cue) if agent is not None else None
        if is_passive_like(context, cue) or hangs_on_thing(context.tokens, cue):
            nobody = Finding(find_agent(context.tokens, cue, context.place), cue)
            if nobody.phrase is None and ((is_label and is_about_deed(context, cue)) or is_reported(context, cue)):
                continue
            return nobody
        inverted = find_inverted_before(context, cue)
        if inverted is not None:
            return Finding(inverted, cue)
        subject = find_subject(context.tokens, cue)
        if subject is None or not _may_tell(context, subject, cue):
            continue
        if not may_be_noun(context.tokens, subject, cue):
            return outermost(context, Finding(subject, cue))
        doubtful = doubtful or Finding(subject, cue, is_open=True)
    return doubtful or nobody


def _may_tell(context: QuoteContext, subject: Phrase, cue: int) -> bool:
    """Whether a subject and its verb can be those of the quotation's clause."""
    is_apart = is_within_relative(context, cue) or is_aside(context, Finding(subject, cue))
    return not (is_apart or is_adverb(context.tokens, subject)) and may_report(context.tokens, subject)


def find_inverted_subject(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…,” said Amy Lin; « … », a dit Amy Lin."""
    tokens, cue = context.tokens, _behind(context)
    if cue is None:
        return None
    if tokens[cue].lower.rpartition("-")[2] in LEXICON.pronouns and "-" in tokens[cue].text:  # dit-il; a-t-il dit
        is_verb = tokens[cue].lower.partition("-")[0] in LEXICON.cues
        return Finding(range(cue, cue + 1), cue if is_verb else cue + 1 if cue + 1 < len(tokens) else None)
    is_perfect = (
        cue + 1 < len(tokens)
        and tokens[cue].lower in LEXICON.perfect_auxiliaries
        and tokens[cue + 1].lower in LEXICON.cues
    )
    if not is_perfect and not is_cue(tokens, cue):
        return None
    cue += is_perfect
    if tokens[cue].lower in LEXICON.participles:  # Amy Lin called it “late”, adding that …
        subject = find_main_subject(tokens, context.place)
        return Finding(subject, cue) if subject else None
    phrase = find_phrase_after(tokens, cue + 1 + has_particle(tokens, cue))
    phrase = up_to_name(tokens, phrase) if phrase else None
    return Finding(with_another(tokens, phrase), cue) if phrase and may_be_inverted(tokens, cue, phrase) else None


def find_subject_behind(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…,” Amy Lin, 34, told reporters."""
    tokens, start = context.tokens, _behind_clause(context, _behind(context))
    subject = None if start is None else find_phrase_after(tokens, start)
    if start is None or subject is None or tokens[start].lower in LEXICON.personal_relatives:
        return None  # the “hard left,” whose members, he warned, will
    for cue in context.after[:_FARTHEST_CUE]:
        if cue <= start or not is_cue(tokens, cue) or _is_before_name(tokens, cue) or _is_apart(context, cue):
            continue
        if (other := _object_behind(context, subject, cue)) is not None:
            return Finding(other.phrase, cue)
        phrase = find_phrase_before(tokens, cue)
        if is_adverbial(tokens, subject):  # Amy Lin said it was “late,” then added that
            main = find_main_subject(tokens, context.place)
            return Finding(main, cue) if main else None
        is_own_sentence = context.last_stop in (".", "…", "。")
        if is_own_sentence and not (phrase and phrase.stop == cue and _ends_soon(context, phrase, cue)):
            return None
        if phrase is not None and phrase.start != start and not (subject.stop == phrase.stop == cue):
            if tokens[subject.stop].lower in ("and", "&") and phrase.start == subject.stop + 1:
                return Finding(range(start, phrase.stop), cue)  # “…,” Amy Lin and Bo Lane said
            is_whole = (
                phrase.stop == cue and phrase.start == subject.stop + 1 and tokens[cue].lower in LEXICON.sure_verbs
            )
            if is_whole and tokens[subject.stop].lower in _AROUND:
                return Finding(range(start, phrase.stop), cue)  # “…,” the panel on the floods said
            is_described = tokens[subject.stop].text == "," and context.last_stop in (",", "!", "?")
            named = phrase if _is_own(tokens, phrase, start, cue) else subject
            return Finding(named, cue) if is_described else None  # “…,” Amy Lin, of Hull, and an aide, said
        is_part = phrase is None or subject.stop == phrase.stop == cue  # “…,” registered nurse Amy Lin said
        named = subject if is_part or phrase is None else phrase
        word = tokens[named.start]
        is_doing = len(named) == 1 and (word.lower.endswith("ing") or is_verb_like(word))  # “…,” using shared rides
        return Finding(named, cue) if may_report(tokens, named) or not is_doing else None
    return None


def _is_apart(context: QuoteContext, cue: int) -> bool:
    """Whether a verb behind the words has no part in who said them.

    “Amy”, the girl who *started* it; ‘We stay’: Rallies *continue*; “late,” due to the costs of *assuring* it.
    """
    tokens = context.tokens
    is_other = tokens[cue - 1].lower in LEXICON.relatives or context.role is Role.HEADING
    is_object = tokens[cue].lower in LEXICON.participles and tokens[cue - 1].lower in _AROUND
    return is_object or (is_other and tokens[cue].lower in LEXICON.beside_only)


def _is_before_name(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether a verb begins what its speaker closes the sentence with: “…,” it will be late, | said Amy Lin.

    Or what only tells who speaks: “…,” a person | described by Bell as “late” said.
    """
    is_label = LEXICON.cues[tokens[cue].lower] is Manner.LABELLED
    if is_label and any(token.lower in LEXICON.label_agents for token in tokens[cue + 1 : cue + 2]):
        return True
    is_parted = tokens[cue - 1].text == "," and tokens[cue].lower not in LEXICON.telling | LEXICON.participles
    behind = tokens[cue + 1] if cue + 1 < len(tokens) else None
    is_named = behind is not None and (
        behind.is_capital or behind.lower in LEXICON.articles | LEXICON.indefinite_articles
    )
    return is_parted and is_named and find_phrase_before(tokens, cue) is None


def _is_own(tokens: Sequence[SentenceToken], phrase: Phrase, start: int, cue: int) -> bool:
    """Whether the subject of a verb is right before it, not at `start`: “…,” some of them for good, | sources said."""
    is_plural = len(phrase) == 1 and phrase.stop == cue and tokens[cue - 1].lower.endswith("s")
    return is_plural and tokens[cue - 2].text == "," and not tokens[start].is_capital


def _object_behind(context: QuoteContext, subject: Phrase, cue: int) -> Finding | None:
    """Return who speaks if not who stands before the verb: “…,” the Post quoted Amy Lin; “…” was said by Amy Lin.

    Or: “…,” a statement issued by the Post said. None where the subject does, as in: Amy Lin was quoted by the Post as
    saying.
    """
    tokens = context.tokens
    is_writing = tokens[subject.stop - 1].lower in LEXICON.documents | LEXICON.messages
    if is_writing and subject.stop < cue and is_finite_participle(tokens, subject.stop):
        return Finding(subject, cue)
    is_own_sentence = context.last_stop in (".", "…", "。")  # “We go.” Voters cited the rain
    if is_own_sentence or (tokens[cue].lower in LEXICON.citing) is is_passive(tokens, cue):
        return None
    if is_passive(tokens, cue):
        return Finding(find_agent(tokens, cue, context.after.stop), cue)
    cited = find_phrase_after(tokens, cue + 1)
    return Finding(cited, cue) if cited is not None else None


def find_beat(context: QuoteContext) -> Finding | None:
    """Find the speaker in: “…” The nurse paused."""
    start = context.place + 1
    is_short = start < len(context.tokens) and len(context.after) <= _LONGEST_BEAT
    if not is_short or context.place > 0 or context.last_stop not in (".", "!", "?", "…"):
        return None
    phrase = find_phrase_after(context.tokens, start)
    if phrase is None or not context.tokens[start].is_capital or len(phrase) == len(context.after):
        return None
    return Finding(phrase) if _may_speak(context.tokens, phrase) else None


def _may_speak(tokens: Sequence[SentenceToken], phrase: Phrase) -> bool:
    """Whether a phrase that begins a sentence names a person: She, Amy Lin, the nurse; not: It, The road."""
    words = [tokens[place] for place in phrase]
    is_named = any(word.is_capital for word in words[1:]) and words[0].lower not in LEXICON.pronouns
    return is_named or words[0].lower in LEXICON.personal or words[-1].lower in _HEADS


def _behind_clause(context: QuoteContext, start: int | None) -> int | None:
    """Return where who speaks may stand behind what goes on first: “Read it” in that law, | Amy Lin said."""
    if start is None or context.tokens[start].lower not in _LEADING_CLAUSE:
        return start
    return next(
        (comma + 1 for comma in range(start, context.after.stop - 1) if context.tokens[comma].text == ","), start
    )


def _is_told_behind(context: QuoteContext) -> bool:
    """Whether the speaker stands behind a quotation, and no verb before touches it: If so, “we sleep,” he said."""
    is_told_that = context.place > 0 and context.tokens[context.place - 1].lower in LEXICON.complementizers
    is_parted = is_told_that and [context.tokens[place].text for place in context.after[:1]] == [","]
    if context.last_stop not in (",", "，") and not is_parted:
        return False
    before = next((place for place in reversed(context.before) if is_cue(context.tokens, place)), None)
    behind = find_inverted_subject(context) or find_subject_behind(context)
    is_question = context.follows_colon and len(context.before) <= _LONGEST_CROSSHEAD
    is_question = is_question and context.tokens[context.before.start].lower in LEXICON.conjunctions
    if behind is not None and is_question:  # What they are saying: “We go,” Amy Lin said
        return True
    is_outlet = behind is not None and context.tokens[behind.cue or 0].lower in LEXICON.relaying
    if (
        before is not None and is_outlet and _is_told_by_person(context, before)
    ):  # Amy Lin called it “late,” Bell reported
        return False
    if before is not None and (is_told_that or touches_quotation(context.tokens, before)):
        subject = find_subject(context.tokens, before)
        is_thing = subject is not None and is_told_that and not _may_speak(context.tokens, subject)
        if not is_thing:  # Bo Lane told them that “we go,” said Amy Lin; not: Polls suggest that “we go,” she said
            return False
    return behind is not None


def _is_told_by_person(context: QuoteContext, cue: int) -> bool:
    subject = find_subject(context.tokens, cue) if not is_passive_like(context, cue) else None
    return subject is not None and _may_speak(context.tokens, subject)


def _behind(context: QuoteContext) -> int | None:
    """Return where an attribution behind the quotation would start; None if the writer's sentence just goes on."""
    start, is_parted = context.place + 1, context.last_stop in (*",!?…—–，！？",)
    openers = (",", *DASHES, ":") if context.role is Role.HEADING else (",", *DASHES)
    if start < len(context.tokens) and context.tokens[start].text in openers:
        start, is_parted = start + 1, True
    if (
        start + 2 < context.after.stop
        and (context.tokens[start].lower, context.tokens[start + 1].lower) in LEXICON.manner_phrases
    ):
        return start + 2
    ahead = context.tokens[: context.place]
    begins_sentence = all(token.text in DASHES for token in ahead) or ahead[-1].quoted is not None
    is_possible = is_parted or (begins_sentence and context.words > 2)
    return start if is_possible and start < context.after.stop else None


def _behind_addressee(context: QuoteContext, cue: int) -> int:
    """Return where a sentence goes on behind a verb and whom it is told: told the audience | in Hull."""
    tokens, start = context.tokens, cue + 1
    is_told = tokens[cue].lower in LEXICON.telling and start < context.after.stop
    addressee = find_phrase_after(tokens, start) if is_told else None
    if addressee is None or tokens[start].lower in LEXICON.indefinite_articles | LEXICON.objective:
        return start  # not: told a story; told him to go
    return addressee.stop


def _ends_soon(context: QuoteContext, phrase: Phrase, cue: int) -> bool:
    """Whether only a stop follows a verb, or where or when a full name said it: Amy Lin said in a talk on Sunday."""
    rest = context.tokens[_behind_addressee(context, cue) : context.after.stop]
    if not rest or rest[0].ends_sentence:
        return True
    is_sure = context.place == 0 and context.tokens[cue].lower.endswith(LEXICON.sure_endings)
    is_named = (len(phrase) > 1 or is_sure) and all(context.tokens[place].is_capital for place in phrase)
    is_free = all(
        token.quoted is None and token.text != ":" and token.lower not in LEXICON.complementizers for token in rest
    )
    is_aside = (
        is_free
        and rest[0].lower in _AROUND | LEXICON.equating
        and not any(is_cue(rest, place) for place in range(1, len(rest)))
    )
    return is_named and is_aside
