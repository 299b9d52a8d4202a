import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.match import compile_lexicon
from pipeline.lexicon.parse import parse_entry
from pipeline.model.lexicon import Form
from tests.lexicon.shelf import entry, heard, house_sounds, lexicon


def test_two_files_that_claim_one_form_are_both_named():
    with pytest.raises(LexiconError) as caught:
        lexicon(entry("Shabbos", "SHAH-bus"), entry("Shabbes", "SHAH-bis", spellings=("SHABBOS",)))
    assert (caught.value.where, caught.value.message) == (
        "shabbos.toml:1",
        '"Shabbos" is claimed by shabbes.toml:1 as well. Take it out of one of the two files, '
        "or give one an only_when.",
    )


def test_a_context_lets_two_entries_share_a_form():
    shared = lexicon(
        entry('ע"ה', slug="him", read_as="peace be upon him"),
        entry('ע"ה', slug="her", read_as="peace be upon her", only_when="nearer:bas/ben"),
    )
    assert heard(shared, 'Rivka bas Leib ע"ה') == [('ע"ה', "peace be upon her")]
    assert heard(shared, 'Leib ben Rivka ע"ה') == [('ע"ה', "peace be upon him")]


def test_a_wrong_sound_names_its_file():
    with pytest.raises(LexiconError, match="two vowel sounds") as caught:
        lexicon(entry("Moshiach", "mo-SHIACH"))
    assert caught.value.where == "moshiach.toml:1"


def test_a_wrong_sound_names_line_and_field():
    text = 'word = "mitzvah"\nstatus = "approved"\nsay = "MITS-vuh"\n\n[[form]]\ntext = "mitzvos"\nsay = "MITS~vohs"\n'
    with pytest.raises(LexiconError, match="7: say: the sign '~'") as caught:
        compile_lexicon([parse_entry(text, "mitzvah.toml")], house_sounds())
    assert caught.value.where == "mitzvah.toml:7"


def test_say_and_ipa_must_agree():
    with pytest.raises(LexiconError, match=r'say "SHAH-bus" is ˈʃɑ\.bəs, but ipa says ʃɑˈbɑt'):
        lexicon(entry("Shabbos", "SHAH-bus", ipa="ʃaˈbat"))


def test_a_word_without_letters_is_refused():
    with pytest.raises(LexiconError, match="holds no word"):
        lexicon(entry("***", "ah", slug="stars"))


@pytest.mark.parametrize("status", ["retired", "draft"])
def test_retired_and_draft_entries_are_not_matched(status):
    assert heard(lexicon(entry("Shabbos", "SHAH-bus", status=status)), "Shabbos") == []


def test_a_form_that_is_written_out_beats_a_derived_one():
    mitzvah = entry("mitzvo", "MITS-vuh", forms=(Form(text="mitzvos", say="MITS-vohs", name="plural"),))
    assert heard(lexicon(mitzvah), "mitzvos, mitzvo's") == [
        ("mitzvos", "ˈmɪts.voʊs"),
        ("mitzvo's", "ˈmɪts.vəz"),
    ]
