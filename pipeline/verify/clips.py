"""Clips as a player meets them: which stretch of which sound file voices which text.

In: the pars of the overlays in playing order. Out: Clips with times in milliseconds, and findings about clocks that
cannot be read, clips that overlap, run backwards or end behind their file. Serves both DAISY formats and EPUB alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, Target, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, descendants

_CLOCK = re.compile(
    r"(?P<hours>\d+):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d+)?)"
    r"|(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)"
    r"|(?P<count>\d+(?:\.\d+)?)(?P<unit>h|min|s|ms)?",
    re.ASCII,
)
"""SMIL clock values: full, partial, time count (SMIL, "Clock values")."""
_UNITS_MS = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1, None: 1000}
_GAP_MS = 2000
_TOLERANCE_MS = 50
"""Decoders do not agree on the last frame of an MP3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One par: a text and the stretch of sound that voices it."""

    path: str
    """The SMIL file."""
    line: int
    par_id: str
    text: Target
    sound: str
    begin_ms: Fraction
    end_ms: Fraction


def parse_clock(value: str) -> Fraction | None:
    """Read a clock value as exact milliseconds, with or without `npt=`; None when it is none."""
    match = _CLOCK.fullmatch(value.removeprefix("npt="))
    if not match:
        return None
    parts = match.groupdict()
    if parts["count"]:
        return Fraction(parts["count"]) * _UNITS_MS[parts["unit"]]
    hours, minutes, seconds = (
        parts["hours"] or "0",
        parts["m"] or parts["minutes"],
        parts["s"] or parts["seconds"],
    )
    return (int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)) * 1000


def read_clips(
    path: str, body: Element, begin: str, end: str, *, metric: str = ""
) -> tuple[tuple[Clip, ...], tuple[Notice, ...]]:
    """Read the pars below an element; `begin` and `end` are what the format calls the attributes of a clip.

    `metric` is what its clock values must begin with.
    """
    clips: list[Clip] = []
    findings: list[Notice] = []
    for par in descendants(body, "par"):
        for audio in descendants(par, "audio"):
            clocks = [audio.get(name) for name in (begin, end)]
            times = [parse_clock(clock) for clock in clocks]
            text = text_of(path, par)
            sound = resolve(path, audio.get("src"))
            if None in times or not all(clock.startswith(metric) for clock in clocks):
                findings.append(finding("E-105", path, audio.line, " ".join(clocks)))
            if times[0] is not None and times[1] is not None and text and sound:
                clips.append(
                    Clip(
                        path=path,
                        line=audio.line,
                        par_id=par.get("id"),
                        text=text,
                        sound=sound.path,
                        begin_ms=times[0],
                        end_ms=times[1],
                    )
                )
    return tuple(clips), tuple(findings)


def text_of(path: str, par: Element) -> Target | None:
    """Give what a par of the SMIL file `path` shows, be it in a link (DAISY 3) or not."""
    inside = (
        each for child in par.children for each in (child, *(child.children if child.name == "a" else ()))
    )
    return next((resolve(path, each.get("src")) for each in inside if each.name == "text"), None)


def check_clips(clips: Sequence[Clip], edition: Edition) -> Iterator[Notice]:
    """Find clips without length, behind the end of their file, or before the end of the clip before."""
    reached: Mapping[str, list[Fraction]] = defaultdict(lambda: [Fraction(0)])
    for clip in once_each(clips):
        here = f"{clip.sound} {_seconds(clip.begin_ms)}-{_seconds(clip.end_ms)}"
        if clip.end_ms <= clip.begin_ms:
            yield finding("E-106", clip.path, clip.line, here)
            continue
        if clip.begin_ms < reached[clip.sound][0]:
            yield finding("E-107", clip.path, clip.line, here)
        length_ms = edition.durations_ms.get(clip.sound)
        if length_ms is not None and clip.end_ms > length_ms + _TOLERANCE_MS:
            yield finding("E-108", clip.path, clip.line, f"{here}; the file lasts {_seconds(length_ms)}")
        reached[clip.sound][0] = max(reached[clip.sound][0], clip.end_ms)
    yield from _sounds(clips, edition)


def once_each(clips: Sequence[Clip]) -> tuple[Clip, ...]:
    """Leave out a clip that comes again later with the same text: a note played at its reference (spec 6.1)."""
    last = {(clip.text, clip.sound, clip.begin_ms): clip for clip in clips}
    return tuple(clip for clip in clips if last[clip.text, clip.sound, clip.begin_ms] is clip)


def length_ms(clips: Iterable[Clip]) -> Fraction:
    """Give how long clips play, one after the other."""
    return sum((clip.end_ms - clip.begin_ms for clip in clips), Fraction(0))


def _sounds(clips: Sequence[Clip], edition: Edition) -> Iterator[Notice]:
    used = dict.fromkeys(clip.sound for clip in clips)
    for sound in used:
        if sound in edition.files and sound not in edition.durations_ms:
            yield finding("E-109", sound)
        yield from _gaps(sound, clips, edition)
    for path in edition.files:
        if path.endswith((".mp3", ".wav", ".m4a", ".mp4", ".opus")) and path not in used:
            yield finding("E-110", path)


def _gaps(sound: str, clips: Sequence[Clip], edition: Edition) -> Iterator[Notice]:
    """Find stretches of a sound file that nobody hears."""
    taken = sorted((clip.begin_ms, clip.end_ms) for clip in clips if clip.sound == sound)
    length_ms = Fraction(edition.durations_ms.get(sound, 0))
    reached = Fraction(0)
    for begin_ms, end_ms in (*taken, (length_ms, length_ms)):
        if begin_ms - reached >= _GAP_MS:
            yield finding("E-115", sound, 1, f"{_seconds(reached)} to {_seconds(begin_ms)}")
        reached = max(reached, end_ms)


def _seconds(position_ms: Fraction | int) -> str:
    return f"{float(position_ms) / 1000:.3f} s"
