"""What an EPUB says of its own accessibility, against the facts in its files.

In: edition, package, overlays. Out: findings about claims that are not true, are missing, or are no word of the
vocabulary. Rules: the table "Metadata: what to write, and why" that docs/verify.md sums up.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.epub_overlays import Overlay
from pipeline.verify.epub_package import Package
from pipeline.verify.findings import finding
from pipeline.verify.markup import descendants, tokens

_REQUIRED = (
    "schema:accessMode",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
)
_MODES = frozenset({"textual", "visual", "auditory", "tactile"})
_HAZARDS = frozenset({"none", "unknown", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"})
_HAZARD_KINDS = frozenset({"flashing", "motionSimulation", "sound"})
# Features that a book of this press can have: any other word would be a false claim (braille, largePrint).
_FEATURES = frozenset(
    {
        "ARIA",
        "alternativeText",
        "displayTransformability",
        "longDescription",
        "none",
        "pageBreakMarkers",
        "pageNavigation",
        "readingOrder",
        "structuralNavigation",
        "synchronizedAudioText",
        "tableOfContents",
        "ttsMarkup",
        "unlocked",
    }
)
_NAMEABLE = ("tableOfContents", "structuralNavigation", "pageBreakMarkers", "pageNavigation", "ttsMarkup")
"""What can be read off the files with certainty, so that it should be claimed when it is there."""
_CONFORMANCE = re.compile(r"EPUB Accessibility 1\.1 - WCAG 2\.[012] Level (A|AA|AAA)")


def check_claims(
    edition: Edition, package: Package, overlays: Sequence[Overlay], *, all_heard: bool
) -> Iterator[Notice]:
    """Check required statements, then every claim; `all_heard` says whether every word of the text has a clip."""
    facts = _facts(edition, package, overlays)
    for name in (*_REQUIRED, *(("pageBreakSource",) if facts["pageBreakMarkers"] else ())):
        if not any(value.strip() for value in package.values(name)):
            yield finding("E-343", package.markup.path, 1, name)
    yield from _check_words(package)
    yield from _check_modes(package, overlays)
    for feature in package.values("schema:accessibilityFeature"):
        if not facts.get(feature, True):
            yield finding("E-345", package.markup.path, 1, feature)
    for feature in (*_NAMEABLE, *(("synchronizedAudioText",) if all_heard else ())):
        if facts[feature] and feature not in package.values("schema:accessibilityFeature"):
            yield finding("E-349", package.markup.path, 1, feature)
    if not any("textual" in value for value in package.values("schema:accessModeSufficient")):
        yield finding("E-349", package.markup.path, 1, "accessModeSufficient textual")
    yield from _check_summary(package)
    yield from _check_conformance(package)


def _check_summary(package: Package) -> Iterator[Notice]:
    """Find a summary that lets somebody else read than the package does."""
    for summary in package.values("schema:accessibilitySummary"):
        for narrator in package.values("media:narrator"):
            if "read aloud by" in summary and narrator not in summary:
                yield finding("E-345", package.markup.path, 1, f"accessibilitySummary, not {narrator}")


def _check_words(package: Package) -> Iterator[Notice]:
    path = package.markup.path
    hazards = package.values("schema:accessibilityHazard")
    known = {
        "schema:accessMode": _MODES,
        "schema:accessibilityFeature": _FEATURES,
        "schema:accessibilityHazard": _HAZARDS | _HAZARD_KINDS,
    }
    for name, words in known.items():
        for value in package.values(name):
            if value not in words:
                yield finding("E-344", path, 1, f"{name}: {value}")
    if len(hazards) > 1 and {"none", "unknown"} & set(hazards):
        yield finding("E-346", path, 1, ", ".join(hazards))
    for value in hazards:
        if value in _HAZARD_KINDS:  # nothing in these books moves, flashes or sounds by itself
            yield finding("E-345", path, 1, f"accessibilityHazard {value}")
    for kind in _HAZARD_KINDS:
        if kind in hazards and f"no{kind[0].upper()}{kind[1:]}Hazard" in hazards:
            yield finding("E-346", path, 1, ", ".join(hazards))


def _check_modes(package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    """Read-aloud is no reason for the access mode "auditory"; pictures are one for "visual"."""
    path = package.markup.path
    pictures = any(
        r.media_type.startswith("image/") and "cover-image" not in r.properties
        for r in package.resources.values()
    )
    stated = {*package.values("schema:accessMode"), "auditory"}
    for mode in package.values("schema:accessMode"):
        if mode == "auditory" or (mode == "visual" and not pictures) or mode == "tactile":
            yield finding("E-345", path, 1, f"accessMode {mode}")
    unread = any("not read aloud" in said for said in package.values("schema:accessibilitySummary"))
    whole = not unread and "synchronizedAudioText" in package.values("schema:accessibilityFeature")
    for sufficient in package.values("schema:accessModeSufficient"):
        modes = {mode.strip() for mode in sufficient.split(",")}
        if not modes <= stated and modes <= _MODES:
            yield finding("E-345", path, 1, f"accessModeSufficient {sufficient}")
        elif not modes <= _MODES:
            yield finding("E-344", path, 1, f"schema:accessModeSufficient: {sufficient}")
        elif "auditory" in modes and (len(modes) > 1 or not (whole and overlays)):
            yield finding("E-345", path, 1, f"accessModeSufficient {sufficient}")


def _facts(edition: Edition, package: Package, overlays: Sequence[Overlay]) -> Mapping[str, bool]:
    outside = {package.navigation, *package.papers}
    documents = [edition.documents[path] for path in package.spine if path not in outside]
    navigation = edition.document(package.navigation)
    navs = (
        {word for nav in descendants(navigation.root, "nav") for word in tokens(nav, "epub:type")}
        if navigation
        else set()
    )
    every = [element for markup in documents for element in descendants(markup.root)]
    voiced = {overlay.text for overlay in overlays}
    images = [element for element in every if element.name == "img"]
    pages = any("pagebreak" in tokens(element, "epub:type") for element in every)
    return {
        "ARIA": any(element.get("role") or element.get("aria-label") for element in every),
        "alternativeText": bool(images) and all(image.get("alt") for image in images),
        "longDescription": any(element.get("aria-details") for element in every),
        "none": len(package.values("schema:accessibilityFeature")) == 1,
        "pageBreakMarkers": pages,
        "pageNavigation": pages and "page-list" in navs,
        "structuralNavigation": any(element.name == "h1" for element in every),
        "synchronizedAudioText": bool(documents) and all(markup.path in voiced for markup in documents),
        "tableOfContents": "toc" in navs,
        "ttsMarkup": any("ssml:ph" in element.attributes for element in every)
        or any(resource.media_type == "application/pls+xml" for resource in package.resources.values()),
    }


def _check_conformance(package: Package) -> Iterator[Notice]:
    path = package.markup.path
    certified = {each.refines for each in package.metadata if each.name == "a11y:certifiedBy" and each.value}
    certifiers = {f"#{each.id}" for each in package.metadata if each.name == "a11y:certifiedBy"}
    dated = {each.refines for each in package.metadata if each.name == "dcterms:date" and each.value}
    for each in package.metadata:
        if each.name != "dcterms:conformsTo":
            continue
        if not _CONFORMANCE.fullmatch(each.value):
            yield finding("E-347", path, each.line, each.value)
        if f"#{each.id}" not in certified:
            yield finding("E-348", path, each.line, each.value)
        elif not dated & certifiers:
            yield finding("E-361", path, each.line, each.value)
