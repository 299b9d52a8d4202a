"""Editions built by the command a person types."""

import os
import subprocess
import sys
from pathlib import Path

from pipeline.store.press import list_sources, slug_of
from tests.places import ROOT

SLUGS = tuple(slug_of(source) for source in list_sources(ROOT))


def publish(folder: Path, *options: str, **environment: str) -> Path:
    """Publish every source into a new folder, which has its own store: nothing made before is used."""
    command = [sys.executable, "-P", "-m", "pipeline.cli", "publish", "--to", str(folder), *options]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Read a folder's files by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
