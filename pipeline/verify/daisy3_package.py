"""The package document of a DAISY 3 book.

In: the edition. Out: a Package, and findings where package and folder do not agree. Rules: checklist "OPF".
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.clips import parse_clock
from pipeline.verify.daisy3_smil import Smil
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants, first

_NAME = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", re.ASCII)
_MEDIA_TYPES = {
    "smil": "application/smil",
    "xml": "application/x-dtbook+xml",
    "ncx": "application/x-dtbncx+xml",
    "res": "application/x-dtbresource+xml",
    "opf": "text/xml",
    "mp3": "audio/mpeg",
    "mp4": "audio/mpeg4-generic",
    "wav": "audio/x-wav",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "css": "text/css",
}
_FORMATS = {".mp3": "MP3", ".wav": "WAV", ".mp4": "MP4-AAC"}
_FIXED_IDS = {"ncx": "ncx", "res": "resource"}
_ONE_OF_EACH = ("opf", "ncx")
_ANY = r"(?s).*\S.*"
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
_CLOCK = r"\d+:[0-5]\d:[0-5]\d(\.\d+)?"
# name -> (fewest, most, pattern); most 0 means any number.
_STATEMENTS: Mapping[str, tuple[int, int, str]] = {
    "dc:Title": (1, 0, _ANY),
    "dc:Identifier": (1, 0, _ANY),
    "dc:Publisher": (1, 0, _ANY),
    "dc:Date": (1, 0, _DATE),
    "dc:Format": (1, 1, r"ANSI/NISO Z39\.86-2005"),
    "dc:Language": (1, 0, r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "dtb:multimediaType": (1, 1, "audioOnly|audioNCX|audioPartText|audioFullText|textPartAudio|textNCX"),
    "dtb:multimediaContent": (1, 1, "(audio|text|image)(,(audio|text|image)){0,2}"),
    "dtb:totalTime": (1, 1, _CLOCK),
    "dtb:sourceDate": (0, 1, _DATE),
    "dtb:sourceEdition": (0, 1, _ANY),
    "dtb:sourcePublisher": (0, 1, _ANY),
    "dtb:sourceRights": (0, 1, _ANY),
    "dtb:sourceTitle": (0, 1, _ANY),
    "dtb:narrator": (0, 0, _ANY),
    "dtb:producer": (0, 0, _ANY),
    "dtb:producedDate": (0, 1, _DATE),
    "dtb:revision": (0, 1, r"\d+"),
    "dtb:revisionDate": (0, 1, _DATE),
    "dtb:revisionDescription": (0, 1, _ANY),
    "dtb:audioFormat": (0, 0, "MP4-AAC|MP3|WAV"),
}
_DUBLIN_CORE = frozenset(
    f"dc:{name}"
    for name in ("Creator", "Subject", "Description", "Contributor", "Type", "Source", "Relation")
) | {"dc:Coverage", "dc:Rights"}
_ROUNDING_MS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the package document says."""

    markup: Markup
    items: tuple[tuple[str, str, str, int], ...]
    """(id, path, media type, line) of each item of the manifest."""
    spine: tuple[str, ...]
    """Ids in order."""
    metadata: Mapping[str, tuple[str, ...]]
    identifier: str
    """The identifier that the package calls its own; empty when there is none."""

    @property
    def spine_paths(self) -> tuple[str, ...]:
        """The files of the spine in order."""
        paths = {id: path for id, path, _, _ in self.items}
        return tuple(paths[id] for id in self.spine if id in paths)

    def texts(self, edition: Edition) -> tuple[Markup, ...]:
        """Give the DTBook files."""
        every = (edition.document(path) for _, path, _, _ in self.items if path.endswith(".xml"))
        return tuple(markup for markup in every if markup is not None)


def find_package(edition: Edition) -> Package | None:
    """Read the one package document; None when there is none or more than one."""
    found = edition.with_suffix(".opf")
    if len(found) != 1:
        return None
    markup = found[0]
    items = tuple(_item(markup, item) for item in descendants(markup.root, "item"))
    metadata: dict[str, tuple[str, ...]] = {}
    for name, value, _ in _stated(markup):
        metadata[name] = (*metadata.get(name, ()), value)
    own = markup.root.get("unique-identifier")
    identifiers = (each for each in descendants(markup.root, "dc:Identifier") if each.get("id") == own)
    return Package(
        markup=markup,
        items=items,
        spine=tuple(ref.get("idref") for ref in descendants(markup.root, "itemref")),
        metadata=metadata,
        identifier=next((each.text for each in identifiers if own), ""),
    )


