"""Apply an editor's corrections: old text, new text, reason.

In: sentences of a Document whose notes are tied and whose halves are joined, and corrections. Out: corrected
sentences, a notice for each emendation. Law: the old text must stand there exactly as often as the editor says (once,
unless told otherwise); one that fits nowhere is an error, never forgotten.
"""

from dataclasses import replace

from pipeline.model.document import Document, Sentence
from pipeline.model.metadata import Emendation
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import every_sentence, map_sentences
from pipeline.passes.edits import replace_text


def emend(document: Document, emendations: tuple[Emendation, ...]) -> tuple[Document, tuple[Notice, ...]]:
    """Apply each correction; one whose old text is missing, or stands more often than said, is told and left."""
    notices = []
    for emendation in emendations:
        document, notice = _applied(document, emendation)
        notices.append(notice)
    return document, tuple(notices)


def _applied(document: Document, emendation: Emendation) -> tuple[Document, Notice]:
    count = sum(sentence.text.count(emendation.old) for sentence in every_sentence(document))
    if count != emendation.times:
        message = (
            f"this correction was not made: its old text stands in the source {count} times, not {emendation.times}. "
            "Mend it in the corrections file."
        )
        return document, Notice(code="S-081", message=message, weight=Weight.ERROR, fragment=emendation.old)
    done = 0

    def corrected(sentence: Sentence) -> Sentence:
        nonlocal done
        inlines, at = sentence.inlines, sentence.text.rfind(emendation.old)
        while at >= 0:
            changed = replace_text(inlines, at, at + len(emendation.old), emendation.new)
            if changed is not None:
                inlines = changed
                done += 1
            at = sentence.text.rfind(emendation.old, 0, at)
        return replace(sentence, inlines=inlines)

    changed = map_sentences(document, corrected)
    if done != count:
        message = "this correction was not made: its old text runs across italics, bold or a link. Choose fewer words."
        return document, Notice(code="S-082", message=message, weight=Weight.ERROR, fragment=emendation.old)
    message = f"corrected by the editor to “{emendation.new}” ({emendation.reason}). Printed:"
    return changed, Notice(code="S-080", message=message, weight=Weight.REMARK, fragment=emendation.old)
