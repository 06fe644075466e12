"""The one colour a picture is remembered by."""

import colorsys
from collections import defaultdict

#: So much of a picture, weighed by strength of colour, makes a hue its colour; with less it counts as grey.
ENOUGH = 0.04
_SIDE = 48
_HUES = 24


def dominant(picture):
    """The strongest colour of `picture` as #rrggbb; of a grey one its mean; "" where nothing is to be seen.

    Hues are weighed by saturation × brightness: a red coat in a grey street is what people remember of it.
    """
    pixels = weighed(picture)
    if not pixels:
        return ""
    hues = defaultdict(list)
    for weight, hue, rgb in pixels:
        hues[hue].append((weight, rgb))
    strongest = max(hues.values(), key=lambda found: sum(weight for weight, _ in found))
    if sum(weight for weight, _ in strongest) >= ENOUGH * _SIDE * _SIDE:
        return mean(strongest)
    return mean([(1, rgb) for _, _, rgb in pixels])


def weighed(picture):
    """(weight, hue, (r, g, b)) of every pixel of a small copy that can be seen."""
    small = picture.convert("RGBA").resize((_SIDE, _SIDE)).tobytes()
    found = []
    for at in range(0, len(small), 4):
        red, green, blue, alpha = small[at : at + 4]
        if alpha < 128:
            continue
        hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
        found.append((saturation * value, int(hue * _HUES + 0.5) % _HUES, (red, green, blue)))
    return found


def mean(found):
    """The mean of (weight, colour) pairs as #rrggbb."""
    total = sum(weight for weight, _ in found)
    sums = [sum(weight * rgb[channel] for weight, rgb in found) / total for channel in range(3)]
    return "#" + "".join(f"{round(value):02x}" for value in sums)
