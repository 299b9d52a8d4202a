"""Voice a script: every utterance becomes an encoded clip, and only those that no stored clip answers are voiced.

In: a script, a voice, an encoder, the store. Out: a clip for each target, and which were voiced anew. Laws: a clip's
key is all that its bytes depend on, so that the result is that of a clean build; each finished clip is stored at once,
so that a killed run loses nothing that was done; a sentence that cannot be voiced ends the work with its words.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from pipeline.build import records
from pipeline.engines.crew import Crew, TaskFailed
from pipeline.errors import EngineError
from pipeline.model.ports import AudioEncoder, Ledger, Synthesiser
from pipeline.model.speech import EncodedClip, Pause, Script, Utterance, Words
from pipeline.store.blobs import Blobs

Tell = Callable[[int, int], None]
"""Called with (done, of how many), sentence by sentence."""

IsJoined: TypeAlias = Callable[[int, Sequence[str]], bool]
"""Tells whether the track at a place in the script, made of clips with these digests, need not be made again."""

_VERSION = 1
"""Of this step: raised when it makes something else of the same key."""

_FASTEST_LETTERS_A_SECOND = 70
"""eSpeak at 165 words a minute says 8 to 18 (228 sentences), at its fastest, 450 words a minute, up to some 50."""
_SLOWEST_SECONDS_A_LETTER, _SLOWEST_SECONDS_A_SIGN, _SLOWEST_SECONDS = 0.6, 1.5, 2.0
"""A letter of a word; a figure, a sign or a letter that is spelt; beside these. At its slowest, 80 words a minute,
eSpeak takes 0.5 for a letter of short cries, 0.5 to 1.1 for what is spelt (16 phrases, two speakers)."""
_WORD = re.compile(r"[A-Za-z]?[a-z]*[aeiouy][a-z]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A voice, and the encoder that knows how loud it is. Pickled to the workers."""

    voice: Synthesiser
    encoder: AudioEncoder

    def fingerprints(self) -> Mapping[str, str]:
        """Give what a clip depends on beside its markup and pause."""
        return {"voice": self.voice.fingerprint(), "encoder": self.encoder.fingerprint()}


@dataclass(frozen=True, kw_only=True)
class Studio:
    """Who speaks, who encodes, and where it is kept."""

    voice: Synthesiser
    encoder: AudioEncoder
    blobs: Blobs
    ledger: Ledger
    jobs: int
    """Processes that work side by side."""
    patience_seconds: float = 600.0
    """After which a worker that has not finished its sentence is replaced; the voice has a patience of its own."""
    quotations: Reader | None = None
    """Who reads block quotations; None: the same voice as everything else."""

    @property
    def readers(self) -> Mapping[bool, Reader]:
        """Give who reads what is quoted, and what is not."""
        usual = Reader(voice=self.voice, encoder=self.encoder)
        return {False: usual, True: self.quotations or usual}

    @cached_property
    def crew(self) -> "Crew[_Task, EncodedClip]":
        """Give the workers; they stay for the next script."""
        booth = _Booth(readers=self.readers, blobs=self.blobs)
        return Crew(booth, self.jobs, patience_seconds=self.patience_seconds, warm_up=booth.warm_up)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A script that has been voiced."""

    clips: Mapping[str, EncodedClip]
    """By target."""
    anew: tuple[str, ...]
    """Targets that no stored clip answered, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    key: str
    markup: str
    pause_after_ms: int
    target: str
    spoken: str
    quoted: bool
    pauses_ms: int
    """Inside the utterance."""


def voice_script(
    script: Script, studio: Studio, tell: Tell, is_joined: IsJoined = lambda _place, _digests: False
) -> Voiced:
    """Voice all of a script; equal utterances are voiced once."""
    readers = studio.readers
    engines = {quoted: reader.fingerprints() for quoted, reader in readers.items()}
    tracks = [
        [
            _task(utterance, readers[utterance.quoted].voice, engines[utterance.quoted])
            for utterance in track.utterances
        ]
        for track in script.tracks
    ]
    clips = _find_clips(tracks, studio, is_joined)
    tasks = [task for track in tracks for task in track]
    missing = {task.key: task for task in tasks if task.key not in clips}
    for task, clip in _voice(tuple(missing.values()), studio, tell):
        clips[task.key] = clip
    return Voiced(
        clips={task.target: clips[task.key] for task in tasks},
        anew=tuple(task.target for task in tasks if task.key in missing),
    )


