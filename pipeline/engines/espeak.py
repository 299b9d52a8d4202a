"""The voice that ships: eSpeak NG, with the words of the lexicon said by phonemes.

In: utterances. Out: samples. Laws: the same markup gives the same bytes, whatever was said before and on however many
cores; a phoneme that the engine does not know is an error, never a word cut short; another voice is never taken.

Markup is what the engine is told: plain text; ` [[...]] ` around eSpeak's phoneme mnemonics; {pause 250 ms} for
silence inside an utterance, which this module makes itself, exact to the sample.
"""

import difflib
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib.metadata import version
from typing import assert_never

from pipeline.engines.espeak_data import (
    VoiceFile,
    digest_voice,
    list_variants,
    list_voices,
    read_mnemonics,
    unknown_mnemonic,
    with_variant,
)
from pipeline.engines.espeak_library import (
    SAMPLE_RATE_HZ,
    VOLUME_PERCENT,
    find_installation,
    library_version,
)
from pipeline.engines.speaker import Speaker
from pipeline.errors import ConfigError, EngineError
from pipeline.model.speech import Pause, Phonemes, SpeechPart, Utterance, VoiceSettings, Words

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_OPENING, _CLOSING = re.compile(r"\[(?=\[)"), re.compile(r"\](?=\])")
_FOREIGN = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_BRACES = str.maketrans("{}", "()")
_TOLD = re.compile(r"\[\[(.*?)\]\]")
_JOINTS = re.compile(r"[\s',%=_|;#-]")
_PAUSE = re.compile(r"\s*\{pause (\d+) ms\}\s*")


