"""From the pieces of a sentence to the parts of an utterance.

In: a sentence with its terms. Out: words, phonemes and pauses, and what could not be said. Law: rules never touch a
term; no letter that the voice cannot read, no bracket and no quote reaches an engine; nothing is left out silently.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.document import Sentence
from pipeline.model.inline import Term
from pipeline.model.settings import SpeechSettings
from pipeline.model.speech import Pause, Phonemes, SpeechPart, Words
from pipeline.speech.names import find_names
from pipeline.speech.pieces import FOREIGN_LETTERS, Foreign, Known, LineEnd, Piece, Plain, flatten
from pipeline.speech.rules import FIRST_OBJECT, OBJECT
from pipeline.speech.verbalise import apply_rules, mark_names, tidy_pauses, verbalise

DIVINE_NAME = re.compile(r"g[-‐‑–_]?d(?P<ending>['’]s)?", re.IGNORECASE)
DIVINE_NAME_OF_THE_LEXICON = "God"
"""The setting that leaves the divine name to the lexicon's own sound."""
HEBREW_BY_MEANING = "meaning"
"""The setting that says what an abbreviation in Hebrew letters means, rather than how it sounds."""
PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
SOUNDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What is said of a sentence, and what of it is not."""

    parts: tuple[SpeechPart, ...]
    """Empty: there is nothing to say."""
    unread: tuple[str, ...] = ()
    """Words that no entry gives a sound and no English voice can read."""
    silenced: tuple[str, ...] = ()
    """Words that the lexicon keeps silent: printed twice in two alphabets, or not decided yet."""


def speak(sentence: Sentence, settings: SpeechSettings) -> Spoken:
    """Put one sentence into words."""
    pieces = flatten(sentence.inlines)
    said = apply_rules(_marked(pieces))
    known = [piece.term for piece in pieces if isinstance(piece, Known)]
    parts: list[SpeechPart] = []
    for stretch in re.split(f"({OBJECT}|\n)", said):
        if stretch == "\n":
            parts.append(Pause(milliseconds=settings.pauses.line_ms))
        elif re.fullmatch(OBJECT, stretch):
            parts.extend(_term_parts(known[ord(stretch) - FIRST_OBJECT], settings))
        else:
            parts.append(Words(text=stretch))
    return Spoken(
        parts=tidy_parts(parts),
        unread=tuple(piece.text for piece in pieces if isinstance(piece, Foreign)),
        silenced=tuple(term_text(term) for term in known if not _has_voice(term)),
    )


def plain_words(text: str) -> tuple[SpeechPart, ...]:
    """Put words of our own, without terms, into parts."""
    return tidy_parts([Words(text=verbalise(text))])


def tidy_parts(parts: Sequence[SpeechPart]) -> tuple[SpeechPart, ...]:
    """Join neighbouring words; drop what is empty, and pauses at both ends. No parts at all when nothing sounds."""
    if not any(_sounds(part) for part in parts):
        return ()
    joined: list[SpeechPart] = []
    for part in parts:
        before = joined[-1] if joined else None
        if isinstance(part, Words) and isinstance(before, Words):
            joined[-1] = Words(text=tidy_pauses(f"{before.text} {part.text}"))
        elif not isinstance(part, Words) or part.text.strip():
            joined.append(part)
    return _without_pauses_at_ends(joined)


def _without_pauses_at_ends(parts: list[SpeechPart]) -> tuple[SpeechPart, ...]:
    while not _sounds(parts[0]):
        del parts[0]
    while isinstance(parts[-1], Pause) or (isinstance(parts[-1], Words) and not parts[-1].text.strip(" ,")):
        del parts[-1]
    if isinstance(parts[0], Words):
        parts[0] = Words(text=parts[0].text.lstrip(" ,;:.!?"))
    if isinstance(parts[-1], Words):
        parts[-1] = Words(text=parts[-1].text.rstrip(" ,"))
    return tuple(
        Words(text=" ".join(part.text.split())) if isinstance(part, Words) else part for part in parts
    )


def term_text(term: Term) -> str:
    """Give the printed form of a term on one line."""
    return " ".join(Known(term=term).text.split())


def _marked(pieces: Sequence[Piece]) -> str:
    """Give the text the rules see: kind signs behind names, an object sign for each known term."""
    text = ""
    objects: list[tuple[int, int, str]] = []
    for piece in pieces:
        if isinstance(piece, Foreign):
            continue
        printed = PRIVATE_USE.sub("", piece.text)
        if isinstance(piece, Known):
            objects.append((len(text), len(text) + len(printed), chr(FIRST_OBJECT + len(objects))))
        elif isinstance(piece, Plain):
            printed = printed.replace("\n", " ")
        else:
            assert isinstance(piece, LineEnd)
        text += printed
    return mark_names(text, find_names(text), tuple(objects))


def _term_parts(term: Term, settings: SpeechSettings) -> tuple[SpeechPart, ...]:
    if not _has_voice(term):
        return ()
    divine_name = DIVINE_NAME.fullmatch(term_text(term))
    if divine_name and settings.divine_name != DIVINE_NAME_OF_THE_LEXICON:
        return (Words(text=verbalise(settings.divine_name) + ("'s" if divine_name["ending"] else "")),)
    is_foreign = FOREIGN_LETTERS.search(term_text(term)) is not None
    if term.ipa and not (is_foreign and term.read_as and settings.hebrew == HEBREW_BY_MEANING):
        return (Phonemes(ipa=term.ipa, written=term_text(term)),)
    meaning = verbalise(FOREIGN_LETTERS.sub("", term.read_as))
    return (Words(text=f", {meaning}," if is_foreign else meaning),)


def _has_voice(term: Term) -> bool:
    return term.form != "silent"


def _sounds(part: SpeechPart) -> bool:
    return isinstance(part, Phonemes) or (isinstance(part, Words) and SOUNDS.search(part.text) is not None)