def _task(utterance: Utterance, voice: Synthesiser, engines: Mapping[str, str]) -> _Task:
    try:
        markup = voice.markup(utterance)
    except EngineError as problem:
        raise _named(problem, utterance.target, utterance.spoken) from problem
    depends_on = {
        "step": "voice",
        "version": _VERSION,
        "markup": markup,
        **engines,
        "pause_after_ms": utterance.pause_after_ms,
    }
    return _Task(
        key=key_of(depends_on),
        markup=markup,
        pause_after_ms=utterance.pause_after_ms,
        target=utterance.target,
        spoken=utterance.spoken,
        quoted=utterance.quoted,
        pauses_ms=sum(part.milliseconds for part in utterance.parts if isinstance(part, Pause)),
    )


def key_of(depends_on: Mapping[str, object]) -> str:
    """Give a step's key: the sha-256 of all it depends on, as JSON with sorted names."""
    written = json.dumps(depends_on, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _find_clips(
    tracks: Sequence[Sequence[_Task]], studio: Studio, is_joined: IsJoined
) -> dict[str, EncodedClip]:
    """Give the stored clips, by key: those whose bytes are there and sound, or will not be asked for."""
    kept = {task.key: clip for track in tracks for task in track if (clip := _find_clip(task.key, studio))}
    needed: set[str] = set()
    for place, track in enumerate(tracks):
        keys = [task.key for task in track]
        if not (kept.keys() >= set(keys) and is_joined(place, [kept[key].digest for key in keys])):
            needed.update(keys)
    return {
        key: clip for key, clip in kept.items() if key not in needed or studio.blobs.is_sound(clip.digest)
    }


def _find_clip(key: str, studio: Studio) -> EncodedClip | None:
    """Give what is on record of a clip."""
    kept = records.find(studio.ledger, key, counts=2)
    if kept is None:
        return None
    digest, (samples, size_bytes) = kept
    return EncodedClip(digest=digest, samples=samples, size_bytes=size_bytes)


def _voice(tasks: Sequence[_Task], studio: Studio, tell: Tell) -> Iterator[tuple[_Task, EncodedClip]]:
    """Voice on several cores; each clip is stored by its worker, and on record as soon as it is."""
    try:
        for done, (task, clip) in enumerate(studio.crew.results(tasks), 1):
            records.record(studio.ledger, task.key, clip.digest, clip.samples, clip.size_bytes)
            tell(done, len(tasks))
            yield task, clip
    except TaskFailed as failure:
        problem, task = failure.problem, failure.task
        if isinstance(problem, EngineError):
            raise _named(problem, task.target, task.spoken) from failure
        raise problem from failure


def is_plausible(spoken: str, seconds: float) -> bool:
    """Tell whether a sentence can have been said in so many seconds, without its pauses: neither at a pace at which
    nobody understands speech, nor in far more time than its words take."""
    letters = sum(character.isalnum() for character in spoken)
    in_words = sum(map(len, _WORD.findall(spoken)))
    others = sum(not character.isspace() for character in spoken) - in_words
    longest = _SLOWEST_SECONDS + _SLOWEST_SECONDS_A_LETTER * in_words + _SLOWEST_SECONDS_A_SIGN * others
    return letters / _FASTEST_LETTERS_A_SECOND <= seconds <= longest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Booth:
    """What a worker does: say one clip, encode it, store it."""

    readers: Mapping[bool, Reader]
    blobs: Blobs

    def warm_up(self) -> None:
        """Say a word to nobody: voice and encoder load with it."""
        usual = self.readers[False]
        word = Utterance(target="", parts=(Words(text="one"),), pause_after_ms=0)
        usual.encoder.encode(usual.voice.speak(usual.voice.markup(word)), word.pause_after_ms)

    def __call__(self, task: _Task) -> EncodedClip:
        reader = self.readers[task.quoted]
        pcm = reader.voice.speak(task.markup)
        seconds = len(pcm) / 2 / reader.voice.sample_rate_hz - task.pauses_ms / 1000
        if not is_plausible(task.spoken, seconds):
            raise EngineError(
                f"the voice gave {seconds:.2f} seconds of speech, which cannot be this sentence, whole and alone.",
                code="V-022",
            )
        frames, samples = reader.encoder.encode(pcm, task.pause_after_ms)
        return EncodedClip(digest=self.blobs.put(frames), samples=samples, size_bytes=len(frames))


def _named(problem: EngineError, target: str, spoken: str) -> EngineError:
    message = f"{problem.message.rstrip('.')}. The sentence: {spoken[:200]!r}."
    return EngineError(message, where=target, code=problem.code)
