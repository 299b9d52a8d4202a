"""What the voice says that print says by its layout: which note this is, who wrote it, what a bare number heads, that
there is a picture.

In: notes, headings and figures. Out: words, and the sentence a heading is spoken as. Law: what print also says in
words is not said twice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Figure, Heading, Note, Sentence
from pipeline.model.inline import Text
from pipeline.model.speech import SpeechPart, Words
from pipeline.speech.utterance import plain_words, tidy_parts

SIGNATURE = re.compile(r"[,\s]*\btranslator's note[.,\s]*$", re.IGNORECASE)
"""How a translator signs a note, in spoken words."""
_PICTURES = ("picture", "photo", "image", "drawing", "a picture", "a photo", "an image", "a drawing")


def heading_sentence(heading: Heading) -> Sentence:
    """Give the sentence to speak: the label, in which the printed heading keeps its terms."""
    sentence = heading.sentence
    before, found, after = heading.label.partition(sentence.text)
    if not heading.label:
        return sentence
    if not found or not sentence.text:
        return replace(sentence, inlines=(Text(text=heading.label),))
    return replace(sentence, inlines=(Text(text=before), *sentence.inlines, Text(text=after)))


def note_opening(note: Note) -> tuple[SpeechPart, ...]:
    """Give "Note three." and, for a translator's, "Translator's note."."""
    mark = note.mark if any(character.isalnum() for character in note.mark) else ""
    opening = plain_words(" ".join(f"Note {mark}".split()) + ".")
    if note.author == "translator":
        return tidy_parts((*opening, Words(text="Translator's note.")))
    return opening


def picture_opening(figure: Figure) -> tuple[SpeechPart, ...]:
    """Give "Picture:", unless its description says of itself that it is one."""
    return () if figure.alternative.casefold().startswith(_PICTURES) else plain_words("Picture:")


def without_signature(parts: Sequence[SpeechPart]) -> tuple[SpeechPart, ...]:
    """Drop "Translator's note." from the end, since the opening has said it; the sentence keeps its full stop."""
    if not parts or not isinstance(parts[-1], Words):
        return tuple(parts)
    last = parts[-1].text
    stripped = SIGNATURE.sub("", last)
    if stripped == last:
        return tuple(parts)
    return tidy_parts((*parts[:-1], Words(text=stripped)))
