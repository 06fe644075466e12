"""What more than one picture shows: towers with lit windows, people from afar, rain, a clock, steam."""

import math
from collections.abc import Iterator

from filmsite.demo.pictures.ink import Point, Print, Shape, box, curve, disc, oval, poly, ring, stroke


def towers(
    sheet: Print, colour: str, lights: str, left: float, right: float, ground: float, tall: tuple[float, float],
    wide: tuple[float, float] = (50, 120), lit: float = 0.25,
) -> None:  # fmt: skip
    """A row of towers from `left` to `right`, with a share `lit` of their windows on."""
    chance, x, walls, windows = sheet.chance, left, list[Shape](), list[Shape]()
    while x < right:
        width = min(chance.uniform(*wide), right - x)
        top = ground - chance.uniform(*tall)
        walls.append(box(x, top, x + width, ground))
        if chance.random() < 0.3:
            walls.append(box(x + width * 0.3, top - 26, x + width * 0.62, top))
        if chance.random() < 0.25:
            walls.append(box(x + width * 0.46, top - 70, x + width * 0.5, top))
        windows += lit_windows(sheet, x + 8, top + 12, x + width - 8, ground, lit)
        x += width + chance.choice((0, 0, 4, 14))
    sheet.lay(colour, *walls)
    sheet.lay(lights, *windows)


def lit_windows(
    sheet: Print, left: float, top: float, right: float, bottom: float, lit: float, pane: float = 7, storey: float = 17
) -> Iterator[Shape]:
    """Windows in a grid between the four edges, a share `lit` of them."""
    step = pane * 1.9
    for row in range(int((bottom - top) / storey)):
        for column in range(max(0, int((right - left) / step))):
            if sheet.chance.random() < lit:
                x, y = left + column * step, top + row * storey
                yield box(x, y, x + pane, y + pane * 1.25)


def rain(sheet: Print, drops: int, length: float, slant: float = -0.08) -> list[Shape]:
    """Falling rain over the whole sheet."""
    width, height = sheet.size
    starts = [(sheet.chance.uniform(0, width), sheet.chance.uniform(-length, height)) for _ in range(drops)]
    lengths = [length * sheet.chance.uniform(0.4, 1.0) for _ in range(drops)]
    return [stroke(1.4, (x, y), (x + slant * long, y + long)) for (x, y), long in zip(starts, lengths, strict=True)]


def walker(x: float, feet: float, height: float, stride: float = 0.1) -> list[Shape]:
    """Somebody walking, seen from behind or from the side at a distance."""
    h = height
    return [
        disc(x, feet - h * 0.91, h * 0.075),
        poly((x - h * 0.115, feet - h * 0.79), (x + h * 0.115, feet - h * 0.79), (x + h * 0.1, feet - h * 0.42),
             (x - h * 0.1, feet - h * 0.42)),
        oval(x, feet - h * 0.785, h * 0.116, h * 0.05),
        poly((x - h * 0.095, feet - h * 0.45), (x + h * 0.01, feet - h * 0.45), (x - h * (stride - 0.035), feet),
             (x - h * (stride + 0.035), feet)),
        poly((x - h * 0.01, feet - h * 0.45), (x + h * 0.095, feet - h * 0.45), (x + h * (stride + 0.035), feet),
             (x + h * (stride - 0.035), feet)),
    ]  # fmt: skip


def clock(x: float, y: float, radius: float, hour: float, minute: float) -> list[Shape]:
    """The marks and hands of a clock face; lay the face itself first."""
    marks = []
    for twelfth in range(12):
        a, long = math.tau * twelfth / 12, 0.80 if twelfth % 3 else 0.72
        marks.append(stroke(radius * 0.045, spoke(x, y, radius * long, a), spoke(x, y, radius * 0.9, a)))
    hands = [
        stroke(radius * 0.075, (x, y), spoke(x, y, radius * 0.48, math.tau * (hour + minute / 60) / 12)),
        stroke(radius * 0.05, (x, y), spoke(x, y, radius * 0.7, math.tau * minute / 60)),
        disc(x, y, radius * 0.07),
    ]
    return [ring(x, y, radius, radius * 0.05), *marks, *hands]


def spoke(x: float, y: float, radius: float, angle: float) -> Point:
    """The point at `radius` from (x, y), `angle` clockwise from noon."""
    return x + math.sin(angle) * radius, y - math.cos(angle) * radius


def wisp(x: float, y: float, height: float, sway: float, width: float) -> Shape:
    """A curl of steam or smoke that rises from (x, y)."""
    path = curve(
        (x, y), (x + sway, y - height * 0.25), (x - sway * 1.4, y - height * 0.5), (x + sway * 1.6, y - height * 0.75),
        (x, y - height),
    )  # fmt: skip
    return stroke(width, *path)


def plume(sheet: Print, path: list[Point], start: float, end: float) -> list[Shape]:
    """Round billows of steam along `path`, from radius `start` to `end`."""
    count = len(path) - 1
    return [
        disc(
            x + sheet.chance.uniform(-0.4, 0.4) * start, y + sheet.chance.uniform(-0.3, 0.3) * start,
            (start + (end - start) * at / count) * sheet.chance.uniform(0.75, 1.15),
        )
        for at, (x, y) in enumerate(path)
    ]  # fmt: skip
