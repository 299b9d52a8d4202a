"""Golden files: what was given when a person last looked. `--update-golden` writes them anew."""

import os
from pathlib import Path

UPDATE = "UPDATE_GOLDEN"


def assert_golden(path: Path, content: str) -> None:
    """Compare with the file, character by character."""
    if os.environ.get(UPDATE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    assert content == path.read_bytes().decode("utf-8")
