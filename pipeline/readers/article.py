"""Find the article in a web page, and what on the page is not the article.

In: the tree of a page. Out: the element to read, and what is left out, with the words and the reason. Law: nothing
with words is left out without a notice that holds them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.readers.markup import UNPRINTED, Element

_MOST = 0.5
"""Share of the page's words that an <article> or <main> must hold to be the text."""
_FURNITURE_TAGS = {
    "nav": "navigation",
    "form": "a form",
    "button": "a button",
    "select": "a form",
    "textarea": "a form",
    "video": "a film",
    "audio": "a recording",
    "canvas": "a drawing that a script makes",
    "iframe": "a frame from another page",
    "dialog": "a dialogue",
}
_UNREAD_TAGS = {"noscript": "what a page shows only without scripts", "svg": "the words of a drawing"}
# Words of class, id or role, whole or between hyphens, and what they stand for.
_FURNITURE = {
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager skip-link toolbar",
    "links for sharing": "share sharing social addtoany sharedaddy",
    "tags": "tagrow taglist tag-list tags tagcloud post-tags post-labels entry-tags cat-links tags-links",
    "how to cite this page": "citebox cite-box citethis how-to-cite",
    "comments": "comments comment-list comment-form disqus respond",
    "links to other articles": "related relatedposts related-posts more-issue read-more-list recommended sidebar "
    "widget",
    "an offer": "subscribe newsletter signup sign-up cookie cookies popup donate advert advertisement ads banner",
    "a second copy of a note": "footnote_tooltip footnote-tooltip sidenote-copy",
}
_REASONS = {word: reason for reason, words in _FURNITURE.items() for word in words.split()}
_BYLINES = {
    "byline",
    "eyebrow",
    "dateline",
    "post-meta",
    "entry-meta",
    "entry-eyebrow",
    "article-meta",
    "post-info",
    "post-author",
    "post-footer",
}
_ENTRIES = {"hentry", "h-entry"}
"""What microformats call one post of a blog."""
_LINK_SHARE = 0.8
_FEWEST_LINKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part of a page that is not the text."""

    reason: str
    words: str
    line: int


def find_article(root: Element) -> Element:
    """Give the element that holds the text: the fullest article, else the main part, else the body."""
    body = root.find("body") or root
    whole = len(body.words())
    for is_candidate in (_is_article, _is_main):
        found = [element for element in body.elements() if is_candidate(element)]
        if found:
            fullest = max(found, key=lambda element: len(element.words()))
            if len(found) == 1 or len(fullest.words()) >= _MOST * whole:
                return fullest
    return body


def _is_article(element: Element) -> bool:
    is_marked = element.get("itemprop") == "articleBody" or bool(element.classes & _ENTRIES)
    return element.tag == "article" or is_marked


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def prune(root: Element, article: Element) -> tuple[LeftOut, ...]:
    """Take out of the tree what is not the text, and tell what it was."""
    left = [*_outside(root, article), *_taken_out(article, lambda child: _reason(child, article))]
    return tuple(sorted(left, key=lambda found: found.line))


def take_unread(root: Element) -> tuple[LeftOut, ...]:
    """Take out of a page of a book what no reader of it is meant to read, and tell what it was."""
    return tuple(_taken_out(root, lambda child: _UNREAD_TAGS.get(child.tag, "")))


def _taken_out(root: Element, reason_of: Callable[[Element], str]) -> list[LeftOut]:
    left: list[LeftOut] = []
    stack = [root]
    while stack:
        element = stack.pop()
        kept: list[Element | str] = []
        for child in element.children:
            reason = reason_of(child) if isinstance(child, Element) else ""
            if reason and isinstance(child, Element):
                left += _left_out(child, reason)
            else:
                kept.append(child)
        element.children = kept
        stack.extend(child for child in kept if isinstance(child, Element))
    return left


def _outside(root: Element, article: Element) -> Iterator[LeftOut]:
    """Give the parts round the article, each as large as possible."""
    path = {id(article), *(id(around) for around in article.ancestors())}
    for around in article.ancestors():
        for child in around.children:
            if isinstance(child, Element) and id(child) not in path and around.tag != "html":
                yield from _left_out(child, _reason(child, article) or "a part of the page round the text")
            elif isinstance(child, str) and child.strip() and around.tag not in UNPRINTED:
                yield LeftOut(
                    reason="a part of the page round the text",
                    words=" ".join(child.split()),
                    line=around.line,
                )
    if article is root:
        return


def _left_out(element: Element, reason: str) -> list[LeftOut]:
    words = "" if element.tag in UNPRINTED else element.words()
    return [LeftOut(reason=reason, words=words, line=element.line)] if words else []


def _reason(element: Element, article: Element) -> str:
    """Say why an element is not the text; empty when it is."""
    if element.tag in UNPRINTED:
        return "a script or style"
    if element.tag in _UNREAD_TAGS:
        return _UNREAD_TAGS[element.tag]
    if element.tag in _FURNITURE_TAGS and not _is_contents(element):
        return _FURNITURE_TAGS[element.tag]
    named = element.classes | set(element.get("id").lower().split())
    for word in sorted(named):
        if (
            word in _REASONS
            and element is not article
            and len(element.words()) < len(article.words()) * _MOST
        ):
            return _REASONS[word]
    if named & _BYLINES and element.find("h1") is None:
        return "the byline, which the metadata hold"
    if _is_hidden(element):
        return "hidden on the page"
    return "links to other pages" if _is_link_list(element) else ""


def _is_contents(element: Element) -> bool:
    return "toc" in element.classes


def _is_hidden(element: Element) -> bool:
    style = element.get("style").replace(" ", "").lower()
    return "hidden" in element.attributes or "display:none" in style or "visibility:hidden" in style


def _is_link_list(element: Element) -> bool:
    """A list of links that lead away from the text."""
    if element.tag not in ("ul", "ol", "div", "aside"):
        return False
    links = [inner for inner in element.elements() if inner.tag == "a" and inner.get("href")]
    if len(links) < _FEWEST_LINKS or any(link.get("href").startswith("#") for link in links):
        return False
    linked = sum(len(link.words()) for link in links)
    return linked > _LINK_SHARE * max(1, len(element.words()))


def left_out_notices(path: str, left: tuple[LeftOut, ...]) -> tuple[Notice, ...]:
    """Tell each part that was left out, with all its words."""
    return tuple(
        Notice(
            code="S-061",
            message=f"{part.reason} was left out: it is not the text.",
            weight=Weight.REMARK,
            pos=SourcePos(path=path, line=max(1, part.line)),
            fragment=part.words,
        )
        for part in left
    )


def author_in(root: Element) -> str:
    """Give whom a byline names, by the class or relation that pages use for authors."""
    for element in root.elements():
        is_author = element.classes & {"au", "author", "byline-author"} or element.get("rel") == "author"
        if is_author and 0 < len(element.words()) <= 80:
            return re.sub(r"^(?:posted |written )?by\s+", "", element.words(), flags=re.IGNORECASE)
    return ""
