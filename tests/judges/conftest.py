"""The editions that all outside judges look at: built once, from nothing, by the command a person types."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT


@pytest.fixture(scope="session")
def built_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish every source into a new folder."""
    folder = tmp_path_factory.mktemp("editions") / "output"
    command = [sys.executable, "-m", "pipeline.cli.main", "publish", "--to", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder
