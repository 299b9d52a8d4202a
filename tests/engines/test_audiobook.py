from array import array
from dataclasses import replace
from io import BytesIO

import av
import pytest
from mutagen.id3 import ID3

from pipeline.engines.audiobook import encode_track, move_chapters, pack_m4b, pack_mp3
from pipeline.engines.mp3 import Mp3Encoder, frames_of_file
from pipeline.engines.mp3_tag import whole_frames
from pipeline.engines.pyav import AAC_SAMPLES, count_samples
from pipeline.errors import EngineError
from pipeline.model.publication import Audiobook, Digest, SoundChapter
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import TrackTags

TONE = array("h", [4000, 4000, -4000, -4000] * 5000).tobytes()
ENCODER = Mp3Encoder(AudioSettings())
FRAMES, LENGTH = ENCODER.encode(TONE, 350)
TAGS = TrackTags(title="One", album="Book", artist="A. Writer", number=1, of=2)
FILE = b"".join(ENCODER.join(lambda: [FRAMES], TAGS))
BOOK = Audiobook(
    container="mp3",
    title="גאולה Book",
    author="A. Writer",
    narrator="test tones",
    publisher="The Press",
    date="2026",
    tracks=(Digest(sha256="a" * 64, size_bytes=len(FILE)),) * 2,
    track_samples=(LENGTH, LENGTH),
    chapters=(
        SoundChapter(title="One", begin=0, end=LENGTH),
        SoundChapter(title="Two", begin=LENGTH, end=2 * LENGTH),
    ),
)


def frames_of(content: bytes) -> bytes:
    return b"".join(frames_of_file(BytesIO(content)))


def mp3(book: Audiobook) -> bytes:
    return b"".join(pack_mp3(book, lambda: (BytesIO(FILE) for _ in book.tracks)))


def m4b(book: Audiobook) -> bytes:
    frames = list(encode_track(BytesIO(FILE)))
    file = BytesIO()
    pack_m4b(book, lambda: (BytesIO(b"".join(frames)) for _ in book.tracks), [len(frames)] * 2, file)
    return file.getvalue()


def test_the_mp3_book_holds_the_frames_of_its_tracks():
    book = mp3(BOOK)
    assert frames_of(FILE) == FRAMES
    assert frames_of(book) == FRAMES + FRAMES
    assert count_samples(book) == 2 * LENGTH


def test_frames_come_whole_however_long_the_file(monkeypatch):
    monkeypatch.setattr("pipeline.engines.mp3._PIECE_BYTES", 1000)
    pieces = list(frames_of_file(BytesIO(FILE)))
    assert len(pieces) > 2
    assert all(whole_frames(piece) == len(piece) for piece in pieces)
    assert b"".join(pieces) == FRAMES


def test_a_file_that_ends_within_a_frame_is_refused():
    with pytest.raises(EngineError, match="cut short"):
        frames_of(FILE[:-100])


def test_a_track_in_aac_is_filled_up_to_a_whole_frame():
    assert len(list(encode_track(BytesIO(FILE)))) == -(-LENGTH // AAC_SAMPLES)


def test_the_mp3_book_has_its_chapters():
    tag = ID3(BytesIO(mp3(BOOK)))
    found = [
        (tag[f"CHAP:c{number}"].start_time, str(tag[f"CHAP:c{number}"].sub_frames["TIT2"]))
        for number in (1, 2)
    ]
    assert found == [(0, "One"), (LENGTH * 1000 // 22050, "Two")]
    assert (tag["CTOC:toc"].child_element_ids, str(tag["TIT2"])) == (["c1", "c2"], "גאולה Book")


def test_a_table_of_contents_is_never_too_long():
    many = tuple(SoundChapter(title=f"{n}", begin=n, end=n + 1) for n in range(300))
    tag = ID3(BytesIO(mp3(replace(BOOK, chapters=many))))
    assert tag["CTOC:toc"].child_element_ids == ["toc1", "toc2"]
    assert [len(tag[f"CTOC:toc{number}"].child_element_ids) for number in (1, 2)] == [255, 45]


def test_the_m4b_plays_as_long_as_its_tracks_filled_up():
    with av.open(BytesIO(m4b(BOOK))) as file:
        samples = sum(frame.samples for frame in file.decode(audio=0))
        words = {name: file.metadata[name] for name in ("title", "artist", "composer", "genre")}
        chapters = [
            (chapter["metadata"]["title"], chapter["start"] * chapter["time_base"])
            for chapter in file.chapters()
        ]
    filled = -(-LENGTH // 1024) * 1024
    assert abs(samples - 2 * filled) <= 1024
    assert words == {
        "title": "גאולה Book",
        "artist": "A. Writer",
        "composer": "test tones",
        "genre": "Audiobook",
    }
    assert [title for title, _ in chapters] == ["One", "Two"]
    assert float(chapters[1][1]) == pytest.approx(filled / 22050, abs=0.001)


def test_the_m4b_is_the_same_each_time():
    assert m4b(BOOK) == m4b(BOOK)


def test_chapters_move_with_their_tracks():
    chapters = (
        SoundChapter(title="One", begin=0, end=500),
        SoundChapter(title="Two", begin=500, end=LENGTH),
        SoundChapter(title="Three", begin=LENGTH, end=2 * LENGTH),
    )
    moved = move_chapters(replace(BOOK, chapters=chapters), [LENGTH + 10, LENGTH + 10])
    assert [(chapter.begin, chapter.end) for chapter in moved] == [
        (0, 500),
        (500, LENGTH + 10),
        (LENGTH + 10, 2 * LENGTH + 20),
    ]
