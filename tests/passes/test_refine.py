"""The passes together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source

_PIECES = st.sampled_from(
    [
        "# Title",
        "## 12",
        "### Deep",
        "Some words of prose. And more of them.",
        "and a small beginning",
        "word<sup>1</sup> and<sup>2</sup>",
        "1. One.\n2. Two.",
        "* * *",
        "---",
        "IN MEMORY OF  \nReb Leib  \n(718) 753-6844",
        'Reb Leib ע"ה [so called]',
        "> quoted <b>words</b>",
        "- an item\n\n  1. inner",
        "*(From a talk)*",
        "Shabbat Shalom, Shaul",
    ]
)


def essay(pieces: list[str]) -> bytes:
    return "\n\n".join(pieces).encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=12))
def test_any_order_of_parts_gives_a_document_with_its_own_ids(pieces: list[str]) -> None:
    try:
        printed, _ = read_source("essay.md", essay(pieces), Sidecar())
    except SourceError:
        return
    document, _ = refine(printed, Sidecar())
    ids = [sentence.id for sentence in every_sentence(document)]
    assert document.metadata.title
    assert len(ids) == len(set(ids)) > 0
    assert all(sentence.text.strip() for sentence in every_sentence(document))


def test_same_text_gives_the_same_document() -> None:
    printed, _ = read_source("essay.md", essay(["# A", "Words. <sup>1</sup> More.", "1. Note."]), Sidecar())
    assert refine(printed, Sidecar()) == refine(printed, Sidecar())
