"""Sound behind the words: the same everywhere, heard, and cut in pauses."""

from pipeline.verify.sounds import (
    check_levels,
    check_same_clips,
    check_same_sounds,
    read_all_clips,
    sound_digest,
)
from tests.verify.editions import FRAME, good_daisy, good_epub

EPUB_CLIPS = read_all_clips(good_epub())
LOUD, SILENT = b"\x80", b"\x00"
"""20 ms each."""


def found(notices) -> list[tuple[str, str]]:
    return [(notice.code, notice.pos.path) for notice in notices]


def test_clips_are_read_in_every_dialect_of_smil():
    assert len(read_all_clips(good_daisy())) > 3
    assert {clip.sound for clip in EPUB_CLIPS} == {"EPUB/a1.mp3", "EPUB/a2.mp3", "EPUB/a3.mp3"}


def test_sound_is_the_same_with_and_without_a_tag():
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x05title"
    assert sound_digest(tag + FRAME) == sound_digest(FRAME)
    assert sound_digest(FRAME) != sound_digest(FRAME[:-1] + b"1")


def test_edition_with_another_sound_is_named():
    same, other = {"x/a1.mp3": "1"}, {"a1.mp3": "2"}
    assert found(check_same_sounds({"a": same, "b": {"a1.mp3": "1"}})) == []
    assert found(check_same_sounds({"a": same, "b": same, "c": other})) == [("E-508", "c: a1.mp3")]


def test_edition_with_another_clip_is_named():
    shifted = read_all_clips(
        {path: content.replace(b"0:00:03.000", b"0:00:02.900") for path, content in good_epub().items()}
    )
    assert found(check_same_clips({"a": EPUB_CLIPS, "b": EPUB_CLIPS})) == []
    assert set(found(check_same_clips({"a": EPUB_CLIPS, "b": EPUB_CLIPS, "c": shifted}))) == {("E-509", "c")}


def levels(*seconds: bytes) -> dict[str, bytes]:
    """Levels of a1.mp3: each sign is a second."""
    return {"EPUB/a1.mp3": b"".join(second * 50 for second in seconds)}


def test_silent_clip_is_named():
    first = EPUB_CLIPS[:1]
    assert found(check_levels("a", first, levels(SILENT + LOUD, SILENT + LOUD, SILENT + LOUD))) == []
    assert found(check_levels("a", first, levels(SILENT, SILENT, SILENT))) == [("E-120", "a: EPUB/t1.smil")]


def test_clip_that_ends_inside_a_word_is_named():
    clip = EPUB_CLIPS[0]
    size = int(clip.end_ms) // 20
    good = {clip.sound: LOUD * (size - 3) + SILENT * 6 + LOUD * 40}
    assert found(check_levels("a", [clip], good)) == []
    assert found(check_levels("a", [clip], {clip.sound: LOUD * (size + 40)})) == [
        ("E-135", "a: EPUB/t1.smil")
    ]
