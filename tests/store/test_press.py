import os

import pytest

from pipeline.errors import SourceError, UsageError
from pipeline.store.press import list_sources, read_lexicon, read_settings, read_source_file, slug_of


@pytest.fixture
def press(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "Essay One.md").write_text("one")
    (folder / "Essay One.toml").write_text("")
    (folder / "README.md").write_text("about")
    (folder / ".hidden.md").write_text("")
    return tmp_path


def test_sources_are_the_texts_without_sidecars_and_readmes(press):
    assert [path.name for path in list_sources(press)] == ["Essay One.md"]


def test_a_source_is_found_by_its_slug_and_by_its_file(press):
    by_slug = list_sources(press, ["essay-one"])
    assert by_slug == list_sources(press, [str(press / "sources" / "Essay One.md")])


def test_a_source_comes_with_its_sidecar_and_a_short_path(press):
    source = read_source_file(press / "sources" / "Essay One.md", press)
    assert (source.slug, source.text.path, source.sidecar is not None) == (
        "essay-one",
        "sources/Essay One.md",
        True,
    )


def test_an_unknown_name_is_told_with_the_known_ones(press):
    with pytest.raises(UsageError, match=r"no source called essay-two.*one of: essay-one"):
        list_sources(press, ["essay-two"])


def test_two_files_may_not_become_one_book(press):
    (press / "sources" / "essay_one.txt").write_text("")
    with pytest.raises(UsageError, match="would both be published as essay-one"):
        list_sources(press)


def test_an_empty_press_says_what_to_do(tmp_path):
    with pytest.raises(UsageError, match=r"Put an essay into sources/: \.md, \.txt, "):
        list_sources(tmp_path)


def test_a_vanished_source_is_a_source_error(press):
    with pytest.raises(SourceError, match="cannot be read"):
        read_source_file(press / "sources" / "gone.md", press)


def test_a_press_without_settings_or_lexicon_has_empty_ones(tmp_path):
    assert (read_settings(tmp_path).content, read_lexicon(tmp_path)) == (b"", ())


def test_slugs_are_lower_case_ascii(tmp_path):
    assert slug_of(tmp_path / "Béréshis 5786!.md") == "bereshis-5786"


def test_a_source_is_found_by_its_file_name_and_a_near_name_is_offered(press):
    assert list_sources(press, ["Essay One.md"]) == list_sources(press, ["essay-one"])
    with pytest.raises(UsageError, match=r"no source called esay-one\. Did you mean essay-one\?"):
        list_sources(press, ["esay-one"])


def test_a_name_that_no_disk_could_hold_is_told_short(press):
    with pytest.raises(UsageError) as caught:
        list_sources(press, ["x" * 5000])
    assert len(caught.value.message) < 400


def test_a_name_that_is_no_text_is_told_and_harms_no_other(press):
    """As an old archive unpacks them: bytes of another code page."""
    bad = os.fsdecode(b"Es\xe9say.md")
    (press / "sources" / bad).write_text("")
    with pytest.raises(SourceError, match="name of this file is not UTF-8 text") as caught:
        read_source_file(press / "sources" / bad, press)
    assert caught.value.where == "sources/Es\N{REPLACEMENT CHARACTER}say.md"
    words = press / "lexicon" / "words" / "m"
    words.mkdir(parents=True)
    (words / os.fsdecode(b"m\xe9.toml")).write_text("")
    (file,) = read_lexicon(press)
    assert (file.path, file.problem) == (
        "lexicon/words/m/m\N{REPLACEMENT CHARACTER}.toml",
        "the name of this file is not UTF-8 text. Rename it.",
    )
