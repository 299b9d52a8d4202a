from array import array
from dataclasses import replace
from io import BytesIO

import av
import pytest
from mutagen.id3 import ID3

from pipeline.engines.audiobook import move_chapters, pack_audiobook
from pipeline.engines.mp3 import Mp3Encoder, frames_of_file
from pipeline.engines.pyav import count_samples
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


def pack(book: Audiobook) -> bytes:
    return pack_audiobook(book, lambda _digest: FILE)


def test_the_mp3_book_holds_the_frames_of_its_tracks():
    book = pack(BOOK)
    assert frames_of_file(FILE) == FRAMES
    assert frames_of_file(book) == FRAMES + FRAMES
    assert count_samples(book) == 2 * LENGTH


def test_the_mp3_book_has_its_chapters():
    tag = ID3(BytesIO(pack(BOOK)))
    found = [
        (tag[f"CHAP:c{number}"].start_time, str(tag[f"CHAP:c{number}"].sub_frames["TIT2"]))
        for number in (1, 2)
    ]
    assert found == [(0, "One"), (LENGTH * 1000 // 22050, "Two")]
    assert (tag["CTOC:toc"].child_element_ids, str(tag["TIT2"])) == (["c1", "c2"], "גאולה Book")


def test_a_table_of_contents_is_never_too_long():
    many = tuple(SoundChapter(title=f"{n}", begin=n, end=n + 1) for n in range(300))
    tag = ID3(BytesIO(pack(replace(BOOK, chapters=many))))
    assert tag["CTOC:toc"].child_element_ids == ["toc1", "toc2"]
    assert [len(tag[f"CTOC:toc{number}"].child_element_ids) for number in (1, 2)] == [255, 45]


def test_the_m4b_plays_as_long_as_its_tracks_filled_up():
    with av.open(BytesIO(pack(replace(BOOK, container="m4b")))) as file:
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
    book = replace(BOOK, container="m4b")
    assert pack(book) == pack(book)


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
