"""The package of an EPUB: container, manifest, spine, metadata.

In: the edition. Out: a Package with paths seen from the archive's root, and findings where manifest, spine and
archive do not agree.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants, first, tokens

_CONTAINER = "META-INF/container.xml"
_PACKAGE = "application/oebps-package+xml"
_FIXED = "rendition:layout-pre-paginated"
_LOCKED = frozenset({"META-INF/encryption.xml", "META-INF/rights.xml"})
_MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".smil": "application/smil+xml",
    ".mp3": "audio/mpeg",
    ".css": "text/css",
    ".pls": "application/pls+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}
_URI = re.compile(r"(urn:[a-z0-9][a-z0-9-]+:|https?://)\S+$|97[89][\d-]{10,14}$", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_RIGHT_TO_LEFT = frozenset({"he", "yi", "arc", "ar"})
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One item of the manifest."""

    id: str
    path: str
    media_type: str
    properties: frozenset[str]
    overlay: str
    """Id of the overlay's item; empty when there is none."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One statement of the metadata: a Dublin Core element or a meta with a property."""

    name: str
    value: str
    refines: str
    id: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the package document says."""

    markup: Markup
    resources: Mapping[str, Resource]
    """By id."""
    spine: tuple[str, ...]
    """Paths in reading order, those that exist and are well-formed."""
    navigation: str
    """Path of the navigation document; empty when there is none."""
    papers: frozenset[str]
    """Paths of the pages that only show the cover, which who reads on is not led through."""
    metadata: tuple[Property, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """Give the values of a property of the whole publication."""
        return tuple(each.value for each in self.metadata if each.name == name and not each.refines)


def read_package(edition: Edition) -> tuple[Package | None, tuple[Notice, ...]]:
    """Find and read the package document; without it nothing else can be judged."""
    container = edition.document(_CONTAINER)
    roots = tuple(descendants(container.root, "rootfile")) if container else ()
    path = roots[0].get("full-path") if roots else ""
    markup = edition.document(path)
    if markup is None:
        return None, (finding("E-302", path or _CONTAINER),)
    others = [
        finding("E-302", _CONTAINER, root.line, root.get("full-path"))
        for root in roots
        if root.get("full-path") not in edition.documents or root.get("media-type") != _PACKAGE
    ]
    resources = {
        item.get("id"): _resource(markup, item)
        for manifest in descendants(markup.root, "manifest")
        for item in descendants(manifest, "item")
    }
    refs = [resources.get(ref.get("idref")) for ref in descendants(markup.root, "itemref")]
    spine = tuple(each.path for each in refs if each and edition.document(each.path))
    navigation = next((each.path for each in resources.values() if "nav" in each.properties), "")
    package = Package(
        markup=markup,
        resources=resources,
        spine=spine,
        navigation=navigation,
        papers=frozenset(_papers(edition, markup, resources)),
        metadata=tuple(_metadata(markup)),
    )
    return package, tuple(others)


def _papers(edition: Edition, package: Markup, resources: Mapping[str, Resource]) -> Iterator[str]:
    for ref in descendants(package.root, "itemref"):
        resource = resources.get(ref.get("idref"))
        text = edition.document(resource.path) if resource else None
        if resource and text and ref.get("linear") == "no" and not resource.overlay:
            body = first(text.root, "body")
            kinds = [tokens(each, "epub:type") for each in descendants(body)] if body else []
            if any("cover" in kind for kind in kinds):
                yield resource.path


def check_package(edition: Edition, package: Package, today: date) -> Iterator[Notice]:
    """Check archive, manifest, spine and the metadata that every book needs."""
    yield from _check_archive(edition, package)
    yield from _check_manifest(package)
    yield from _check_spine(edition, package)
    yield from _check_metadata(package)
    yield from _check_modified(package, today)
    yield from _check_published(package, today)
    yield from _check_linear(edition, package)
    yield from _check_told_of_texts(package)
    yield from _check_flow(package)


def _check_archive(edition: Edition, package: Package) -> Iterator[Notice]:
    names = list(edition.files)
    if not names or names[0] != "mimetype" or edition.files["mimetype"] != b"application/epub+zip":
        yield finding("E-301", "mimetype")
    for path in _LOCKED & edition.files.keys():
        yield finding("E-370", path)
    listed = {resource.path for resource in package.resources.values()}
    for path in names:
        if (
            path not in listed
            and path not in {"mimetype", package.markup.path}
            and not path.startswith("META-INF/")
        ):
            yield finding("E-304", path, 1, path)


def _check_manifest(package: Package) -> Iterator[Notice]:
    path = package.markup.path
    for resource in package.resources.values():
        suffix = "." + resource.path.rpartition(".")[2]
        if resource.media_type != _MEDIA_TYPES.get(suffix, resource.media_type):
            yield finding("E-305", path, resource.line, f"{resource.path}: {resource.media_type}")
    counts = Counter(resource.path for resource in package.resources.values())
    for name, count in counts.items():
        if count > 1:
            yield finding("E-306", path, 1, name)


def _check_spine(edition: Edition, package: Package) -> Iterator[Notice]:
    path = package.markup.path
    refs = list(descendants(package.markup.root, "itemref"))
    counts = Counter(ref.get("idref") for ref in refs)
    for ref in refs:
        resource = package.resources.get(ref.get("idref"))
        if resource is None or resource.path not in edition.documents or counts[ref.get("idref")] > 1:
            yield finding("E-307", path, ref.line, ref.get("idref"))
    for resource in package.resources.values():
        text = resource.media_type == "application/xhtml+xml"
        if text and resource.path not in package.spine and resource.path != package.navigation:
            yield finding("E-308", path, resource.line, resource.path)


def _check_metadata(package: Package) -> Iterator[Notice]:
    path = package.markup.path
    for name in ("dc:identifier", "dc:title", "dc:language", "dcterms:modified"):
        values = package.values(name)
        if not values or not all(value.strip() for value in values):
            yield finding("E-309", path, 1, name)
    if package.markup.root.get("version") != "3.0":
        yield finding("E-309", path, 1, "version 3.0")
    if len(package.values("dcterms:modified")) > 1:
        yield finding("E-309", path, 1, "dcterms:modified, once")
    ids = {each.id for each in package.metadata if each.name == "dc:identifier"}
    if package.markup.root.get("unique-identifier") not in ids:
        yield finding("E-310", path, 1, package.markup.root.get("unique-identifier"))
    for each in package.metadata:
        if each.name == "dc:identifier" and not _URI.match(each.value):
            yield finding("E-366", path, each.line, each.value)
    known = {element.get("id") for element in descendants(package.markup.root)}
    for each in package.metadata:
        if each.refines and each.refines.removeprefix("#") not in known:
            yield finding("E-311", path, each.line, f"{each.name} {each.refines}")


def _check_modified(package: Package, today: date) -> Iterator[Notice]:
    for value in package.values("dcterms:modified"):
        match = _INSTANT.fullmatch(value)
        if not match or value[:10] > today.isoformat():
            yield finding("E-312", package.markup.path, 1, value)


def _check_published(package: Package, today: date) -> Iterator[Notice]:
    """Find a date of publication that is none, lies in the future, or after the last change."""
    changed = next(iter(package.values("dcterms:modified")), "9999")
    for value in package.values("dc:date"):
        late = value[:10] > min(today.isoformat(), changed)[: len(value)]
        if not _DATE.fullmatch(value) or late:
            yield finding("E-358", package.markup.path, 1, value)


def _check_linear(edition: Edition, package: Package) -> Iterator[Notice]:
    """Find texts that who reads on is not led through, and a cover that he is."""
    for ref in descendants(package.markup.root, "itemref"):
        resource = package.resources.get(ref.get("idref"))
        text = edition.document(resource.path) if resource else None
        if resource is None or text is None:
            continue
        bodies = [*descendants(text.root, "body"), *descendants(text.root, "section", "img")]
        kinds = {kind for each in bodies for kind in tokens(each, "epub:type")}
        aside = "cover" in kinds and not resource.overlay
        passed = ref.get("linear") == "no"
        optional = any("advertisement" in tokens(each, "class") for each in descendants(text.root, "section"))
        if passed != aside and not (passed and optional) and resource.path != package.navigation:
            yield finding("E-359", package.markup.path, ref.line, resource.path)


def _check_told_of_texts(package: Package) -> Iterator[Notice]:
    """Find a package that states another language or direction than its texts."""
    root = package.markup.root
    language = next(iter(package.values("dc:language")), "")
    spine = first(root, "spine")
    stated = (root.get("dir"), spine.get("page-progression-direction") if spine else "")
    expected = "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    wrong = [each for each in stated if each not in ("", "default", expected)]
    if root.get("xml:lang") not in ("", language):
        wrong.append(root.get("xml:lang"))
    if wrong:
        yield finding("E-360", package.markup.path, 1, ", ".join(wrong))


def _check_flow(package: Package) -> Iterator[Notice]:
    """Find a package that fixes the layout of its texts, puts others in their place, or leads through them twice."""
    path = package.markup.path
    fixed = [
        each for each in package.metadata if each.name == "rendition:layout" and each.value != "reflowable"
    ]
    refs = [ref for ref in descendants(package.markup.root, "itemref") if _FIXED in tokens(ref, "properties")]
    for line in [each.line for each in fixed] + [ref.line for ref in refs]:
        yield finding("E-371", path, line)
    for item in descendants(package.markup.root, "item"):
        if item.get("fallback"):
            yield finding("E-372", path, item.line, item.get("href"))
    older = [*descendants(package.markup.root, "guide"), *descendants(package.markup.root, "tours")]
    for element in older:
        yield finding("E-373", path, element.line, element.name)
    for resource in package.resources.values():
        if resource.path.endswith(".ncx"):
            yield finding("E-373", path, resource.line, resource.path)


def _resource(markup: Markup, item: Element) -> Resource:
    target = resolve(markup.path, item.get("href"))
    return Resource(
        id=item.get("id"),
        path=target.path if target else item.get("href"),
        media_type=item.get("media-type"),
        properties=frozenset(item.get("properties").split()),
        overlay=item.get("media-overlay"),
        line=item.line,
    )


def _metadata(markup: Markup) -> Iterator[Property]:
    for metadata in descendants(markup.root, "metadata"):
        for element in metadata.children:
            yield Property(
                name=element.get("property") if element.name == "meta" else element.name,
                value=element.text,
                refines=element.get("refines"),
                id=element.get("id"),
                line=element.line,
            )
