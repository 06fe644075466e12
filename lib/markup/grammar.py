"""Python-Markdown as this site speaks it: what is switched on, and the blocks that are ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block


class SpoilerBlock(Block):
    """`/// spoiler | film … ///`: covered, whatever stands in it and whether or not the film is known."""

    NAME = "spoiler"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "details", {"cover": self.argument or ""})


class PullQuote(Block):
    """`/// pull-quote | source … ///`: words set large, with where they come from."""

    NAME = "pull-quote"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "blockquote", {"class": "pull"})

    def on_end(self, block: Element) -> None:
        if self.argument:
            SubElement(block, "footer").text = self.argument


class OurBlocks(BlocksExtension):
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        block_mgr.register(SpoilerBlock, {})
        block_mgr.register(PullQuote, {})


class Footnotes(FootnoteExtension):
    """Footnotes numbered in their ids too, so that a label can be any words."""

    def reset(self) -> None:
        super().reset()
        self.numbers: dict[str, int] = {}

    def makeFootnoteId(self, id: str) -> str:
        return f"fn:{self.numbers.setdefault(id, len(self.numbers) + 1)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        number = self.numbers.setdefault(id, len(self.numbers) + 1)
        return self.unique_ref(f"fnref:{number}", found)


class HeadingLevels(Treeprocessor):
    """The page has the h1: a text that uses `#` has all its headings moved down by one."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{min(int(heading.tag[1]) + 1, 6)}"


class Covers(Treeprocessor):
    """Takes each spoiler block out, made to HTML on its own, so that no tag in or around it can uncover it."""

    def __init__(self, md: Markdown, lift: Callable[[str, str], str]) -> None:
        super().__init__(md)
        self.lift = lift

    def run(self, root: Element) -> None:
        for block in reversed([block for block in root.iter("details") if "cover" in block.attrib]):
            argument, tail = block.attrib["cover"], block.tail
            block.attrib.clear()
            block.tail = None
            html = self.md.serializer(block)
            for postprocessor in self.md.postprocessors:
                html = postprocessor.run(html)
            block.clear()
            block.tag, block.tail = "div", tail
            block.text = self.lift(argument, html.removeprefix("<details>").removesuffix("</details>"))


def full(cover: Callable[[str, str], str]) -> Markdown:
    """Markdown with blocks. `cover(argument, html)` gives the placeholder of a spoiler block."""
    md = Markdown(
        extensions=[
            "tables",
            Footnotes(BACKLINK_TEXT="↩"),
            "attr_list",
            "def_list",
            "fenced_code",
            "smarty",
            OurBlocks(),
        ],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    md.treeprocessors.register(HeadingLevels(md), "heading-levels", 9)
    md.treeprocessors.register(Covers(md, cover), "covers", -5)
    md.ESCAPED_CHARS.append("~")
    return md


def inline() -> Markdown:
    """Markdown of one paragraph: emphasis, links, code, smart typography, no blocks."""
    md = Markdown(extensions=["attr_list", "smarty"])
    md.ESCAPED_CHARS.extend(["~", "|"])
    priorities = md.parser.blockprocessors._priority  # type: ignore[attr-defined]
    for name in [item.name for item in priorities if item.name != "paragraph"]:
        md.parser.blockprocessors.deregister(name)
    md.preprocessors.deregister("html_block")
    return md
