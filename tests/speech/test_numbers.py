import pytest

from pipeline.speech.numbers import cardinal, count, digits, ordinal, page, year


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (0, "zero"),
        (210, "two hundred and ten"),
        (1000, "one thousand"),
        (1100, "eleven hundred"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (9900, "ninety-nine hundred"),
        (10100, "ten thousand one hundred"),
        (1234, "one thousand two hundred and thirty-four"),
    ],
)
def test_counts(number: int, spoken: str):
    assert cardinal(number) == spoken


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (5751, "fifty-seven fifty-one"),
        (5704, "fifty-seven oh four"),
        (5700, "fifty-seven hundred"),
        (2026, "twenty twenty-six"),
    ],
)
def test_years_are_said_in_pairs(number: int, spoken: str):
    assert year(number) == spoken


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (8, "eight"),
        (97, "ninety-seven"),
        (100, "one hundred"),
        (102, "one oh two"),
        (273, "two seventy-three"),
        (788, "seven eighty-eight"),
        (1000, "one thousand"),
        (12345, "twelve thousand three hundred and forty-five"),
    ],
)
def test_pages_and_houses_are_said_by_hundreds(number: int, spoken: str):
    assert page(number) == spoken


def test_ordinals_have_no_commas():
    assert ordinal(1234) == "one thousand two hundred and thirty-fourth"


def test_digits_keep_the_printed_groups():
    assert digits("(323) 934-70") == "three two three, nine three four, seven zero"


def test_figures_too_long_to_count_are_said_digit_by_digit():
    assert count("100000000000") == "one hundred billion"
    assert count("1" * 13) == " ".join(["one"] * 13)
