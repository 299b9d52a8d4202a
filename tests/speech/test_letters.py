import pytest

from pipeline.speech.letters import letters_value


@pytest.mark.parametrize(
    ("letters", "number"),
    [
        ('תשפ"ו', 5786),
        ("תשפ״ו", 5786),
        ("ה'תשמ\"ט", 5749),
        ('תש"י', 5710),
        ('תשט"ו', 5715),
        ('תרצ"ץ', None),
        ('תרי"ג', 613),
        ("ה'תרי\"ג", 5613),
        ('תנ"ך', None),
        ('תשב"ץ', None),
        ("תשובה", None),
        ("תשפו", None),
        ('רש"י', None),
        ("", None),
    ],
)
def test_years_in_letters_are_told_from_words(letters: str, number: int | None):
    assert letters_value(letters) == number
