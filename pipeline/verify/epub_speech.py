"""The sounds that an EPUB tells machines: pronunciation lexicons (PLS) and hints in the text (SSML).

In: edition and package. Out: findings about lexicons that are malformed, name words the text does not have, or
contradict the text; and about sounds that are no IPA.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.epub_package import Package
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, ancestors, descendants, lineage

_PLS = "http://www.w3.org/2005/01/pronunciation-lexicon"
# Letters of the IPA beyond a-z as English and Hebrew words need them, its marks of stress and length, ties and pauses.
_IPA = re.compile(
    "[a-zæçðøħŋœɐɑɒɓɔɕɖɗəɚɛɜɝɞɟɡɢɣɤɥɦɨɪɫɬɭɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʙʝʟθχβʰʲʷˠˤⁿˈˌːˑ.‿͜͡ \u0300-\u036f-]+"
)


def check_speech(edition: Edition, package: Package) -> Iterator[Notice]:
    """Check every lexicon, every hint, and that they agree."""
    documents = [edition.documents[path] for path in package.spine]
    paths = [each.path for each in package.resources.values() if each.media_type == "application/pls+xml"]
    lexicons = [markup for path in paths if (markup := edition.document(path)) is not None]
    for markup in documents:
        yield from _check_hints(markup)
        yield from _check_links(markup, lexicons, package)
    for lexicon in lexicons:
        yield from _check_lexicon(lexicon)
        yield from _check_words(lexicon, documents)


def _check_hints(markup: Markup) -> Iterator[Notice]:
    above = lineage(markup.root)
    for element in descendants(markup.root):
        if "ssml:ph" not in element.attributes:
            continue
        stated = [each.get("ssml:alphabet") for each in ancestors(element, above)]
        alphabet = next((each for each in stated if each), "")
        if alphabet != "ipa" or not is_ipa(element.get("ssml:ph")) or not element.text:
            yield finding("E-352", markup.path, element.line, f"{element.text}: {element.get('ssml:ph')}")


def is_ipa(sound: str) -> bool:
    """Whether a sound is written in letters of the IPA, and is not only marks."""
    composed = unicodedata.normalize("NFD", sound)
    return bool(_IPA.fullmatch(composed)) and any(sign.isalpha() for sign in composed)


def _check_links(markup: Markup, lexicons: Sequence[Markup], package: Package) -> Iterator[Notice]:
    if not lexicons or markup.path in package.papers or markup.path == package.navigation:
        return
    links = [link for link in descendants(markup.root, "link") if "pronunciation" in link.get("rel").split()]
    targets = {(resolve(markup.path, link.get("href")), link.get("hreflang")): link for link in links}
    named = {(target.path if target else "", language) for target, language in targets}
    if named != {(lexicon.path, lexicon.root.get("xml:lang")) for lexicon in lexicons}:
        yield finding("E-354", markup.path, markup.root.line, " ".join(path for path, _ in sorted(named)))


def _check_lexicon(lexicon: Markup) -> Iterator[Notice]:
    root = lexicon.root
    whole = root.name == "lexicon" and lexicon.namespace == _PLS and root.get("version") == "1.0"
    if not (whole and root.get("alphabet") == "ipa" and root.get("xml:lang") and root.children):
        yield finding("E-351", lexicon.path, root.line, root.name)
    counts = Counter(grapheme.text for grapheme in descendants(root, "grapheme"))
    for lexeme in root.children:
        words, sounds = _parts(lexeme, "grapheme"), _parts(lexeme, "phoneme")
        if lexeme.name != "lexeme" or not all(words + sounds) or not words or not sounds:
            yield finding("E-351", lexicon.path, lexeme.line, lexeme.text)
        elif any(counts[word] > 1 for word in words):
            yield finding("E-351", lexicon.path, lexeme.line, " ".join(words))
        for sound in sounds:
            if sound and not is_ipa(sound):
                yield finding("E-352", lexicon.path, lexeme.line, sound)


def _parts(lexeme: Element, name: str) -> list[str]:
    return [part.text for part in lexeme.children if part.name == name]


def _check_words(lexicon: Markup, documents: Sequence[Markup]) -> Iterator[Notice]:
    """Compare a lexicon with the text: each word stands there in the lexicon's language, with no other sound."""
    language = lexicon.root.get("xml:lang")
    bare: dict[str, tuple[str, int]] = {}
    """Where a word stands without a hint."""
    heard: dict[str, set[str]] = {}
    for markup in documents:
        for element in descendants(markup.root):
            if element.get("lang") == language:
                heard.setdefault(element.text, set()).update(_hints(element))
                if "ssml:ph" not in element.attributes:
                    bare.setdefault(element.text, (markup.path, element.line))
    for lexeme in lexicon.root.children:
        for word in _parts(lexeme, "grapheme"):
            if word not in heard:
                yield finding("E-353", lexicon.path, lexeme.line, word)
            elif heard[word] and heard[word] != set(_parts(lexeme, "phoneme")):
                yield finding("E-355", lexicon.path, lexeme.line, word)
    listed = {word for lexeme in lexicon.root.children for word in _parts(lexeme, "grapheme")}
    for word, sounds in heard.items():
        if len(sounds) == 1 and word not in bare and word not in listed:
            yield finding("E-365", lexicon.path, 1, word)
        elif sounds and word in bare and word in listed:
            yield finding("E-365", *bare[word], word)


def _hints(element: Element) -> Iterator[str]:
    if "ssml:ph" in element.attributes:
        yield element.get("ssml:ph")
