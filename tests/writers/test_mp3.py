from dataclasses import replace

from pipeline.model.publication import Digest
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
