"""The special symbols page: signs that a reader of the text will meet and may not know.

In: the cells of a transcription. Out: Drafts. Law: a sign is listed when it is used, and only then.
"""

from collections.abc import Iterable

from pipeline.braille.cells import (
    GROUP_CLOSE,
    GROUP_OPEN,
    MENTION,
    NOTE_CLOSE,
    NOTE_OPEN,
    OTHER_CODE_PASSAGE,
    OTHER_CODE_PASSAGE_END,
    OTHER_CODE_WORD,
    OTHER_CODE_WORD_END,
    SEPARATION_LINE,
    SUPERSCRIPT,
)
from pipeline.braille.outline import Draft
from pipeline.braille.styles import Style
from pipeline.model.inline import Text

_SIGNS = (
    ("", "dot locator for mention"),
    (NOTE_OPEN, "opening transcriber's note sign"),
    (NOTE_CLOSE, "closing transcriber's note sign"),
    (SEPARATION_LINE, "separation line before notes"),
    (SUPERSCRIPT, "raised number of a note"),
    (SUPERSCRIPT + GROUP_OPEN, f"raised mark of a note of several signs; {MENTION}{GROUP_CLOSE} ends it"),
    ("⠨⠆", "italic letter or sign"),
    ("⠨⠂", "italic word"),
    ("⠨⠶", "italic passage begins"),
    ("⠨⠄", "italics end"),
    ("⠘⠆", "bold letter or sign"),
    ("⠘⠂", "bold word"),
    ("⠘⠶", "bold passage begins"),
    ("⠘⠄", "bold ends"),
    (OTHER_CODE_WORD, "word in Hebrew braille"),
    (OTHER_CODE_WORD_END, "Hebrew braille ends within a word"),
    (OTHER_CODE_PASSAGE, "passage in Hebrew braille begins"),
    (OTHER_CODE_PASSAGE_END, "passage in Hebrew braille ends"),
)


def special_symbols(lines: Iterable[str]) -> tuple[Draft, ...]:
    """Give heading and entries for the signs that stand in these lines of cells; nothing when there are none."""
    cells = "\n".join(lines)
    used = [(sign, name) for sign, name in _SIGNS if sign in cells]
    if len(used) == 1:
        return ()  # nothing to mention
    heading = Draft(style=Style.HEADING, inlines=(Text(text="SPECIAL SYMBOLS"),), ours=True)
    entries = (
        Draft(style=Style.LIST_ENTRY, inlines=(Text(text=name),), added=MENTION + sign, ours=True)
        for sign, name in used
    )
    return heading, *entries
