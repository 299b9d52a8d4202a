"""The grammars of both DAISY formats, as others wrote them: what is not valid in a folder."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from tests.places import SHARED

SCHEMAS = SHARED / "schemas"
_DAISY202 = {
    "ncc.html": ("d202/d202ncc.rng", "d202/d202ncc.dtd"),
    "master.smil": ("d202/d202msmil.rng", "d202/d202msmil.dtd"),
    ".smil": ("d202/d202smil.rng", "d202/d202smil.dtd"),
    ".html": ("d202/xhtml1-transitional-bodyref.dtd",),
}
_DAISY3 = {
    ".opf": ("oeb/oebpkg12.rng", "oeb/oebpkg12.dtd"),
    ".ncx": ("z39862005/ncx-2005-1.rng", "z39862005/ncx-2005-1.dtd"),
    ".smil": ("z39862005/dtbsmil-2005-2.rng", "z39862005/dtbsmil-2005-2.dtd"),
    ".res": ("z39862005/resource-2005-1.rng", "z39862005/resource-2005-1.dtd"),
    ".xml": ("z39862005/dtbook-2005-3.rng", "z39862005/dtbook-2005-3.dtd"),
}
Grammar = etree.RelaxNG | etree.DTD


def invalid(folder: Path) -> list[str]:
    """Give what the grammars say against the files of a DAISY folder, and what has no grammar and should have one."""
    table = _DAISY202 if (folder / "ncc.html").exists() else _DAISY3
    judged = [path for path in sorted(folder.iterdir()) if path.suffix not in {".mp3", ".css"}]
    assert judged, folder
    return [said for path in judged for said in _against(path, table)]


def _against(path: Path, table: dict[str, tuple[str, ...]]) -> Iterator[str]:
    names = next(names for end, names in table.items() if path.name.endswith(end))
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(load_dtd=False, no_network=True))
    for name in names:
        grammar = _grammar(name)
        if not grammar.validate(root):
            yield f"{path.name}: {grammar.error_log.last_error} ({name})"


@functools.cache
def _grammar(name: str) -> Grammar:
    read: Callable[[Path], Grammar] = etree.DTD if name.endswith(".dtd") else _relax_ng
    return read(SCHEMAS / name)


def _relax_ng(path: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(path))
