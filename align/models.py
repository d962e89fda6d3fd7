"""Which speech models hear and are asked, and what they remember."""

from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from align.records import Model

if TYPE_CHECKING:
    from align.cache import Cache
    from align.speech.protocols import Diarizer, Recognizer, SecondPassRecognizer


NOBODY = "none"
"""Names no model: one hears all."""


@dataclass(frozen=True)
class Models:
    """Who hears: a Whisper model, and a larger one that is asked about differences; each by name or path of a file.

    The one for a `second_opinion` is asked as well where the other is unsure: by itself `tiny.en` beside `base`.
    Without a name it is `base`, or on a GPU the best that is here. With `cache`, what was heard is not heard again.
    They are loaded when they are first needed and stay with this value: who checks many articles hands on the same one.
    """

    name: str | None = None
    _: KW_ONLY
    verifier: str | None = None
    first_pass: str | None = None
    second_opinion: str | None = None
    engine: str = "openai-whisper"
    cache: bool = True

    @cached_property
    def recognizer(self) -> "SecondPassRecognizer":
        """Who transcribes; raises ModelError."""
        return self._load(self.name)

    @cached_property
    def verifying(self) -> "Recognizer | None":
        """Who is asked about differences, if not who transcribes; raises ModelError."""
        return self._load(self.verifier) if self.verifier else None

    @cached_property
    def second(self) -> str | None:
        """The name of the model that is asked as well where the other is unsure: the one given, or that is here."""
        if self.second_opinion or self.verifier:
            return None if self.second_opinion == NOBODY else self.second_opinion
        from align.speech.engines import find_second_opinion

        return find_second_opinion(self.engine, self.recognizer.model.name)

    @cached_property
    def doubter(self) -> "Recognizer | None":
        """Who is asked as well where who is asked first is unsure, if somebody is; raises ModelError."""
        return self._load(self.second) if self.second else None

    @cached_property
    def small(self) -> str | None:
        """The name of the model that hears all, if the other hears what is quoted: the one given, or that is here."""
        if self.first_pass:
            return None if self.first_pass == NOBODY else self.first_pass
        from align.speech.engines import find_first_pass

        return find_first_pass(self.engine, self.recognizer.model.name)

    @cached_property
    def listener(self) -> "Recognizer":
        """Who hears all of a recording; raises ModelError."""
        if not self.small:
            return self.recognizer
        from align.speech.first_pass import FirstPass

        return FirstPass(self._load(self.small), self.recognizer)

    @property
    def second_pass(self) -> "SecondPassRecognizer | None":
        """Who hears again where quotes may be, if somebody else hears all."""
        return self.recognizer if self.small else None

    @property
    def model(self) -> Model:
        """Which model transcribes; raises ModelError."""
        return self.recognizer.model

    @property
    def given(self) -> tuple[str, ...]:
        """The names or paths that are given."""
        given = (self.name, self.verifier, self.first_pass, self.second_opinion)
        return tuple(name for name in given if name not in (None, NOBODY))

    @property
    def cache_file(self) -> Path | None:
        """The file in which is remembered what was heard, if it is."""
        from align.cache import cache_path

        return cache_path() if self.cache else None

    @cached_property
    def diarizer(self) -> "Diarizer":
        """Who tells voices apart."""
        from align.speech.voices.diarizer import CachedDiarizer

        return CachedDiarizer(self.memory, self._let_go)

    def begin_import(self) -> None:
        """Begin to import what hears, beside whatever takes long meanwhile."""
        from align.speech.engines import begin_import

        begin_import(self.engine)

    def _load(self, name: str | None) -> "SecondPassRecognizer":
        from align.speech.engines import load_recognizer

        self._recognizers.append(load_recognizer(self.engine, name, self.memory))
        return self._recognizers[-1]

    @cached_property
    def _recognizers(self) -> "list[SecondPassRecognizer]":
        """All that were made, whose networks may be in memory."""
        return []

    def _let_go(self) -> None:
        """Forget what hears words while voices are told apart: by then nearly all is heard and asked."""
        from align.speech.engines import let_go

        let_go(self._recognizers)

    @cached_property
    def memory(self) -> "Cache":
        """What was heard before."""
        from align.cache import Cache

        return Cache(self.cache_file)
