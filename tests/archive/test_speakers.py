"""Who is said to speak at words of an archive: by their labels, else by turns; a voice that has a name is called so."""

from align.archive.matching import speakers
from align.records import Recording, Segment, Span, Transcript, Turn, Voice, Word


def _said(labels, **voices):
    words = tuple(Word(f" w{at}", 2.0 * at, 2 * at + 0.5, speaker=label) for at, label in enumerate(labels))
    return Transcript(Recording("a", "0", 9.0), "en", words, (Segment(0, 9, Span(0, len(words))),), **voices)


def test_labels_tell_without_voices():
    heard = _said(["Ada", "Bo", "Bo", None])

    assert speakers(heard) == ("Bo", "Ada")
    assert speakers(heard, Span(0, 1)) == ("Ada",)
    assert speakers(heard, Span(3, 4)) == ()


def test_turns_tell_by_the_names_of_their_voices():
    voices = (Voice("voice 1"), Voice("voice 2", "Ada Okonjo"))
    heard = _said([None] * 4, voices=voices, turns=(Turn(0.0, 0.6, 0), Turn(2.0, 6.6, 1)))

    assert speakers(heard) == ("Ada Okonjo", "voice 1")
    assert speakers(heard, Span(0, 1)) == ("voice 1",)
