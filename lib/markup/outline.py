"""What is read off a finished text: ids and headings, and its plain words."""

import re
from collections import Counter
from html import unescape

from lib.markup.filling import PIECE, VOID
from lib.text import slug_of

_SKIPPED = re.compile(r'\bclass="(?:[^"]* )?(spoiler|footnote-ref|footnote-backref|visually-hidden)[ "]')
_HELPERS = re.compile(r'\bclass="(?:[^"]* )?(footnote-ref|footnote-backref|visually-hidden)[ "]')
_BLOCK = re.compile(
    "blockquote|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[2-6]|hr|li|ol|p|pre|section|summary|table|tr|ul"
    "|aside|br"
)
_HEADING = re.compile(r"<h([2-6])((?: [^>]*)?)>(.*?)</h\1>", re.S)
_ID = re.compile(r' id="([^"]*)"')
_FRAGMENT = re.compile(r'(<a [^>]*?href="#)([^"]*)"')


def plain(html: str, spoilers: bool = False) -> str:
    """The words of clean HTML, a block a line; those of spoilers only when asked for, footnote marks never."""
    skipped = _HELPERS if spoilers else _SKIPPED
    parts: list[str] = []
    hidden: list[str] = []  # the tags open inside what is left out
    for closing, tag, attributes, text in PIECE.findall(html):
        if hidden:
            _step(hidden, closing, tag)
        elif tag and tag not in VOID and not closing and skipped.search(attributes):
            hidden.append(tag)
        elif text:
            parts.append(text)
        else:
            parts.append(_between(tag, closing))
    return _lines(unescape("".join(parts)))


def _between(tag: str, closing: str) -> str:
    """What stands for a tag in plain text."""
    if _BLOCK.fullmatch(tag):
        return "\n"
    if tag == "q":
        return "”" if closing else "“"
    return " " if tag in ("td", "th") else ""


def _step(hidden: list[str], closing: str, tag: str) -> None:
    if closing:
        hidden.pop()
    elif tag and tag not in VOID:
        hidden.append(tag)


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r" (?=[,.;:!?…](?:\s|$))", "", "\n".join(line for line in lines if line))


class Ids:
    """New ids for one text: under its prefix, none twice, so that several texts and the page itself never collide."""

    def __init__(self, prefix: str) -> None:
        self.prefix, self.taken = prefix, Counter[str]()
        self.moved: dict[str, str] = {}

    def free(self, wanted: str) -> str:
        """`wanted`, `wanted-2`, `wanted-3` …: the first that is free."""
        found = wanted
        while found in self.taken:
            self.taken[wanted] += 1
            found = f"{wanted}-{self.taken[wanted]}"
        self.taken[found] += 1
        return found

    def rename(self, old: str) -> str:
        """The new id for one that Markdown or the editor has given."""
        kind = "" if re.fullmatch(r"fn(?:ref\d*)?:\d+", old) else "x-"
        self.moved[old] = self.free(f"{kind}{self.prefix}{slug_of(unescape(old), 'part')}")
        return self.moved[old]


def identified(html: str, prefix: str) -> tuple[str, tuple[dict[str, str | int], ...]]:
    """`html` with ids of its own and links within the text that follow them, and its headings."""
    ids = Ids(prefix)
    headings: list[dict[str, str | int]] = []

    def heading(match: re.Match[str]) -> str:
        level, attributes, inner = match.groups()
        text = plain(inner).replace("\n", " ")
        given = _ID.search(attributes)
        new = ids.free(prefix + slug_of(unescape(given[1]) if given else text, "part"))
        if given:
            ids.moved[given[1]] = new
        headings.append({"level": int(level), "id": new, "text": text})
        return f'<h{level}\0id="{new}"{_ID.sub("", attributes)}>{inner}</h{level}>'

    html = _HEADING.sub(heading, html)
    html = _ID.sub(lambda match: f' id="{ids.rename(match[1])}"', html).replace("\0", " ")
    html = _FRAGMENT.sub(lambda match: f'{match[1]}{ids.moved.get(match[2], match[2])}"', html)
    return html, tuple(headings)
