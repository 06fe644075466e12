"""One placeholder for everything of ours in a text, and its HTML put back where Markdown has left it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import escape, unescape

from markdown import Markdown

from lib.markup import grammar, showing
from lib.markup.cleaning import clean
from lib.markup.jobs import Job, Mentioned, Problem, Target
from lib.markup.scanning import Reference, Scan, Token, tidy_entities

#: A tag or the text between two; enough for HTML that clean() has written.
PIECE = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
PLACEHOLDER = re.compile("[\U000f0000-\U0010ffff]")
ALONE = re.compile("<(p|div)>([\U000f0000-\U0010ffff])</\\1>")
VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
A_PLANE = 65_000


class Filling:
    """The work on one text: what was lifted out of it, and what was found out while putting it back."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.lifted: dict[str, Token] = {}
        self.covered: dict[str, str] = {}
        self.mentions: dict[Mentioned, None] = {}
        self.problems: dict[Problem, None] = {}
        self.dated: set[str] = set()  # films that have shown their year
        self.headings = self.spoilers = self.inline_spoilers = 0  # how many we are inside of

    @cached_property
    def markdown(self) -> Markdown:
        """For inline texts."""
        return grammar.inline()

    def lift(self, text: str, line: int = 1) -> str:
        """`text` with one private-use character in the place of everything that is ours."""
        parts, at = [], 0
        for token in Scan(text, line):
            if token.kind == "unclosed":
                self.problem("This spoiler does not end: write ~!words!~{film-slug} in one paragraph.", token.line)
                continue
            parts += [text[at : token.start], token.extra if token.kind == "cover" else "", self.placeholder(token)]
            at = token.end
        return "".join([*parts, text[at:]])

    def placeholder(self, token: Token) -> str:
        number = len(self.lifted)
        mark = chr((0xF0000 if number < A_PLANE else 0x100000) + number % A_PLANE)
        self.lifted[mark] = token
        return mark

    def cover(self, argument: str, html: str) -> str:
        """The placeholder of a spoiler block that Markdown has found; `argument` holds the film's, if all is well."""
        found = PLACEHOLDER.search(argument)
        mark = found[0] if found else self.placeholder(Token("cover", argument, 0, 0, 1, ""))
        self.covered[mark] = html
        return mark

    def problem(self, message: str, line: int) -> None:
        self.problems[Problem(message, line)] = None

    def target(self, kind: str, token: Token, key: str = "") -> Target | None:
        """What a token names; None, and a problem noted, when it may not or when there is none."""
        key = key or token.key
        name = showing.NAMES[kind]
        found = self.job.resolved.get(Reference(kind, key))
        if kind not in self.job.dialect.kinds:
            self.problem(f"This text cannot hold a {name} ({token.source[:60]}).", token.line)
            return None
        if found is None:
            self.problem(f"There is no {name} “{key[:140]}”.", token.line)
        return found

    def mention(self, kind: str, key: str, timecode: int | None = None) -> None:
        self.mentions[Mentioned(kind, key, timecode, self.spoilers > 0)] = None

    def to_html(self, text: str, line: int) -> str:
        """Inline Markdown to clean HTML, filled: the inside of a spoiler, a caption, a label."""
        self.markdown.reset()
        return self.fill(self.markdown.convert(self.lift(text, line)), inline=True)

    def fill(self, html: str, inline: bool = False) -> str:
        """`html` cleaned and so well nested, with everything lifted back in its place."""
        html = clean(tidy_entities(html), inline=inline)
        return "".join(self._filled(ALONE.sub(self._alone, html)))

    def _alone(self, paragraph: re.Match[str]) -> str:
        mark = paragraph[2]
        token = self.lifted.get(mark)
        if token and token.kind == "image":
            return f'<figure class="{f"picture {token.css}".strip()}">{mark}</figure>'
        return mark if mark in self.covered else paragraph[0]

    def _filled(self, html: str) -> Iterator[str]:
        inside: Counter[str] = Counter()
        for piece in PIECE.finditer(html):
            closing, tag, attributes, text = piece.groups()
            if text is not None:
                yield PLACEHOLDER.sub(lambda mark: self._in_text(mark[0], inside), text)
            elif tag == "img":
                yield self._elsewhere(attributes)
            elif tag != "source":
                yield f"<{closing}{tag}{PLACEHOLDER.sub(self._in_attribute, attributes)}>"
                self._step(inside, tag, -1 if closing else 1)

    def _step(self, inside: Counter[str], tag: str, step: int) -> None:
        inside[tag] += 0 if tag in VOID else step
        if re.fullmatch("h[2-6]", tag):
            self.headings += step

    def _in_text(self, mark: str, inside: Counter[str]) -> str:
        token = self.lifted.get(mark)
        if token is None:
            return ""
        if inside["code"] or inside["pre"]:
            return escape(token.source, quote=False)
        html = showing.show(self, token, mark, figure=inside["figure"] > 0)
        return showing.without_links(html) if inside["a"] else html

    def _in_attribute(self, mark: re.Match[str]) -> str:
        token = self.lifted.get(mark[0])
        return escape(showing.words(self, token)) if token else ""

    def _elsewhere(self, attributes: str) -> str:
        """A picture that is not one of the site's own: its alt text."""
        source = re.search(r'\bsrc="([^"]*)"', attributes)
        alt = re.search(r'\balt="([^"]*)"', attributes)
        at = self.job.text.find(unescape(source[1])) if source else -1
        line = self.job.text.count("\n", 0, at) + 1 if at > 0 else 1
        self.problem("Pictures must be uploaded first; then write ![alt text](image:its-name).", line)
        return PLACEHOLDER.sub(self._in_attribute, alt[1]) if alt else ""
