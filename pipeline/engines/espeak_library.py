"""libespeak-ng through pyttsx3's binding: loaded, set to a voice, asked for samples and for phonemes.

In: the markup of one clip. Out: 16-bit mono samples, or IPA. Law: this process never speaks itself. eSpeak's samples
depend on what it said before, so that each clip is said by a forked child of a process that has said nothing.

The library is the one that the wheel espeakng-loader brings, loaded by its own path before the binding looks for a
library of that name. pyttsx3's event loop is not used: it loses audio (docs/measured.md). Its module `_espeak`
is private: pyttsx3 is pinned.
"""

import ctypes
import importlib
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.engines.forked import ChildError, run_forked, write_all
from pipeline.engines.tape import Tape
from pipeline.errors import EngineError, MissingProgramError

SAMPLE_RATE_HZ = 22050
VOLUME_PERCENT = 80
"""At 100 the loudest sounds come out clipped; 80 leaves 2 dB, and the encoder raises the level again."""

_UTF8, _PHONEMES = 1, 0x100
_DONT_EXIT = 0x8000
"""Without it the library ends the whole process when it finds no data."""
_TRACE_MNEMONICS, _TRACE_IPA = 1, 2
_HEAD = struct.Struct(">QQ")
"""Of an answer: how many bytes of sound lie on the tape, how many of phonemes follow here."""
_PATIENCE_SECONDS = 20.0
_PATIENCE_SECONDS_A_LETTER = 0.05
"""A clip takes some 10 ms; a busy machine may take a thousand times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Where the wheel put eSpeak NG."""

    library: Path
    data: Path
    """The folder espeak-ng-data."""


def find_installation() -> Installation:
    """Find the wheel's library and data; MissingProgramError says how to get them."""
    try:
        loader: Any = importlib.import_module("espeakng_loader")
        found = Installation(library=Path(loader.get_library_path()), data=Path(loader.get_data_path()))
    except (ImportError, RuntimeError) as problem:
        raise _missing("is not installed") from problem
    for path in (found.library, found.data / "phontab"):
        if not path.is_file():
            raise _missing(f"is damaged: {path.name} is not there")
    return found


def patience_seconds(said: Sequence[str | int]) -> float:
    """Give how long one clip is waited for."""
    return _PATIENCE_SECONDS + sum(len(str(segment)) for segment in said) * _PATIENCE_SECONDS_A_LETTER


def _missing(what: str) -> MissingProgramError:
    return MissingProgramError(
        f"eSpeak NG, the voice, {what}. Install it again: pip install --force-reinstall espeakng-loader "
        "(./run does this when .venv is deleted)."
    )


def library_version(installation: Installation) -> str:
    """Give the engine's own version: 1.52.0."""
    return str(_binding(installation).Info(None).decode("ascii"))


