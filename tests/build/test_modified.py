"""When a publication says that it last changed: from what is known of it, never the clock."""

import pytest

from pipeline.build.compose import complete_metadata, read_document
from pipeline.build.words import open_words, read_lexicon_files
from pipeline.model.metadata import Correction, Metadata
from pipeline.model.settings import Settings
from pipeline.store.press import read_source_file

CORRECTIONS = (Correction(date="2026-02-03", what="A word."), Correction(date="2026-03-01", what="A name."))


def test_text_without_any_date_is_told(press):
    words = open_words(read_lexicon_files(press.root, Settings()))

    def codes() -> list[str]:
        source = read_source_file(press.source("second.txt"), press.root)
        return [notice.code for notice in read_document(source, words, Settings())[1]]

    assert codes().count("S-072") == 1
    press.source("second.toml").write_text('[metadata]\ndate = "2003"\n', encoding="utf-8")
    assert "S-072" not in codes()


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (Metadata(), "2000-01-01T00:00:00Z"),
        (Metadata(date="2026"), "2026-01-01T00:00:00Z"),
        (Metadata(date="2026-01-10", corrections=CORRECTIONS), "2026-03-01T00:00:00Z"),
        (Metadata(modified="2026-02-20T08:00:00Z", corrections=CORRECTIONS), "2026-03-01T00:00:00Z"),
        (Metadata(modified="2026-04-01T08:00:00Z", corrections=CORRECTIONS), "2026-04-01T08:00:00Z"),
        (Metadata(modified="2025-04-01T08:00:00Z", date="2026-01-10"), "2026-01-10T00:00:00Z"),
    ],
)
def test_newest_date_that_is_known_is_the_date_of_change(metadata, expected):
    assert complete_metadata(metadata, "a-book", Settings()).modified == expected
