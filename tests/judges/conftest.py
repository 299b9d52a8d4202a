"""The editions that all outside judges look at, built once."""

from pathlib import Path

import pytest

from tests.judges.editions import publish


@pytest.fixture(scope="session")
def built_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish every source into a new folder."""
    return publish(tmp_path_factory.mktemp("editions") / "output")
