"""What goes into rendering and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.markup.scanning import Reference


@dataclass(frozen=True)
class Dialect:
    """What a text may do. Kinds it may reference, whether it has blocks, how long it may be (characters)."""

    kinds: frozenset[str]
    blocks: bool = True
    limit: int = 200_000


FULL = Dialect(frozenset({"film", "theme", "person", "article", "take", "image"}))
CATALOGUE = Dialect(frozenset({"film", "theme", "person", "image"}))
INLINE = Dialect(frozenset({"film", "theme", "person", "article"}), blocks=False, limit=600)


@dataclass(frozen=True)
class Target:
    """What a reference leads to. `url` empty: shown as plain text, because readers may not go there (yet)."""

    title: str
    url: str = ""
    year: int | None = None
    runtime: int | None = None  # minutes
    html: str = ""  # a take's own rendered text
    film: str = ""  # a take's film slug
    spoiler: bool = False  # a take that gives its film away
    headings: frozenset[str] = frozenset()  # ids in an article
    prefix: str = ""  # of those ids; `[[article:slug#heading]]` may leave it out
    picture: Mapping[str, str | int] = field(
        default_factory=dict
    )  # an image: src, srcset, avif, width, height, alt, credit


@dataclass(frozen=True)
class Job:
    """One text to render. `id_prefix` keeps ids of several texts on one page apart."""

    text: str
    resolved: Mapping[Reference, Target]
    dialect: Dialect = FULL
    id_prefix: str = ""


@dataclass(frozen=True)
class Mentioned:
    """A reference that stands in the text outside code; `spoiler`: inside one."""

    kind: str
    key: str
    timecode: int | None = None  # seconds
    spoiler: bool = False


@dataclass(frozen=True)
class Problem:
    """What an editor should mend, and about where."""

    message: str
    line: int

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"


@dataclass(frozen=True)
class Rendered:
    """A text made ready: `html` is clean; `plain` and the headings' texts have no markup and no spoilers.

    `words` counts what is shown, spoilers included; `mentions` are in the order of reading, none twice.
    """

    html: str = ""
    plain: str = ""
    headings: tuple[dict[str, str | int], ...] = ()  # {"level": 2, "id": "…", "text": "…"}
    words: int = 0
    mentions: tuple[Mentioned, ...] = ()
    problems: tuple[Problem, ...] = ()
