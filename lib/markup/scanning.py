"""One linear scan that lifts `[[…]]`, `~!…!~` and `{{…}}` out of a text before Markdown sees it."""

import re
from typing import NamedTuple


class Reference(NamedTuple):
    """Something a text names: ("film", "her-2013"), ("take", "loneliness/her-2013"), ("image", "tokyo-window")."""

    kind: str
    key: str


def references(text: str) -> set[Reference]:
    """What `text` may name. Code is included: only rendering can tell, and an unneeded look-up does no harm."""
    found = {Reference(k, v) for k, v in re.findall(r"\[\[(film|theme|person|article|take):([a-z0-9/-]+)", text)}
    return found
