from dataclasses import replace

from pipeline.writers.pronunciation import has_hints, pronunciation_lexicon
from tests.builders import paragraph, sentence, small_document, term


def with_terms(*terms):
    document = small_document()
    block = paragraph(sentence(*terms, id="s-terms"), id="b-terms")
    return replace(
        document, front=(), back=(), body=(replace(document.body[0], blocks=(block,), sections=()),)
    )


def lexicon(*terms) -> str:
    return pronunciation_lexicon(with_terms(*terms), "he-Latn").decode()


def test_each_word_has_the_sound_that_the_lexicon_decided():
    assert "<lexeme><grapheme>Zohar</grapheme><phoneme>ˈzoʊ.haɹ</phoneme></lexeme>" in lexicon(
        term("Zohar", "ˈzoʊ.haɹ")
    )


def test_a_word_with_two_sounds_is_left_to_the_hints_in_the_text():
    assert "Bas" not in lexicon(term("Bas", "bɑs"), term("Bas", "bæs"))


def test_words_of_other_languages_are_not_in_the_list():
    assert "Levi" not in lexicon(term("Levi", "ˈli.vaɪ", language=""))


def test_a_book_without_such_words_has_no_lexicon():
    document = small_document()
    plain = replace(document, front=document.front[:1], body=(), back=())
    assert pronunciation_lexicon(plain, "he-Latn") == b""
    assert not has_hints(plain)