def check_package(edition: Edition, package: Package, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Check manifest, spine and statements."""
    yield from _check_names(edition)
    yield from _check_manifest(edition, package)
    yield from _check_spine(package)
    yield from _check_statements(package)
    yield from _check_total(package, smils)
    yield from _check_media(package, smils)


def _check_names(edition: Edition) -> Iterator[Notice]:
    for path in edition.files:
        if not _NAME.fullmatch(path):
            yield finding("E-603", path, 1, path)


def _check_manifest(edition: Edition, package: Package) -> Iterator[Notice]:
    path = package.markup.path
    listed = Counter(name for _, name, _, _ in package.items)
    kinds = Counter(name.rpartition(".")[2] for name in listed)
    for id, name, media_type, line in package.items:
        suffix = name.rpartition(".")[2]
        if _MEDIA_TYPES.get(suffix) != media_type:
            yield finding("E-604", path, line, f"{name}: {media_type}")
        if listed[name] > 1 or "#" in name or id != _FIXED_IDS.get(suffix, id) or not id:
            yield finding("E-606", path, line, f"{id}: {name}")
    for kind in _ONE_OF_EACH:
        if kinds[kind] != 1:
            yield finding("E-606", path, 1, f".{kind}: {kinds[kind]}")
    if kinds["res"] > 1 or not kinds["smil"] or not kinds["xml"]:
        yield finding("E-606", path, 1, f"{kinds['res']} .res, {kinds['smil']} .smil, {kinds['xml']} .xml")
    for name in edition.files:
        if name not in listed and name != "distInfo.dinf":
            yield finding("E-605", name, 1, name)


def _check_spine(package: Package) -> Iterator[Notice]:
    smil_ids = [id for id, _, media_type, _ in package.items if media_type == "application/smil"]
    if sorted(package.spine) != sorted(smil_ids) or len(set(package.spine)) != len(package.spine):
        yield finding("E-607", package.markup.path, 1, " ".join(package.spine))


def _check_statements(package: Package) -> Iterator[Notice]:
    path = package.markup.path
    for name, (fewest, most, pattern) in _STATEMENTS.items():
        values = package.metadata.get(name, ())
        if len(values) < fewest or (most and len(values) > most):
            yield finding("E-608", path, 1, f"{name}: {len(values)}")
        for value in values:
            if not re.fullmatch(pattern, value):
                yield finding("E-609", path, 1, f"{name}: {value}")
    for name, _, line in _stated(package.markup):
        if name.startswith(("dc:", "dtb:", "DC:")) and name not in _STATEMENTS and name not in _DUBLIN_CORE:
            yield finding("E-610", path, line, name)
    if not package.identifier:
        yield finding("E-611", path, 1, package.markup.root.get("unique-identifier"))


def _check_total(package: Package, smils: Sequence[Smil]) -> Iterator[Notice]:
    total_ms = sum((smil.plays_ms for smil in smils), Fraction(0))
    for stated in package.metadata.get("dtb:totalTime", ()):
        clock = parse_clock(stated)
        if clock is not None and abs(clock - total_ms) > _ROUNDING_MS:
            yield finding(
                "E-612", package.markup.path, 1, f"{stated}, in fact {float(total_ms) / 1000:.3f} s"
            )


def _check_media(package: Package, smils: Sequence[Smil]) -> Iterator[Notice]:
    kinds = {media_type.partition("/")[0] for _, _, media_type, _ in package.items}
    facts = {
        "audio": "audio" in kinds,
        "image": "image" in kinds,
        "text": any(path.endswith(".xml") for _, path, _, _ in package.items),
    }
    for content in package.metadata.get("dtb:multimediaContent", ()):
        if set(content.split(",")) != {kind for kind, fact in facts.items() if fact}:
            yield finding("E-613", package.markup.path, 1, content)
    formats = {_FORMATS[suffix] for _, path, _, _ in package.items if (suffix := path[-4:]) in _FORMATS}
    for stated in package.metadata.get("dtb:audioFormat", ()):
        if stated not in formats:
            yield finding("E-613", package.markup.path, 1, stated)
    heard = any(smil.clips for smil in smils)
    for kind in package.metadata.get("dtb:multimediaType", ()):
        if ("audio" in kind.lower()) != heard:
            yield finding("E-613", package.markup.path, 1, kind)


def _item(markup: Markup, item: Element) -> tuple[str, str, str, int]:
    target = resolve(markup.path, item.get("href"))
    path = target.path if target and "#" not in item.get("href") else item.get("href")
    return item.get("id"), path, item.get("media-type"), item.line


def _stated(markup: Markup) -> Iterator[tuple[str, str, int]]:
    """Yield every statement as name, value and line."""
    core = first(markup.root, "dc-metadata")
    for element in core.children if core else ():
        yield element.name, element.text, element.line
    own = first(markup.root, "x-metadata")
    for meta in descendants(own, "meta") if own else ():
        yield meta.get("name"), meta.get("content"), meta.line