class EspeakVoice:
    """One eSpeak NG voice at one speed. Pickles as its settings, so that each process loads its own engine."""

    sample_rate_hz = SAMPLE_RATE_HZ

    def __init__(self, settings: VoiceSettings, mnemonics: Callable[[str], str]) -> None:
        """Find the engine and the voice without loading either; `mnemonics` turns IPA into eSpeak's phonemes."""
        self._settings = settings
        self._mnemonics = mnemonics
        self._installation = find_installation()
        self._voice = self._find_voice()

    def __reduce__(self) -> tuple[type["EspeakVoice"], tuple[VoiceSettings, Callable[[str], str]]]:
        """Travel to another process as settings."""
        return EspeakVoice, (self._settings, self._mnemonics)

    def fingerprint(self) -> str:
        """Give everything the samples depend on: the wheel, the digest of program and voice data, voice, speed."""
        return (
            f"eSpeak NG (espeakng-loader {version('espeakng-loader')}, sha256 {self._digest}), "
            f"voice {self._settings.name}, {self._settings.words_per_minute} words a minute, "
            f"volume {VOLUME_PERCENT} %"
        )

    def narrator(self) -> str:
        """Give the words by which people know this voice."""
        return (
            f"eSpeak NG {library_version(self._installation)}, voice {self._settings.name}, "
            f"{self._settings.words_per_minute} words a minute (synthetic)"
        )

    def markup(self, utterance: Utterance) -> str:
        """Give what the engine is told; EngineError when it could not say it."""
        return " ".join("".join(self._markup_of(part) for part in utterance.parts).split())

    def speak(self, markup: str) -> bytes:
        """Give 16-bit mono samples."""
        pcm, phonemes = self._mouth.say(tuple(_segments(markup)))
        if not pcm.strip(b"\0"):
            raise EngineError(f"eSpeak NG gave no sound for {markup[:60]!r}.", code="V-020")
        unsaid = find_unsaid(markup, phonemes)
        if unsaid:
            raise EngineError(
                f"eSpeak NG left out or changed the word it was told as {unsaid!r}.", code="V-021"
            )
        return pcm

    def phonemes(self, markup: str) -> str:
        """Give what the engine really says of markup or plain text, in IPA."""
        texts = tuple(segment for segment in _segments(markup) if isinstance(segment, str))
        return " ".join(self._mouth.ipa(texts).split())

    def voices(self) -> tuple[str, ...]:
        """Give the names that the settings may give; each may be followed by a speaker: en-us+f2."""
        return tuple(list_voices(self._installation.data))

    def _find_voice(self) -> VoiceFile:
        voices = list_voices(self._installation.data)
        name, plus, speaker = self._settings.name.partition("+")
        if name in voices:
            return self._with_speaker(voices[name], speaker) if plus else voices[name]
        near = difflib.get_close_matches(name, voices, n=5, cutoff=0.4)
        english = [language for language in voices if language.startswith("en")]
        raise ConfigError(
            f"there is no voice {name!r}. Choose another in pipeline.toml [voice] name: "
            f"{', '.join(dict.fromkeys([*near, *english]))}."
        )

    def _with_speaker(self, voice: VoiceFile, speaker: str) -> VoiceFile:
        """Refuse a speaker who is not there: the engine itself would quietly take its usual one."""
        speakers = list_variants(self._installation.data)
        if speaker in speakers:
            return with_variant(voice, speakers[speaker])
        near = difflib.get_close_matches(speaker, speakers, n=5, cutoff=0.4)
        raise ConfigError(
            f"there is no speaker {speaker!r} for the voice {voice.language!r}. Choose another in pipeline.toml "
            f"[voice] name, behind the +: {', '.join(dict.fromkeys([*near, 'f1', 'f2', 'm1', 'm3']))}."
        )

    @cached_property
    def _digest(self) -> str:
        return digest_voice(self._installation.data, self._installation.library, self._voice)

    @cached_property
    def _known_mnemonics(self) -> frozenset[str]:
        return read_mnemonics(self._installation.data, self._voice.phonemes)

    @cached_property
    def _mouth(self) -> Speaker:
        return Speaker(self._installation, self._voice.identifier, self._settings.words_per_minute)

    def _markup_of(self, part: SpeechPart) -> str:
        match part:
            case Words():
                return _plain(part.text)
            case Phonemes():
                return f" [[{self._checked(part)}]] "  # without the spaces a word after a quote sign vanishes
            case Pause():
                return f" {{pause {part.milliseconds} ms}} "
            case _:
                assert_never(part)

    def _checked(self, part: Phonemes) -> str:
        mnemonics = self._mnemonics(part.ipa)
        unknown = unknown_mnemonic(mnemonics, self._known_mnemonics)
        if unknown or not mnemonics.strip():
            raise EngineError(
                f"voice {self._settings.name} cannot say {part.written!r} as {mnemonics!r}: it knows no phoneme "
                f"at {unknown!r}. Mend lexicon/sounds.toml."
            )
        return mnemonics


def find_unsaid(markup: str, phonemes: str) -> str:
    """Give the first of the lexicon's words in markup that is not among the phonemes the engine made, in its order.

    Signs of stress and of joining are not compared: the engine moves them.
    """
    heard = _JOINTS.sub("", phonemes)
    position = 0
    for told in _TOLD.findall(markup):
        wanted = _JOINTS.sub("", told)
        found = heard.find(wanted, position)
        if found < 0:
            return str(told)
        position = found + len(wanted)
    return ""


def _plain(text: str) -> str:
    """Take out of plain text whatever the engine, or this module, would take for a command."""
    if _FOREIGN.search(text):
        raise EngineError(f"Hebrew letters cannot be said by an English voice: {text[:60]!r}.")
    unmarked = _CLOSING.sub("", _OPENING.sub("", _CONTROL.sub(" ", text)))
    return unmarked.translate(_BRACES)


def _segments(markup: str) -> Iterator[str | int]:
    """Part markup into texts and silences, these in samples."""
    for index, piece in enumerate(_PAUSE.split(markup)):
        if index % 2:
            yield int(piece) * SAMPLE_RATE_HZ // 1000
        elif piece:
            yield piece
