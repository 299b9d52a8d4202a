"""The command as the shell gives it, in the small press."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.main import main
from tests.build.press import Done, Press, make_press


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return make_press(tmp_path / "press")


@pytest.fixture
def pokeach(
    press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """Run a command in this process, standing in the press's folder."""

    def pokeach(*arguments: str) -> Done:
        monkeypatch.chdir(press.root)
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return pokeach
