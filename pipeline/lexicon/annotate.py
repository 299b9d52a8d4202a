"""Document -> Document in which every word that the lexicon knows is a Term.

In: a document after the passes, and a Lexicon. Out: the document with Terms woven in, and notices. Law: no character
changes; a Term names its entry, so that a sentence can be keyed by the entries that fired; Hebrew letters that no
entry knows are never guessed at, but named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.match import Lexicon, Match, Span
from pipeline.lexicon.tokens import address_spans, is_hebrew, tokenise
from pipeline.model.document import Block, Document, Sentence, every_section
from pipeline.model.inline import CONTAINERS, Citation, Inline, Term, plain_text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences, every_inline, map_sentences
from pipeline.model.weave import length, wrap

UNKNOWN_HEBREW = "L-001"
DISPUTED = "L-002"
GUESS = "L-003"


def annotate(document: Document, lexicon: Lexicon) -> tuple[Document, tuple[Notice, ...]]:
    """Weave Terms into all sentences, and say what a person should decide."""
    annotated = map_sentences(document, lambda sentence: annotate_sentence(sentence, lexicon))
    return annotated, tuple(_notices(annotated, lexicon))


def annotate_sentence(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Weave Terms into one sentence."""
    text = sentence.text
    citations = tuple(_spans(sentence.inlines, Citation))
    closed = tuple(_spans(sentence.inlines, Term))
    found = [
        (match.begin, match.end, _Weaver(match=match, text=text))
        for match in lexicon.find(text, citations=citations, closed=closed)
    ]
    return replace(sentence, inlines=wrap(sentence.inlines, found)) if found else sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weaver:
    """Builds the Term of one match."""

    match: Match
    text: str

    def __call__(self, children: tuple[Inline, ...]) -> Term:
        entry = self.match.entry
        return Term(
            children=children,
            entry=entry.slug,
            form=self.match.form,
            ipa=self.match.ipa,
            read_as="" if self.match.silent or self.match.ipa else entry.read_as,
            language=self._language(),
            braille=entry.braille_cells or entry.braille,
        )

    def _language(self) -> str:
        # Names of people and places, and words that English has taken in, are English to a reader of the text
        # (WCAG 2.2, 3.1.2 excepts proper names).
        if is_hebrew(self.text[self.match.begin : self.match.end]):
            return "he"
        english = self.match.entry.kind == "name" or self.match.entry.tradition == "english"
        return "" if english else "he-Latn"


def _spans(inlines: Sequence[Inline], kind: type[Inline]) -> Iterator[Span]:
    """Yield where inlines of one kind begin and end in the plain text."""
    begin = 0
    for inline in inlines:
        end = begin + length((inline,))
        if isinstance(inline, kind):
            yield begin, end
        elif isinstance(inline, CONTAINERS):
            yield from ((begin + start, begin + stop) for start, stop in _spans(inline.children, kind))
        begin = end


def _notices(document: Document, lexicon: Lexicon) -> Iterator[Notice]:
    """Yield what a person should decide, in reading order."""
    guessed: set[str] = set()
    for pos, sentence in _places(document):
        for words in _unknown_hebrew(sentence) if is_hebrew(sentence.text) else ():
            yield Notice(
                code=UNKNOWN_HEBREW,
                message="No lexicon entry knows these Hebrew words, so they are not spoken. Add an entry for them.",
                pos=pos,
                fragment=words,
            )
        for term in (inline for inline in every_inline(sentence.inlines) if isinstance(inline, Term)):
            entry = lexicon.entry(term.entry)
            if entry is None:
                continue  # a Term that the source brought along
            printed = " ".join(plain_text(term.children).split())
            if entry.status == "disputed":
                spoken = "It is left out of speech" if term.form == "silent" else f"It is said {entry.say}"
                yield Notice(
                    code=DISPUTED,
                    message=f"What stands here is disputed: {entry.meaning or entry.word}. {spoken}; please decide.",
                    pos=pos,
                    fragment=printed,
                )
            elif entry.confidence in ("guess", "contested") and term.entry not in guessed:
                guessed.add(term.entry)
                yield Notice(
                    code=GUESS,
                    message=f"The sound of this word is a guess ({entry.say}). Ask somebody who knows.",
                    weight=Weight.REMARK,
                    pos=pos,
                    fragment=printed,
                )


def _unknown_hebrew(sentence: Sentence) -> Iterator[str]:
    """Yield runs of Hebrew words that no Term holds."""
    text = sentence.text
    known = (*_spans(sentence.inlines, Term), *address_spans(text))
    run: list[Span] = []
    for token in tokenise(text):
        unknown = is_hebrew(token.text) and not any(
            begin <= token.begin and token.end <= end for begin, end in known
        )
        if unknown:
            run.append((token.begin, token.end))
        elif run:
            yield " ".join(text[run[0][0] : run[-1][1]].split())
            run = []
    if run:
        yield " ".join(text[run[0][0] : run[-1][1]].split())


def _places(document: Document) -> Iterator[tuple[SourcePos | None, Sentence]]:
    """Yield each sentence with the place of the block it stands in."""
    for section in every_section(document):
        yield section.pos, section.heading.sentence
        if section.heading.subtitle:
            yield section.pos, section.heading.subtitle
        for block in section.blocks:
            yield from _placed(block, section.pos)
        for note in section.notes:
            for block in note.blocks:
                yield from _placed(block, note.pos)


def _placed(block: Block, pos: SourcePos | None) -> Iterator[tuple[SourcePos | None, Sentence]]:
    for sentence in block_sentences(block):
        yield block.pos or pos, sentence
