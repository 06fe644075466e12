"""The one sanitiser; always the last step."""

import re

import nh3


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE_TAGS = _set(
    "a abbr b bdi br cite code del dfn em i img ins kbd mark picture q s samp small source span strong sub sup "
    "time u var wbr"
)
TAGS = INLINE_TAGS | _set(
    "aside blockquote caption col colgroup dd details div dl dt figcaption figure footer h2 h3 h4 h5 h6 hr li ol "
    "p pre section summary table tbody td tfoot th thead tr ul"
)
#: What goes with all it holds. Of any other tag that is not allowed only the tag goes: "<title card>" loses no essay.
DROPPED_WHOLE = _set("applet iframe math noembed noframes noscript object script style svg template")
ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir"},
    "a": {"href", "hreflang", "rel"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"data-film", "open"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "q": {"cite"},
    "source": {"srcset", "sizes", "type"},
    "span": {"data-film", "tabindex"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
#: Classes an editor may set (`{: .note }`).
EDITORS_CLASSES = frozenset({"note", "lead", "wide", "narrow", "small-caps", "pull"})
#: Those and the ones that rendering itself writes.
CLASSES = EDITORS_CLASSES | _set(
    "film theme person article take take-link year timecode spoiler visually-hidden picture credit footnote "
    "footnote-ref footnote-backref"
)
SHAPES = {
    "id": r"[^\s\"'<>&]{1,150}",
    "rel": "noopener",
    "tabindex": "0",
    "data-film": r"[a-z0-9-]{0,140}",
    "align": "left|center|right",
    "loading": "lazy",
    "type": r"[1aAiI]|image/(?:avif|jpeg|webp)",
    "srcset": r"[\w\s./:,%?=&+~-]{0,4000}",
    "dir": "ltr|rtl|auto",
}
PASSES = 4
_OUTSIDE = re.compile(r'<a((?: (?!rel=)[a-z-]+="[^"]*")*? href="(?:https?:)?//[^"]*"(?: (?!rel=)[a-z-]+="[^"]*")*)>')


class CannotClean(ValueError):
    """A text that the sanitiser would not leave alone after several passes."""


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(word for word in value.split() if word in CLASSES) or None
    shape = SHAPES.get(name)
    return value if shape is None or re.fullmatch(shape, value, re.ASCII if name != "id" else 0) else None


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(DROPPED_WHOLE),
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag == "*" or tag in tags},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


_CLEANERS = {False: _cleaner(TAGS), True: _cleaner(INLINE_TAGS)}


def clean(html: str, *, inline: bool = False) -> str:
    """`html` with nothing in it that can execute, well nested; `inline`: with nothing that would end a paragraph.

    Raises CannotClean when four passes have not settled it.
    """
    for _ in range(PASSES):
        once = _OUTSIDE.sub(r'<a\1 rel="noopener">', _CLEANERS[inline].clean(html))
        if once == html:
            return html
        html = once
    raise CannotClean("This text changes each time it is made safe: look for tags that are not closed.")
