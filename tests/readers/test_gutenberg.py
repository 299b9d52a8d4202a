"""What Project Gutenberg puts round a text."""

from pipeline.readers.text import read_text

START = "*** START OF THE PROJECT GUTENBERG EBOOK T ***"
END = "*** END OF THE PROJECT GUTENBERG EBOOK T ***"


def read(text: str):
    reading = read_text("t.txt", text)
    sections = [(section.heading.title, len(section.blocks)) for section in reading.sections]
    return sections, [notice.fragment for notice in reading.notices], reading.metadata


def test_a_text_without_the_marked_lines_stays_as_it_is():
    sections, told, metadata = read(f"Title: T\n\n{END}\n\nText.")
    assert (sections, told, metadata.publisher) == ([("", 3)], [], "")


def test_header_credit_and_licence_are_set_apart_with_their_words():
    sections, told, metadata = read(
        f"Title: T\nAuthor: A. Writer\nLanguage: German\nRelease Date: May 1, 1999\n\n{START}\n\nProduced by Ben\n\n"
        f"E-text prepared by Leib\n\nText.\n\nProduced by olives.\n\n{END}\n\nLicence.\n\n{END}"
    )
    assert sections == [("", 2)]
    assert [words.split()[-1] for words in told] == ["Leib", "***"]
    assert (metadata.title, metadata.contributors[0].name, metadata.language, metadata.date) == (
        "T",
        "A. Writer",
        "de",
        "1999",
    )


def test_a_text_may_have_no_end_and_no_fields():
    sections, told, metadata = read(f"{START}\n\nText.\n\nMore.")
    assert (sections, told) == ([("", 2)], [START])
    assert (metadata.title, metadata.contributors, metadata.date, metadata.language) == ("", (), "", "en")


def test_headings_go_with_what_they_head():
    sections, told, _ = read(
        f"THE PROJECT\n\nGutenberg book\n\n\nHEADER\n\n{START}\n\n\nCHAPTER I\n\nText.\n\nText.\n\nText.\n\nText.\n\n"
        f"Text.\n\nText.\n\nText.\n\n\nCHAPTER II\n\n{END}\n\nLicence.\n\n\nLICENCE\n\nMore."
    )
    assert sections == [("CHAPTER I", 7), ("CHAPTER II", 0)]
    assert told == [f"THE PROJECT Gutenberg book {START} HEADER", f"{END} Licence. More. LICENCE"]
