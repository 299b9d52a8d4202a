"""When a publication says that it last changed: from what is known of it, never the clock."""

import pytest

from pipeline.build.compose import complete_metadata
from pipeline.model.metadata import Correction, Metadata
from pipeline.model.settings import Settings

CORRECTIONS = (Correction(date="2026-02-03", what="A word."), Correction(date="2026-03-01", what="A name."))


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
