"""Who said each quotation (quote attribution): by its sentence first, else by what stands around it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from align.article.attribution.appositions import extend_to_name
from align.article.attribution.confidence import SpeakerConfidence
from align.article.attribution.context import QuoteContext, move_to
from align.article.attribution.coordination import goes_on_list, is_coordinated, is_under_same_verb
from align.article.attribution.doubts import find_head, is_voiceless
from align.article.attribution.governing import Finding
from align.article.attribution.narration import Narration
from align.article.attribution.order import NOBODY, Attribution, Rule, find_in_sentence, is_doubted
from align.article.attribution.reported import find_introduced, find_reported
from align.article.attribution.rules import find_beat
from align.article.attribution.sentences import Sentence
from align.article.attribution.signatures import find_signed
from align.article.entities.discourse import Discourse, is_only_text
from align.article.entities.resolver import EntityResolver
from align.article.entities.strangers import is_name
from align.article.lexicons import LEXICON
from align.records import Role, Span

_OF_A_PART = frozenset(
    (Rule.NOUN, Rule.FEELING, Rule.ACCORDING_TO)
)  # Amy Lin recalled Bo Lane’s claim that it is “late”
_LONGEST_LIST = 4  # quotations ahead
_HEADS = LEXICON.head_nouns | LEXICON.organisations
_GENDERED = LEXICON.gendered_pronouns
_LISTING = LEXICON.coordinating | LEXICON.articles | LEXICON.indefinite_articles | {","}
_SHORTEST_CARRIED = 5  # words


def attribute_quotes(
    narration: Narration, continues: Mapping[int, int], resolver: EntityResolver
) -> Iterator[Attribution]:
    """Yield the attribution of every quoted span, in order; `continues` has which of them carries on which."""
    attributor = _Attributor(narration, continues, resolver)
    for index in range(len(narration.spans)):
        yield attributor.visit(index)


class _Attributor:
    """Attributes spans one after the other: later ones may inherit from earlier ones."""

    def __init__(self, narration: Narration, continues: Mapping[int, int], resolver: EntityResolver) -> None:
        self._narration, self._continues, self._resolver = narration, continues, resolver
        self._followers = {earlier: later for later, earlier in continues.items()}
        self._discourse = Discourse()
        self._confidence = SpeakerConfidence(narration, resolver.people)
        self._given: list[Attribution] = []

    def visit(self, index: int) -> Attribution:
        """Return the attribution of the next span; what it says of its speaker is known to those behind it."""
        attribution = self._confidence.weighed(index, self._attribute(index))
        if attribution.referent is not None:
            self._discourse.note(attribution.referent, is_quoted=attribution.cue is not None)
        self._given.append(attribution)
        return attribution

    def _attribute(self, index: int) -> Attribution:
        if self._narration.is_only_named(index):
            return NOBODY
        quoted = self._narration.spans[index]
        source = quoted.inside if quoted.inside is not None else self._continues.get(index)
        if source is not None:
            return self._given[source].inherited(Rule.INHERITED)
        listed = self._by_list_before(index)
        if listed is not None:
            return listed
        sentences = (self._by_sentence(self._narration.context(member)) for member in self._chain(index))
        found = next((attribution for attribution in sentences if attribution is not None), None)
        return found or self._by_surroundings(index)

    def _chain(self, head: int) -> Iterator[int]:
        member: int | None = head
        while member is not None:
            yield member
            member = self._followers.get(member)

    def _by_sentence(self, context: QuoteContext) -> Attribution | None:
        found = find_in_sentence(context)
        given = self._attribution(context, *found) if found else None
        is_source = given is not None and given.rule is Rule.ACCORDING_TO and given.is_unsent
        return None if is_source and self._is_led(context) else given

    def _is_led(self, context: QuoteContext) -> bool:
        """Whether somebody is quoted before in the sentence, with "that" or a verb: called it “a”, which was “b”."""
        first = next((token.quoted for token in context.tokens if token.quoted is not None), None)
        return first is not None and first < len(self._given) and self._given[first].cue is not None

    def _attribution(self, context: QuoteContext, rule: Rule, finding: Finding) -> Attribution:
        if finding.phrase is None:
            return Attribution(None, rule, context, finding)
        phrase = extend_to_name(context.tokens, finding.phrase)
        if finding.is_open or (
            is_doubted(rule, context, finding) and is_voiceless(context.tokens, phrase, finding.cue)
        ):
            return Attribution(None, Rule.UNREAD, context, replace(finding, phrase=phrase))
        quoted = context.chars(range(context.place, context.place + 1))
        referent = self._resolver.resolve(context.chars(phrase), self._discourse, quoted)
        if rule is Rule.ANNOUNCED and referent.is_body:
            return NOBODY  # the Board blamed them: “…”
        if (
            rule is Rule.COLON
            and referent.is_lone
            and not is_name(self._narration.text, context.tokens[phrase.start].text)
        ):
            return NOBODY  # Examples: “…”
        head = context.tokens[find_head(context.tokens, phrase)].lower  # Rallies *continue* for pastor
        if rule is Rule.HEADLINE and referent.person is None and {head, head.removesuffix("s")}.isdisjoint(_HEADS):
            return NOBODY
        speaker = referent.speaker
        if speaker is not None and is_only_text(speaker):  # whose the email is that says so
            speaker = None
        return Attribution(speaker, rule, context, replace(finding, phrase=phrase), referent)

    def _by_surroundings(self, index: int) -> Attribution:
        context = self._narration.context(index)
        if context.role is Role.POST:
            return self._by_signature(index) or self._by_announcement_before(index) or NOBODY
        earlier = self._earlier(index)
        if not context.stands_alone:
            listed = self._by_list(index)
            if listed is not None:
                return listed
            if earlier is not None and (is_coordinated(context) or self._is_under_same_verb(earlier, context)):
                return self._given[earlier].inherited(Rule.COORDINATED)
            return self._by_sentence_carried(index, context) or NOBODY
        if context.last_stop in (",", "，") and any(context.tokens[place].is_word for place in context.after):
            return Attribution(None, Rule.UNREAD)
        introduced = self._by_sentence_before(index)
        if introduced is not None:
            return introduced
        if context.follows_colon and any(context.tokens[place].is_capital for place in context.before[1:]):
            return Attribution(None, Rule.UNREAD)
        if earlier is not None and self._given[earlier].speaker is not None:
            return self._given[earlier].inherited(Rule.SAME_PARAGRAPH)
        if context.role in (Role.HEADING, Role.CAPTION) and context.last_stop not in (".", "!", "?"):
            return NOBODY
        return (
            self._by_beat(context)
            or self._by_next(index)
            or self._by_signature(index)
            or self._by_blocks_before(index)
            or NOBODY
        )

    def _by_sentence_carried(self, index: int, context: QuoteContext) -> Attribution | None:
        """Return the attribution of the sentence before, which this one goes on: Lin said it is late. But “we go” on.

        None where this one names somebody else, or where the words may be a term.
        """
        number, first = self._narration.sentence_number(index), context.tokens[0]
        is_short = context.words < _SHORTEST_CARRIED and first.lower not in _GENDERED
        if is_short or context.role in (Role.HEADING, Role.CAPTION):
            return None
        sentences = self._narration.sentences(self._narration.spans[index].block)
        if first != sentences[number][0]:  # Amy Lin said “we stay.” She called it “late”
            return self._carried(context, self._given[self._narration.neighbour(index, -1) or 0])
        is_another = first.lower in LEXICON.indefinite_articles  # A sign read “we are shut”
        if number == 0 or context.words < _SHORTEST_CARRIED or is_another:
            return None
        sentence = sentences[number - 1]
        quoted = [token.quoted for token in sentence if token.quoted is not None]
        given = self._given[quoted[-1]] if quoted else find_reported(sentence, self._resolver, self._discourse)
        if given is not None and not quoted and (given.referent is None or given.referent.person is None):
            return None
        return self._carried(context, given) if given is not None else None

    def _carried(self, context: QuoteContext, given: Attribution) -> Attribution | None:
        """Return an attribution for another sentence, unless that names somebody else."""
        named = self._resolver.people_in(Span(context.tokens[0].start, context.tokens[-1].end))
        is_other = given.speaker is None or not named <= {given.speaker}
        return None if is_other else given.inherited(Rule.CARRIED)

    def _is_under_same_verb(self, earlier: int, context: QuoteContext) -> bool:
        """Whether the verb before an earlier quotation of the sentence governs this one: said “a” things are “b”."""
        first = self._first_coordinated(earlier)
        given = self._given[earlier if first is None else first]
        return is_under_same_verb(given, context)

    def _by_list_before(self, index: int) -> Attribution | None:
        """Return the attribution of what somebody called something, for the rest of the list."""
        first = self._first_coordinated(self._narration.neighbour(index, -1))
        is_listed = first is not None and goes_on_list(self._given[first], self._narration.context(index))
        return self._given[first].inherited(Rule.COORDINATED) if first is not None and is_listed else None

    def _first_coordinated(self, index: int | None) -> int | None:
        """Return the quotation whose speaker those up to `index` have been given in turn."""
        while index is not None and self._given[index].rule is Rule.COORDINATED:
            index = self._narration.neighbour(index, -1)
        return index

    def _by_list(self, index: int) -> Attribution | None:
        """Return the attribution of the list that a quotation begins or goes on: it was “bad” and “sad”, aides said."""
        for _ in range(_LONGEST_LIST):
            following = self._narration.neighbour(index, 1)
            context = self._narration.context(index)
            if (
                following is None
                or not context.after
                or any(context.tokens[place].lower not in _LISTING for place in context.after)
            ):
                return None
            found = self._by_sentence(self._narration.context(following))
            if found is not None:
                return found.inherited(Rule.COORDINATED)
            index = following
        return None

    def _earlier(self, index: int) -> int | None:
        """Return the span before in the same block, but for the titles between: on “Meet the Press.” “We go”."""
        earlier = self._narration.neighbour(index, -1)
        while earlier is not None and self._narration.is_only_named(earlier):
            earlier = self._narration.neighbour(earlier, -1)
        return earlier

    def _by_sentence_before(self, index: int) -> Attribution | None:
        """Return the attribution to whom the sentence before reports or is about: Amy Lin smiled. “We are full”."""
        sentence = self._narration.sentence_before(index)
        if sentence is None:
            return None
        quoted = (self._given[token.quoted] for token in reversed(sentence) if token.quoted is not None)
        given = next((one for one in quoted if one.speaker is not None and one.rule not in _OF_A_PART), None)
        if given is not None:
            return given.inherited(Rule.SAME_PARAGRAPH)
        reported = find_reported(sentence, self._resolver, self._discourse)
        if reported is not None:
            return replace(reported, rule=Rule.SAME_PARAGRAPH)
        is_of_work = any(token.is_title for token in sentence)  # Amy Lin read “Late Rain.” “We go.”
        return None if is_of_work else find_introduced(sentence, self._resolver, self._discourse)

    def _by_beat(self, context: QuoteContext) -> Attribution | None:
        finding = find_beat(context)
        return self._attribution(context, Rule.BEAT, finding) if finding else None

    def _by_next(self, index: int) -> Attribution | None:
        following = self._narration.neighbour(index, 1)
        found = self._by_sentence(self._narration.context(following)) if following is not None else None
        return found.inherited(Rule.NEXT_IN_PARAGRAPH) if found else None

    def _by_signature(self, index: int) -> Attribution | None:
        """Return the attribution of a quotation behind or under which "Amy Lin, ward head" stands."""
        *_, last = self._chain(index)
        signed = find_signed(self._narration, self._resolver, last)
        return self._attribution(signed[0], Rule.SIGNATURE, signed[1]) if signed else None

    def _by_blocks_before(self, index: int) -> Attribution | None:
        """Return the attribution of a quotation that opens its block, by a caption or by what was said before."""
        narration, number = self._narration, self._narration.spans[index].block
        if narration.sentences(number)[0][0].quoted != index or narration.is_labelled(index):
            return None
        for block in range(number - 1, max(-1, number - 4), -1):
            role = narration.blocks[block].role
            if role in (Role.CAPTION, Role.HEADING):
                is_topic = narration.begins_with_topic(block)  # Amy Lin on the noise
                person = self._resolver.find_person_at_start(narration.blocks[block].chars, is_proven=not is_topic)
                if person is not None:
                    return Attribution(person, Rule.CAPTION)
            elif role not in (Role.BOILERPLATE, Role.POST):
                announced = self._by_announcement(narration.context(index), block)
                if announced or not narration.only_announces(block):
                    return announced or self._by_block(narration.context(index), block, number + 1)
        return None

    def _by_announcement_before(self, index: int) -> Attribution | None:
        block = self._narration.spans[index].block
        return self._by_announcement(self._narration.context(index), block - 1) if block > 0 else None

    def _by_announcement(self, context: QuoteContext, block: int) -> Attribution | None:
        """Return the attribution by a block that ends in a colon."""
        sentence = self._narration.sentences(block)[-1]
        if sentence[-1].text != ":":
            return None
        return self._by_sentence(move_to(context, Sentence((*sentence, context.tokens[context.place])), len(sentence)))

    def _by_block(self, context: QuoteContext, block: int, behind: int) -> Attribution | None:
        """Return the speaker whom a block leaves behind: the last one quoted, or whom its last sentence is about.

        None where that is not one person: an exchange of questions and answers, which the paragraph `behind` may
        hold, or two people in turn.
        """
        spans, sentence = self._narration.spans_in(block), self._narration.sentences(block)[-1]
        if not spans:
            about = find_reported(sentence, self._resolver, self._discourse) or find_introduced(
                sentence, self._resolver, self._discourse
            )
            is_known = about is not None and any(about.speaker == given.speaker for given in self._given)
            return about if is_known or (about is not None and about.rule is Rule.REPORTED) else None
        speakers = {self._given[span].speaker for span in spans}
        is_asked = self._narration.context(spans[-1]).last_stop == "?"
        is_asked |= context.last_stop == "?" and self._narration.begins_with_quotation(behind)  # the answer
        is_last = any(token.quoted in spans for token in sentence)
        if len(speakers) > 1 or is_asked:
            return Attribution(None, Rule.UNREAD)
        reported = None if is_last else find_reported(sentence, self._resolver, self._discourse)
        return reported or self._given[spans[-1]].inherited(Rule.RUNNING)
