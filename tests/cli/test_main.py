"""The door: errors become one sentence and an exit code; what is shown suits the place where it goes."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.cli import doctor, publish
from pipeline.cli.main import build_parser, main
from tests.build.press import Done, Press

Pokeach = Callable[..., Done]
MANY = "# Long\n\n" + " ".join(f"This is sentence {number} of many." for number in range(60)) + "\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("no", where="here"), 2),
        (errors.MissingProgramError("no", where="here"), 3),
        (errors.ConfigError("no", where="here"), 4),
        (errors.LexiconError("no", where="here"), 4),
        (errors.SourceError("no", where="here"), 1),
        (errors.EngineError("no", where="here"), 1),
        (errors.StoreError("no", where="here"), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_exit_code(
    error: errors.PokeachError, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(doctor, "command", raising(error))
    assert (main(["doctor"]), capsys.readouterr().err) == (code, "Error: here: no\n")


def raising(error: BaseException) -> Callable[..., int]:
    def command(_: object) -> int:
        raise error

    return command


def test_what_nobody_foresaw_is_one_sentence_too(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(doctor, "command", raising(ZeroDivisionError("division by zero")))
    assert main(["doctor"]) == 1
    assert capsys.readouterr().err == (
        "Pokeach itself failed (ZeroDivisionError: division by zero). Please report this; --debug shows where.\n"
    )


def test_debug_shows_where(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(doctor, "command", raising(ZeroDivisionError("division by zero")))
    main(["doctor", "--debug"])
    assert capsys.readouterr().err.startswith("Traceback (most recent call last):\n")


def test_a_typing_error_is_exit_code_2(capsys):
    for arguments in (["publsh"], [], ["publish", "--jobs", "many"], ["explain"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert "error:" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_fault(press: Press):
    """As in `./run check | head -1`."""
    process = press.start("check", "--json")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert (process.stderr.read(), process.wait(timeout=30)) == ("", 0)
    process.stderr.close()


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_outputs_are_no_fault(closed: str, press: Press):
    """As some schedulers start programs."""
    command = [sys.executable, "-P", "-m", "pipeline.cli", "publish", "--only", "brf", "--plain"]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *command],
        cwd=press.root,
        env=press.environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"failed" in done.stderr) == (0, False)


def test_a_disk_without_room_for_what_is_told_is_said(press: Press):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "pipeline.cli", "say", "Moshiach"],
            cwd=press.root,
            env=press.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        1,
        b"Error: there is no room for what this command prints: the disk is full. "
        b"Free some space and run it again.\n",
    )


def on_terminal(press: Press, *arguments: str, stop_at: bytes = b"", **environment: str) -> tuple[int, bytes]:
    """Run a command on a terminal; with `stop_at`, type Ctrl-C when that has been shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pipeline.cli", *arguments],
        cwd=press.root,
        env={**press.environment, "TERM": "xterm-256color", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    while piece := _read(ours):
        shown += piece
        if stop_at and stop_at in shown:
            os.killpg(process.pid, signal.SIGINT)
            stop_at = b""
    os.close(ours)
    return process.wait(timeout=30), shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux' way of saying that nobody writes any more
        return b""


def test_a_terminal_shows_a_bar_and_gets_its_cursor_back(press: Press):
    press.source("first.md").write_text(MANY, encoding="utf-8")
    code, shown = on_terminal(press, "publish", "--jobs", "1")
    assert code == 0
    assert b"first: voicing" in shown
    assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l") > -1


def test_a_bar_that_was_stopped_is_taken_away_before_the_last_sentence(press: Press):
    more_than_is_voiced_before_the_signal_comes = MANY + "".join(
        f"\nParagraph {number} has a sentence of its own.\n" for number in range(1500)
    )
    press.source("first.md").write_text(more_than_is_voiced_before_the_signal_comes, encoding="utf-8")
    code, shown = on_terminal(press, "publish", "--jobs", "1", stop_at=b"first: voicing")
    assert code == 130
    assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l") > -1
    assert shown.endswith(b"Stopped. What was finished is kept; the next run goes on from there.\r\n")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--plain",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})],
    ids=["--plain", "NO_COLOR", "dumb terminal"],
)
def test_who_asks_for_plain_sentences_gets_no_control_signs(
    press: Press, arguments: tuple[str, ...], environment: dict[str, str]
):
    code, shown = on_terminal(press, "publish", "second", *arguments, **environment)
    assert (code, b"\x1b" in shown, b"second: writing.\r\n" in shown) == (0, False, True)


@pytest.mark.parametrize("command", ["publish", "check", "doctor"])
def test_a_pipe_gets_no_control_signs(press: Press, command: str):
    done = press.run(command, TERM="xterm-256color", FORCE_COLOR="1")
    assert (done.code, "\x1b" in done.output + done.messages) == (0, False)


def test_the_parser_knows_where_editions_go():
    parsed = build_parser(["publish"]).parse_args(
        ["publish", "a", "b", "--to", "x", "--only", "epub,brf", "--jobs", "3"]
    )
    assert parsed.command is publish.command
    assert (parsed.source, parsed.to, parsed.only, parsed.jobs) == (["a", "b"], "x", "epub,brf", 3)
