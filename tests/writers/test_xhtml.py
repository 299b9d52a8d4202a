from dataclasses import replace

import pytest

from pipeline.model.document import (
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import Citation, Gloss, Term
from pipeline.writers.sections import Places, epub_frame
from pipeline.writers.xhtml import blocks_markup, inline_markup, sentence_markup
from tests.builders import BR, em, hebrew, inlines, link, paragraph, ref, sentence, strong, term

EPUB = epub_frame(Places(own="03-a.xhtml", file_of={"fn-1": "03-a.xhtml", "fn-2": "04-b.xhtml"})).dialect


def html(*parts):
    return inline_markup(inlines(*parts), EPUB)


def test_a_sentence_is_one_span_with_its_id_and_its_last_blank():
    assert sentence_markup(sentence("One. ", id="s-1"), EPUB) == '<span id="s-1">One. </span>'


def test_emphasis_strong_gloss_and_citation_keep_their_nesting():
    shown = html(
        em("a", strong("b")), Gloss(children=inlines("[c]")), Citation(children=inlines("Num. 35:11"))
    )
    assert shown == ('<em>a<strong>b</strong></em><span class="gloss">[c]</span><cite>Num. 35:11</cite>')


def test_a_transliterated_term_is_marked_as_hebrew_in_latin_letters():
    assert (
        html(term("Moshiach", "mɔˈʃi.ax"))
        == '<i lang="he-Latn" xml:lang="he-Latn" class="term" ssml:ph="mɔˈʃi.ax">Moshiach</i>'
    )


def test_a_plain_name_is_no_foreign_word_but_has_its_sound():
    assert html(term("Levi", "ˈli.vaɪ", language="")) == '<span ssml:ph="ˈli.vaɪ">Levi</span>'


def test_a_word_that_the_lexicon_gives_no_sound_is_not_marked():
    assert html(term("Levi", "", language="")) == "Levi"


def test_a_word_that_is_not_spoken_has_no_sound():
    silent = replace(term("Levi", "ˈli.vaɪ", language=""), form="silent")
    assert html(silent) == "Levi"


def test_hebrew_letters_carry_language_and_direction_and_their_meaning():
    honorific = Term(
        children=(hebrew('ע"ה'),), entry="e", form="exact", read_as="peace be upon him", language="he"
    )
    assert html(honorific) == (
        '<abbr title="peace be upon him"><span lang="he" xml:lang="he" dir="rtl">ע"ה</span></abbr>'
    )


def test_the_spoken_form_of_a_latin_word_is_never_printed():
    name = Term(children=inlines("G-d"), entry="g-d", form="exact", read_as="God", language="")
    assert html(name) == "G-d"


def test_a_note_reference_leads_to_its_note_in_this_or_another_file():
    assert html(ref("1", "fn-1")) == (
        '<a id="ref-fn-1" href="#fn-1" epub:type="noteref" role="doc-noteref">1</a>'
    )
    assert 'href="04-b.xhtml#fn-2"' in html(ref("2", "fn-2"))


def test_a_reference_without_a_note_stays_as_printed():
    assert html(ref("7", "", "r7")) == '<sup id="r7">7</sup>'


def test_lines_end_where_they_ended_in_print():
    group = LineGroup(id="b", sentences=(sentence("One", BR, id="s1"), sentence("two", id="s2")))
    assert blocks_markup((group,), EPUB) == (
        '<p id="b" class="lines"><span id="s1">One<br/></span><span id="s2">two</span></p>'
    )


def test_an_address_in_a_hebrew_line_runs_from_left_to_right():
    line = Paragraph(
        id="b", language="he", sentences=(sentence("ל ", link("mailto:a@b.org", "a@b.org"), id="s"),)
    )
    assert blocks_markup((line,), EPUB) == (
        '<p id="b" lang="he" xml:lang="he" dir="rtl"><span id="s">ל '
        '<span dir="ltr"><a href="mailto:a@b.org">a@b.org</a></span></span></p>'
    )


def test_a_pull_quote_is_seen_and_not_heard():
    quote = paragraph(sentence("Again.", id="s"), role=ParagraphRole.PULLQUOTE, id="b")
    assert blocks_markup((quote,), EPUB) == (
        '<aside id="b" class="pullquote" epub:type="pullquote" role="doc-pullquote" aria-hidden="true">'
        '<p><span id="s">Again.</span></p></aside>'
    )


def test_the_lead_stands_before_the_first_sentence_or_in_its_own_paragraph():
    assert blocks_markup((paragraph(sentence("A.", id="s"), id="b"),), EPUB, "1 ") == (
        '<p id="b">1 <span id="s">A.</span></p>'
    )
    assert blocks_markup((ThematicBreak(id="t"),), EPUB, "1 ") == '<p>1 </p>\n<hr id="t" class="separator"/>'


WORDS = paragraph(sentence("w", id="s"), id="p")
SHOWN = '<p id="p"><span id="s">w</span></p>'


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Quotation(id="q", blocks=(WORDS,)), f'<blockquote id="q">\n{SHOWN}\n</blockquote>'),
        (
            Verse(id="v", stanzas=((sentence("a", id="1"), sentence("b", id="2")),)),
            '<div id="v" class="verse">\n<p class="stanza"><span id="1">a</span><br/><span id="2">b</span></p>\n</div>',
        ),
        (
            ListBlock(id="l", ordered=True, start=3, items=((WORDS,),)),
            f'<ol id="l" start="3">\n<li>{SHOWN}</li>\n</ol>',
        ),
        (ListBlock(id="l", items=((WORDS,),)), f'<ul id="l">\n<li>{SHOWN}</li>\n</ul>'),
        (
            Table(id="t", header_rows=1, rows=(((WORDS,),), ((WORDS,),))),
            f'<table id="t">\n<thead>\n<tr><th scope="col">{SHOWN}</th></tr>\n</thead>\n'
            f"<tbody>\n<tr><td>{SHOWN}</td></tr>\n</tbody>\n</table>",
        ),
        (
            Figure(id="f", alternative="A map & a key", caption=(WORDS,)),
            '<figure id="f" class="figure">\n<p class="alternative"><span id="f-words">A map &amp; a key</span></p>\n'
            f'<figcaption class="caption">{SHOWN}</figcaption>\n</figure>',
        ),
        (
            PageBreak(id="pg", number="12"),
            '<div id="pg" epub:type="pagebreak" role="doc-pagebreak" aria-label="page 12"></div>',
        ),
    ],
)
def test_every_kind_of_block_has_its_element(block, shown):
    assert blocks_markup((block,), EPUB) == shown


def test_a_dialect_decides_the_names_of_asides():
    quote = paragraph(sentence("Again.", id="s"), role=ParagraphRole.PULLQUOTE, id="b")
    plain = replace(EPUB, aside="div", paragraph={})
    assert blocks_markup((quote,), plain) == '<div id="b"><p><span id="s">Again.</span></p></div>'
