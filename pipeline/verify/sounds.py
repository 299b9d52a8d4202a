"""The sound behind the words: the same in every edition, heard, and cut where the voice pauses.

In: the files of the editions that play sound, and how loud each sound file is. Out: findings about editions that play
something else than the others, clips in which nothing is heard, and clips that begin or end inside a word.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pipeline.model.source import Notice
from pipeline.verify.agreement import usual
from pipeline.verify.clips import Clip, read_clips
from pipeline.verify.findings import finding
from pipeline.verify.markup import Flaw, descendants, parse_markup
from pipeline.verify.mp3_frames import behind_id3

LEVEL_MS = 20
"""How long one level lasts: a whole number of samples at every rate of MP3 but 11,025 Hz."""
_SILENT = 2
_LOUD = 24
"""Levels run from 0 to 255, a linear scale: below 2 nothing is heard, from 24 on somebody speaks."""
_AROUND_MS = 40
"""Decoders and players do not cut more sharply."""


def read_all_clips(files: Mapping[str, bytes]) -> tuple[Clip, ...]:
    """Read the clips of every SMIL file of an edition, whatever its format."""
    clips: list[Clip] = []
    for path in (path for path in files if path.endswith(".smil")):
        markup = parse_markup(path, files[path])
        if isinstance(markup, Flaw):
            continue
        hyphened = any("clip-begin" in each.attributes for each in descendants(markup.root, "audio"))
        names = ("clip-begin", "clip-end") if hyphened else ("clipBegin", "clipEnd")
        clips.extend(read_clips(path, markup.root, *names)[0])
    return tuple(clips)


def sound_digest(content: bytes) -> str:
    """Give the digest of what is heard of an MP3 file: its tag is left out."""
    return hashlib.sha256(content[behind_id3(content) :]).hexdigest()


def check_same_sounds(digests: Mapping[str, Mapping[str, str]]) -> Iterator[Notice]:
    """Compare sound files of one name; `digests` is edition -> path -> digest of the sound."""
    by_name: dict[str, dict[str, str]] = defaultdict(dict)
    for edition, sounds in digests.items():
        for path, digest in sounds.items():
            by_name[PurePosixPath(path).name][f"{edition}: {path}"] = digest
    for name, each in by_name.items():
        same = usual(each.values())
        yield from (finding("E-508", place, 1, name) for place, digest in each.items() if digest != same)


def check_same_clips(editions: Mapping[str, Sequence[Clip]]) -> Iterator[Notice]:
    """Compare the clips of the same words: the ids of sentences are the same in all editions."""
    told = {edition: _by_words(clips) for edition, clips in editions.items()}
    for words in dict.fromkeys(words for each in told.values() for words in each):
        stated = {edition: each[words] for edition, each in told.items() if words in each}
        same = usual(stated.values())
        for edition, clip in stated.items():
            if clip != same:
                yield finding("E-509", edition, 1, f"{words}: {_shown(clip)} / {_shown(same)}")


def check_levels(edition: str, clips: Sequence[Clip], levels: Mapping[str, bytes]) -> Iterator[Notice]:
    """Find clips that are silent, and clips cut where somebody speaks; `levels` is by path in the edition."""
    for clip in clips:
        level = levels.get(clip.sound)
        if level is None:
            continue
        begin, end = round(clip.begin_ms / LEVEL_MS), round(clip.end_ms / LEVEL_MS)
        heard = level[begin:end]
        where = f"{clip.text.fragment}, {clip.sound}"
        if heard and max(heard) < _SILENT:
            yield finding("E-120", f"{edition}: {clip.path}", clip.line, where)
        elif _is_loud(level, begin) or _is_loud(level, end):
            yield finding("E-135", f"{edition}: {clip.path}", clip.line, where)


def _is_loud(level: bytes, place: int) -> bool:
    """Whether somebody speaks all around a place."""
    slack = _AROUND_MS // LEVEL_MS
    around = level[max(0, place - slack) : place + slack]
    return 0 < place < len(level) - slack and min(around, default=0) >= _LOUD


def _by_words(clips: Sequence[Clip]) -> dict[str, tuple[str, int, int]]:
    return {
        clip.text.fragment: (PurePosixPath(clip.sound).name, round(clip.begin_ms), round(clip.end_ms))
        for clip in clips
    }


def _shown(clip: tuple[str, int, int]) -> str:
    name, begin_ms, end_ms = clip
    return f"{name} {begin_ms / 1000:.3f}-{end_ms / 1000:.3f} s"
