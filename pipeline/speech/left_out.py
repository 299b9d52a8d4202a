"""What is printed and not heard, as notices.

In: the words concerned and their place. Out: notices with the codes V-001 to V-007, of which V-006 is no longer used.
Law: each says what was left out, why, and what a person can do.
"""

from pipeline.model.source import Notice, SourcePos, Weight

LONGEST_FRAGMENT = 60


def unread_words(words: str, pos: SourcePos | None) -> Notice:
    """V-001: letters that the voice cannot read and no lexicon entry explains."""
    return _notice(
        "V-001",
        "These words are not spoken: an English voice cannot read these letters. "
        "Add a lexicon entry that says how they sound or what they mean.",
        Weight.WARNING,
        words,
        pos,
    )


def unread_block(words: str, pos: SourcePos | None) -> Notice:
    """V-002: a whole block in another script, announced and not read."""
    return _notice(
        "V-002",
        "This block is announced as text in another language and not read out.",
        Weight.REMARK,
        words,
        pos,
    )


def pull_quote(words: str, pos: SourcePos | None) -> Notice:
    """V-003: a sentence of the text that print repeats for the eye."""
    return _notice(
        "V-003", "This pull quote is not spoken: the text says it in its place.", Weight.REMARK, words, pos
    )


def nothing_to_say(words: str, pos: SourcePos | None) -> Notice:
    """V-004: signs without a sound."""
    return _notice(
        "V-004", "There is nothing to say here: only signs are printed.", Weight.REMARK, words, pos
    )


def said_otherwise(words: str, pos: SourcePos | None) -> Notice:
    """V-005: words that are heard at another place than they are printed."""
    return _notice(
        "V-005",
        "These words are not spoken here: they are said at the beginning of the note.",
        Weight.REMARK,
        words,
        pos,
    )


def silenced(words: str, pos: SourcePos | None) -> Notice:
    """V-007: words that a lexicon entry keeps silent."""
    return _notice(
        "V-007",
        "These words are not spoken, because their lexicon entry says so: "
        "the words beside them say the same, or nobody has decided yet how they are read.",
        Weight.REMARK,
        words,
        pos,
    )


def _notice(code: str, message: str, weight: Weight, words: str, pos: SourcePos | None) -> Notice:
    line = " ".join(words.split())
    short = line if len(line) <= LONGEST_FRAGMENT else f"{line[: LONGEST_FRAGMENT - 1]}…"
    return Notice(code=code, message=message, weight=weight, pos=pos, fragment=short)
