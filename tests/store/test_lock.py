import subprocess
import sys

import pytest

from pipeline.errors import UsageError
from pipeline.store.lock import folder_alone, share_folder
from tests.places import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such locks")
HOLD = """
import pathlib, sys
from pipeline.store.lock import share_folder
kept = share_folder(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_several_may_share_a_folder_and_nobody_has_it_alone_meanwhile(tmp_path):
    shares = [share_folder(tmp_path), share_folder(tmp_path)]
    assert None not in shares
    with pytest.raises(UsageError, match="a build is at work"), folder_alone(tmp_path):
        pass
    del shares
    with folder_alone(tmp_path):
        pass


def test_another_process_keeps_its_share_until_it_ends(tmp_path):
    command = [sys.executable, "-P", "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)}
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(UsageError), folder_alone(tmp_path):
            pass
        other.kill()
        other.wait()
    with folder_alone(tmp_path):
        pass


def test_a_folder_that_was_thrown_away_is_made_anew(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    with folder_alone(folder):
        folder.rmdir()
    assert share_folder(folder)
    assert folder.is_dir()
