import pytest

from pipeline.store.kept import Kept


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "store" / "words.json", tmp_path / "store" / "staging")


def test_a_text_comes_back_under_its_key_only(kept):
    kept.keep("a1", "Rosh\nChodesh מ")
    assert (kept.find("a1"), kept.find("a2")) == ("Rosh\nChodesh מ", None)
    kept.keep("a2", "")
    assert (kept.find("a1"), kept.find("a2")) == (None, "")


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\n", b"0 a1\nRosh"])
def test_what_is_damaged_or_foreign_counts_as_nothing(kept, tmp_path, damage):
    kept.keep("a1", "Rosh")
    (tmp_path / "store" / "words.json").write_bytes(damage)
    assert kept.find("a1") is None


def test_one_changed_letter_is_noticed(kept, tmp_path):
    kept.keep("a1", "Rosh")
    path = tmp_path / "store" / "words.json"
    path.write_bytes(path.read_bytes().replace(b"Rosh", b"Rush"))
    assert kept.find("a1") is None


def test_a_disk_that_cannot_be_written_to_costs_no_error(tmp_path):
    (tmp_path / "store").touch()
    kept = Kept(tmp_path / "store" / "words.json", tmp_path / "store" / "staging")
    kept.keep("a1", "Rosh")
    assert kept.find("a1") is None
