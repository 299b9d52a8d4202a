"""The voices of Windows (SAPI 5) and macOS (NSSpeech) through pyttsx3's drivers.

In: utterances. Out: 16-bit mono samples. These voices take no phonemes: the lexicon's words are said as they are
printed. NOT TESTED on a real system, only against a driver that the tests pretend (docs/voices.md).
"""

import importlib
import platform
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.engines.espeak_library import SAMPLE_RATE_HZ
from pipeline.engines.pyav import read_speech
from pipeline.errors import ConfigError, EngineError, MissingProgramError
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings

_DRIVERS: Mapping[str, str] = {"Windows": "sapi5", "Darwin": "nsss"}
_ENDINGS: Mapping[str, str] = {"sapi5": ".wav", "nsss": ".aiff"}
_PAUSE = re.compile(r"\s*\{pause (\d+) ms\}\s*")


class SystemVoice:
    """One voice of the system at one speed. Pickles as its settings."""

    sample_rate_hz = SAMPLE_RATE_HZ

    def __init__(self, settings: VoiceSettings) -> None:
        """Find the driver of this system and the voice, by its name or id; never another."""
        self._settings = settings
        self._driver = _DRIVERS.get(platform.system(), "")
        if not self._driver:
            raise ConfigError(
                'the voices of the system are those of Windows and macOS. Write engine = "espeak" in '
                "pipeline.toml [voice]."
            )
        voices = self._ids()
        if settings.name not in voices and settings.name not in voices.values():
            raise ConfigError(
                f"there is no voice {settings.name!r}. Choose another in pipeline.toml [voice] name: "
                f"{', '.join(sorted(voices))}."
            )
        self._voice = voices.get(settings.name, settings.name)

    def __reduce__(self) -> tuple[type["SystemVoice"], tuple[VoiceSettings]]:
        """Travel to another process as settings."""
        return SystemVoice, (self._settings,)

    def voices(self) -> tuple[str, ...]:
        """Give the names of the system's voices."""
        return tuple(sorted(self._ids()))

    def fingerprint(self) -> str:
        """Give system, voice, speed: the voice itself has no version that can be asked for."""
        return (
            f"{self._driver} of {platform.platform()}, voice {self._voice}, "
            f"{self._settings.words_per_minute} words a minute"
        )

    def narrator(self) -> str:
        """Give the words by which people know this voice."""
        return f"{self._settings.name}, {self._settings.words_per_minute} words a minute (synthetic)"

    def markup(self, utterance: Utterance) -> str:
        """Give the words as printed, with {pause 250 ms}."""
        parts = (
            f" {{pause {part.milliseconds} ms}} "
            if isinstance(part, Pause)
            else f" {part.written} "
            if isinstance(part, Phonemes)
            else part.text.translate(str.maketrans("{}", "()"))
            for part in utterance.parts
        )
        return " ".join("".join(parts).split())

    def speak(self, markup: str) -> bytes:
        """Give 16-bit mono samples."""
        pcm = b"".join(self._sounds(markup))
        if not pcm.strip(b"\0"):
            raise EngineError(f"the voice gave no sound for {markup[:60]!r}.", code="V-020")
        return pcm

    def _ids(self) -> Mapping[str, str]:
        return {str(voice.name): str(voice.id) for voice in self._engine().getProperty("voices")}

    def _sounds(self, markup: str) -> Iterator[bytes]:
        for index, piece in enumerate(_PAUSE.split(markup)):
            if index % 2:
                yield bytes(2 * (int(piece) * SAMPLE_RATE_HZ // 1000))
            elif piece:
                yield self._spoken(piece)

    def _spoken(self, text: str) -> bytes:
        """Say one stretch into a file: the only way to samples that these drivers have."""
        engine = self._engine()
        engine.setProperty("voice", self._voice)
        engine.setProperty("rate", self._settings.words_per_minute)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"said{_ENDINGS[self._driver]}"
            engine.save_to_file(text, str(path))
            engine.runAndWait()
            if not path.is_file():
                raise EngineError(f"the voice wrote nothing for {text[:60]!r}.", code="V-020")
            return read_speech(path.read_bytes())

    def _engine(self) -> Any:  # noqa: ANN401 - pyttsx3 has no types
        try:
            return importlib.import_module("pyttsx3").init(self._driver)
        except (ImportError, RuntimeError, OSError) as problem:
            raise MissingProgramError(
                f"the voices of the system cannot be reached ({problem}). On macOS: .venv/bin/pip install "
                "pyobjc; on Windows: pip install comtypes pywin32."
            ) from problem
