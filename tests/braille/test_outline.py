from dataclasses import replace

import pytest

from pipeline.braille.outline import Draft, notes_section, outline
from pipeline.braille.styles import Style
from pipeline.model.document import (
    Block,
    Figure,
    Heading,
    LineGroup,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Role,
    Section,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import plain_text
from pipeline.model.source import Weight
from tests.builders import BR, paragraph, sentence, small_document, strong


def section(
    *blocks: Block, level: int = 1, title: str = "Title", role: Role = Role.CHAPTER, **more
) -> Section:
    heading = Heading(sentence=sentence(title), supplied=more.pop("supplied", False))
    return Section(id="s", level=level, role=role, heading=heading, blocks=blocks, **more)


def drafts(*sections: Section) -> tuple[Draft, ...]:
    return outline(sections)[0]


def rows(*sections: Section) -> list[tuple[Style, str]]:
    return [(draft.style, plain_text(draft.inlines)) for draft in drafts(*sections)]


def para(text: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return paragraph(sentence(text), role=role)


def test_the_reading_order_is_heading_subtitle_blocks_notes_sections():
    (chapter,) = small_document().body
    assert rows(chapter) == [
        (Style.HEADING, "The Announcement"),
        (Style.SUBTITLE, "MOSES AND MOSHIACH"),
        (Style.ABSTRACT, "In short."),
        (Style.HEADING, "12"),
        (
            Style.PARAGRAPH,
            'We have "passed all the deadlines." Greet our righteous Moshiach at the very end of exile.',
        ),
        (Style.SEPARATOR, "* * *"),
        (Style.PARAGRAPH, "G-d will redeem [soon] all; see Zohar 3:273a."),
        (Style.ATTRIBUTION, "(From the talks of 19 Teves 5751)"),
        (Style.SEPARATION_LINE, "⠐⠒⠒⠒⠒⠒⠒"),
        (Style.NOTE, "Sanhedrin 97b."),
    ]


def test_heading_levels_are_centred_cell_5_and_cell_7():
    styles = [drafts(section(level=level))[0].style for level in (1, 2, 3, 4)]
    assert styles == [Style.HEADING, Style.HEADING_CELL_5, Style.HEADING_CELL_7, Style.HEADING_CELL_7]


def test_a_heading_that_is_a_number_is_centred():
    assert rows(section(level=2, title="58")) == [(Style.HEADING, "58")]


def test_a_supplied_heading_is_a_transcribers_note():
    assert [draft.enclosed for draft in drafts(section(supplied=True))] == [True]


def test_each_note_has_the_sign_of_its_reference_once():
    note = Note(id="n", mark="12", blocks=(para("See"), para("more")))
    assert [draft.mark for draft in drafts(section(notes=(note,)))] == ["", "", "12", ""]


def test_title_pages_are_centred():
    front = small_document().front[0]
    assert [style for style, _ in rows(front)] == [Style.TITLE, Style.TITLE]


def test_bold_is_style_in_dedications_and_means_something_in_chapters():
    words = paragraph(sentence(strong("Leib")))
    assert drafts(section(words, role=Role.DEDICATION))[1].unbold
    assert not drafts(section(words, role=Role.CHAPTER))[1].unbold


def test_a_pull_quote_is_left_out_with_a_notice():
    made, notices = outline([section(para("Again….", ParagraphRole.PULLQUOTE), para("Once."))])
    assert [plain_text(draft.inlines) for draft in made] == ["Title", "Once."]
    assert [(notice.code, notice.weight, notice.fragment) for notice in notices] == [
        ("B-003", Weight.REMARK, "Again….")
    ]


def test_a_quotation_is_displayed():
    quoted = drafts(section(Quotation(blocks=(para("a"), para("b")))))[1:]
    assert [(draft.indent, draft.displayed, draft.closes) for draft in quoted] == [
        (2, True, False),
        (2, False, True),
    ]


def test_stanzas_keep_their_lines():
    verse = Verse(stanzas=((sentence("a"), sentence("b")), (sentence("c"),)))
    assert rows(section(verse))[1:] == [(Style.VERSE, "a\nb"), (Style.VERSE, "c")]


def test_lists_have_their_numbers_and_bullets_and_nest():
    inner = ListBlock(items=((para("x"),),))
    outer = ListBlock(items=((para("a"), inner), (para("b"),)), ordered=True, start=3)
    made = drafts(section(outer))[1:]
    assert [(plain_text(draft.inlines), draft.indent, draft.hang) for draft in made] == [
        ("3. a", 0, 2),
        ("• x", 2, 0),
        ("4. b", 0, 2),
    ]
    assert [draft.displayed for draft in made] == [True, False, False]
    assert [draft.closes for draft in made] == [False, False, True]


def test_a_table_is_said_row_by_row_with_a_notice():
    table = Table(rows=(((para("a"),), (para("b"),)), ((para("c"),), (para("d"),))))
    made, notices = outline([section(table)])
    assert [plain_text(draft.inlines) for draft in made[2:]] == ["a; b", "c; d"]
    assert made[1].enclosed
    assert [notice.code for notice in notices] == ["B-004"]


def test_a_picture_is_said_in_a_transcribers_note_before_its_caption():
    made = drafts(section(Figure(alternative="A candle", caption=(para("Light"),))))[1:]
    assert [(draft.style, plain_text(draft.inlines), draft.enclosed) for draft in made] == [
        (Style.TRANSCRIBERS_NOTE, "A candle", True),
        (Style.PARAGRAPH, "Light", False),
    ]


@pytest.mark.parametrize("printed", ["---", "- - -", "_____", "* * *", "***", "———"])
def test_a_line_that_parts_a_text_is_three_asterisks(printed):
    assert rows(section(ThematicBreak(printed=printed), para("Text.")))[1] == (Style.SEPARATOR, "* * *")


def test_a_line_at_the_end_of_a_section_is_left_out():
    assert rows(section(para("Text."), ThematicBreak(printed="---")))[1:] == [(Style.PARAGRAPH, "Text.")]
    assert rows(section(para("Text."), ThematicBreak()))[2:] == [(Style.SEPARATOR, "* * *")]


def test_lines_as_long_as_prose_are_paragraphs():
    prose = "and so on " * 13
    block = LineGroup(sentences=(sentence(prose, BR, "Therefore."),))
    assert rows(section(block))[1:] == [(Style.PARAGRAPH, prose), (Style.PARAGRAPH, "Therefore.")]
    block = LineGroup(sentences=(sentence("In memory of", BR, "Reb Dovid"),))
    assert rows(section(block))[1:] == [(Style.LINES, "In memory of\nReb Dovid")]


def test_separators_and_print_pages_have_their_styles():
    assert rows(section(ThematicBreak(printed="*"), PageBreak(number="12")))[1:] == [
        (Style.SEPARATOR, "*"),
        (Style.PAGE_CHANGE, "12"),
    ]


def test_notes_can_stand_at_the_end_under_the_names_of_their_sections():
    note = Note(id="n", mark="1", blocks=(para("See"),))
    own = section(notes=(note,))
    assert Style.NOTE not in {draft.style for draft in outline((own,), notes="end")[0]}
    heading, below, noted = notes_section((own,))
    assert [draft.style for draft in (heading, below, noted)] == [
        Style.HEADING,
        Style.HEADING_CELL_5,
        Style.NOTE,
    ]
    assert notes_section((section(),)) == ()


def test_a_title_page_has_no_heading_that_print_has_not():
    document = small_document()
    (title,) = (section for section in document.front if section.role is Role.TITLEPAGE)
    supplied = replace(title, heading=replace(title.heading, supplied=True))
    (whole, _), (bare, _) = outline((title,)), outline((supplied,))
    assert bare == whole[1:]
