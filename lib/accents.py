"""The 32 named accents a film can wear. Their values, light and dark, stand in static/css/tokens.css."""

import hashlib
import math
import re
from collections.abc import Iterable, Sequence

#: Accent n is NAMES[n - 1] and has the hue HUES[n - 1]. It reaches the page as the class `accent-07`.
NAMES = (
    "Poppy", "Vermilion", "Brick", "Coral", "Terracotta", "Rust", "Copper", "Amber",
    "Ochre", "Honey", "Mustard", "Olive", "Moss", "Fern", "Leaf", "Emerald",
    "Jade", "Pine", "Teal", "Lagoon", "Petrol", "Cyan", "Azure", "Steel",
    "Cobalt", "Ink", "Indigo", "Violet", "Plum", "Orchid", "Magenta", "Rose",
)  # fmt: skip
HUES = (
    22, 30, 37, 44, 51, 58, 64, 71, 79, 87, 96, 107, 119, 131, 143, 155,
    165, 175, 186, 198, 210, 222, 234, 246, 257, 268, 280, 295, 311, 327, 343, 5,
)  # fmt: skip
"""Degrees on the circle of OKLCH, where equal steps look equal to the eye."""
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
    a, b = _oklab_plane(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    if math.hypot(a, b) < 0.03:
        return None
    hue = math.degrees(math.atan2(b, a))
    return min(range(1, COUNT + 1), key=lambda accent: abs((HUES[accent - 1] - hue + 180) % 360 - 180))


def _oklab_plane(*rgb: float) -> tuple[float, float]:
    """Where an sRGB colour (0 to 1 each) stands between green and red, and between blue and yellow."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distinct(wanted: Iterable[int]) -> list[int]:
    """`wanted` with repeats moved on, so that two films set side by side never show the same accent.

    A repeat moves a third of the circle at a time, then by one, so that what is told apart is also seen apart.
    """
    shown: list[int] = []
    for accent in wanted:
        steps: Sequence[int] = (0, 11, 22, *range(1, COUNT))
        shown.append(next((a for step in steps if (a := (accent - 1 + step) % COUNT + 1) not in shown), accent))
    return shown
