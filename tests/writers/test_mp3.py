from dataclasses import replace

from pipeline.model.publication import Digest
from pipeline.model.speech import Clip, Track
from pipeline.writers.mp3 import write_mp3
from tests.writers.publications import small_publication


def test_every_track_is_a_file():
    publication = small_publication()
    files = dict(write_mp3(publication))
    del files["audio/SHA256SUMS"]
    assert files == {
        f"audio/{track.href}": Digest(sha256=track.digest, size_bytes=track.size_bytes)
        for track in publication.narration.tracks
    }


def test_the_recording_tells_of_itself_in_its_last_file():
    publication = small_publication()
    colophon = Track(
        section="colophon",
        title="About this recording",
        href="99-about-this-recording.mp3",
        digest="c" * 64,
        size_bytes=9,
        samples=576,
        clips=(Clip(target="colophon-1", begin=0, end=576),),
    )
    narration = replace(publication.narration, colophon=colophon)
    files = write_mp3(replace(publication, narration=narration))
    assert [path for path in files if path.endswith(".mp3")][-1] == "audio/99-about-this-recording.mp3"


def test_the_sums_are_in_the_form_of_sha256sum():
    publication = small_publication()
    first = publication.narration.tracks[0]
    sums = write_mp3(publication)["audio/SHA256SUMS"]
    assert isinstance(sums, bytes)
    assert sums.decode().splitlines()[0] == f"{first.digest}  {first.href}"
    assert len(sums.splitlines()) == len(publication.narration.tracks)


def test_without_sound_there_are_no_files():
    publication = small_publication()
    silent = replace(publication.narration, tracks=())
    assert write_mp3(replace(publication, narration=silent)) == {}
