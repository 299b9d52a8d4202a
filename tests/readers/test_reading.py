"""Notes go to the section that refers to them; what is printed fills what the sidecar leaves open."""

from pipeline.model.document import Note, Role, Section
from pipeline.model.metadata import Contributor, Metadata
from pipeline.readers.outline import UNTITLED
from pipeline.readers.reading import attach_notes, merge_metadata
from tests.builders import paragraph, ref, sentence


def section(*marks: str, sections=(), notes=()):
    blocks = (paragraph(sentence(*(ref(mark, mark) for mark in marks))),)
    return Section(
        id="", level=1, role=Role.CHAPTER, heading=UNTITLED, blocks=blocks, sections=sections, notes=notes
    )


def notes(*keys: str, inside: dict[str, str] | None = None):
    return {
        key: Note(
            id=key,
            mark=key,
            blocks=(
                paragraph(
                    sentence(*([ref(inside[key], inside[key])] if inside and key in inside else ["x"]))
                ),
            ),
        )
        for key in keys
    }


def ids(sections):
    return [([note.id for note in one.notes], ids(one.sections)) for one in sections]


def test_each_note_goes_to_the_first_section_that_refers_to_it():
    found = attach_notes(
        [section("b", "a", sections=(section("c", "a"),)), section("a", "d")], notes(*"abcd")
    )
    assert ids(found) == [(["b", "a"], [(["c"], [])]), (["d"], [])]


def test_a_note_of_a_note_comes_after_it_and_one_that_nothing_refers_to_comes_last():
    found = attach_notes([section("a"), section()], notes(*"axy", inside={"a": "x"}))
    assert ids(found) == [(["a", "x"], []), (["y"], [])]
    assert attach_notes([], notes("a")) == ()


def test_notes_that_a_section_has_stay():
    kept = notes("k")["k"]
    assert ids(attach_notes([section("a", notes=(kept,))], notes("a", "z"))) == [(["k", "a", "z"], [])]


def test_the_sidecar_comes_first():
    names = ("subtitle", "publisher", "date", "rights", "source", "series", "series_number", "description")
    told = Metadata(**dict.fromkeys(names, ""), title="", language="en")
    printed = Metadata(
        **{name: f"2026 {name}" for name in names},
        title="P",
        title_supplied=True,
        language="he",
        contributors=(Contributor(name="P"),),
    )
    assert merge_metadata(told, printed) == printed
    said = Metadata(
        **{name: f"said {name}" for name in names},
        title="S",
        language="fr",
        contributors=(Contributor(name="S"),),
    )
    assert merge_metadata(said, printed) == said
