"""One linear scan that finds `[[…]]`, `~!…!~`, `{{…}}`, pictures and spoiler blocks before Markdown sees a text.

Every search looks a bounded way ahead or asks an index made once, so that 200 kB of any opener take no longer than
200 kB of prose.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

KINDS = frozenset({"film", "theme", "person", "article", "take"})
NAMED = KINDS | {"image"}
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
KEY = re.compile(rf"{_SLUG}(?:/{_SLUG})?")

OPENER = re.compile(
    r"\\[^\n]|^(?:`{3,}|~{3,})|`+|\[\[|~!|\{\{|!\[|^[ \t>*+.\d-]{0,40}/{3,}[ ]*spoiler\b[ ]*(?:\|[ ]*)?", re.M
)
REFERENCE = re.compile(
    r"\[\[[ ]*([a-z]{1,20})[ ]*:[ ]*((?:[^\[\]|#~\n]|~(?!!)){1,300})(?:#((?:[^\[\]|~\n]|~(?!!)){0,200}))?"
    r"(?:\|((?:[^\[\]\n]|\](?!\])){0,300}))?\]\]"
)
TIMECODE = re.compile(r"\{\{[ ]*((?:[^\s{}|~]|~(?!!)){1,140})[ ]+([0-9:]{1,12})[ ]*\}\}")
PICTURE = re.compile(
    r"!\[((?:[^\[\]\n\\]|\\.|\[\[[^\[\]\n]{0,300}\]\]|\n(?![ \t]*\n)){0,600})\]"
    r'\([ ]*image:([^\s()"]{1,140})(?:\s{1,9}"((?:[^"\\\n]|\\.){0,1000})")?[ ]*\)'
    r"(?:\{:?[ ]*\.(wide|narrow)[ ]*\})?"
)
COVERED = re.compile(r"\{[ ]*((?:[^{}~\n]|~(?!!)){0,140}?)[ ]*\}")
SPOILER_MARK = re.compile(r"\\[^\n]|~!|!~|\n[ \t]*\n")
SPOILERS_DEEP = 2  # one may stand in another, of another film
RESERVED = re.compile(r"[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
FENCE = re.compile(r"^(`{3,}|~{3,})[ ]*$", re.M)
FENCE_OPENS = re.compile(r"^(?:`{3,}|~{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*)[ ]*$", re.M)


class Reference(NamedTuple):
    """Something a text names: ("film", "her-2013"), ("take", "loneliness/her-2013"), ("image", "tokyo-window")."""

    kind: str
    key: str


class Token(NamedTuple):
    """Something of ours in a text, at `source` = text[start:end].

    `kind` is one of KINDS, "image", "timecode", "spoiler" (inline), "cover" (the film of a spoiler block), "unclosed"
    (a `~!` without its end) or "unknown" (`[[word:…]]`). `key` is the slug it names. `extra` is a heading, a timecode,
    a picture's caption or the kind that was written. `inner` is a label, a spoiler's text or a picture's alt text,
    which starts at `inner_at`; `css` is a picture's width.
    """

    kind: str
    key: str
    start: int
    end: int
    line: int
    source: str
    extra: str = ""
    inner: str = ""
    inner_at: int = 0
    extra_at: int = 0
    css: str = ""


def tidy(text: str) -> str:
    """`text` without what no keyboard types and rendering needs for itself.

    Control characters, lone surrogates and private-use characters go; all line ends become "\\n".
    """
    text = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text)
    return RESERVED.sub("", text)


def tidy_entities(html: str) -> str:
    """`html` without character references to what tidy() takes out: "&#xF0000;" would become a placeholder."""
    return re.sub(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?", _tidy_entity, html)


def _tidy_entity(match: re.Match[str]) -> str:
    digits = (match[1] or match[2]).lstrip("0")
    number = int(digits or "0", 16 if match[1] else 10) if len(digits) < 9 else 0
    return "" if number > 0x10FFFF or RESERVED.match(chr(number)) else match[0]


class Places:
    """Where things stand in a text, so that "the next one after here" costs no second scan."""

    def __init__(self, text: str) -> None:
        self.blank = [match.start() for match in BLANK_LINE.finditer(text)]
        self.line_ends = [match.start() for match in re.finditer("\n", text)]
        self.closers = [match.start() for match in re.finditer("!~", text)]
        self.spoilers = dict(_pairs(text))
        self.openers = sorted(self.spoilers)
        self.runs: dict[int, list[int]] = defaultdict(list)
        for run in re.finditer("`+", text):
            self.runs[len(run[0])].append(run.start())
        self.fences: dict[str, list[int]] = defaultdict(list)
        for fence in FENCE.finditer(text):
            self.fences[fence[1]].append(fence.start())

    def spoiler_end(self, start: int) -> int | None:
        """Where the spoiler that begins at `start` ends: at its own mark, or for want of that at the next one."""
        return self.spoilers.get(start) or self.next_in_paragraph(self.closers, start + 1)

    def overrun(self, start: int, end: int) -> bool:
        """Whether a spoiler begins between `start` and `end` and ends after it."""
        inside = self.openers[bisect_right(self.openers, start) : bisect_right(self.openers, end)]
        return any(self.spoilers[opener] >= end for opener in inside)

    def next(self, places: list[int], at: int) -> int | None:
        """The first of `places` after `at`."""
        index = bisect_right(places, at)
        return places[index] if index < len(places) else None

    def next_in_paragraph(self, places: list[int], at: int) -> int | None:
        """Likewise, unless a blank line comes before it."""
        return self._before(self.blank, places, at)

    def next_in_line(self, places: list[int], at: int) -> int | None:
        """Likewise, unless the line ends before it."""
        return self._before(self.line_ends, places, at)

    def _before(self, limits: list[int], places: list[int], at: int) -> int | None:
        found, limit = self.next(places, at), self.next(limits, at)
        return None if found is not None and limit is not None and limit < found else found


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """(opening, closing mark) of every spoiler that is whole, those inside others too."""
    open_ones: list[int] = []
    for mark in SPOILER_MARK.finditer(text):
        if mark[0] == "~!":
            open_ones.append(mark.start())
        elif mark[0][0] == "\n":
            open_ones.clear()
        elif mark[0] == "!~" and open_ones:
            yield open_ones.pop(), mark.start()


class Scan:
    """The tokens of one text, in order; what stands inside of one is a text of its own."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.places = Places(text)
        self.line, self.counted = first_line, 0

    def __iter__(self) -> Iterator[Token]:
        at = 0
        while opener := OPENER.search(self.text, at):
            found = self.read(opener)
            if isinstance(found, Token):
                yield found
                at = found.end
            else:
                at = found

    def read(self, opener: re.Match[str]) -> Token | int:
        """The token that begins here, or where to look on."""
        start, mark = opener.start(), opener[0]
        if mark[0] == "\\":
            return opener.end()
        if mark[0] == "`" or mark.startswith("~~~"):
            return self.after_code(start, mark)
        if mark.endswith(("[[", "{{", "![", "~!")):
            return READERS[mark](self, start) or start + 1
        return self.cover(opener)

    def after_code(self, start: int, mark: str) -> int:
        """The end of the code that begins with `mark`, or of `mark` when none does.

        Code over several lines that has no fence is not recognised here (a list or a table may cut it short, and then
        a spoiler in it would be bare): what is lifted out of it comes back as it was written.
        """
        closing = None
        if FENCE_OPENS.match(self.text, start) and (start == 0 or self.text[start - 1] == "\n"):
            closing = self.places.next(self.places.fences.get(mark, []), start)
        elif mark[0] == "`":
            closing = self.places.next_in_line(self.places.runs[len(mark)], start)
        return start + (len(mark) if mark[0] == "`" else 1) if closing is None else closing + len(mark)

    def token(self, kind: str, key: str, start: int, end: int, **fields: str | int) -> Token:
        self.line += self.text.count("\n", self.counted, start)
        self.counted = start
        return Token(kind, key.strip(), start, end, self.line, self.text[start:end], **fields)  # type: ignore[arg-type]

    def reference(self, start: int) -> Token | None:
        match = REFERENCE.match(self.text, start)
        if not match or self.places.overrun(start, match.end()):
            return None
        kind = match[1] if match[1] in KINDS else "unknown"
        heading = (match[3] or "").strip() if kind != "unknown" else match[1]
        return self.token(kind, match[2], start, match.end(), extra=heading, inner=(match[4] or "").strip())

    def timecode(self, start: int) -> Token | None:
        match = TIMECODE.match(self.text, start)
        return self.token("timecode", match[1], start, match.end(), extra=match[2]) if match else None

    def picture(self, start: int) -> Token | None:
        match = PICTURE.match(self.text, start)
        if not match or self.places.overrun(start, match.end()):
            return None
        parts = {"inner": match[1], "extra": (match[3] or "").replace('\\"', '"'), "css": match[4] or ""}
        places = {"inner_at": match.start(1), "extra_at": match.start(3)}
        return self.token("image", match[2], start, match.end(), **parts, **places)

    def spoiler(self, start: int) -> Token | None:
        closing = self.places.spoiler_end(start)
        if closing is None:
            return self.token("unclosed", "", start, start + 2)
        film = COVERED.match(self.text, closing + 2)
        end = film.end() if film else closing + 2
        inner = self.text[start + 2 : closing]
        return self.token("spoiler", film[1] if film else "", start, end, inner=inner, inner_at=start + 2)

    def cover(self, opener: re.Match[str]) -> Token:
        """What stands after `/// spoiler |` in that line."""
        start = opener.end()
        end = self.text.find("\n", start, start + 300)
        end = min(start + 300, len(self.text)) if end < 0 else end
        return self.token("cover", self.text[start:end], start, end, extra="" if "|" in opener[0] else "| ")


READERS = {"[[": Scan.reference, "{{": Scan.timecode, "![": Scan.picture, "~!": Scan.spoiler}


def references(text: str) -> set[Reference]:
    """What `text` may name; the films of spoilers, timecodes and takes too.

    Some code is included: only rendering can tell, and an unneeded look-up does no harm.
    """
    return set(_references(Scan(tidy(text))))


def _references(scan: Scan, deep: int = 0) -> Iterator[Reference]:
    for token in scan:
        kind = "film" if token.kind in ("timecode", "spoiler", "cover") else token.kind
        if kind in NAMED and KEY.fullmatch(token.key):
            yield Reference(kind, token.key)
            if kind == "take":
                yield Reference("film", token.key.partition("/")[2] or token.key)
        within = deep + (token.kind == "spoiler")
        if within <= SPOILERS_DEEP and token.kind != "timecode":
            yield from _inside(token, within)


def _inside(token: Token, deep: int) -> Iterator[Reference]:
    """What the words of a spoiler, a label, an alt text or a caption name; most name nothing and need no scan."""
    for words in (token.inner, token.extra):
        if "[[" in words or "{{" in words or "![" in words or "~!" in words:
            yield from _references(Scan(words), deep)
