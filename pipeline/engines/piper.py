"""Piper: neural voices from a file that the user has. Optional: `pip install piper-tts`.

In: utterances. Out: 16-bit mono samples. Laws: the lexicon's words are said by its IPA; a sound that the voice does not
know is an error, where Piper itself only leaves it out; chance is turned off, so that the same markup gives the same
samples on the same machine.
"""

import hashlib
import importlib
import importlib.metadata
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, assert_never

from pipeline.engines.espeak_library import SAMPLE_RATE_HZ
from pipeline.errors import ConfigError, EngineError, MissingProgramError
from pipeline.model.speech import Pause, Phonemes, SpeechPart, Utterance, VoiceSettings, Words

_USUAL_WORDS_PER_MINUTE = 165
"""What Piper's length scale 1 is taken for."""
_PAUSE = re.compile(r"\s*\{pause (\d+) ms\}\s*")
_BRACES = str.maketrans("{}[]", "()()")


class PiperVoice:
    """One voice file at one speed. Pickles as its settings."""

    sample_rate_hz = SAMPLE_RATE_HZ

    def __init__(self, settings: VoiceSettings) -> None:
        """Look for the voice's two files; nothing is loaded yet."""
        self._settings = settings
        self._model = Path(settings.name).expanduser()
        self._description = self._model.with_name(self._model.name + ".json")
        for path in (self._model, self._description):
            if self._model.suffix != ".onnx" or not path.is_file():
                raise ConfigError(
                    f"there is no voice file {str(path)!r}. Download a Piper voice (a .onnx and a .onnx.json "
                    "file), put both into a folder voices/ beside pipeline.toml, and write in pipeline.toml "
                    '[voice] name = "voices/<the file>.onnx".'
                )

    def __reduce__(self) -> tuple[type["PiperVoice"], tuple[VoiceSettings]]:
        """Travel to another process as settings."""
        return PiperVoice, (self._settings,)

    def voices(self) -> tuple[str, ...]:
        """Give the voice files that are whole in this one's folder, as the settings would name them."""
        files = sorted(self._model.parent.glob("*.onnx"))
        return tuple(str(path) for path in files if path.with_name(path.name + ".json").is_file())

    def fingerprint(self) -> str:
        """Give version, digests of both files, speed."""
        files = b"".join(
            hashlib.sha256(path.read_bytes()).digest() for path in (self._model, self._description)
        )
        digest = hashlib.sha256(files).hexdigest()
        version = importlib.metadata.version("piper-tts") if _piper() else ""
        return f"Piper {version}, voice sha256 {digest}, {self._settings.words_per_minute} words a minute"

    def narrator(self) -> str:
        """Give the words by which people know this voice."""
        return (
            f"Piper, voice {self._model.stem}, {self._settings.words_per_minute} words a minute (synthetic)"
        )

    def markup(self, utterance: Utterance) -> str:
        """Give what the engine is told: words, [[IPA]] with spaces round it, {pause 250 ms}."""
        return " ".join("".join(map(_markup_of, utterance.parts)).split())

    def speak(self, markup: str) -> bytes:
        """Give 16-bit mono samples; EngineError where a word would be lost."""
        pcm = b"".join(self._sounds(markup))
        if not pcm.strip(b"\0"):
            raise EngineError(f"Piper gave no sound for {markup[:60]!r}.", code="V-020")
        return pcm

    def _sounds(self, markup: str) -> Iterator[bytes]:
        for index, piece in enumerate(_PAUSE.split(markup)):
            if index % 2:
                yield bytes(2 * (int(piece) * SAMPLE_RATE_HZ // 1000))
            elif piece:
                self._check(piece)
                for chunk in self._voice.synthesize(piece, self._manner):
                    yield chunk.audio_int16_bytes

    def _check(self, piece: str) -> None:
        known = self._voice.config.phoneme_id_map
        for sentence in self._voice.phonemize(piece):
            unknown = sorted({sound for sound in sentence if sound not in known})
            if unknown:
                raise EngineError(
                    f"voice {self._model.stem} does not know the sound {unknown[0]!r} in {piece[:60]!r}.",
                    code="V-021",
                )

    @cached_property
    def _voice(self) -> Any:  # noqa: ANN401 - a package that need not be there
        voice = _piper().PiperVoice.load(self._model)
        if voice.config.sample_rate != SAMPLE_RATE_HZ:
            raise ConfigError(
                f"voice {self._model.stem} has {voice.config.sample_rate} samples a second; only voices of "
                f'{SAMPLE_RATE_HZ} can be used (Piper\'s quality "medium" and "high").'
            )
        return voice

    @cached_property
    def _manner(self) -> Any:  # noqa: ANN401 - a package that need not be there
        scale = _USUAL_WORDS_PER_MINUTE / self._settings.words_per_minute
        # normalize_audio would make each sentence as loud as it can be: a whisper as loud as a cry.
        return _piper().SynthesisConfig(
            length_scale=scale, noise_scale=0.0, noise_w_scale=0.0, normalize_audio=False
        )


def _markup_of(part: SpeechPart) -> str:
    match part:
        case Words():
            return part.text.translate(_BRACES)
        case Phonemes():
            return f" [[{part.ipa.replace('.', '')}]] "
        case Pause():
            return f" {{pause {part.milliseconds} ms}} "
        case _:
            assert_never(part)


def _piper() -> Any:  # noqa: ANN401 - a package that need not be there
    try:
        return importlib.import_module("piper")
    except ImportError as problem:
        raise MissingProgramError(
            "Piper is not installed. Install it: .venv/bin/pip install piper-tts==1.8.0, or choose another "
            "engine in pipeline.toml [voice]."
        ) from problem
