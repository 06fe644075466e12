"""The 32 named accents a film can wear. Their values, light and dark, stand in static/css/tokens.css."""

import hashlib
import re
from collections.abc import Iterable, Sequence

#: Number → (name, hue in degrees of OKLCH). Number n reaches the page as the class `accent-0n`.
NAMES = (
    "Poppy", "Vermilion", "Brick", "Coral", "Terracotta", "Rust", "Copper", "Amber",
    "Ochre", "Honey", "Mustard", "Olive", "Moss", "Fern", "Leaf", "Emerald",
    "Jade", "Pine", "Teal", "Lagoon", "Petrol", "Cyan", "Azure", "Steel",
    "Cobalt", "Ink", "Indigo", "Violet", "Plum", "Orchid", "Magenta", "Rose",
)  # fmt: skip
COUNT = len(NAMES)
CHOICES = [(number, name) for number, name in enumerate(NAMES, start=1)]


def css_class(accent: int) -> str:
    """The class that puts an accent on an element: 7 → "accent-07"."""
    return f"accent-{accent:02d}"


def from_slug(slug: str) -> int:
    """The accent of a film that has neither a chosen one nor a poster: always the same for one slug."""
    return hashlib.sha256(slug.encode()).digest()[0] % COUNT + 1


def from_colour(colour: str) -> int | None:
    """The accent whose hue is nearest to `#rrggbb`; None when that is no colour or nearly grey."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    top, low = max(red, green, blue), min(red, green, blue)
    if top - low < 0.08:
        return None
    if top == red:
        sixth = ((green - blue) / (top - low)) % 6
    elif top == green:
        sixth = (blue - red) / (top - low) + 2
    else:
        sixth = (red - green) / (top - low) + 4
    return round(sixth / 6 * COUNT) % COUNT + 1


def distinct(wanted: Iterable[int]) -> list[int]:
    """`wanted` with repeats moved on, so that two films set side by side never show the same accent.

    A repeat moves a third of the circle at a time, then by one, so that what is told apart is also seen apart.
    """
    shown: list[int] = []
    for accent in wanted:
        steps: Sequence[int] = (0, 11, 22, *range(1, COUNT))
        shown.append(next((a for step in steps if (a := (accent - 1 + step) % COUNT + 1) not in shown), accent))
    return shown
