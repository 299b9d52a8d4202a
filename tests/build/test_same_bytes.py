"""Law: the same input gives the same bytes, wherever, whenever and by however many hands (two presses, eSpeak NG)."""

import os
from pathlib import Path

from tests.build.press import Press, files_of, make_press

HERE = {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "5786", "LC_ALL": "C", "COLUMNS": "40"}


def espeak(root: Path) -> Press:
    press = make_press(root)
    (press.root / "pipeline.toml").write_text('[voice]\nengine = "espeak"\n', encoding="utf-8")
    return press


def modes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mode for path in sorted(folder.rglob("*"))}


def test_two_clean_builds_are_the_same_tree(tmp_path: Path):
    one, other = espeak(tmp_path / "press"), espeak(tmp_path / "other place" / "the press")
    mask = os.umask(0o077)
    try:
        second = other.start(
            "publish", "--jobs", "2", "--to", "../out", cwd=other.root / "sources", **ELSEWHERE
        )
        os.umask(0o002)
        first = one.start("publish", "--jobs", "1", **HERE)
    finally:
        os.umask(mask)
    for process in (first, second):
        output, messages = process.communicate(timeout=120)
        assert process.returncode == 0, output + messages

    elsewhere = other.root / "out"
    assert files_of(one.output) == files_of(elsewhere)
    assert modes(one.edition("first")) == modes(elsewhere / "first")
    assert len(files_of(one.output)) > 20
