"""An article as a file: YAML front matter between two lines `---`, a blank line, then the body.

Read as strings only, so that `title: No`, `9` and `1:12:30` are words; cast by articles.document.schema; every fault
is named with its line. `read(write(document)) == document`, and the body is not touched but for its line ends.
"""

import re
from datetime import date

import yaml

from articles.document import schema
from articles.document.schema import Fault, Invalid

MOST_BYTES = 1024 * 1024
DEEPEST = 12
FENCE = "---"
OTHER_LINE_ENDS = "\x85\u2028\u2029"
CLOSING = re.compile(r"^---[ \t]*$", re.M)


class Unreadable(Exception):
    """A file that is no article; the message says why, with the line where that is known."""


class Loader(yaml.BaseLoader):
    """BaseLoader without aliases, which can multiply, and without nesting that no article has.

    It also reads `[Why?, Who?]` as the two questions that YAML 1.2 sees there; PyYAML alone takes the mark for a key.
    """

    depth = 0

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(
                None, None, "write it out: no *aliases here", self.peek_event().start_mark
            )
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.composer.ComposerError(None, None, "nested too deep", self.peek_event().start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def scan_plain(self):
        token = super().scan_plain()
        while self.flow_level and self.peek() == "?":
            gap = " " * (self.index > token.end_mark.index)
            self.forward()
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, end) or []
            rest = super().scan_plain()
            words = "".join((*spaces, rest.value)) if rest.value else ""
            token = yaml.ScalarToken(
                f"{token.value}{gap}?{words}", True, token.start_mark, rest.end_mark if words else end
            )
        return token


class Source:
    """Front matter as plain data, and the line on which each part of it stands."""

    def __init__(self, text):
        self.lines: dict[tuple, int] = {}
        self.faults: list[Fault] = []
        try:
            node = yaml.compose(text, Loader)
        except yaml.YAMLError as error:
            raise Unreadable(said(error, text)) from error
        self.data = self.plain(node, ()) if node else {}

    def plain(self, node, path):
        self.lines.setdefault(path, line_of(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(one, (*path, number)) for number, one in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.pairs(node, path)
        return node.value

    def pairs(self, node, path):
        mapping: dict = {}
        for key, value in node.value:
            name, place = str(key.value), (*path, str(key.value))
            if not isinstance(key, yaml.ScalarNode) or name in mapping:
                wrong = "This key stands here twice." if name in mapping else "A key must be a word."
                self.faults.append(Fault(place, wrong))
            self.lines[place] = line_of(key)
            mapping[name] = self.plain(value, place)
        return mapping

    def line(self, path):
        """The line of `path`, or of the nearest part around it that the file has."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def placed(self, fault):
        """A fault with its line, in words."""
        return f"line {self.line(fault.path)}: {fault}" if fault.path else str(fault)


def line_of(node):
    return node.start_mark.line + 2  # counted from 0, and below the first ---


def said(error, text):
    """A YAML error in one line."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text[: error.position].count("\n") + 2
        return f"line {line}: The character U+{error.character:04X} may not stand here as it is."
    context = f"{error.context}, " if error.context else ""
    return f"line {(error.problem_mark or error.context_mark).line + 2}: {context}{error.problem}"


def decoded(content):
    """The text of a file's bytes, line ends as \\n. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"The file has {len(content):,} bytes; at most {MOST_BYTES:,} are read.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"The file is not UTF-8 (byte {error.start + 1}); save it as UTF-8.") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise Unreadable(f"line {line}: There is a NUL character (U+0000); remove it.")
    return text


def split(text):
    """Front matter and body. One blank line between the two and one line end after the body belong to the file."""
    opening, _, rest = text.partition("\n")
    if opening.rstrip() != FENCE:
        raise Unreadable(f"line 1: The file does not begin with a line {FENCE}.")
    if end := CLOSING.search(rest):
        return rest[: end.start()], rest[end.end() :].removeprefix("\n").removeprefix("\n").removesuffix("\n")
    raise Unreadable(f"The front matter does not end: write a second line {FENCE} below it.")


def read(content):
    """(document, source) of a file's bytes: the document as schema.FILE has it, with its body. Raises Unreadable."""
    front, body = split(decoded(content))
    source = Source(front)
    if source.data == "" or not isinstance(source.data, dict):
        raise Unreadable("line 2: The front matter is no mapping of keys like title: and films:.")
    if source.faults:
        raise Unreadable("; ".join(source.placed(fault) for fault in source.faults))
    try:
        document = schema.read(source.data, schema.FILE)
    except Invalid as invalid:
        raise Unreadable("; ".join(source.placed(fault) for fault in invalid.faults)) from invalid
    return document | {"body": body}, source


class Dumper(yaml.SafeDumper):
    """Quotes what other readers of YAML would take for a number, a date or a no; long text as a block."""


def words(dumper, text):
    """Several lines as a block, in quotes what YAML would not give back unchanged from one."""
    style = None
    if any(letter in text for letter in OTHER_LINE_ENDS):
        style = '"'
    elif "\n" in text:
        style = '"' if text[0] in " \n\t" or text.endswith("\n\n") else "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, words)


def day(text):
    """A date alone as YAML's own date, so that it needs no quotes."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return found if found.isoformat() == text else text


def years(entry):
    return {**entry, "year": int(entry["year"])} if isinstance(entry, dict) and "year" in entry else entry


def write(document):
    """The text of a file that reads as `document` (of schema.FILE, with its body)."""
    front = {key: document[key] for key in schema.FILE if key in document}
    front |= {key: day(front[key]) for key in ("date", "updated", "expire") if key in front}
    front |= {"films": [years(film) for film in front["films"]]} if "films" in front else {}
    options = {"allow_unicode": True, "sort_keys": False, "width": 10**9, "default_flow_style": False}
    head = yaml.dump(front, Dumper=Dumper, **options)  # type: ignore[call-overload]
    body = document.get("body", "")
    return f"{FENCE}\n{head}{FENCE}\n" + (f"\n{body}\n" if body else "")
