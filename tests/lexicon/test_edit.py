import pytest

from pipeline.errors import LexiconError, UsageError
from pipeline.lexicon.edit import checked_text, path_of, slug_for, with_proofs, with_values
from pipeline.model.lexicon import EntryTest
from tests.lexicon.shelf import entry

NIGGUN = entry("niggun", "NIH-gun", spellings=("nigun",))


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("Moshiach", "moshiach"),
        ("b'chezkas", "bchezkas"),
        ("Rosh HaShanah", "rosh-hashanah"),
        ("../../etc", "etc"),
    ],
)
def test_a_file_is_named_by_the_plain_letters_of_its_word(word, slug):
    assert slug_for(word) == slug


def test_a_word_without_latin_letters_needs_a_name():
    with pytest.raises(UsageError, match="Give a name: --name"):
        slug_for("משיח")


@pytest.mark.parametrize("slug", ["../../etc/passwd", "/etc/x", "a/b", "A", "", "a--b"])
def test_no_name_leads_out_of_the_folder(slug):
    with pytest.raises(UsageError, match="may hold only small letters"):
        path_of(slug)


def test_a_field_is_set_and_a_list_grows():
    assert with_values(NIGGUN, "meaning", ["a melody"], add=False).meaning == "a melody"
    assert with_values(NIGGUN, "spellings", ["neegun", "nigun"], add=True).spellings == ("nigun", "neegun")
    assert with_values(NIGGUN, "spellings", ["neegun"], add=False).spellings == ("neegun",)
    assert with_values(NIGGUN, "endings", [], add=False).endings == "english"


@pytest.mark.parametrize(
    ("field", "values", "add", "message"),
    [
        ("sya", ["x"], False, "no field that can be set"),
        ("test", ["x"], False, "no field that can be set"),
        ("meaning", ["a", "melody"], False, "Put quotation marks around it"),
        ("meaning", ["a"], True, "holds one text"),
    ],
)
def test_what_cannot_be_set_is_refused(field, values, add, message):
    with pytest.raises(UsageError, match=message):
        with_values(NIGGUN, field, values, add=add)


@pytest.mark.parametrize("value", ["[[moUS]]", "a<b", "line\nend", "\x07", "x" * 10_000])
def test_nothing_is_written_that_could_not_be_read(value):
    with pytest.raises(LexiconError):
        checked_text(with_values(NIGGUN, "word", [value], add=False), "niggun.toml")


def test_proofs_ask_for_the_new_sound():
    proved = entry("a", "ah", tests=(EntryTest(text="x", hears="old"), EntryTest(text="y", hears="other")))
    assert with_proofs(proved, "old", "new").tests == (
        EntryTest(text="x", hears="new"),
        EntryTest(text="y", hears="other"),
    )
