"""Right words under the wrong name: what is confirmed, what is left to the ear, and above all what is not said."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.voices.attribution import _listed, attribute
from align.compare.voices.names import Key, canonical_names, is_person, name_voices
from align.compare.voices.rivals import is_unlike
from align.compare.voices.rooms import Sample
from align.records import Certainty, Interval, Severity, Verdict
from tests import lbc_case
from tests.voices.rooms import Said, diarization, judged, report, transcript, without_sound

ASKED = "PAPBPAPBPAPB"
"""P asks; A and B answer in turn."""

P, A, B = 0, 1, 3
"""Turns of each."""

A_TURNS, B_TURNS = (1, 5, 9), (3, 7, 11)
FAIR = [*(Said("Ada Okonjo", turn) for turn in A_TURNS), *(Said("Ben Hale", turn) for turn in B_TURNS)]


def found(checked):
    return {check.quote.id: check.misattribution for check in checked.checks if check.misattribution}


def test_fair_quotes_are_quiet_and_name_their_voices():
    checked = judged(diarization(ASKED), FAIR, asking="0")

    assert found(checked) == {}
    assert [(voice.name, voice.is_presenter) for voice in checked.transcripts[0].voices] == [
        (None, True), ("Ada Okonjo", False), ("Ben Hale", False),
    ]  # fmt: skip
    assert [check.voice for check in checked.checks] == [1, 1, 1, 2, 2, 2]
    assert {check.verdict for check in checked.checks} == {Verdict.VERBATIM}


ALIKE = (
    "voice 1, voice 2 and voice 3 are hard to tell apart by their sound: who of them speaks may be mistaken, and under "
    "whose name a quote in one of these voices stands has to be checked by ear."
)


def test_between_voices_that_are_hardly_told_apart_nothing_is_confirmed_and_that_is_said():
    said = [*FAIR, Said("Ada Okonjo", B)]
    clear, blurred = (judged(diarization(ASKED, alike, noise), said, asking="0") for alike, noise in TWICE)

    assert found(clear)[7].certainty is Certainty.CONFIRMED
    assert clear.transcripts[0].warnings == ()
    assert {one.certainty for one in found(blurred).values()} == {Certainty.CHECK_BY_EAR}
    assert any("hard to tell from Ada Okonjo's" in cause for cause in blurred.checks[6].causes)
    assert blurred.transcripts[0].warnings == (ALIKE,)


@pytest.mark.parametrize("speakers", ["AAA", "ABA"])
def test_where_voices_were_taken_for_one_that_is_said(speakers):
    told = diarization(speakers)
    said = [Said("Ada Okonjo", 0), Said("Ada Okonjo", 2)]

    assert judged(told, said).transcripts[0].warnings == ()
    blurred = judged(replace(told, is_blurred=True), said)
    assert found(blurred) == {}
    assert [warning.partition(":")[0] for warning in blurred.transcripts[0].warnings] == [
        "Voices that are hard to tell apart by their sound count as one here"
    ]


def test_an_only_quote_in_anothers_voice_may_be_its_own_where_voices_were_taken_for_one():
    said = [*(Said("Ada Okonjo", turn) for turn in (0, 2)), Said("Ben Hale", 2)]
    clear, blurred = (judged(replace(diarization("ABA"), is_blurred=one), said) for one in (False, True))

    assert found(clear).keys() == found(blurred).keys() == {3}
    assert not any("own voice after all" in cause for cause in clear.checks[2].causes)
    assert any("Ben Hale's own voice after all" in cause for cause in blurred.checks[2].causes)


TWICE = ((0.8, 1.0), (0.93, 1.4))
"""How alike voices are, and how much each varies: told apart, and hardly."""


@pytest.mark.parametrize("often", [1, 2, 3])
def test_two_people_who_were_taken_for_one_voice_give_it_no_name(often):
    said = [*(Said("Ada Okonjo", turn) for turn in range(often)), Said("Ben Hale", often)]
    checked = judged(diarization("A" * (often + 1)), said)

    assert found(checked) == {}
    assert [voice.name for voice in checked.transcripts[0].voices] == [None]
    assert list(checked.transcripts[0].warnings) == [
        "The quotes of Ada Okonjo and Ben Hale are in one voice, voice 1: people may have been taken for one, and "
        "whether these quotes stand under the right names is not known."
    ]
    assert judged(diarization("AAAA"), said[:often]).transcripts[0].warnings == ()
    assert judged(diarization("AAAA"), said[:often]).transcripts[0].voices[0].name == "Ada Okonjo"


@pytest.mark.parametrize("pronoun", ["He", "he", "She", "They", "It", "We"])
def test_a_pronoun_is_no_other_person(pronoun):
    """Nor is it one: two that print calls so may be two people, and either of them she who is named."""
    said = [Said("Ada Okonjo", 0), Said("Ada Okonjo", 1), Said(pronoun, 2), Said(pronoun, 3)]
    checked = judged(diarization("AAAA"), said)

    assert checked.transcripts[0].warnings == ()
    assert checked.transcripts[0].voices[0].name == "Ada Okonjo"
    assert found(judged(diarization("AABA"), said)) == {}


def test_a_quote_in_another_guest_s_voice_is_confirmed_among_three_and_more():
    checked = judged(diarization(ASKED), [*FAIR, Said("Ada Okonjo", B)], asking="0")

    assert list(found(checked)) == [7]
    wrong = checked.checks[6]
    assert (wrong.verdict, wrong.severity, wrong.certainty) == (
        Verdict.WRONG_SPEAKER, Severity.MAJOR, Certainty.CONFIRMED,
    )  # fmt: skip
    assert (wrong.misattribution.printed, wrong.misattribution.heard) == (
        "Ada Okonjo", "the voice of Ben Hale's other quotes",
    )  # fmt: skip
    assert wrong.misattribution.doubt is None
    assert wrong.causes == ()
    assert wrong.probability > 0.9


def test_the_presenter_s_words_under_a_guest_s_name_are_critical():
    wrong = judged(diarization(ASKED), [*FAIR, Said("Ada Okonjo", P)], asking="0").checks[6]

    assert (wrong.severity, wrong.certainty) == (Severity.CRITICAL, Certainty.CONFIRMED)
    assert wrong.misattribution.heard == "the presenter's voice"


def test_what_is_altered_stays_altered_and_has_the_wrong_name_beside():
    told = diarization(ASKED)
    heard = transcript(told, "0")
    whole = report([heard], [*FAIR, Said("Ada Okonjo", P)], [told])
    altered = replace(
        whole.checks[6], verdict=Verdict.ALTERED, severity=Severity.MINOR, certainty=Certainty.CHECK_BY_EAR
    )
    whole = replace(whole, checks=(*whole.checks[:6], altered))

    wrong = attribute(whole, [told], {}, lbc_case.context(heard)).checks[6]

    assert (wrong.verdict, wrong.severity, wrong.certainty) == (Verdict.ALTERED, Severity.CRITICAL, Certainty.CONFIRMED)
    assert wrong.misattribution


def with_a_late_voice(alike, seconds):
    """Return the recording with a turn of so many seconds of one more voice at its end."""
    told = diarization(ASKED + "C", alike)
    last = told.turns[-1]
    return replace(told, turns=(*told.turns[:-1], replace(last, end=last.start + seconds)))


C = 12


def test_one_person_who_may_have_been_taken_for_two_is_not_reported_and_that_is_said():
    for said in ([*FAIR, Said("Ada Okonjo", C)], [FAIR[0], *FAIR[3:], Said("Ada Okonjo", C)]):
        checked = judged(with_a_late_voice(0.85, 8.0), said, asking="0")

        assert found(checked) == {}
        assert list(checked.transcripts[0].warnings) == [
            "voice 2 and voice 4 are so alike that they may be one person's: quotes of Ada Okonjo are in both, and "
            "none is reported."
        ]


@pytest.mark.parametrize(
    ("alike", "seconds", "others"),
    [(0.7, 8.0, []), (0.85, 10.0, []), (0.85, 8.0, [Said("Cara Duff", C)]), (0.85, 8.0, [Said("Cara Duff", A)])],
)
def test_who_is_less_alike_or_often_heard_or_quoted_under_another_name_is_somebody_else(alike, seconds, others):
    checked = judged(with_a_late_voice(alike, seconds), [*FAIR, Said("Ada Okonjo", C), *others], asking="0")

    assert 7 in found(checked)
    assert checked.transcripts[0].warnings == ()


def test_the_presenter_is_nobody_s_second_voice():
    told = with_a_late_voice(0.85, 8.0)
    short = [replace(turn, end=turn.start + (1.4 if turn.start else 2.4)) for turn in told.turns]
    turns = tuple(brief if turn.voice == 0 else turn for turn, brief in zip(told.turns, short, strict=True))

    assert list(found(judged(replace(told, turns=turns), [*FAIR, Said("Ada Okonjo", P)], asking="0"))) == [7]


def by_ear(checked):
    assert all(one.certainty is Certainty.CHECK_BY_EAR and one.doubt for one in found(checked).values())
    return sorted(found(checked))


def test_a_single_quote_is_for_the_ear_in_the_presenter_s_voice_and_in_another_name_s():
    assert by_ear(judged(diarization(ASKED), [*FAIR, Said("Cara Duff", P)], asking="0")) == [7]
    assert by_ear(judged(diarization(ASKED), [*FAIR, Said("Cara Duff", A)], asking="0")) == [7]
    assert by_ear(judged(diarization(ASKED), [*FAIR, Said("the officers", P)], asking="0")) == [7]


def test_two_quotes_in_two_voices_are_both_for_the_ear():
    checked = judged(diarization("XAYBXAYB"), [Said("Ada Okonjo", 0), Said("Ada Okonjo", 1)])

    assert by_ear(checked) == [1, 2]
    assert all("two different voices" in one.doubt for one in found(checked).values())
    assert by_ear(judged(diarization(ASKED), [Said("Ada Okonjo", A), Said("Ada Okonjo", P)], asking="0")) == [2]


@pytest.mark.parametrize(
    ("speakers", "said", "asking"),
    [
        ("AAAA", [*(Said("Ada Okonjo", turn) for turn in range(3)), Said("Ben Hale", 3)], ""),  # one voice
        (ASKED, [Said("Ada Okonjo", A)], "0"),  # a single quote of a guest
        (ASKED, [Said("Ada Okonjo", P)], ""),  # nobody is known to ask
        (ASKED, [Said(None, P), *FAIR], "0"),  # nobody named
        (ASKED, [Said("Paul Green", P, "Why would you do that?")], "0"),  # what is asked, by who asks
        (ASKED, [Said("Paul Green", turn) for turn in (0, 2, 4)] + FAIR, "0"),  # the presenter's own quotes
        (ASKED, [*FAIR, Said("Cara Duff", A, inside=1)], "0"),  # told by somebody who is quoted
        (ASKED, [Said("Residents of the town", turn) for turn in (1, 3)], "0"),
        (ASKED, [Said("another resident", turn) for turn in (1, 3, 5)], "0"),  # several people
    ],
)
def test_nothing_is_said_where_nothing_can_be_told(speakers, said, asking):
    assert found(judged(diarization(speakers), said, asking)) == {}


def test_one_name_for_everybody_confirms_nothing():
    said = [Said("Ada Okonjo", turn) for turn in (0, 1, 3, 5, 6, 7, 8)]

    assert by_ear(judged(diarization(ASKED), said, asking="0"))


@pytest.mark.parametrize("alike", [0.0, 0.3, 0.6])
def test_what_is_short_is_for_the_ear(alike):
    said = [*FAIR, Said("Ada Okonjo", P, "bad apples", seconds=0.9)]

    assert by_ear(judged(diarization(ASKED, alike), said, asking="0")) == [7]


def test_labels_tell_by_ear_alone():
    told = without_sound(diarization(ASKED), ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02"))

    checked = judged(told, [*FAIR, Said("Ada Okonjo", B)], asking="0")

    assert by_ear(checked) == [7]
    assert checked.transcripts[0].voices[1].label == "SPEAKER_01"


def test_a_label_that_is_a_name_is_whose_voice_it_is():
    told = without_sound(diarization(ASKED), ("Host", "OKONJO", "Hale"))

    checked = judged(told, [Said("Ada Okonjo", A), Said("Ben Hale", A)])

    assert by_ear(checked) == [2]
    assert found(checked)[2].heard == "the voice of Ada Okonjo's other quote"


def test_a_clip_chooses_among_the_voices_and_confirms_nothing():
    told = diarization(ASKED)
    clip = told.embeddings.vectors[2 * 25 + 10]  # of the second turn of P

    assert by_ear(judged(told, [Said("Ada Okonjo", A), *FAIR[3:]], clips={"Ada Okonjo": clip})) == [1]
    own = told.embeddings.vectors[35]
    assert found(judged(told, [Said("Ada Okonjo", A), *FAIR[3:]], clips={"Ada Okonjo": own})) == {}


def test_a_clip_of_the_wrong_voice_contradicts_all_quotes_by_ear():
    told = diarization(ASKED)

    checked = judged(told, FAIR, asking="0", clips={"Ada Okonjo": told.embeddings.vectors[60]})

    assert by_ear(checked) == [1, 2, 3]
    assert {one.heard for one in found(checked).values()} == {"another voice than that of the clip of Ada Okonjo"}


def test_a_clip_of_the_right_voice_takes_nothing_away():
    told = diarization(ASKED)

    checked = judged(
        told, [*FAIR, Said("Ada Okonjo", B)], asking="0", clips={"Ada Okonjo": told.embeddings.vectors[35]}
    )

    assert [one.certainty for one in found(checked).values()] == [Certainty.CONFIRMED]


def test_two_words_name_no_voice():
    assert judged(diarization("AB"), [Said("Ada Okonjo", 0)]).transcripts[0].voices[0].name == "Ada Okonjo"
    assert judged(diarization("AB"), [Said("Ada Okonjo", 0, "two words")]).transcripts[0].voices[0].name is None


def test_a_clip_that_is_like_two_voices_chooses_none():
    told = diarization(ASKED)
    between = told.embeddings.vectors[10] + told.embeddings.vectors[35]

    assert found(judged(told, [Said("Ada Okonjo", A), *FAIR[3:]], clips={"Ada Okonjo": between / np.sqrt(2)})) == {}


@given(st.permutations(range(7)))
def test_the_order_of_names_and_quotes_does_not_matter(order):
    said = [*FAIR, Said("Ada Okonjo", B)]
    checked = judged(diarization(ASKED), [said[place] for place in order], asking="0")

    assert [order[number - 1] for number in found(checked)] == [6]


@given(st.sampled_from(["Ada Okonjo", "Ben Hale", "Zoe Ash", "Al Bright"]), st.sampled_from(["Ruth Xu", "Ann Obi"]))
def test_names_themselves_do_not_matter(one, other):
    said = [replace(quote, name={"Ada Okonjo": one, "Ben Hale": other}[quote.name]) for quote in FAIR]

    assert list(found(judged(diarization(ASKED), [*said, Said(one, B)], asking="0"))) == [7]


@given(
    st.lists(st.tuples(st.sampled_from(["Ada Okonjo", "Ben Hale", None, "the crowd"]), st.integers(0, 11)), max_size=9)
)
def test_nothing_but_verdict_and_certainty_changes_whatever_is_quoted(drawn):
    said = [Said(*one) for one in drawn]
    told = diarization(ASKED)
    before = report([transcript(told, "0")], said, [told])
    after = judged(told, said, asking="0")

    for one, other in zip(before.checks, after.checks, strict=True):
        assert (one.quote, one.passages) == (other.quote, other.passages)
        assert (other.verdict is Verdict.WRONG_SPEAKER) == (other.misattribution is not None)
        assert other.severity.rank >= one.severity.rank
        assert other.probability >= one.probability


def test_names_of_one_person_are_one():
    names = ["Sal Naseem", "Mr Naseem", "Naseem", "Ada Okonjo", "Jo Okonjo", "Okonjo", "Dr. Ada Okonjo"]

    fullest = canonical_names(names)

    assert {fullest[name] for name in names[:3]} == {"Sal Naseem"}
    assert fullest["Okonjo"] == "Okonjo"
    assert fullest["Ada Okonjo"] == fullest["Dr. Ada Okonjo"]
    assert fullest["Jo Okonjo"] == "Jo Okonjo"


def test_some_names_are_of_nobody_in_particular():
    assert all(map(is_person, ["Sal Naseem", "Ludwig van Beethoven", "X", "李明"]))
    assert not any(map(is_person, ["The officers", "another co-worker", "one", "police officers"]))


def sample(place, probabilities=(), direction=None, seconds=4.0):
    spans = (Interval(10.0 * place, 10.0 * place + seconds),)
    return Sample(place, "words", spans, np.array(probabilities), 0, 0, seconds, direction)


def at(cosine):
    """Return a direction that is so near to the first axis."""
    return np.array([cosine, (1 - cosine**2) ** 0.5], np.float32)


@pytest.mark.parametrize(("presenter", "is_his"), [(0.88, False), (0.92, False), (0.94, True)])
def test_the_presenter_must_be_clearly_nearer_than_a_name_s_own_quotes(presenter, is_his):
    said, own = sample(0, direction=at(1.0)), sample(1, direction=at(0.9))

    assert is_unlike(said, [said, own], [], at(presenter)) is is_his
    assert is_unlike(said, [said, own], [[sample(2, direction=at(presenter))]], None) is (presenter > 0.9)


@pytest.mark.parametrize(("odds", "is_shared"), [(2.0, False), (3.0, False), (3.4, True), (30.0, True)])
def test_two_names_have_one_voice_only_where_ten_to_one_speaks_for_it(odds, is_shared):
    """Two quotes of odds 3 are 9 to 1."""
    first = [sample(place, (0.98, 0.02)) for place in (0, 1, 2)]
    second = [sample(place, (odds / (1 + odds), 1 / (1 + odds))) for place in (3, 4)]
    told = name_voices({Key("Ada"): first, Key("Ben"): second}, 2, None, {})

    assert told == {Key("Ada"): 0, Key("Ben"): 0 if is_shared else 1}
    alone = name_voices({Key("Ada"): first, Key("Ben"): second[:1]}, 2, None, {})
    assert alone[Key("Ben")] == 0


def test_of_many_voices_a_few_are_named():
    voices = [f"voice {number}" for number in range(1, 89)]

    assert _listed(voices[:2]) == "voice 1 and voice 2"
    assert _listed(voices[:5]) == "voice 1, voice 2, voice 3, voice 4 and voice 5"
    assert _listed(voices) == "voice 1, voice 2, voice 3, voice 4 and 84 other voices"
