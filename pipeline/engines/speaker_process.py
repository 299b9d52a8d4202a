"""The small process that the engine lives in: it does nothing but load a voice and fork itself for each clip.

In: requests on standard input, one JSON line each. Out: for each, one byte (0 it is done, 1 it failed), the length of
the answer in eight bytes, the answer: what `read_answer` understands, IPA, or what went wrong. Sound lies on the tape.

Why a process of its own: forking one that has loaded numpy costs more than the speech itself. This one is half as big.
"""

import json
import os
import signal
import sys
from pathlib import Path

from pipeline.engines.espeak_library import Installation, Mouth
from pipeline.engines.forked import die_with_parent, write_all
from pipeline.engines.tape import Tape
from pipeline.errors import PokeachError

DONE, FAILED = 0, 1
LENGTH_BYTES = 8


def serve(library: str, data: str, voice: str, words_per_minute: int, tape: int, parent: int) -> None:
    """Answer requests until standard input ends, or the process `parent` does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)
    installation = Installation(library=Path(library), data=Path(data))
    mouth = Mouth(installation, voice, words_per_minute, Tape(tape))
    for line in sys.stdin.buffer:
        status, answer = _answer(mouth, json.loads(line))
        head = bytes([status]) + len(answer).to_bytes(LENGTH_BYTES, "big")
        write_all(sys.stdout.fileno(), head + answer)
    os._exit(0)  # nothing is left to be tidied up


def _answer(mouth: Mouth, request: dict[str, list[str | int]]) -> tuple[int, bytes]:
    try:
        if "trace" in request:
            return DONE, mouth.ipa([str(text) for text in request["trace"]]).encode()
        return DONE, mouth.say(request["say"])
    except PokeachError as problem:
        return FAILED, problem.message.encode()
