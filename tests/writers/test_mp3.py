from pipeline.model.publication import Digest
from pipeline.writers.mp3 import write_mp3
from tests.writers.publications import small_publication


def test_every_track_is_a_file():
    publication = small_publication()
    assert write_mp3(publication) == {
        f"audio/{track.href}": Digest(sha256=track.digest, size_bytes=track.size_bytes)
        for track in publication.narration.tracks
    }
