import zlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.braille import kept as kept_module
from pipeline.braille.blocks import make_block
from pipeline.braille.contractions import Contractions
from pipeline.braille.kept import KeptBlocks
from pipeline.braille.outline import Draft
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.braille.transcribe import Code
from pipeline.model.braille import PageGeometry, Translation
from pipeline.model.lexicon import Entry
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import SourcePos
from tests.builders import em, inlines, ref, term

SETTINGS = BrailleSettings()
POS = SourcePos(path="essay.md", line=3)
PARAGRAPH = Draft(style=Style.PARAGRAPH, inlines=inlines("We greet Moshiach."), pos=POS)


class Counting:
    """A translator that counts what it was asked."""

    def __init__(self, translator) -> None:
        self.asked = 0
        self._translator = translator

    def fingerprint(self) -> str:
        return self._translator.fingerprint()

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        self.asked += 1
        return self._translator.translate(text, typeforms, language=language)

    def translate_back(self, cells: str, *, language: str) -> str:
        self.asked += 1
        return self._translator.translate_back(cells, language=language)


def code(translator, kept: bytes | None = None, entries=(), **changes) -> Code:
    settings = changes.pop("settings", SETTINGS)
    return Code(
        translator=translator,
        settings=settings,
        contractions=Contractions(translator, settings, entries),
        kept=KeptBlocks(kept),
        **changes,
    )


def kept_of(translator, *drafts: Draft) -> bytes:
    edition = code(translator)
    for draft in drafts:
        make_block(draft, edition)
    return edition.kept.written()


def made_again(draft: Draft, edition: Code) -> tuple[BrailleBlock, bool]:
    """Give the block, and whether it was made anew."""
    toy = edition.translator
    before = toy.asked
    return make_block(draft, edition), toy.asked > before


@pytest.mark.parametrize(
    "draft",
    [
        PARAGRAPH,
        replace(PARAGRAPH, style=Style.HEADING, entry=inlines("Moshiach"), level=2, ours=True, enclosed=True),
        replace(PARAGRAPH, style=Style.NOTE, mark="12", note="fn-12", indent=2, displayed=True, closes=True),
        replace(PARAGRAPH, inlines=inlines("Bein ", em("of"), " ה", ref("7"), " and \ue123\ud800")),
        replace(PARAGRAPH, inlines=inlines(term("Bein", ipa="ˈbeɪn"), " it is\u2028so")),
        replace(PARAGRAPH, inlines=inlines("(.)(5)A4/b:;;;3'")),
    ],
)
def test_what_was_kept_is_what_was_made(draft, translator):
    made = make_block(draft, code(translator))
    again, anew = made_again(draft, code(Counting(translator), kept_of(translator, draft)))
    assert (again, anew) == (made, False)


def test_a_block_that_moved_has_its_notices_where_it_stands_now(translator):
    draft = replace(PARAGRAPH, inlines=inlines("a \ue123"))
    moved = replace(draft, pos=replace(POS, line=9))
    again, anew = made_again(moved, code(Counting(translator), kept_of(translator, draft)))
    assert not anew
    assert {notice.pos for notice in again.notices} == {again.pos} == {moved.pos}


@pytest.mark.parametrize(
    "other",
    [
        {"inlines": inlines("We greet Moshiach!")},
        {"inlines": inlines("We ", em("greet"), " Moshiach.")},
        {"style": Style.NOTE},
        {"ours": True},
        {"indent": 2},
        {"mark": "1"},
    ],
)
def test_another_draft_is_made_anew(other, translator):
    edition = code(Counting(translator), kept_of(translator, PARAGRAPH))
    assert made_again(replace(PARAGRAPH, **other), edition)[1]


@pytest.mark.parametrize(
    "other",
    [
        {"english": "en-uncontracted"},
        {"traced": False},
        {"settings": replace(SETTINGS, profile="ueb-13.2-strict")},
        {"settings": replace(SETTINGS, hebrew="meaning")},
        {"settings": replace(SETTINGS, geometry=PageGeometry(cells_per_line=28))},
        {"entries": (Entry(slug="shabbos", word="Shabbos", say="SHAH-bus", tradition="english"),)},
    ],
)
def test_in_another_code_it_is_made_anew(other, translator):
    assert made_again(PARAGRAPH, code(Counting(translator), kept_of(translator, PARAGRAPH), **other))[1]


def test_the_rest_of_the_settings_changes_no_block(translator):
    settings = replace(SETTINGS, pages_per_volume=70, notes="end", line_end="lf")
    edition = code(Counting(translator), kept_of(translator, PARAGRAPH), settings=settings)
    assert not made_again(PARAGRAPH, edition)[1]


def test_what_is_not_asked_for_any_more_is_not_kept(translator):
    other = replace(PARAGRAPH, inlines=inlines("Another."))
    second = code(translator, kept_of(translator, PARAGRAPH, other))
    make_block(other, second)
    third = code(Counting(translator), second.kept.written())
    assert [made_again(draft, third)[1] for draft in (other, PARAGRAPH)] == [False, True]


def test_what_was_kept_and_what_is_new_are_written_alike(translator):
    kept = kept_of(translator, PARAGRAPH, PARAGRAPH)
    again = code(translator, kept)
    make_block(PARAGRAPH, again)
    assert again.kept.written() == again.kept.written() == kept == kept_of(translator, PARAGRAPH)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"nonsense",
        lambda kept: kept[:-9],
        lambda kept: zlib.compress(zlib.decompress(kept)[:40]),
        lambda kept: zlib.compress(zlib.decompress(kept)[:32] + b"[1,2]\n"),
        lambda kept: zlib.compress(zlib.decompress(kept)[:32] + b"[1,2,3,4,5,6,7,8,9]\n"),
        lambda kept: zlib.compress(zlib.decompress(kept)[:32] + b"\xff\n"),
        lambda kept: zlib.compress(zlib.decompress(kept)[:32] + b"[" * 100_000 + b"\n"),
        lambda kept: zlib.compress(zlib.decompress(kept)[:32] + b'[[],"","",[5],[5],[],[],[],[]]\n'),
        lambda kept: zlib.compress(zlib.decompress(kept).replace("⠑".encode(), b"E")),
    ],
)
def test_what_is_damaged_is_made_anew(damage, translator):
    made = make_block(PARAGRAPH, code(translator))
    edition = code(Counting(translator), damage(kept_of(translator, PARAGRAPH)))
    assert made_again(PARAGRAPH, edition) == (made, True)


@pytest.mark.parametrize(("most", "anew"), [(16, True), (1 << 28, False)])
def test_blocks_that_swell_beyond_any_book_are_none(translator, monkeypatch, most, anew):
    monkeypatch.setattr(kept_module, "_MOST_BYTES", most)
    assert made_again(PARAGRAPH, code(Counting(translator), kept_of(translator, PARAGRAPH)))[1] is anew
