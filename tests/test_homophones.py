"""Words that sound the same are no finding; words that nearly do are one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.languages import EN
from align.languages.en.spelling import HOMOPHONES, find_homophones
from align.records import QuoteCheck, Verdict
from tests.test_languages import check_of

SAME = [
    "loath loth", "eye I", "Sloane Sloan", "aisle isle", "alter altar", "band banned", "cereal serial", "find fined",
    "cellar seller", "Catherine Katherine", "Stephen Steven", "Sarah Sara", "Clark Clarke", "bury berry", "peel peal",
    "Brown Browne", "Allen Alan", "mourning morning", "profit prophet", "missed mist", "Wales whales", "idle idol",
    "hears here's",
]  # fmt: skip

SPOKEN_FORMS = [
    ("goin’", "going"), ("doin'", "doing"), ("nothin'", "nothing"), ("workin’", "working"), ("'em", "them"),
    ("’em", "them"), ("'cause", "because"), ("’bout", "about"), ("’til", "until"), ("’round", "around"), ("ol'", "old"),
    ("o'", "of"), ("c'mon", "come on"), ("'tis", "it is"), ("’twas", "it was"), ("coulda", "could have"),
    ("shoulda", "should have"), ("hafta", "have to"), ("useta", "used to"), ("tryna", "trying to"),
    ("gotcha", "got you"), ("lotta", "lot of"), ("s'pose", "suppose"), ("ev'ry", "every"), ("o'er", "over"),
    ("ne'er", "never"), ("flow'rs", "flowers"), ("ya", "you"), ("th'", "the"),
]  # fmt: skip
"""As print has them that shows how people speak, and as a model writes them."""

NEARLY_SAME = [
    "breadth breath", "ceased seized", "off of", "had hadn't", "accept except", "affect effect", "then than",
    "lose loose", "desert dessert", "county country", "advise advice", "marry merry", "Khan con", "aunt ant", "our are",
    "do due", "can can't", "price prize", "device devise", "caught court", "father farther", "Harry hairy",
    "adapt adopt", "very vary", "costumer customer", "wont want", "sari sorry", "formally formerly", "latter ladder",
    "fourteen forty", "may my", "of have", "this these", "live leave", "she he", "carry Kerry", "eighty eighth",
]  # fmt: skip
"""By one sound, in some accents only, or not when they are said by themselves."""


def check_of_word(printed: str, spoken: str) -> QuoteCheck:
    said, shown = (f"on that day we saw that the {word} was there with us" for word in (spoken, printed))
    return check_of(shown, (said, "en"))


@pytest.mark.parametrize(("short", "full"), SPOKEN_FORMS)
def test_how_a_word_is_shortened_in_speech_is_no_finding(short, full):
    assert check_of_word(short, full).verdict is Verdict.VERBATIM
    assert check_of_word(full, short).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("pair", ["thin thing", "cause course", "bout boat", "round rounds", "or of", "king kin"])
def test_no_other_word_is_taken_for_a_shortened_one(pair):
    one, other = pair.split()

    assert check_of_word(one, other).verdict is not Verdict.VERBATIM


@pytest.mark.parametrize("pair", SAME)
def test_a_homophone_is_no_finding(pair):
    one, other = pair.split()

    assert check_of_word(one, other).verdict is Verdict.VERBATIM
    assert check_of_word(other, one).verdict is Verdict.VERBATIM


def test_one_word_or_two_are_no_finding_if_their_letters_are_the_same():
    assert check_of("forsooth the man was wrong", ("for sooth the man was wrong", "en")).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("pair", NEARLY_SAME)
def test_what_nearly_sounds_the_same_is_a_difference(pair):
    one, other = pair.split()

    assert check_of_word(one, other).edits
    assert check_of_word(other, one).edits


@settings(deadline=None)
@given(st.sampled_from(sorted(HOMOPHONES)), st.data())
def test_every_word_of_the_table_is_the_same_as_those_of_its_groups(word, data):
    assert check_of_word(word, data.draw(st.sampled_from(HOMOPHONES[word]))).verdict is Verdict.VERBATIM


GRAVE = set("i whole our no shall some their they're would your you're".split())
"""The words of the table that change the sense, each looked at: "no" and "know", "I" and "eye"."""


def test_the_table_is_symmetric_and_what_changes_the_sense_was_looked_at():
    words = EN.words
    grave = words.negations | words.modals | words.quantities | words.persons | words.dates

    assert all(word in HOMOPHONES[other] for word, others in HOMOPHONES.items() for other in others)
    assert HOMOPHONES.keys() & grave == GRAVE
    assert not any(key[0].isdigit() for key in HOMOPHONES)


OTHER_SPELLINGS = [
    "weaponised weaponized", "monetise monetize", "incentivised incentivized", "digitisation digitization",
    "anonymised anonymized", "totalled totaled", "benefitted benefited", "kidnapped kidnaped", "focussing focusing",
    "medallist medalist", "fuelling fueling", "targetted targeted", "enquiry inquiry", "despatched dispatched",
    "skilfully skillfully", "wilful willful", "sombrely somberly", "acknowledgements acknowledgments", "kerb curb",
    "protesters protestors", "hullo hello", "verandah veranda", "unshakable unshakeable", "tsarist czarist",
]  # fmt: skip


def test_a_word_without_end_has_no_other_spelling():
    assert find_homophones("a" * 200_000 + "lled") == ()  # which would take hours to find


OTHER_WORDS = ["refiled refilled", "hoped hopped", "planed planned", "striped stripped", "tiling tilling"]
"""Of one syllable, so that a doubled letter is heard in the vowel before it."""


@pytest.mark.parametrize("pair", OTHER_SPELLINGS)
def test_another_spelling_is_no_finding(pair):
    one, other = pair.split()

    assert check_of_word(one, other).verdict is Verdict.VERBATIM
    assert check_of_word(other, one).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("pair", OTHER_WORDS)
def test_a_doubled_letter_may_make_another_word(pair):
    one, other = pair.split()

    assert check_of_word(one, other).edits
    assert check_of_word(other, one).edits


@pytest.mark.parametrize(
    ("printed", "spoken", "left"),
    [
        ("the health care minister was there", "the healthcare officer was there", ("minister", "officer")),
        ("we had the set up shop by then", "we had the setup stalls by then", ("shop", "stalls")),
        ("it was Red Cross work Sagacious said", "it was red crosswork Segesius said", ("Sagacious", "Segesius")),
        ("there were red news papers all over", "there were big newspapers all over", ("red", "big")),
    ],
)
def test_what_is_divided_otherwise_beside_a_change_is_no_part_of_it(printed, spoken, left):
    (edit,) = check_of(f"on that day {printed} with us", (f"on that day {spoken} with us", "en")).edits

    assert (edit.printed, edit.spoken) == left
