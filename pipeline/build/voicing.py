"""Voice a script: every utterance becomes an encoded clip, and only those that no stored clip answers are voiced.

In: a script, a voice, an encoder, the store. Out: a clip for each target, and which were voiced anew. Laws: a clip's
key is all that its bytes depend on, so that the result is that of a clean build; each finished clip is stored at once,
so that a killed run loses nothing that was done; a sentence that cannot be voiced ends the work with its words.
"""

import hashlib
import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context

from pipeline.engines.forked import die_with_parent
from pipeline.errors import EngineError
from pipeline.model.ports import AudioEncoder, Ledger, Synthesiser
from pipeline.model.speech import EncodedClip, Script, Utterance
from pipeline.store.blobs import Blobs

Tell = Callable[[int, int], None]
"""Called with (done, of how many), sentence by sentence."""

_VERSION = 1
"""Of this step: raised when it makes something else of the same key."""
_WAITING_PER_WORKER = 4
"""Sentences handed out ahead of time: enough to keep workers busy, few enough to bound what is held in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """Who speaks, who encodes, and where it is kept. Voice and encoder are pickled to the workers."""

    voice: Synthesiser
    encoder: AudioEncoder
    blobs: Blobs
    ledger: Ledger
    jobs: int
    """Processes that work side by side."""


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


def voice_script(script: Script, studio: Studio, tell: Tell) -> Voiced:
    """Voice all of a script; equal utterances are voiced once."""
    tasks = [_task(utterance, studio) for track in script.tracks for utterance in track.utterances]
    clips: dict[str, EncodedClip] = {}
    missing: dict[str, _Task] = {}
    for task in tasks:
        if task.key in clips or task.key in missing:
            continue
        kept = _find_clip(task.key, studio)
        if kept:
            clips[task.key] = kept
        else:
            missing[task.key] = task
    for task, clip in _voice(tuple(missing.values()), studio, tell):
        clips[task.key] = clip
    return Voiced(
        clips={task.target: clips[task.key] for task in tasks},
        anew=tuple(task.target for task in tasks if task.key in missing),
    )


def _task(utterance: Utterance, studio: Studio) -> _Task:
    try:
        markup = studio.voice.markup(utterance)
    except EngineError as problem:
        raise _named(problem, utterance.target, utterance.spoken) from problem
    depends_on = {
        "step": "voice",
        "version": _VERSION,
        "markup": markup,
        "voice": studio.voice.fingerprint(),
        "encoder": studio.encoder.fingerprint(),
        "pause_after_ms": utterance.pause_after_ms,
    }
    return _Task(
        key=key_of(depends_on),
        markup=markup,
        pause_after_ms=utterance.pause_after_ms,
        target=utterance.target,
        spoken=utterance.spoken,
    )


def key_of(depends_on: Mapping[str, object]) -> str:
    """Give a step's key: the sha-256 of all it depends on, as JSON with sorted names."""
    written = json.dumps(depends_on, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _find_clip(key: str, studio: Studio) -> EncodedClip | None:
    """Give a stored clip whose bytes are there and sound; anything else is as good as none."""
    result = studio.ledger.find(key)
    if result is None:
        return None
    try:
        values = json.loads(result)
        clip = EncodedClip(
            digest=str(values["digest"]), samples=int(values["samples"]), size_bytes=int(values["size_bytes"])
        )
    except (ValueError, KeyError, TypeError):
        return None
    return clip if studio.blobs.find(clip.digest) is not None else None


def _voice(tasks: Sequence[_Task], studio: Studio, tell: Tell) -> Iterator[tuple[_Task, EncodedClip]]:
    """Voice on several cores; when a worker dies, the rest once more one by one, so that the culprit has a name."""
    left = {task.key: task for task in tasks}
    for workers in (min(studio.jobs, len(tasks)), 1):
        if not left:
            return
        try:
            for task, frames, samples in _pooled(tuple(left.values()), studio, workers):
                clip = _keep(task, frames, samples, studio)
                del left[task.key]
                tell(len(tasks) - len(left), len(tasks))
                yield task, clip
        except BrokenProcessPool:
            continue
    if left:
        task = next(iter(left.values()))
        raise EngineError(_about("a worker died twice", task.spoken), where=task.target)


def _keep(task: _Task, frames: bytes, samples: int, studio: Studio) -> EncodedClip:
    clip = EncodedClip(digest=studio.blobs.put(frames), samples=samples, size_bytes=len(frames))
    values = {"digest": clip.digest, "samples": clip.samples, "size_bytes": clip.size_bytes}
    studio.ledger.record(task.key, json.dumps(values, separators=(",", ":")))
    return clip


def _pooled(tasks: Iterable[_Task], studio: Studio, jobs: int) -> Iterator[tuple[_Task, bytes, int]]:
    """Yield finished clips as they come; with one job, in order and never two in hand."""
    waiting = iter(tasks)
    ahead = jobs * _WAITING_PER_WORKER if jobs > 1 else 1
    # Spawned, not forked: a worker must not inherit what this process has loaded.
    pool = ProcessPoolExecutor(
        jobs,
        get_context("spawn"),
        initializer=_Worker.start,
        initargs=(studio.voice, studio.encoder, os.getpid()),
    )
    in_hand: dict[Future[tuple[bytes, int]], _Task] = {}
    try:
        while True:
            for task in islice(waiting, ahead - len(in_hand)):
                with _ctrl_c_kept_from_children():
                    in_hand[pool.submit(_Worker.work, task.markup, task.pause_after_ms)] = task
            if not in_hand:
                return
            for done in wait(in_hand, return_when=FIRST_COMPLETED).done:
                task = in_hand.pop(done)
                try:
                    frames, samples = done.result()
                except EngineError as problem:
                    raise _named(problem, task.target, task.spoken) from problem
                yield task, frames, samples
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _ctrl_c_kept_from_children() -> Iterator[None]:
    """A process started meanwhile never hears Ctrl-C, not even while it loads; this one hears it a moment later."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _named(problem: EngineError, target: str, spoken: str) -> EngineError:
    return EngineError(_about(problem.message.rstrip("."), spoken), where=target, code=problem.code)


def _about(what: str, spoken: str) -> str:
    return f"{what}. The sentence: {spoken[:200]!r}."


class _Worker:
    """What lives in a worker process: its own voice and encoder."""

    voice: Synthesiser
    encoder: AudioEncoder

    @staticmethod
    def start(voice: Synthesiser, encoder: AudioEncoder, parent: int) -> None:
        """Take voice and encoder, and end when the parent does."""
        die_with_parent(parent)
        _Worker.voice, _Worker.encoder = voice, encoder

    @staticmethod
    def work(markup: str, pause_after_ms: int) -> tuple[bytes, int]:
        """Say and encode one clip."""
        return _Worker.encoder.encode(_Worker.voice.speak(markup), pause_after_ms)
