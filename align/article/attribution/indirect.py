"""Who said it, where they are the subject of no verb of saying: Amy Lin’s claim that it was “late”; she is “sorry”.

Each rule takes the context of a quotation and returns what it found, or None if it has nothing to say.
"""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite, may_speak
from align.article.attribution.context import QuoteContext
from align.article.attribution.governing import Finding
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_first_phrase, find_phrase_after
from align.article.attribution.reporting_verbs import is_cue, labels_as
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.subjects import find_subject
from align.article.attribution.verb_forms import is_passive
from align.article.lexicons import LEXICON
from align.records import Role

_FARTHEST = 14  # tokens between a noun and the words
_MOST_ADJECTIVES = 2
_LONGEST_GIVEN = 5  # tokens: gave an extremely short statement
_NO_ADJECTIVES = LEXICON.determiners | LEXICON.prepositions | LEXICON.joining | LEXICON.coordinating
_NO_VERBS = LEXICON.auxiliaries | LEXICON.utterances
_DATES = LEXICON.periods | LEXICON.abbreviations | {"."}
_WHEN = LEXICON.periods | LEXICON.times | LEXICON.phrase_ends
_SHORTEST_PLANNED = 4  # words; fewer are what a plan is called: her “baby bonds” proposal
_LONGEST_CITED = 10  # tokens between "quotes" and "as saying"
_REPORTING = LEXICON.participles & LEXICON.cues.keys()
_LONGEST_LABEL = 4  # tokens: described him as a
_LINKS = LEXICON.complementizers | {"of", "to"}
_CIRCUMSTANTIAL = (LEXICON.joining | LEXICON.prepositions) - LEXICON.joining_ahead - LEXICON.origins


