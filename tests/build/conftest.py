"""The small press, made anew for each test."""

from pathlib import Path

import pytest

from tests.build.press import Press, make_press


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return make_press(tmp_path / "press")
