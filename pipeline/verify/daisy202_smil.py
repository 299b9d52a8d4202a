"""The SMIL 1.0 files of a DAISY 2.02 book.

In: the edition. Out: Smil values in the order in which the NCC plays them, and findings about their heads, their
structure and their times. Rules: checklist of the SMIL files.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip, length_ms, once_each, parse_clock, read_clips
from pipeline.verify.coverage import check_order
from pipeline.verify.edition import Edition, Target, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS, is_label
from pipeline.verify.markup import Element, Markup, descendants, first

_DOCTYPE = "-//W3C//DTD SMIL 1.0//EN"
_REQUIRED = ("dc:format",)
_RECOMMENDED = (
    "dc:identifier",
    "dc:title",
    "title",
    "ncc:generator",
    "ncc:totalElapsedTime",
    "ncc:timeInThisSmil",
)
_SKIPPABLE = frozenset({"pagenumber-on", "footnote-on", "sidebar-on", "prodnote-on"})
_SILENT = {"pagenumber-on": (["text"],)}
"""A page number that nobody speaks is shown and passed by (d202smil.rng allows a par of text only)."""
_METRIC = "npt="
"""SMIL 1.0, clip-begin: a clip value names its metric; only SMIL 2.0 lets it go."""
_TOLERANCE_MS = 500
_MASTER = "master.smil"


@dataclass(frozen=True, slots=True, kw_only=True)
class Smil:
    """One SMIL file of the book."""

    markup: Markup
    clips: tuple[Clip, ...]
    ids: tuple[str, ...]
    """Ids in document order."""
    text_of: Mapping[str, Target]
    """Id of a par or of what is in it -> the text that is shown then."""

    @property
    def plays_ms(self) -> Fraction:
        """How long the file plays with everything switched on."""
        return length_ms(self.clips)


def smil_metadata(markup: Markup) -> dict[str, list[str]]:
    """Give the metadata of a head by name."""
    found: dict[str, list[str]] = {}
    for meta in descendants(markup.root, "meta"):
        found.setdefault(meta.get("name"), []).append(meta.get("content"))
    return found


def read_smils(edition: Edition, ncc: str) -> tuple[tuple[Smil, ...], tuple[Notice, ...]]:
    """Read the SMIL files in the order in which the NCC names them; files it does not name come last."""
    navigation = edition.document(ncc)
    links = [] if navigation is None else list(descendants(navigation.root, "a"))
    targets = [resolve(ncc, link.get("href")) for link in links if link.get("href")]
    named = [target.path for target in targets if target]
    others = sorted(path for path in edition.documents if path.endswith(".smil") and path != _MASTER)
    smils: list[Smil] = []
    findings: list[Notice] = []
    for path in dict.fromkeys((*named, *others)):
        markup = edition.document(path)
        if markup is None or not path.endswith(".smil"):
            continue
        clips, faults = read_clips(path, markup.root, "clip-begin", "clip-end", metric=_METRIC)
        findings.extend(faults)
        smils.append(Smil(markup=markup, clips=clips, ids=_ids(markup), text_of=dict(_texts(markup))))
    return tuple(smils), tuple(findings)


def check_smils(smils: Sequence[Smil], edition: Edition) -> Iterator[Notice]:
    """Check every file and what they add up to."""
    elapsed_ms = Fraction(0)
    for smil in smils:
        yield from _check_head(smil.markup, (*_REQUIRED, *_RECOMMENDED))
        yield from _check_structure(smil)
        yield from _check_first(smil, edition)
        yield from _check_times(smil, elapsed_ms)
        elapsed_ms += smil.plays_ms
    yield from check_order(once_each([clip for smil in smils for clip in smil.clips]), edition, "E-230")
    yield from _check_master(smils, edition)


def _check_head(markup: Markup, names: Sequence[str]) -> Iterator[Notice]:
    found = smil_metadata(markup)
    if markup.public_id != _DOCTYPE:
        yield finding("E-220", markup.path, 1, markup.public_id)
    for name in names:
        if len(found.get(name, [])) != 1 or not found[name][0].strip():
            yield finding("E-221", markup.path, 1, name)
    if found.get("dc:format", ["Daisy 2.02"])[0] != "Daisy 2.02":
        yield finding("E-221", markup.path, 1, f"dc:format: {found['dc:format'][0]}")
    layout = first(markup.root, "layout")
    if layout is None or not any(region.get("id") == "txtView" for region in descendants(layout, "region")):
        yield finding("E-222", markup.path)


def _check_structure(smil: Smil) -> Iterator[Notice]:
    markup = smil.markup
    body = first(markup.root, "body")
    if body is None or [child.name for child in body.children] != ["seq"]:
        yield finding("E-223", markup.path, body.line if body else 1)
        return
    for child in descendants(body.children[0], "par", "seq"):
        if child.name == "par":
            yield from _check_par(child, markup.path)
    for stray in body.children[0].children:
        if stray.name not in {"par", "seq"}:
            yield finding("E-223", markup.path, stray.line, stray.name)


def _check_par(par: Element, path: str) -> Iterator[Notice]:
    kinds = [child.name for child in par.children]
    parts = list(descendants(par, "text", "audio"))
    if (
        par.get("endsync") != "last"
        or kinds not in (["text", "audio"], ["text", "seq"], *_SILENT.get(par.get("system-required"), ()))
        or not all(part.get("id") and part.get("src") for part in parts)
        or not par.get("id")
        or (kinds != ["text"] and not any(part.name == "audio" for part in parts))
    ):
        yield finding("E-224", path, par.line, par.get("id"))
    skippable = par.get("system-required")
    if skippable and skippable not in _SKIPPABLE:
        yield finding("E-225", path, par.line, skippable)


def _check_first(smil: Smil, edition: Edition) -> Iterator[Notice]:
    if not smil.clips:
        yield finding("E-226", smil.markup.path)
        return
    clip = smil.clips[0]
    shown = edition.element(clip.text)
    document = edition.document(clip.text.path)
    for title in smil_metadata(smil.markup).get("title", []):
        if shown is not None and not any(is_label(title, each) for each in _around(shown, document)):
            yield finding("E-243", smil.markup.path, 1, f"{title} / {shown.text[:80]}")
    headings = [] if document is None else list(descendants(document.root, *HEADINGS))
    inside = any(shown is part for heading in headings for part in (heading, *descendants(heading)))
    if shown is not None and not inside:
        yield finding("E-226", smil.markup.path, clip.line, shown.text[:80])


def _around(shown: Element, document: Markup | None) -> Iterator[Element]:
    """Yield the headings that a voiced element is, stands in or holds; itself if there is none."""
    every = [] if document is None else list(descendants(document.root, *HEADINGS))
    near = [each for each in every if each is shown or shown in set(descendants(each))]
    yield from near or (shown, *descendants(shown, *HEADINGS))


def _check_times(smil: Smil, elapsed_ms: Fraction) -> Iterator[Notice]:
    path, plays_ms = smil.markup.path, smil.plays_ms
    sequence = next(descendants(smil.markup.root, "seq"), None)
    if sequence is not None:
        yield from _compare("E-227", path, sequence.get("dur"), plays_ms)
    for value in smil_metadata(smil.markup).get("ncc:timeInThisSmil", []):
        yield from _compare("E-228", path, value, plays_ms)
    for value in smil_metadata(smil.markup).get("ncc:totalElapsedTime", []):
        yield from _compare("E-229", path, value, elapsed_ms)


def _compare(code: str, path: str, stated: str, fact_ms: Fraction) -> Iterator[Notice]:
    clock = parse_clock(stated)
    if clock is None or abs(clock - fact_ms) > _TOLERANCE_MS:
        yield finding(code, path, 1, f"{stated or 'not stated'}, in fact {float(fact_ms) / 1000:.3f} s")


def _check_master(smils: Sequence[Smil], edition: Edition) -> Iterator[Notice]:
    master = edition.document(_MASTER)
    if master is None:
        return
    yield from _check_head(master, _REQUIRED)
    refs = list(descendants(master.root, "ref"))
    named = [ref.get("src").partition("#")[0] for ref in refs]
    whole = all(ref.get("id") and ref.get("title") for ref in refs)
    if named != [smil.markup.path for smil in smils] or not whole:
        yield finding("E-231", master.path, 1, " ".join(named))
    titles = {smil.markup.path: smil_metadata(smil.markup).get("title", []) for smil in smils}
    for ref, name in zip(refs, named, strict=True):
        if titles.get(name) and ref.get("title") not in titles[name]:
            yield finding("E-243", master.path, ref.line, ref.get("title"))
    whole_ms = sum((smil.plays_ms for smil in smils), Fraction(0))
    for value in smil_metadata(master).get("ncc:timeInThisSmil", [""]):
        yield from _compare("E-228", master.path, value, whole_ms)


def _ids(markup: Markup) -> tuple[str, ...]:
    return tuple(element.get("id") for element in descendants(markup.root) if element.get("id"))


def _texts(markup: Markup) -> Iterator[tuple[str, Target]]:
    for par in descendants(markup.root, "par"):
        text = next((child for child in par.children if child.name == "text"), None)
        target = resolve(markup.path, text.get("src")) if text else None
        if target:
            yield from ((part.get("id"), target) for part in (par, *descendants(par)) if part.get("id"))
