from pipeline.writers.braille_text import write_braille_text
from tests.writers.braille_publications import braille_publication


def test_pages_are_the_cells_of_the_volumes():
    files = write_braille_text(braille_publication())
    assert files["braille/book.txt"] == "⠠⠁\n\n⠀⠀⠞⠼⠁\n\f⠁⠀⠀\n⠼⠁\n\f⠃\n⠼⠃\n\f".encode()


def test_a_display_of_one_line_gets_a_line_for_each_paragraph_and_no_pages():
    files = write_braille_text(braille_publication())
    assert files["braille/book-display.txt"] == "⠠⠕⠝⠑\n\n⠼⠃\n⠁⠀⠠⠎⠕⠋⠻⠀⠯⠀⠘⠷⠁\n".encode()
