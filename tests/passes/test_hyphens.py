"""Words that the end of a line or page broke."""

from pipeline.passes.blocks import block_text
from pipeline.passes.hyphens import mend_hyphens
from tests.passes.documents import blocks_of, para, text_of


def mended(words: str, elsewhere: str) -> tuple[str, list[str]]:
    document, notices = mend_hyphens(text_of(para(words), para(elsewhere)))
    return block_text(blocks_of(document)[0]), [notice.code for notice in notices]


def test_word_that_the_text_has_elsewhere_is_made_whole() -> None:
    assert mended("how to ex- plain it", "Explain it.") == ("how to explain it", ["S-036"])
    assert mended("a well- known name", "well-known names") == ("a well-known name", ["S-036"])


def test_word_that_nobody_knows_is_a_question() -> None:
    assert mended("how to ex- plain it", "No more.") == ("how to ex- plain it", ["S-053"])


def test_hyphen_that_waits_for_its_partner_stays() -> None:
    assert mended("two- and threefold, pre- or postwar", "No more.") == (
        "two- and threefold, pre- or postwar",
        [],
    )
