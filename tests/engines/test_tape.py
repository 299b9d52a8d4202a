from pathlib import Path

from pipeline.engines import tape
from pipeline.engines.tape import Tape


def test_what_one_opens_by_the_descriptor_another_has_written():
    ours = Tape()
    theirs = Tape(ours.descriptor)
    theirs.write(b"one ")
    theirs.write(b"two")
    assert ours.read(7) == b"one two"


def test_a_tape_is_used_again_from_its_beginning():
    again = Tape()
    again.write(b"long before")
    again.rewind()
    again.write(b"now")
    assert (again.position, again.read(3), again.overflow()) == (3, b"now", b"")


def test_what_has_no_room_is_kept_in_order(monkeypatch):
    monkeypatch.setattr(tape, "_BYTES", 8)
    short = Tape()
    for sound in (b"12345", b"67890", b"ab"):
        short.write(sound)
    assert short.read(short.position) + short.overflow() == b"1234567890ab"


def test_the_descriptor_is_closed_when_nobody_needs_the_tape():
    before = len(list(Path("/dev/fd").iterdir()))
    Tape().write(b"sound")
    assert len(list(Path("/dev/fd").iterdir())) == before
