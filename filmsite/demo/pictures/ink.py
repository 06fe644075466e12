"""A small printing press: flat shapes, a few inks, grain. Every print is the same each time it is pulled."""

import io
import itertools
import random
from collections.abc import Callable, Iterable

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Shape = Callable[[ImageDraw.ImageDraw], None]
Fade = Callable[[tuple[int, int]], Image.Image]

FINE = 2  # shapes are cut at twice the size and scaled down, for smooth edges


def box(left: float, top: float, right: float, bottom: float) -> Shape:
    """A rectangle."""
    return lambda draw: draw.rectangle([v * FINE for v in (left, top, right, bottom)], fill=255)


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Shape:
    """A rectangle with round corners."""
    return lambda draw: draw.rounded_rectangle([v * FINE for v in (left, top, right, bottom)], radius * FINE, fill=255)


def oval(x: float, y: float, across: float, up: float) -> Shape:
    """An ellipse around (x, y) with the two half axes."""
    return lambda draw: draw.ellipse([v * FINE for v in (x - across, y - up, x + across, y + up)], fill=255)


def disc(x: float, y: float, radius: float) -> Shape:
    """A circle around (x, y)."""
    return oval(x, y, radius, radius)


def ring(x: float, y: float, radius: float, width: float) -> Shape:
    """A circle's outline, `width` thick towards the inside."""
    edges = [v * FINE for v in (x - radius, y - radius, x + radius, y + radius)]
    return lambda draw: draw.ellipse(edges, outline=255, width=round(width * FINE))


def poly(*points: Point) -> Shape:
    """A filled polygon."""
    return lambda draw: draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=255)


def stroke(width: float, *points: Point) -> Shape:
    """A line through `points` with round joints and ends."""
    fine, radius = [(x * FINE, y * FINE) for x, y in points], width * FINE / 2

    def cut(draw: ImageDraw.ImageDraw) -> None:
        draw.line(fine, fill=255, width=round(width * FINE), joint="curve")
        for x, y in (fine[0], fine[-1]):
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)

    return cut


def curve(*controls: Point, steps: int = 40) -> list[Point]:
    """The points of a Bézier curve."""

    def at(t: float) -> Point:
        points = list(controls)
        while len(points) > 1:
            pairs = itertools.pairwise(points)
            points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairs]
        return points[0]

    return [at(step / steps) for step in range(steps + 1)]


def blob(*points: Point) -> Shape:
    """A closed shape that runs smoothly through `points` (Catmull and Rom's curve)."""
    smooth = list[Point]()
    for at, p1 in enumerate(points):
        p0, p2, p3 = points[at - 1], points[(at + 1) % len(points)], points[(at + 2) % len(points)]
        for t in (0, 0.17, 0.33, 0.5, 0.67, 0.83):
            x, y = (
                (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2
                for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
            )
            smooth.append((x, y))
    return poly(*smooth)


def along(start: float, end: float, *, across: bool = False, strength: float = 1.0) -> Fade:
    """Full ink at `start`, none at `end`: down or up the sheet, or across it. Written in pixels."""

    def shade(size: tuple[int, int]) -> Image.Image:
        length = size[0] if across else size[1]
        tones = (min(1, max(0, 1 - (at - start) / (end - start))) for at in range(length))
        row = bytes(round(255 * strength * tone) for tone in tones)
        return Image.frombytes("L", (length, 1) if across else (1, length), row).resize(size)

    return shade


def glow(x: float, y: float, radius: float, strength: float = 1.0) -> Fade:
    """Full ink at (x, y), none at `radius` from there."""

    def shade(size: tuple[int, int]) -> Image.Image:
        lamp = Image.radial_gradient("L").point(lambda v: round(max(0, 1 - v / 181) * 255 * strength))
        sheet, edge = Image.new("L", size), round(radius * 2)
        sheet.paste(lamp.resize((edge, edge)), (round(x - radius), round(y - radius)))
        return sheet

    return shade


class Print:
    """A sheet of paper that inks are laid on, one after the other. `seed` decides its grain."""

    def __init__(self, width: int, height: int, paper: str, seed: int) -> None:
        self.size, self.chance = (width, height), random.Random(seed)  # noqa: S311 (grain, no secret)
        self.sheet = Image.new("RGB", self.size, paper)
        # Dots two pixels wide look more like print than single ones, and the files are half as large.
        half = (width // 2, height // 2)
        self.noise = Image.frombytes("L", half, self.chance.randbytes(half[0] * half[1])).resize(self.size)

    def cut(self, shapes: Iterable[Shape]) -> Image.Image:
        """The stencil of `shapes`."""
        stencil = Image.new("L", (self.size[0] * FINE, self.size[1] * FINE))
        draw = ImageDraw.Draw(stencil)
        for shape in shapes:
            shape(draw)
        return stencil.reduce(FINE)

    def grained(self, shade: Image.Image) -> Image.Image:
        """A tone as dots: the darker the tone, the more of them."""
        return ImageChops.subtract(shade, self.noise, 0.25)

    def lay(
        self, colour: str, *shapes: Shape, fade: Fade | None = None, inside: Iterable[Shape] = (), strength: float = 1
    ) -> "Print":
        """Print `shapes` (the whole sheet when none) in `colour`, thinned by `fade`, only within `inside` if given."""
        stencil = self.cut(shapes) if shapes else Image.new("L", self.size, 255)
        if inside:
            stencil = ImageChops.multiply(stencil, self.cut(inside))
        if fade:
            stencil = ImageChops.multiply(stencil, self.grained(fade(self.size)))
        if strength < 1:
            stencil = stencil.point(lambda value: round(value * strength))
        if edges := stencil.getbbox():  # pasting costs by the area
            self.sheet.paste(colour, edges, stencil.crop(edges))
        return self

    def pulled(self) -> bytes:
        """The finished print as the bytes of a PNG, with the tooth of the paper in it."""
        tooth = self.noise.point(lambda value: 255 - value // 24)
        sheet = ImageChops.multiply(self.sheet, Image.merge("RGB", (tooth, tooth, tooth)))
        file = io.BytesIO()
        sheet.save(file, "PNG", compress_level=1)
        return file.getvalue()