class Mouth:
    """A loaded engine that is set to one voice and has never spoken."""

    _set_to: tuple[Installation, str, int] | None = None
    """What the one library of this process is set to."""

    def __init__(
        self, installation: Installation, voice: str, words_per_minute: int, tape: Tape | None = None
    ) -> None:
        """Load the library; `voice` is the path of its file below lang/: gmw/en-US. The tape takes the sound."""
        self._installation = installation
        self._voice = voice
        self._words_per_minute = words_per_minute
        self._tape = tape or Tape()
        self._engine = _binding(installation)

    def samples(self, segments: Sequence[str | int]) -> bytes:
        """Say texts, and silences that are given as a number of samples."""
        return read_answer(self.say(segments), self._tape)[0]

    def say(self, segments: Sequence[str | int]) -> bytes:
        """Say them onto the tape; give what `read_answer` needs to take sound and phonemes from it."""

        def speak(descriptor: int) -> None:
            trace = self._traced(_TRACE_MNEMONICS)
            self._tape.rewind()
            for segment in segments:
                self._sound(segment, self._tape.write)
            phonemes = trace()
            write_all(descriptor, _HEAD.pack(self._tape.position, len(phonemes)) + phonemes)
            write_all(descriptor, self._tape.overflow())

        return self._ask(speak, segments)

    def ipa(self, texts: Sequence[str]) -> str:
        """Give what the engine really says: one line for each clause."""

        def speak(descriptor: int) -> None:
            trace = self._traced(_TRACE_IPA)
            for text in texts:
                self._sound(text, lambda _sound: None)
            write_all(descriptor, trace())

        return self._ask(speak, texts).decode("utf-8")

    def _traced(self, kind: int) -> Callable[[], bytes]:
        """Have the engine write its phonemes to memory, only ever in a child, whose end frees it; give the reader."""
        libc = ctypes.CDLL(None)
        libc.open_memstream.restype = ctypes.c_void_p
        written, size = ctypes.c_void_p(), ctypes.c_size_t()
        stream = ctypes.c_void_p(libc.open_memstream(ctypes.byref(written), ctypes.byref(size)))

        def read() -> bytes:
            libc.fflush(stream)
            return ctypes.string_at(written, size.value) if written else b""

        self._engine.SetPhonemeTrace(kind, stream)
        return read

    def _ask(self, work: Callable[[int], None], said: Sequence[str | int]) -> bytes:
        """Have a child do it; a child that dies or hangs gets one successor."""
        self._prepare()
        seconds = patience_seconds(said)
        try:
            return run_forked(work, seconds=seconds)
        except ChildError:
            try:
                return run_forked(work, seconds=seconds)
            except ChildError as problem:
                raise EngineError(f"eSpeak NG failed twice: {problem}.") from problem

    def _prepare(self) -> None:
        """Set the library to this voice, unless it is."""
        wanted = (self._installation, self._voice, self._words_per_minute)
        if Mouth._set_to == wanted:
            return
        if Mouth._set_to is None or Mouth._set_to[0] != self._installation:
            folder = str(self._installation.data.parent).encode()
            rate = self._engine.Initialize(self._engine.AUDIO_OUTPUT_SYNCHRONOUS, 0, folder, _DONT_EXIT)
            if rate != SAMPLE_RATE_HZ:
                raise EngineError(f"eSpeak NG did not start with the data in {self._installation.data}.")
        if self._engine.SetVoiceByName(self._voice.encode()) != self._engine.EE_OK:
            raise EngineError(f"eSpeak NG does not take the voice {self._voice!r}.")
        self._engine.SetParameter(self._engine.RATE, self._words_per_minute, 0)
        self._engine.SetParameter(self._engine.VOLUME, VOLUME_PERCENT, 0)
        Mouth._set_to = wanted

    def _sound(self, segment: str | int, hear: Callable[[bytes], None]) -> None:
        """Synthesise in this process: only ever called in a child."""
        if isinstance(segment, int):
            hear(bytes(2 * segment))
            return

        def take(samples: Any, count: int, events: object) -> int:  # noqa: ANN401, ARG001
            if samples and count:
                hear(ctypes.string_at(samples, 2 * count))
            return 0

        self._engine.SetSynthCallback(take)
        text = segment.encode() + b"\0"
        flags = _UTF8 | _PHONEMES
        status = self._engine.cSynth(text, len(text), 0, self._engine.POS_CHARACTER, 0, flags, None, None)
        if status != self._engine.EE_OK:
            raise EngineError(f"synthesis ended with status {status}")


def read_answer(answer: bytes, tape: Tape) -> tuple[bytes, str]:
    """Give samples and, in the engine's own mnemonics, the phonemes that they were made from."""
    taped, size = _HEAD.unpack_from(answer)
    rest = _HEAD.size + size
    return tape.read(taped) + answer[rest:], answer[_HEAD.size : rest].decode("utf-8")


def _binding(installation: Installation) -> Any:  # noqa: ANN401 - a module without types
    """Give pyttsx3's binding, bound to the wheel's library and to no other."""
    try:
        library = ctypes.CDLL(str(installation.library), mode=ctypes.RTLD_GLOBAL)
        binding: Any = importlib.import_module("pyttsx3.drivers._espeak")
    except (ImportError, OSError, RuntimeError) as problem:
        raise _missing(f"cannot be loaded ({problem})") from problem
    if _address(library.espeak_Info) != _address(binding.dll.espeak_Info):
        raise EngineError("another eSpeak was loaded first. The voice would not be the one that was chosen.")
    return binding


def _address(function: Any) -> int | None:  # noqa: ANN401 - a ctypes function
    return ctypes.cast(function, ctypes.c_void_p).value
