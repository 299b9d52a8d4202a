from pipeline.lexicon.annotate import annotate, annotate_sentence
from pipeline.model.document import Document, Heading, Paragraph, Role, Section
from pipeline.model.inline import Citation, LanguageSpan, Term, Text
from pipeline.model.lexicon import Form
from pipeline.model.metadata import Metadata
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import every_sentence
from tests.builders import em, hebrew, inlines, link, ref, sentence, small_document, strong, term
from tests.lexicon.shelf import entry, lexicon

WORDS = lexicon(
    entry("Torah", "TOH-ruh"),
    entry("Moshiach", "maw-SHEE-akh", braille="uncontracted"),
    entry("Brooklyn", "BRUUK-lin", kind="name", tradition="english"),
    entry("Rosner", "ROZ-ner", kind="name", confidence="guess"),
    entry('ע"ה', slug="peace", read_as="peace be upon him"),
    entry('ה"י', slug="hei-yud", status="disputed", meaning="unclear"),
    entry("Avos", "AW-vohs", only_when="in:citation"),
)
POS = SourcePos(path="essay.md", line=7)


def document(*parts):
    section = Section(
        id="s",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(sentence=sentence("Heading")),
        blocks=(Paragraph(sentences=(sentence(*parts),), pos=POS),),
    )
    return Document(metadata=Metadata(), body=(section,))


def test_a_known_word_becomes_a_term_with_its_sound_and_language():
    assert annotate_sentence(sentence("the Torah's"), WORDS).inlines == (
        Text(text="the "),
        Term(
            children=inlines("Torah's"), entry="torah", form="possessive", ipa="ˈtoʊ.ɹəz", language="he-Latn"
        ),
    )


def test_names_and_english_words_have_no_language_of_their_own():
    (found,) = annotate_sentence(sentence("BROOKLYN"), WORDS).inlines
    assert found == Term(children=inlines("BROOKLYN"), entry="brooklyn", form="exact", ipa="ˈbɹʊk.lɪn")


def test_hebrew_letters_are_read_as_the_entry_says():
    (found,) = annotate_sentence(sentence(hebrew('ע"ה')), WORDS).inlines
    assert found == Term(
        children=(hebrew('ע"ה'),), entry="peace", form="exact", read_as="peace be upon him", language="he"
    )


def test_what_is_silent_or_has_its_own_sound_is_not_read_as_something_else():
    words = lexicon(
        entry(
            "אראנו",
            slug="arenu",
            read_as="I will show him",
            silent_when="before:Arenu",
            forms=(Form(text="Er'enu", say="er-EH-noo"),),
        )
    )
    annotated = annotate_sentence(sentence("אראנו Arenu, Er'enu, אראנו"), words)
    terms = [inline for inline in annotated.inlines if isinstance(inline, Term)]
    assert [(found.form, found.ipa, found.read_as) for found in terms] == [
        ("silent", "", ""),
        ("form", "ɚˈɛ.nu", ""),
        ("exact", "", "I will show him"),
    ]


def test_a_word_cut_by_markup_is_one_term():
    (found,) = annotate_sentence(sentence("To", strong("rah")), WORDS).inlines
    assert found.children == (Text(text="To"), strong("rah"))


def test_a_note_sign_behind_a_word_stays_outside_the_term():
    annotated = annotate_sentence(sentence("Torah", ref("1", "fn"), "."), WORDS)
    assert [type(inline).__name__ for inline in annotated.inlines] == ["Term", "NoteRef", "Text"]


def test_the_policy_for_braille_goes_along():
    (found,) = annotate_sentence(sentence("Moshiach"), WORDS).inlines
    assert found.braille == "uncontracted"


def test_addresses_and_terms_of_the_source_are_left_alone():
    untouched = sentence(link("https://torah.org", "torah.org"), " ", term("Torah", "x"))
    assert annotate_sentence(untouched, WORDS) == untouched


def test_citations_are_a_context():
    cited = sentence(Citation(children=inlines("Avos 1")), " Avos")
    annotated = annotate_sentence(cited, WORDS)
    assert isinstance(annotated.inlines[0], Citation)
    assert isinstance(annotated.inlines[0].children[0], Term)
    assert annotated.inlines[1] == Text(text=" Avos")


def test_annotating_changes_no_character_and_is_done_after_one_time():
    before = small_document()
    once, _ = annotate(before, WORDS)
    assert [one.text for one in every_sentence(once)] == [one.text for one in every_sentence(before)]
    assert annotate(once, WORDS)[0] == once


def test_unknown_hebrew_is_named_and_not_guessed():
    annotated, notices = annotate(document("See ", hebrew("שלום רב"), " ", em("here")), WORDS)
    assert notices == (
        Notice(
            code="L-001",
            message="No lexicon entry knows these Hebrew words, so they are not spoken. Add an entry for them.",
            pos=POS,
            fragment="שלום רב",
        ),
    )
    assert annotated.body[0].blocks[0].sentences[0].inlines[1] == LanguageSpan(
        language="he", children=inlines("שלום רב")
    )


def test_what_is_disputed_is_silent_and_named():
    annotated, notices = annotate(document("Leib ", hebrew('ה"י')), WORDS)
    assert annotated.body[0].blocks[0].sentences[0].inlines[1].form == "silent"
    assert notices == (
        Notice(
            code="L-002",
            message="What stands here is disputed: unclear. It is left out of speech; please decide.",
            pos=POS,
            fragment='ה"י',
        ),
    )


def test_a_guess_is_named_once():
    _, notices = annotate(document("Rosner and Rosner's"), WORDS)
    assert [(notice.code, notice.weight, notice.fragment) for notice in notices] == [
        ("L-003", Weight.REMARK, "Rosner")
    ]
