"""A publication as an EPUB 3.3 with read-aloud.

In: a Publication. Out: one EpubPackage under `<slug>.epub`; `engines.packing` makes the file of it. Laws: one content
file, one overlay and one track a top-level section, of the same name; what is not voiced has no overlay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.document import Role, Section
from pipeline.model.metadata import Metadata
from pipeline.model.publication import EpubPackage, FileTree, PackageItem, Publication
from pipeline.model.walk import section_sentences
from pipeline.writers.cover import cover_image
from pipeline.writers.epub_content import content_document
from pipeline.writers.epub_metadata import package_metadata
from pipeline.writers.epub_navigation import navigation_document
from pipeline.writers.epub_overlay import Overlay, Sound, media_overlay
from pipeline.writers.epub_page import LEXICON_LANGUAGE, PRONUNCIATION
from pipeline.writers.epub_papers import COVER, COVER_IMAGE, cover_document
from pipeline.writers.epub_style import STYLE
from pipeline.writers.parts import Part, parts_of
from pipeline.writers.pronunciation import pronunciation_lexicon
from pipeline.writers.reading import note_refs
from pipeline.writers.sections import Places

_XHTML = "application/xhtml+xml"


def write_epub(publication: Publication) -> FileTree:
    """Give the publication's EPUB."""
    return {f"{publication.slug}.epub": epub_package(publication)}


def epub_package(publication: Publication) -> EpubPackage:
    """Give the EPUB, unpacked."""
    metadata = publication.document.metadata
    parts = parts_of(publication)
    overlays = _overlays(parts, publication.narration.sample_rate_hz)
    durations_ms = {_overlay_id(stem): overlay.duration_ms for stem, overlay in overlays.items()}
    return EpubPackage(
        identifier=metadata.identifier,
        title=metadata.shown_title,
        language=metadata.language,
        modified=metadata.modified,
        metadata=package_metadata(publication, durations_ms),
        prefixes=(),
        items=_items(publication, parts, overlays),
        spine=(("cover", False), *((_text_id(part.stem), _is_linear(part.section)) for part in parts)),
    )


def _is_linear(section: Section) -> bool:
    """Advertisements are reached from the contents; who reads on is not led through them."""
    return section.role is not Role.ADVERTISEMENT


def _overlays(parts: Sequence[Part], sample_rate_hz: int) -> dict[str, Overlay]:
    """Give the overlays of the parts that are voiced, by stem."""
    overlays = {}
    for part in parts:
        if part.track and part.track.clips:
            sound = Sound(
                text_href=f"../text/{part.stem}.xhtml",
                audio_href=f"../audio/{part.stem}.mp3",
                clips={clip.target: clip for clip in part.track.clips},
                sample_rate_hz=sample_rate_hz,
            )
            overlays[part.stem] = media_overlay(part.section, sound)
    return overlays


def _items(
    publication: Publication, parts: Sequence[Part], overlays: Mapping[str, Overlay]
) -> tuple[PackageItem, ...]:
    document = publication.document
    files = {part.section.id: f"text/{part.stem}.xhtml" for part in parts}
    items = [
        PackageItem(
            id="nav",
            href="nav.xhtml",
            media_type=_XHTML,
            content=navigation_document(document, files),
            properties=("nav",),
        ),
        PackageItem(id="style", href="style.css", media_type="text/css", content=STYLE.encode()),
    ]
    pronunciation = pronunciation_lexicon(document, LEXICON_LANGUAGE)
    texts = _Texts(
        places=_places(parts), language=document.metadata.language, has_lexicon=bool(pronunciation)
    )
    items += _papers(document.metadata, pronunciation)
    for part in parts:
        overlay = overlays.get(part.stem)
        items.append(_text_item(part, texts, has_overlay=overlay is not None))
        if overlay:
            items += _sound_items(part, overlay)
    return tuple(items)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """What all content files share."""

    places: Mapping[str, str]
    language: str
    has_lexicon: bool


def _papers(metadata: Metadata, pronunciation: bytes) -> list[PackageItem]:
    """Give what belongs to the book and not to its text."""
    items = [
        PackageItem(
            id="cover-image",
            href=COVER_IMAGE,
            media_type="image/svg+xml",
            content=cover_image(metadata),
            properties=("cover-image",),
        ),
        PackageItem(id="cover", href=COVER, media_type=_XHTML, content=cover_document(metadata)),
    ]
    if pronunciation:
        items.append(
            PackageItem(
                id="pronunciation",
                href=PRONUNCIATION,
                media_type="application/pls+xml",
                content=pronunciation,
            )
        )
    return items


def _text_item(part: Part, texts: _Texts, *, has_overlay: bool) -> PackageItem:
    own = Places(own=f"{part.stem}.xhtml", file_of=texts.places)
    return PackageItem(
        id=_text_id(part.stem),
        href=f"text/{part.stem}.xhtml",
        media_type=_XHTML,
        content=content_document(
            part.section, part.matter, own, texts.language, has_lexicon=texts.has_lexicon
        ),
        media_overlay=_overlay_id(part.stem) if has_overlay else "",
    )


def _sound_items(part: Part, overlay: Overlay) -> list[PackageItem]:
    items = [
        PackageItem(
            id=_overlay_id(part.stem),
            href=f"overlays/{part.stem}.smil",
            media_type="application/smil+xml",
            content=overlay.content,
        )
    ]
    if part.audio:
        items.append(
            PackageItem(
                id=f"audio-{part.stem}",
                href=f"audio/{part.stem}.mp3",
                media_type="audio/mpeg",
                content=part.audio,
            )
        )
    return items


def _places(parts: Sequence[Part]) -> dict[str, str]:
    """Tell for each note and each reference the content file it stands in."""
    return {id: f"{part.stem}.xhtml" for part in parts for id in _targets(part.section)}


def _targets(section: Section) -> list[str]:
    ids = [note.id for note in section.notes]
    ids += [ref.id for sentence in section_sentences(section) for ref in note_refs(sentence)]
    for inner in section.sections:
        ids += _targets(inner)
    return ids


def _text_id(stem: str) -> str:
    return f"text-{stem}"


def _overlay_id(stem: str) -> str:
    return f"overlay-{stem}"
