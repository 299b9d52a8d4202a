import shutil
from io import BytesIO
from pathlib import Path

import av
import pytest

from pipeline.build.tracks import find_joined, make_tracks
from pipeline.build.voicing import Studio, voice_script
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.tone import ToneVoice
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import Clip, Script, ScriptTrack, Utterance, VoiceSettings, Words
from pipeline.store.blobs import Blobs
from pipeline.store.ledger import StepLedger


def track(section: str, title: str, *targets: str) -> ScriptTrack:
    utterances = tuple(
        Utterance(target=target, parts=(Words(text=target),), pause_after_ms=100) for target in targets
    )
    return ScriptTrack(section=section, title=title, utterances=utterances)


SCRIPT = Script(
    tracks=(
        track("sec-a", "The Rebbe’s “Second” Essay: Shmôs", "one", "two"),
        track("sec-b", "הגאולה", "three"),
    )
)


class CountingEncoder(Mp3Encoder):
    """Counts the tracks it was asked to join."""

    joins = 0

    def join(self, clips, tags):
        CountingEncoder.joins += 1
        return super().join(clips, tags)


def studio_in(folder: Path) -> Studio:
    return Studio(
        voice=ToneVoice(VoiceSettings(engine="tone", name="", words_per_minute=200)),
        encoder=CountingEncoder(AudioSettings()),
        blobs=Blobs(folder / "blobs"),
        ledger=StepLedger(folder / "ledger"),
        jobs=1,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tracks")


@pytest.fixture(scope="module")
def clips(folder):
    return voice_script(SCRIPT, studio_in(folder), lambda _done, _total: None).clips


@pytest.fixture(scope="module")
def tracks(folder, clips):
    return make_tracks(SCRIPT, clips, studio_in(folder), album="Album", artist="Writer")


def test_files_are_numbered_and_named_in_plain_letters(tracks):
    assert [track.href for track in tracks] == ["01-the-rebbes-second-essay-shmos.mp3", "02-sec-b.mp3"]


def test_clips_follow_each_other_without_a_gap(tracks, clips):
    one, two = clips["one"].samples, clips["two"].samples
    assert tracks[0].clips == (
        Clip(target="one", begin=0, end=one),
        Clip(target="two", begin=one, end=one + two),
    )


def test_a_track_lasts_as_long_as_its_file(tracks, folder):
    for made in tracks:
        content = studio_in(folder).blobs.get(made.digest)
        with av.open(BytesIO(content)) as container:
            assert sum(frame.samples for frame in container.decode(audio=0)) == made.samples
        assert len(content) == made.size_bytes


def test_files_say_what_they_are(tracks, folder):
    with av.open(BytesIO(studio_in(folder).blobs.get(tracks[1].digest))) as container:
        tags = {name: container.metadata[name] for name in ("title", "album", "artist", "track")}
    assert tags == {"title": "הגאולה", "album": "Album", "artist": "Writer", "track": "2/2"}


def test_an_unchanged_track_is_not_joined_again(tracks, clips, folder):
    before = CountingEncoder.joins
    assert make_tracks(SCRIPT, clips, studio_in(folder), album="Album", artist="Writer") == tracks
    assert CountingEncoder.joins == before


def test_other_tags_make_another_file(tracks, clips, folder):
    other = make_tracks(SCRIPT, clips, studio_in(folder), album="Another", artist="Writer")
    assert other[0].digest != tracks[0].digest
    assert other[0].clips == tracks[0].clips


def test_a_damaged_track_is_joined_again(tracks, clips, folder):
    digest = tracks[0].digest
    (folder / "blobs" / digest[:2] / digest).write_bytes(b"damaged")
    assert make_tracks(SCRIPT, clips, studio_in(folder), album="Album", artist="Writer") == tracks
    assert studio_in(folder).blobs.has(digest)


def test_clips_of_a_track_that_is_joined_are_not_looked_at(clips, tracks, folder, tmp_path):
    """Not even when they are gone; those of a track that has to be joined are."""
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    for clip in clips.values():
        (copy / "blobs" / clip.digest[:2] / clip.digest).unlink()
    studio = studio_in(copy)
    named = find_joined(SCRIPT, studio, album="Album", artist="Writer")
    kept = voice_script(SCRIPT, studio, lambda _done, _total: None, named)
    assert (kept.clips, kept.anew) == (clips, ())
    assert make_tracks(SCRIPT, kept.clips, studio, album="Album", artist="Writer") == tracks
    (copy / "blobs" / tracks[0].digest[:2] / tracks[0].digest).unlink()
    again = voice_script(SCRIPT, studio, lambda _done, _total: None, named)
    assert (again.clips, again.anew) == (clips, ("one", "two"))
