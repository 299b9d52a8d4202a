import pytest

from pipeline.speech.names import Name, find_names
from pipeline.speech.rules import LAWS, MIDRASH, MONTH, SCRIPTURE, TALKS, TRACTATE, ZOHAR


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("See Shemos 1:1", "Shemos", SCRIPTURE),
        ("See Shemos Rabbah 8:14", "Shemos Rabbah", MIDRASH),
        ("Shir HaShirim Rabbah", "Shir HaShirim Rabbah", MIDRASH),
        ("Bava\nBasra 74b", "Bava\nBasra", TRACTATE),
        ("Zohar 3:273a", "Zohar", ZOHAR),
        ("Tikkunei Zohar 69", "Tikkunei Zohar", ""),
        ("LIKKUTEI SICHOS 11", "LIKKUTEI SICHOS", TALKS),
        ("Hilchos Teshuvah 3:4", "Hilchos Teshuvah", LAWS),
        ("7 Menachem-Av", "Menachem-Av", MONTH),
        ("Va’eira 6:2", "Va’eira", SCRIPTURE),
        ("Bamidbar13:3", "Bamidbar", SCRIPTURE),
        ("Likutei Torah,Bamidbar13:3", "Likutei Torah,Bamidbar", ""),
    ],
)
def test_the_longest_name_wins(text: str, name: str, kind: str):
    begin = text.index(name)
    assert find_names(text) == (Name(begin=begin, end=begin + len(name), kind=kind, in_full=name),)


def test_an_abbreviated_book_is_given_in_full():
    assert find_names("(Num. 35:11)") == (Name(begin=1, end=5, kind=SCRIPTURE, in_full="Numbers"),)


def test_names_are_whole_words_with_a_capital():
    assert find_names("march 5, Marching, Bothersome, aviary, Genesisal, job 3:4") == ()
