"""The small press, made anew for each test."""

from pathlib import Path

import pytest

from pipeline.cli.main import main
from tests.build.press import Done, Press, Publish, make_press


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return make_press(tmp_path / "press")


@pytest.fixture
def publish(press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Publish:
    """Publish in this process; braille only, which needs no voice, unless other formats are asked for."""

    def publish(*arguments: str, formats: str = "brf") -> Done:
        monkeypatch.chdir(press.root)
        code = main(["publish", "--only", formats, *arguments])
        return Done(code, *capsys.readouterr())

    return publish
