from dataclasses import replace

from pipeline.model.publication import Audiobook, SoundChapter
from pipeline.model.speech import Clip, Track
from pipeline.writers.audiobook import write_m4b, write_mp3_book
from tests.writers.publications import small_publication


def book_of(files) -> Audiobook:
    (book,) = files.values()
    return book


def test_every_heading_that_is_heard_is_a_chapter():
    publication = small_publication()
    tracks = publication.narration.tracks
    chapters = book_of(write_mp3_book(publication)).chapters
    assert [chapter.title for chapter in chapters] == [
        "A Small Book",
        "Dedication",
        "The Announcement",
        "Announcement 12",
        "Advertisement",
    ]
    assert chapters[0].begin == 0
    assert [one.end for one in chapters[:-1]] == [other.begin for other in chapters[1:]]
    assert chapters[-1].end == sum(track.samples for track in tracks)


def test_the_recording_s_own_words_are_the_last_chapter():
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
    book = book_of(write_m4b(replace(publication, narration=narration)))
    length = sum(track.samples for track in narration.tracks)
    assert book.chapters[-1] == SoundChapter(title="About this recording", begin=length, end=length + 576)
    assert book.tracks[-1].sha256 == "c" * 64


def test_the_file_is_named_after_the_publication():
    publication = small_publication()
    assert list(write_m4b(publication)) == [f"audiobook/{publication.slug}.m4b"]


def test_without_sound_there_is_no_book():
    publication = small_publication()
    assert write_m4b(replace(publication, narration=replace(publication.narration, tracks=()))) == {}
