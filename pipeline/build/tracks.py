"""Join clips into tracks, one MP3 for each top-level section; one whose clips and tags are the same is kept.

In: a script and its clips. Out: tracks whose files the store holds. Law: a track's clips follow each other without a
gap, in reading order.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from pipeline.build import records
from pipeline.build.voicing import IsJoined, Studio, key_of
from pipeline.model.speech import Clip, EncodedClip, Script, ScriptTrack, Track, TrackTags
from pipeline.speech.timing import time_clips

_VERSION = 2
_NAME_LENGTH = 40


def make_tracks(
    script: Script,
    clips: Mapping[str, EncodedClip],
    studio: Studio,
    *,
    album: str,
    artist: str,
    after: int = 0,
    before: int = 0,
) -> tuple[Track, ...]:
    """Make all tracks of a publication; they stand `after` so many others and `before` so many."""
    each = _tags(script, album, artist, after, before)
    return tuple(
        _make_track(track, clips, studio, tags) for track, tags in zip(script.tracks, each, strict=True)
    )


def find_joined(script: Script, studio: Studio, *, album: str, artist: str, before: int = 0) -> IsJoined:
    """Give what tells which tracks the store holds already, so that nobody need look at their clips."""
    each = _tags(script, album, artist, 0, before)
    return lambda place, digests: (
        records.find_sound(studio.ledger, studio.blobs, _key(digests, studio, each[place])) is not None
    )


def _tags(script: Script, album: str, artist: str, after: int, before: int) -> tuple[TrackTags, ...]:
    of = after + len(script.tracks) + before
    return tuple(
        TrackTags(title=track.title, album=album, artist=artist, number=number, of=of)
        for number, track in enumerate(script.tracks, after + 1)
    )


def _make_track(
    track: ScriptTrack, clips: Mapping[str, EncodedClip], studio: Studio, tags: TrackTags
) -> Track:
    timed = time_clips(track, clips)
    digests = [clips[utterance.target].digest for utterance in track.utterances]
    digest, size_bytes = _joined(digests, studio, tags)
    return Track(
        section=track.section,
        title=track.title,
        href=_file_name(track, tags),
        digest=digest,
        size_bytes=size_bytes,
        samples=_length(timed),
        clips=timed,
    )


def _joined(digests: Sequence[str], studio: Studio, tags: TrackTags) -> tuple[str, int]:
    """Give digest and size of the joined file, from the store when it is there and sound."""
    made = _kept(digests, studio, tags)
    if made is None:
        made = studio.blobs.put_pieces(studio.encoder.join(lambda: map(studio.blobs.get, digests), tags))
        records.record(studio.ledger, _key(digests, studio, tags), *made)
    return made


def _kept(digests: Sequence[str], studio: Studio, tags: TrackTags) -> tuple[str, int] | None:
    return records.find_sound(studio.ledger, studio.blobs, _key(digests, studio, tags))


def _key(digests: Sequence[str], studio: Studio, tags: TrackTags) -> str:
    return key_of(
        {
            "step": "join",
            "version": _VERSION,
            "clips": digests,
            "encoder": studio.encoder.join_fingerprint(),
            "tags": [tags.title, tags.album, tags.artist, tags.number, tags.of],
        }
    )


def _length(timed: tuple[Clip, ...]) -> int:
    return timed[-1].end if timed else 0


def _file_name(track: ScriptTrack, tags: TrackTags) -> str:
    """Give 03-the-announcement.mp3: a number that sorts, and the title in plain letters."""
    plain = unicodedata.normalize("NFKD", track.title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:_NAME_LENGTH].strip("-")
    digits = max(2, len(str(tags.of)))
    return f"{tags.number:0{digits}}-{words or track.section}.mp3"
