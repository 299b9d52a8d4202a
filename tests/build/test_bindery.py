from array import array
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import pytest

from pipeline.build.bindery import Bindery
from pipeline.engines import audiobook
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.model.publication import Audiobook, Digest, SoundChapter
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import TrackTags
from pipeline.store.blobs import Blobs
from pipeline.store.ledger import StepLedger

ENCODER = Mp3Encoder(AudioSettings())
TAGS = TrackTags(title="One", album="Book", artist="A. Writer", number=1, of=2)


def tone(bindery: Bindery, loudness: int) -> tuple[Digest, int]:
    """Put a track into the store; give it with its length."""
    frames, samples = ENCODER.encode(array("h", [loudness, -loudness] * 9000).tobytes(), 350)
    sha256, size_bytes = bindery.blobs.put_pieces(ENCODER.join(lambda: [frames], TAGS))
    return Digest(sha256=sha256, size_bytes=size_bytes), samples


def book_of(bindery: Bindery, container: str, *loudness: int) -> Audiobook:
    tracks = [tone(bindery, each) for each in loudness]
    return Audiobook(
        container=container,
        title="Book",
        author="A. Writer",
        narrator="test tones",
        publisher="The Press",
        date="2026",
        tracks=tuple(track for track, _ in tracks),
        track_samples=tuple(samples for _, samples in tracks),
        chapters=(SoundChapter(title="One", begin=0, end=sum(samples for _, samples in tracks)),),
    )


def open_bindery(folder: Path) -> Bindery:
    return Bindery(blobs=Blobs(folder / "blobs"), ledger=StepLedger(folder / "ledger"), jobs=2)


@pytest.fixture
def encoded(monkeypatch):
    """How many tracks were encoded to AAC."""
    counted = []
    encode = audiobook.encode_track
    monkeypatch.setattr(audiobook, "encode_track", lambda file: counted.append(1) or encode(file))
    return counted


@pytest.mark.parametrize("container", ["mp3", "m4b"])
def test_a_book_is_stored_with_all_its_tracks(tmp_path, container):
    bindery = open_bindery(tmp_path)
    book = book_of(bindery, container, 3000, 5000)
    bound = bindery.bind(book)
    content = bindery.blobs.get(bound.sha256)
    assert len(content) == bound.size_bytes
    with av.open(BytesIO(content)) as file:
        assert sum(frame.samples for frame in file.decode(audio=0)) >= sum(book.track_samples)


def test_one_changed_track_is_encoded_and_no_other(tmp_path, encoded):
    bindery = open_bindery(tmp_path)
    first = bindery.bind(book_of(bindery, "m4b", 3000, 5000))
    assert bindery.bind(book_of(bindery, "m4b", 3000, 5000)) == first
    assert len(encoded) == 2
    changed = open_bindery(tmp_path).bind(book_of(bindery, "m4b", 3000, 6000))
    assert len(encoded) == 3
    clean = open_bindery(tmp_path / "clean")
    assert clean.bind(book_of(clean, "m4b", 3000, 6000)) == changed != first


def test_other_words_make_another_book_of_the_same_sound(tmp_path, encoded):
    bindery = open_bindery(tmp_path)
    book = book_of(bindery, "m4b", 3000)
    assert bindery.bind(book) != bindery.bind(replace(book, title="Another"))
    assert len(encoded) == 1


@pytest.mark.parametrize("container", ["mp3", "m4b"])
def test_a_damaged_book_is_bound_again(tmp_path, container):
    bindery = open_bindery(tmp_path)
    book = book_of(bindery, container, 3000)
    bound = bindery.bind(book)
    (tmp_path / "blobs" / bound.sha256[:2] / bound.sha256).write_bytes(b"damaged")
    assert open_bindery(tmp_path).bind(book) == bound
    assert bindery.blobs.is_sound(bound.sha256)