def find_owner_of_words(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin’s claim that it was “late”; her promise of “more”; a warning by Amy Lin that."""
    tokens = context.tokens
    if (beside := _owner_beside(context)) is not None:
        return beside
    for noun in reversed(context.before[-_FARTHEST:]):
        if is_cue(tokens, noun):
            return None
        if tokens[noun].lower not in LEXICON.utterances or tokens[noun].is_capital:
            continue
        tie = noun + 1 + (tokens[noun + 1].lower in LEXICON.giving | LEXICON.sending)  # a pledge made by Amy Lin
        if tokens[tie].lower in LEXICON.origins - {"on"}:
            phrase = find_phrase_after(tokens, tie + 1) if tie + 1 < context.place else None
            is_source = phrase is not None and _is_content(context, phrase.stop)
            return Finding(phrase, noun) if phrase is not None and is_source else None
        is_said = noun + 1 == context.place and context.begins_capital  # His comment “We go” is late
        is_content = is_said or _is_content(context, _behind_place(tokens, _behind_time(tokens, noun + 1), noun))
        owner = (find_owner(tokens, noun) or _giver(tokens, noun)) if is_content else None
        is_labelled = owner is not None and _is_labelled(context, owner)
        return Finding(owner, noun) if owner is not None and not is_labelled else None
    return None


def _is_labelled(context: QuoteContext, owner: Phrase) -> bool:
    """Whether a claim is what somebody else calls something: Bo Lane called Amy Lin’s claim that rain fell “late”."""
    tokens = context.tokens
    verb = owner.start - 1 - (owner.start > 1 and tokens[owner.start - 1].lower in LEXICON.articles)
    last = context.place - 1 - (tokens[context.place - 1].lower in LEXICON.indefinite_articles)
    is_open = tokens[last].lower in _NO_ADJECTIVES | LEXICON.complementizers or is_finite(tokens, last)
    return verb > 0 and tokens[verb].lower in LEXICON.labelled and is_cue(tokens, verb) and not is_open


def _owner_beside(context: QuoteContext) -> Finding | None:
    """Return whose words stand between an owner and a noun: Amy Lin’s “we can do it” promise; her “we can” remark."""
    tokens, noun = context.tokens, context.place + 1
    is_told = noun < len(tokens) and tokens[noun].lower.removesuffix("s") in LEXICON.utterances
    is_plan = is_told and tokens[noun].lower in LEXICON.plans and context.words < _SHORTEST_PLANNED
    if not is_told or is_plan or context.place == 0 or context.last_stop:
        return None
    owner = tokens[context.place - 1]
    if owner.is_capital and owner.text.endswith(LEXICON.possessive_endings):
        first = context.place - 1
        while first > 0 and tokens[first - 1].is_capital:
            first -= 1
        return Finding(range(first, context.place), noun)
    is_person = owner.lower in LEXICON.owning & LEXICON.gendered_pronouns
    return Finding(range(context.place - 1, context.place), noun) if is_person else None


def _behind_time(tokens: Sequence[SentenceToken], link: int) -> int:
    """Return where what was said begins behind when: his claim *last week* that it was “late”."""
    if tokens[link].text == ",":  # his claim, in a post, that
        commas = (
            place for place in range(link + 1, min(len(tokens) - 1, link + _FARTHEST)) if tokens[place].text == ","
        )
        comma = next(commas, link)
        return comma + 1 if tokens[comma + 1].lower in LEXICON.complementizers else link
    behind = range(link, min(len(tokens), link + _LONGEST_GIVEN))
    return next((place for place in behind if tokens[place].lower not in _WHEN), link)


def _behind_place(tokens: Sequence[SentenceToken], link: int, noun: int) -> int:
    """Return where what was said begins behind place and time: his claim *in the media* that it was “late”.

    Behind some nouns it is asked for: her call *in May* for “more”.
    """
    links = LEXICON.complementizers | ({"for"} if tokens[noun].lower in LEXICON.appeals else frozenset())
    if tokens[link].lower not in _CIRCUMSTANTIAL:
        return link
    behind = range(link + 1, min(len(tokens), link + _LONGEST_GIVEN))
    return next((place for place in behind if tokens[place].lower in links), link)


def _giver(tokens: Sequence[SentenceToken], noun: int) -> Phrase | None:
    """Return who says what a noun tells: *Amy Lin* herself gave a short statement that it was “late”."""
    if tokens[noun + 1].lower not in LEXICON.complementizers:
        return None
    verb = noun - 1
    while verb > 0 and tokens[verb].is_word and tokens[verb].lower not in LEXICON.giving:
        if noun - verb > _LONGEST_GIVEN or is_finite(tokens, verb):
            return None
        verb -= 1
    return find_subject(tokens, verb) if verb > 0 and tokens[verb].lower in LEXICON.giving else None


def _is_content(context: QuoteContext, link: int) -> bool:
    """Whether what begins at `link` is what was said, up to the quotation: *that it was* “late”; *of* “more”.

    Not: her claim that he left was “wrong”; described her claim that he left as “wrong”.
    """
    tokens = context.tokens
    is_call = (
        link < len(tokens)
        and tokens[link].lower == "for"
        and any(token.lower in LEXICON.appeals for token in tokens[max(0, link - _LONGEST_GIVEN) : link])
    )  # her call for “more”
    if (
        link >= context.place
        or not (tokens[link].lower in _LINKS or is_call)
        or tokens[context.place - 1].lower in LEXICON.equating
    ):
        return False
    if tokens[link].lower == "to" and not _begins_infinitive(tokens, link + 1):
        return False
    is_led = [token.text for token in tokens[context.place - 2 : context.place - 1]] == [","]
    is_subject = is_led and len(context.after) > 0 and is_finite(tokens, context.place + 1)
    if is_subject and tokens[context.place - 1].lower in LEXICON.articles:
        return False  # with her claim that it was late, the “clean bus” is back
    verbs = sum(is_finite(tokens, place, is_first=False) for place in range(link + 1, context.place))
    return verbs <= (tokens[link].lower in LEXICON.complementizers)


def _begins_infinitive(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a verb may stand behind "to", or a quotation: to *be* “late”; not: to the court; to Bo Lane."""
    token = tokens[place]
    return token.quoted is not None or not (token.is_capital or token.lower in LEXICON.determiners)


def find_owner(tokens: Sequence[SentenceToken], noun: int) -> Phrase | None:
    """Return whose noun it is: *Amy Lin’s* recent claim; *her* claim."""
    while noun > 0 and (tokens[noun - 1].lower in _DATES or tokens[noun - 1].text.isdigit()):  # his May 11 claim
        noun -= 1
    for place in range(noun - 1, max(-1, noun - 2 - _MOST_ADJECTIVES), -1):
        token = tokens[place]
        if token.lower in LEXICON.owning:
            is_within = place > 0 and tokens[place - 1].lower == "in"
            is_within &= any(is_cue(tokens, verb) for verb in range(1, place))
            is_told = is_within or is_cue(tokens, place - 1)
            return None if is_told else range(place, place + 1)  # not: said in her statement that; repeated her claim
        if token.text.endswith(LEXICON.possessive_endings):
            first = place
            while token.is_capital and first > 0 and tokens[first - 1].is_capital:
                first -= 1
            first += tokens[first].lower in _NO_ADJECTIVES and first < place  # In | Amy Lin’s words
            phrase = range(first, place + 1) if token.is_capital else find_phrase_before(tokens, place + 1)
            return phrase if phrase is not None and phrase.stop == place + 1 else None
        if not token.is_word or token.is_capital or token.lower in _NO_ADJECTIVES:
            return None
    return None


def find_cited(context: QuoteContext) -> Finding | None:
    """Find the speaker in: The Post quotes Amy Lin as saying “…”; “…,” the Post cited a nurse as saying."""
    tokens = context.tokens
    for equating in (*reversed(context.before), *context.after):
        saying = equating + 1
        is_told = saying < len(tokens) and tokens[saying].lower in _REPORTING
        if tokens[equating].lower not in LEXICON.equating or not is_told:
            continue
        for verb in range(equating - 2, max(0, equating - _LONGEST_CITED), -1):
            if tokens[verb].lower in LEXICON.citing:
                is_told = is_passive(tokens, verb)  # Amy Lin was quoted on Monday as saying
                phrase = find_phrase_before(tokens, verb) if is_told else find_phrase_after(tokens, verb + 1)
                return Finding(phrase, saying) if phrase is not None and phrase.stop <= equating else None
    return None


def find_fronted(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Calling it “a mess,” Amy Lin left; by the main clause behind a participle that begins."""
    tokens, start = context.tokens, context.place + 1
    is_perfect = tokens[0].lower in LEXICON.perfect_participles and is_cue(tokens, 1)  # Having called it
    is_led = tokens[0].lower in LEXICON.participles and tokens[0].lower in LEXICON.cues
    is_led = (is_led or is_perfect) and context.before.start == 0
    verb = int(is_perfect)
    if not is_led or any(is_cue(tokens, place) or tokens[place].text == "," for place in context.before[verb + 1 :]):
        return None
    start += [token.text for token in tokens[start : start + 1]] == [","]
    if context.last_stop != "," and start == context.place + 1:
        return None
    subject = find_phrase_after(tokens, start)
    is_clause = subject is not None and subject.stop < len(tokens) and is_finite(tokens, subject.stop)
    return Finding(subject, verb) if subject is not None and is_clause and may_speak(tokens, subject) else None


def find_feeling(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin is “confident that it holds”; he felt “sad”."""
    tokens = context.tokens
    if context.first_word not in LEXICON.feelings or context.role is Role.HEADING or context.place < 2:
        return None
    if any(is_cue(tokens, place) for place in range(context.place + 1, len(tokens))):  # was “sad”, “hurt”, aides said
        return None
    verb = context.place - 1 - (tokens[context.place - 1].lower in LEXICON.adverbs)
    if tokens[verb].lower not in LEXICON.states:
        return None
    subject = find_phrase_before(tokens, verb)
    return Finding(subject, verb) if subject and subject.stop == verb and may_speak(tokens, subject) else None


def find_complement(context: QuoteContext) -> Finding | None:
    """Find the speaker in: Amy Lin quibbled that it was “late”; by the subject of a verb that has "that" behind it."""
    tokens = context.tokens
    for link in reversed(context.before[-_FARTHEST:]):
        if tokens[link].lower not in LEXICON.complementizers or link < 2:
            continue
        verb = link - 1
        is_verb = is_finite(tokens, verb, is_first=True) and tokens[verb].lower not in _NO_VERBS
        is_verb &= not tokens[verb - 1].text.endswith(LEXICON.possessive_endings)  # Lane’s remarks that
        if not is_verb or is_passive(tokens, verb) or tokens[verb - 1].lower in LEXICON.negations:
            return None  # she was surprised that; not surprised that
        subject = find_subject(tokens, verb)
        return Finding(subject, verb) if subject and may_speak(tokens, subject) else None
    return None


def find_topic(context: QuoteContext) -> Finding | None:
    """Find the speaker in: 田中さんは「…」と話した; 「…」と田中さんは話した."""
    quotative = context.place + 1
    is_quoting = quotative in context.after and context.tokens[quotative].text in LEXICON.quotatives
    for place in (*reversed(context.before), *(context.after[1:4] if is_quoting else ())):
        if context.tokens[place].text in LEXICON.topic_particles and context.tokens[place - 1].is_word:
            verb = max(quotative, place if place > context.place else 0) + 1
            return Finding(range(place - 1, place), verb if is_quoting and verb in context.after else None)
    return None


def find_first_subject(context: QuoteContext) -> Finding | None:
    """Find the speaker with whom a sentence begins that says much of them: A man who wept about it said, “…”."""
    tokens, cue = context.tokens, context.place - 1
    while cue > 0 and not tokens[cue].is_word and tokens[cue].quoted is None:
        cue -= 1
    labels = (place for place in range(cue, max(0, cue - _LONGEST_LABEL), -1) if labels_as(tokens, place))
    cue = next((place for place in labels if is_cue(tokens, place)), cue)
    is_sure = cue > 0 and (tokens[cue].lower in LEXICON.sure_verbs or labels_as(tokens, cue))
    first = find_first_phrase(tokens[:cue]) if is_sure else None
    if first is None or not is_cue(tokens, cue) or first.stop + 1 >= cue:
        return None
    behind = [token.lower for token in tokens[first.stop : first.stop + 2]]
    is_told = behind[0] in LEXICON.personal_relatives or (behind[0] == "," and behind[1].endswith("ing"))
    is_noun = len(first) > 1 or tokens[first.start].lower not in LEXICON.pronouns
    return Finding(first, cue) if is_told and is_noun else None
