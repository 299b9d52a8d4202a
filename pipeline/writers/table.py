"""The table of formats: what `--only` can name.

A new format is one module with a Writer and one row here. A module runs when its format is first written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pipeline.model.publication import Writer
from pipeline.writers import (
    audiobook,
    braille_text,
    brf,
    daisy3,
    daisy202,
    ebraille,
    epub3,
    html,
    mp3,
    pef,
    proof,
)


class Need(Enum):
    """What of a publication a format holds beside its text: what no format needs is not made."""

    SOUND = "sound"
    BRAILLE = "contracted braille"
    GRADE_1 = "uncontracted braille"
    TRANSCRIPT = "braille without pages, or with the print beside it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What writes one format, and when."""

    write: Writer
    need: Need
    on_request: bool = False
    """It is made only when it is named: the same sound once more, in one file."""


WRITERS: Mapping[str, Format] = {
    "epub": Format(write=lambda publication: epub3.write_epub(publication), need=Need.SOUND),
    "daisy202": Format(write=lambda publication: daisy202.write_daisy202(publication), need=Need.SOUND),
    "daisy3": Format(write=lambda publication: daisy3.write_daisy3(publication), need=Need.SOUND),
    "html": Format(write=lambda publication: html.write_html(publication), need=Need.SOUND),
    "mp3": Format(write=lambda publication: mp3.write_mp3(publication), need=Need.SOUND),
    "mp3-book": Format(
        write=lambda publication: audiobook.write_mp3_book(publication), need=Need.SOUND, on_request=True
    ),
    "m4b": Format(
        write=lambda publication: audiobook.write_m4b(publication), need=Need.SOUND, on_request=True
    ),
    "brf": Format(write=lambda publication: brf.write_brf(publication), need=Need.BRAILLE),
    "brf-grade1": Format(
        write=lambda publication: brf.write_uncontracted_brf(publication), need=Need.GRADE_1
    ),
    "braille-text": Format(
        write=lambda publication: braille_text.write_braille_text(publication), need=Need.TRANSCRIPT
    ),
    "pef": Format(write=lambda publication: pef.write_pef(publication), need=Need.BRAILLE),
    "ebraille": Format(write=lambda publication: ebraille.write_ebraille(publication), need=Need.TRANSCRIPT),
    "proof": Format(write=lambda publication: proof.write_proof(publication), need=Need.TRANSCRIPT),
}
