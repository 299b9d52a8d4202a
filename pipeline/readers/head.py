"""Read what a web page says of itself: its meta elements and schema.org data.

In: the tree of a page. Out: Metadata. Law: nothing is guessed; what two places say differently is taken from the text.
"""

import json
import re

from pipeline.model.metadata import Contributor, Metadata
from pipeline.readers.article import author_in
from pipeline.readers.markup import Element

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_LATIN = re.compile(r"[A-Za-z]")


def metadata_of(root: Element, article: Element) -> Metadata:
    """Give what a page says of the article on it."""
    meta = _meta(root)
    told = _schema(root)
    author = told.get("author") or meta.get("author") or meta.get("article:author") or author_in(article)
    return Metadata(
        title=meta.get("og:title") or told.get("headline", "") or meta.get("dc.title", ""),
        contributors=(Contributor(name=author),) if author else (),
        publisher=told.get("publisher") or meta.get("og:site_name", ""),
        date=_date(
            told.get("datePublished") or meta.get("article:published_time") or meta.get("dc.date", "")
        ),
        language=language_of(root.get("lang"), article),
        rights=meta.get("dc.rights") or meta.get("copyright", ""),
    )


def language_of(declared: str, article: Element) -> str:
    """Give the language of a text: what is declared, unless most letters are in another script."""
    text = article.text()
    hebrew, latin = len(_HEBREW.findall(text)), len(_LATIN.findall(text))
    if latin >= hebrew and declared.lower().startswith(("he", "iw", "yi")):
        return "en"
    if hebrew > 2 * latin and not declared.lower().startswith(("he", "iw", "yi")):
        return "he"
    return declared if _LANGUAGE.fullmatch(declared) else "en"


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.elements():
        if element.tag == "meta":
            name = (element.get("property") or element.get("name")).lower()
            if name and element.get("content").strip():
                found.setdefault(name, " ".join(element.get("content").split()))
    return found


def _schema(root: Element) -> dict[str, str]:
    """Give the plain fields of the first schema.org article (JSON-LD)."""
    for element in root.elements():
        if element.tag == "script" and element.get("type") == "application/ld+json":
            try:
                tree = json.loads("".join(child for child in element.children if isinstance(child, str)))
            except (ValueError, RecursionError):
                continue
            if isinstance(tree, dict) and "headline" in tree:
                return {
                    name: _name(tree.get(name))
                    for name in ("headline", "author", "publisher", "datePublished")
                }
    return {}


def _name(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _date(written: str) -> str:
    found = _DATE.match(written)
    return found[0] if found else ""
