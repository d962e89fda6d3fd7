"""Who said each quotation: by its sentence first, else by what stands around it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from align.article.attribution.attribution import NOBODY, Attribution, Rule, find_in_sentence
from align.article.attribution.context import Site, moved
from align.article.attribution.narration import Narration
from align.article.attribution.noun_phrases import first_phrase, fuller
from align.article.attribution.rules import Finding, beat, name_below, signature
from align.article.attribution.sentences import Sentence
from align.article.entities.resolver import Identity
from align.article.lexicons.lexicon import COORDINATING
from align.records import Role, Span

_LONGEST_LIST = 4  # quotations ahead
_LISTING = COORDINATING | {","}
_LONGEST_COORDINATION = 6  # tokens: it was “bad”, and on Friday “worse”


def attributions(narration: Narration, identity: Identity) -> Iterator[Attribution]:
    """Yield the attribution of every run of `narration`, in order."""
    attributor = _Attributor(narration, identity)
    for index in range(len(narration.runs)):
        yield attributor.visit(index)


class _Attributor:
    """Attributes runs one after the other: later ones may inherit from earlier ones."""

    def __init__(self, narration: Narration, identity: Identity) -> None:
        self._narration, self._identity = narration, identity
        self._followers = {
            run.continues: index for index, run in enumerate(narration.runs) if run.continues is not None
        }
        self._found: list[Attribution] = []

    def visit(self, index: int) -> Attribution:
        """Return the attribution of the next run."""
        self._found.append(self._attribute(index))
        return self._found[index]

    def _attribute(self, index: int) -> Attribution:
        run = self._narration.runs[index]
        source = run.inside if run.inside is not None else run.continues
        if source is not None:
            return self._found[source].lent(Rule.INHERITED)
        sentences = (self._by_sentence(self._narration.site(member)) for member in self._chain(index))
        found = next((attribution for attribution in sentences if attribution is not None), None)
        return found or self._by_surroundings(index)

    def _chain(self, head: int) -> Iterator[int]:
        member: int | None = head
        while member is not None:
            yield member
            member = self._followers.get(member)

    def _by_sentence(self, site: Site) -> Attribution | None:
        found = find_in_sentence(site)
        return self._attribution(site, *found) if found else None

    def _attribution(self, site: Site, rule: Rule, finding: Finding) -> Attribution:
        if finding.phrase is None:
            return Attribution(None, rule, site, finding)
        phrase = fuller(site.tokens, finding.phrase)
        speaker = self._identity.speaker(site.chars(phrase))
        if finding.cue is not None:
            self._identity.remember(speaker, site.chars(phrase))
        return Attribution(speaker, rule, site, replace(finding, phrase=phrase))

    def _by_surroundings(self, index: int) -> Attribution:
        site = self._narration.site(index)
        earlier = self._neighbour(index, -1)
        if not site.stands_alone:
            listed = self._by_list(index)
            if listed is not None:
                return listed
            is_coordinated = site.before.start > 0 and len(site.before) <= _LONGEST_COORDINATION
            return self._found[earlier].lent(Rule.COORDINATED) if is_coordinated and earlier is not None else NOBODY
        introduced = self._by_sentence_before(index)
        if introduced is not None:
            return introduced
        if earlier is not None and self._found[earlier].speaker is not None:
            return self._found[earlier].lent(Rule.SAME_PARAGRAPH)
        if site.role in (Role.HEADING, Role.CAPTION) and site.last_stop not in (".", "!", "?"):
            return NOBODY
        return (
            self._by_beat(site)
            or self._by_next(index)
            or self._by_signature_below(index)
            or self._by_blocks_before(index)
            or NOBODY
        )

    def _by_list(self, index: int) -> Attribution | None:
        """Return the attribution of the list that a quotation begins or goes on: it was “bad” and “sad”, aides said."""
        for _ in range(_LONGEST_LIST):
            following = self._neighbour(index, 1)
            site = self._narration.site(index)
            if (
                following is None
                or not site.after
                or any(site.tokens[place].lower not in _LISTING for place in site.after)
            ):
                return None
            found = self._by_sentence(self._narration.site(following))
            if found is not None:
                return found.lent(Rule.COORDINATED)
            index = following
        return None

    def _neighbour(self, index: int, step: int) -> int | None:
        """Return the run before or after in the same block."""
        siblings = self._narration.runs_in(self._narration.runs[index].block)
        place = bisect_left(siblings, index) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    def _by_sentence_before(self, index: int) -> Attribution | None:
        """Return the attribution to whom the sentence before is about, as in: Amy Lin smiled. “We are full”."""
        sentence = self._narration.sentence_before(index)
        return self._by_subject(sentence) if sentence is not None else None

    def _by_beat(self, site: Site) -> Attribution | None:
        finding = beat(site)
        return self._attribution(site, Rule.BEAT, finding) if finding else None

    def _by_next(self, index: int) -> Attribution | None:
        following = self._neighbour(index, 1)
        found = self._by_sentence(self._narration.site(following)) if following is not None else None
        return found.lent(Rule.NEXT_IN_PARAGRAPH) if found else None

    def _by_signature_below(self, index: int) -> Attribution | None:
        """Return the attribution of a quotation under which "— Amy Lin" or "Amy Lin, ward head" stands."""
        below = self._narration.runs[index].block + 1
        if below >= len(self._narration.blocks) or self._narration.runs_in(below):
            return None
        site, sentences = self._narration.site(index), self._narration.sentences(below)
        if len(sentences) != 1:
            return None
        signed = moved(site, Sentence((site.tokens[site.place], *sentences[0])), 0)
        is_alone = len(site.tokens) == 1 and len(self._narration.sentences(below - 1)) == 1
        finding = signature(signed) or (name_below(signed) if is_alone else None)
        return self._attribution(signed, Rule.SIGNATURE, finding) if finding else None

    def _by_blocks_before(self, index: int) -> Attribution | None:
        """Return the attribution of a quotation that opens its block, by a caption or by what was said before."""
        site, number = self._narration.site(index), self._narration.runs[index].block
        if self._narration.sentences(number)[0][0].run != index:
            return None
        for block in range(number - 1, max(-1, number - 4), -1):
            role = self._narration.blocks[block].role
            if role in (Role.CAPTION, Role.HEADING):
                person = self._identity.person_at_start(self._narration.blocks[block].chars)
                if person is not None:
                    return Attribution(person, Rule.CAPTION)
            elif role is not Role.BOILERPLATE:
                return self._by_announcement(site, block) or self._by_block(block)
        return None

    def _by_announcement(self, site: Site, block: int) -> Attribution | None:
        """Return the attribution by a block that ends in a colon."""
        sentence = self._narration.sentences(block)[-1]
        if sentence[-1].text != ":":
            return None
        return self._by_sentence(moved(site, Sentence((*sentence, site.tokens[site.place])), len(sentence)))

    def _by_block(self, block: int) -> Attribution | None:
        """Return the speaker whom a block leaves behind: the last one quoted, else whom its last sentence is about."""
        runs = self._narration.runs_in(block)
        if runs:
            return self._found[runs[-1]].lent(Rule.RUNNING)
        return self._by_subject(self._narration.sentences(block)[-1])

    def _by_subject(self, sentence: Sentence) -> Attribution | None:
        phrase = first_phrase(sentence)
        if phrase is None:
            return None
        span = Span(sentence[phrase.start].start, sentence[phrase.stop - 1].end)
        person = self._identity.person_at_start(span)
        return Attribution(person, Rule.INTRODUCED) if person else None
