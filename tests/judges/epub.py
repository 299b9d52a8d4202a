"""The EPUBs to be judged, and a way to damage one, so that a judge shows that it can say no."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path


def epub_of(editions: Path, slug: str) -> Path:
    """Find a publication's EPUB."""
    return editions / slug / f"{slug}.epub"


def damaged(epub: Path, to: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Copy an EPUB, each file as `change(path, content)` gives it; None leaves the file out."""
    changed = 0
    with zipfile.ZipFile(epub) as before, zipfile.ZipFile(to, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            new = change(entry.filename, content)
            changed += new != content
            if new is not None:
                after.writestr(entry, new)
    assert changed, "nothing was damaged: the test would prove nothing"
    return to


def without_html_language(path: str, content: bytes) -> bytes:
    """Take away what tells a screen reader the page's language."""
    if not path.endswith(".xhtml"):
        return content
    return re.sub(rb'(<html\b[^>]*?)((\s(xml:)?lang="[^"]*")+)', rb"\1", content)


def without_style(path: str, content: bytes) -> bytes | None:
    """Leave out a file that the package document lists."""
    return None if path.endswith(".css") else content
