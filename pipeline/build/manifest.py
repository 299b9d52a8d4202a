"""The manifest: what a finished edition holds, what it was made from, and what had to be made anew.

In: the facts of one build. Out: manifest.json, and the same read back. Sizes, digests and durations are read off the
finished files.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from pipeline.build import word_ledger
from pipeline.build.inputs import Inputs
from pipeline.model.document import Document, every_section
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.publication import Digest, Publication
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import every_sentence

MANIFEST = "manifest.json"
_MEDIA_TYPES = {
    ".brf": "application/x-brf",
    ".css": "text/css",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".json": "application/json",
    ".m4b": "audio/mp4",
    ".ncx": "application/x-dtbncx+xml",
    ".opf": "text/xml",
    ".pef": "application/x-pef+xml",
    ".res": "application/x-dtbresource+xml",
    ".xml": "application/x-dtbook+xml",
    ".ebrl": "application/epub+zip",
    ".mp3": "audio/mpeg",
    ".smil": "application/smil",
    ".txt": "text/plain",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What one build had to make."""

    utterances: int
    voiced: tuple[str, ...]
    """Ids of the sentences that were voiced anew."""
    braille_pages: int = 0
    """Of contracted braille, over all volumes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the next build needs to know of this one."""

    inputs: Inputs
    files: Mapping[str, int]
    """Path -> size in bytes."""
    title: str
    errors: int = 0
    """Notices that tell of something missing or wrong."""


def format_manifest(
    publication: Publication,
    *,
    inputs: Inputs,
    files: Mapping[str, Digest],
    formats: Sequence[str],
    making: Making,
    notices: Sequence[Notice],
) -> bytes:
    """Format manifest.json: stable key order, UTF-8, one final newline."""
    narration = publication.narration
    durations = {
        f"audio/{track.href}": track.samples / narration.sample_rate_hz for track in narration.tracks
    }
    manifest = {
        "slug": publication.slug,
        **_description(publication.document.metadata),
        "editions": {format: publication.document.metadata.edition_identifier(format) for format in formats},
        "generator": publication.generator,
        "inputs": dict(inputs),
        "counts": _counts(publication, making),
        "words": [asdict(row) for row in word_ledger.make_ledger(publication.document)],
        "duration_seconds": round(narration.samples / narration.sample_rate_hz, 3),
        "notices": {
            weight.name.lower() + "s": sum(notice.weight is weight for notice in notices) for weight in Weight
        },
        "made": {
            "sentences": making.utterances,
            "sentences_voiced_anew": len(making.voiced),
            "voiced_anew": list(making.voiced),
        },
        "files": [_file_row(path, written, durations.get(path)) for path, written in sorted(files.items())],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _description(metadata: Metadata) -> dict[str, object]:
    """Give what a catalogue asks for; what nobody said is left out."""
    facts: dict[str, object] = {
        "title": metadata.shown_title,
        "subtitle": metadata.subtitle,
        "identifier": metadata.identifier,
        "contributors": [_person(each) for each in metadata.credits],
        "publisher": metadata.publisher,
        "producer": metadata.producer.name,
        "date": metadata.date,
        "modified": metadata.modified,
        "language": metadata.language,
        "series": metadata.series,
        "series_number": metadata.series_number,
        "source": metadata.source,
        "rights": metadata.rights,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _person(who: Contributor) -> dict[str, str]:
    filed = {"file_as": who.file_as} if who.file_as else {}
    return {"name": who.name, "role": who.role, **filed}


def parse_manifest(content: bytes) -> Manifest:
    """Read manifest.json back; ValueError when it is not one."""
    values = json.loads(content)
    try:
        return Manifest(
            inputs={str(name): str(value) for name, value in values["inputs"].items()},
            files={str(row["path"]): int(row["size"]) for row in values["files"]},
            title=str(values["title"]),
            errors=int(values["notices"]["errors"]),
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not a manifest: {problem}") from problem


def _counts(publication: Publication, making: Making) -> dict[str, int]:
    document: Document = publication.document
    return {
        "sections": sum(1 for _ in every_section(document)),
        "sentences": sum(1 for _ in every_sentence(document)),
        "words": sum(len(sentence.text.split()) for sentence in every_sentence(document)),
        "notes": len(document.notes),
        "lexicon_entries_used": len(publication.entries),
        "audio_files": len(publication.narration.tracks),
        "braille_pages": making.braille_pages,
    }


def _file_row(path: str, written: Digest, seconds: float | None) -> dict[str, str | int | float]:
    media_type = _MEDIA_TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
    row: dict[str, str | int | float] = {
        "path": path,
        "size": written.size_bytes,
        "sha256": written.sha256,
        "media_type": media_type,
    }
    return row | ({"duration_seconds": round(seconds, 3)} if seconds is not None else {})
