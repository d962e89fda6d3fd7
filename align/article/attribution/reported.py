"""Whom does a sentence without quotations report, or is it about? So may the quotation behind it be theirs."""

from align.article.attribution.appositions import extend_to_name
from align.article.attribution.order import Attribution, Rule
from align.article.attribution.phrases_ahead import find_first_phrase
from align.article.attribution.reporting_verbs import find_reply, is_cue, is_negated, issues
from align.article.attribution.sentences import Sentence
from align.article.attribution.subjects import find_subject
from align.article.attribution.verb_forms import is_passive
from align.article.entities.discourse import Discourse
from align.article.entities.resolver import EntityResolver
from align.article.lexicons import LEXICON
from align.records import Span

_GENDERED = LEXICON.gendered_pronouns
_DEPENDENT_CUES = LEXICON.participles | LEXICON.plain_cues


def find_reported(sentence: Sentence, resolver: EntityResolver, discourse: Discourse) -> Attribution | None:
    """Return the attribution to whom a sentence without quotations reports: Bo Lane said the village waits."""
    for cue in range(1, len(sentence)):
        is_verb = is_cue(sentence, cue) or issues(sentence, cue)
        if is_verb and not is_passive(sentence, cue) and sentence[cue].lower not in _DEPENDENT_CUES:
            cue = find_reply(sentence, cue)
            phrase = find_subject(sentence, cue)
            if phrase is None or is_negated(sentence, cue, phrase):
                return None
            named = extend_to_name(sentence, phrase)
            span = Span(sentence[named.start].start, sentence[named.stop - 1].end)
            referent = resolver.resolve(span, discourse)
            is_somebody = referent.person is not None or resolver.names_somebody(span)
            return Attribution(referent.speaker, Rule.REPORTED, referent=referent) if is_somebody else None
    return None


def find_introduced(sentence: Sentence, resolver: EntityResolver, discourse: Discourse) -> Attribution | None:
    """Return the attribution to the person with whose name a sentence begins, or to whom its pronoun means."""
    phrase = find_first_phrase(sentence)
    if phrase is None:
        return None
    span = Span(sentence[phrase.start].start, sentence[phrase.stop - 1].end)
    if len(phrase) == 1 and sentence[phrase.start].lower in _GENDERED:
        referent = resolver.resolve(span, discourse)
        is_known = referent.person is not None
        return Attribution(referent.speaker, Rule.INTRODUCED, referent=referent) if is_known else None
    person = resolver.find_person_at_start(span)
    return Attribution(person, Rule.INTRODUCED) if person else None
