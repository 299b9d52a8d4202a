from dataclasses import replace

from pipeline.model.publication import Audiobook
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


def test_the_file_is_named_after_the_publication():
    publication = small_publication()
    assert list(write_m4b(publication)) == [f"audiobook/{publication.slug}.m4b"]


def test_without_sound_there_is_no_book():
    publication = small_publication()
    assert write_m4b(replace(publication, narration=replace(publication.narration, tracks=()))) == {}
