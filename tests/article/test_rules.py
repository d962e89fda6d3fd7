"""Each rule of attribution on sentences that it is for, and on some that it is not."""

import pytest

from align.article.attribution import closings, indirect, rules, set_apart, sources
from align.article.attribution.order import Rule, find_in_sentence
from tests.article.reading import context_of, words_at

BEFORE = rules.find_subject_before
INVERTED = rules.find_inverted_subject
BEHIND = rules.find_subject_behind


@pytest.mark.parametrize(
    ("rule", "text", "speaker", "cue"),
    [
        (BEFORE, "Amy Lin said: “We are full.”", "Amy Lin", "said"),
        (BEFORE, "Amy Lin said it was “a mess”.", "Amy Lin", "said"),
        (BEFORE, "The mayor was called “weak” by Bo Lane.", "Bo Lane", "called"),
        (BEFORE, "Another said he thought it was “too late”.", "Another", "said"),
        (BEFORE, "The board, which met on Friday, said: “We are full.”", "The board", "said"),
        (INVERTED, "“We are full,” said Amy Lin.", "Amy Lin", "said"),
        (INVERTED, "“We are full” said the board.", "the board", "said"),
        (INVERTED, "« C’est fini », a dit Léa Roux.", "Léa Roux", "dit"),
        (INVERTED, "« C’est fini », dit-il.", "dit-il", "dit-il"),
        (BEHIND, "“We are full,” Amy Lin, 34, told reporters.", "Amy Lin", "told"),
        (BEHIND, "“We are full,” the mayor was told by Bo Lane.", "Bo Lane", "told"),
        (BEHIND, "“We are full” is how Amy Lin described it.", "Amy Lin", "described"),
        (BEHIND, "“We are full.” Amy Lin said.", "Amy Lin", "said"),
        (closings.find_trailing, "‘No money left’ for libraries, says council leader", "council leader", "says"),
        (sources.find_source, "“We are full,” according to Amy Lin.", "Amy Lin", "according"),
        (sources.find_source, "In the words of Amy Lin, “we are full”.", "Amy Lin", "words"),
        (sources.find_source, "„Wir sind voll“, so der Sprecher der Polizei.", "der Sprecher der Polizei", "so"),
        (sources.find_source, "Selon Léa Roux, « c’est fini ».", "Léa Roux", "Selon"),
        (set_apart.find_signature, "“We are full.” — Amy Lin, ward head", "Amy Lin", None),
        (set_apart.find_signature, "“We are full.” — a nurse", "a nurse", None),
        (indirect.find_topic, "田中さんは「はい」と話した。", "田中さん", "話した"),
        (indirect.find_topic, "「はい」と田中さんは話した。", "田中さん", "話した"),
        (set_apart.find_label, "Amy Lin, on the flood: “We are full.”", "Amy Lin", None),
        (set_apart.find_in_headline, "Mayor ‘sorry’ for flood delay", "Mayor", None),
        (set_apart.find_in_headline, "‘We are full’: Amy Lin on the wards", "Amy Lin", None),
        (rules.find_beat, "“We are full.” The nurse paused.", "The nurse", None),
        (rules.find_beat, "“We are full.” She shook her head slowly.", "She", None),
    ],
)
def test_a_rule_finds_the_speaker(rule, text, speaker, cue):
    context = context_of(text)
    finding = rule(context)

    assert words_at(context, finding.phrase, text) == speaker
    assert (finding.cue is not None and context.tokens[finding.cue].text) == (cue or False)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (BEFORE, "The bridge, known as “the gate”, fell."),
        (BEFORE, "“We are full,” said Amy Lin."),
        (INVERTED, "The “gate” fell on Friday."),
        (INVERTED, "“We are full,” Amy Lin said."),
        (BEHIND, "“We are full.” The mayor, who said little, left."),
        (BEHIND, "The “gate” fell, Amy Lin said."),
        (closings.find_trailing, "‘No money left’ for libraries, says council leader who then went home early"),
        (sources.find_source, "“We are full,” the council wrote."),
        (set_apart.find_signature, "“We are full” — and nobody came."),
        (set_apart.find_signature, "“We are full” — Amy Lin said."),
        (indirect.find_topic, "Amy Lin said: “We are full.”"),
        (set_apart.find_label, "Q: “Are you full?”"),
        (set_apart.find_label, "Amy Lin wept. “We are full.”"),
        (set_apart.find_in_headline, "The mayor was ‘sorry’ for the delay, and for the flood of Friday."),
        (set_apart.find_in_headline, "Mayor’s ‘sorry’ state"),
        (rules.find_beat, "“We are full.” It rained."),
        (rules.find_beat, "“We are full.” The road closed early."),
        (rules.find_beat, "Amy Lin said “we are full”. She paused."),
    ],
)
def test_a_rule_has_nothing_to_say(rule, text):
    assert rule(context_of(text)) is None


@pytest.mark.parametrize("text", ["Amy Lin, ward head", "Amy Lin"])
def test_a_name_below_signs(text):
    assert set_apart.find_name_below(context_of(f"“We are full.” {text}")) is not None


@pytest.mark.parametrize(
    "text", ["Amy", "the ward head", "Amy Lin, ward head, said so", "Amy Lin, ward head.", "Amy Lin left"]
)
def test_a_line_below_that_is_no_name_signs_nothing(text):
    assert set_apart.find_name_below(context_of(f"“We are full.” {text}")) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“We are full.” — Amy Lin, ward head", Rule.SIGNATURE),
        ("Bo Lane wept, but Amy Lin said: “We are full.”", Rule.BEFORE),
        ("“We are full,” said Amy Lin.", Rule.INVERTED),
        ("“We are full,” Amy Lin told reporters.", Rule.SUBJECT_FIRST),
        ("Mayor ‘sorry’ for flood delay", Rule.HEADLINE),
    ],
)
def test_the_first_rule_that_has_something_to_say_decides(text, rule):
    assert find_in_sentence(context_of(text))[0] is rule


@pytest.mark.parametrize("text", ["The “gate” fell on Friday.", "Nobody knew. “We are full.” It rained."])
def test_a_sentence_that_names_nobody(text):
    assert find_in_sentence(context_of(text)) is None


def test_what_is_too_often_wrong_is_a_guess():
    assert {rule for rule in Rule if rule.is_guess} == {
        Rule.ANNOUNCED, Rule.TRAILING, Rule.HEADLINE, Rule.RUNNING, Rule.REPORTED, Rule.INTRODUCED, Rule.CAPTION,
        Rule.CARRIED, Rule.COMPLEMENT,
    }  # fmt: skip
