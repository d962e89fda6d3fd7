"""Interviews that never were, of people whose turns are known: whose words stand under whose name is seen in them."""

from itertools import product

import numpy as np
import pytest
from scipy.io import wavfile

from align.cache import Cache
from align.records import Transcript
from align.speech.audio import open_audio
from align.speech.voices.diarizer import CachedDiarizer
from tests.voices.material import in_other_company
from tests.voices.measures import Printed, judged, stretches

GUESTS = {"Sal Naseem": "Omar Reed", "Mina Smallman": "Ruth Vale", "Bas Javid": "Ian Moss"}
"""Who speaks, and under which name it is printed."""


@pytest.mark.parametrize(
    ("asking", "guests", "condition"),
    [
        ("Nick Ferrari", ["Mina Smallman", "Bas Javid"], "clean"),
        ("LBC reporter", ["Bas Javid", "Mina Smallman"], "phone"),
        ("Charlotte Lynch", ["Mina Smallman", "Bas Javid"], "noise10"),
    ],
)
def test_every_planted_name_is_reported_and_no_fair_one(asking, guests, condition, tmp_path):
    interview = in_other_company(asking, guests, condition)
    wavfile.write(tmp_path / "a.wav", 16000, np.round(np.clip(interview.sound, -1, 1) * 32767).astype(np.int16))
    with open_audio(str(tmp_path / "a.wav")) as audio:
        told = CachedDiarizer(Cache()).diarize(audio, Transcript(audio.recording, "en", (), ()))
    places = {name: stretches(interview, name, 3.0) for name in (asking, *guests)}
    fair = [Printed(GUESTS[name], GUESTS[name], place) for name in guests for place in places[name][1:4]]

    assert not any(check.misattribution for check in judged(interview, told, fair))
    for name, speaker in product(guests, (asking, *guests)):
        if name != speaker:
            planted = Printed(GUESTS[name], speaker, places[speaker][0])
            *others, wrong = judged(interview, told, [*fair, planted])
            assert wrong.misattribution, (name, speaker)
            assert not any(check.misattribution for check in others)
