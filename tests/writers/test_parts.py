from dataclasses import replace

from pipeline.model.publication import Digest
from pipeline.writers.parts import parts_of
from tests.writers.publications import small_publication


def test_a_part_is_named_as_its_track():
    publication = small_publication()
    assert [(part.stem, part.matter) for part in parts_of(publication)] == [
        ("01-titlepage", "frontmatter"),
        ("02-dedication", "frontmatter"),
        ("03-sec-announcement", "bodymatter"),
        ("04-advertisement", "backmatter"),
    ]
    track = publication.narration.tracks[0]
    assert parts_of(publication)[0].audio == Digest(sha256=track.digest, size_bytes=track.size_bytes)


def test_a_section_without_a_track_still_has_a_name():
    publication = small_publication()
    narration = replace(publication.narration, tracks=publication.narration.tracks[1:])
    first = parts_of(replace(publication, narration=narration))[0]
    assert (first.stem, first.track, first.audio) == ("01-titlepage", None, None)
