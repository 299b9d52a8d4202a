import pytest

from pipeline.speech.verbalise import RULES, verbalise

EXAMPLES = [
    pytest.param(printed, spoken, id=f"{row.name}: {printed}")
    for row in RULES
    for printed, spoken in row.examples
]


@pytest.mark.parametrize(("printed", "spoken"), EXAMPLES)
def test_each_example_of_a_rule_is_said_as_its_row_says(printed: str, spoken: str):
    assert verbalise(printed) == spoken
