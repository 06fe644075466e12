"""People as silhouettes: nobody in particular, known by how they sit and stand."""

from filmsite.demo.pictures.ink import Point, Shape, blob, box, oval, stroke

#: A head in profile, facing right, with its neck; its height without the neck is 110.
PROFILE: tuple[Point, ...] = (
    (8, 150), (16, 118), (4, 92), (-7, 60), (-4, 28), (18, 6), (48, 0), (74, 10), (83, 30), (83, 44), (90, 60),
    (93, 67), (84, 72), (87, 80), (83, 85), (86, 91), (82, 96), (83, 107), (70, 113), (54, 112), (50, 126), (56, 150),
)  # fmt: skip
#: Hair pinned up, over the same head.
PINNED: tuple[Point, ...] = (
    (86, 30), (70, 22), (52, 40), (40, 64), (28, 84), (6, 88), (-14, 74), (-34, 76), (-44, 54), (-32, 36), (-14, 34),
    (0, 8), (34, -10), (70, -4),
)  # fmt: skip
#: Hair cut to the shoulder.
LOOSE: tuple[Point, ...] = (
    (84, 30), (68, 22), (54, 44), (46, 76), (44, 118), (24, 130), (-6, 128), (-16, 96), (-20, 56), (-10, 16), (28, -9),
    (68, -5),
)  # fmt: skip
#: Short hair, parted.
SHORT: tuple[Point, ...] = (
    (86, 30), (70, 26), (46, 30), (36, 56), (22, 70), (4, 84), (-9, 62), (-8, 26), (14, 0), (50, -8), (80, 6),
)  # fmt: skip


def traced(outline: tuple[Point, ...], x: float, y: float, height: float, *, left: bool = False) -> Shape:
    """`outline` as a shape, its top left corner at (x, y), a head `height` tall; `left` turns it round."""
    scale, turn = height / 110, -1 if left else 1
    return blob(*((x + turn * px * scale, y + py * scale) for px, py in outline))


def seated(x: float, seat: float, height: float, hair: tuple[Point, ...], *, left: bool = False) -> list[Shape]:
    """Somebody on a window sill with a knee drawn up, arm over it; `height` from the seat to the crown."""
    u, turn = height / 100, -1 if left else 1

    def at(*points: Point) -> list[Point]:
        return [(x + turn * px * u, seat + (py - 100) * u) for px, py in points]

    head_x = x - turn * 9 * u
    return [
        traced(PROFILE, head_x, seat - 100 * u, 27 * u, left=left),
        traced(hair, head_x, seat - 100 * u, 27 * u, left=left),
        blob(
            *at((-7, 30), (6, 30), (17, 40), (18, 58), (19, 80), (24, 99), (-25, 99), (-25, 78), (-22, 52), (-17, 37))
        ),
        stroke(19 * u, *at((-8, 90), (38, 62))),
        stroke(13.5 * u, *at((39, 63), (46, 94))),
        blob(*at((39, 92), (50, 90), (60, 95), (64, 100), (38, 100))),
        stroke(9.5 * u, *at((6, 41), (24, 64), (44, 62))),
    ]


def on_a_stool(x: float, floor: float, height: float, *, long_hair: bool = False) -> list[Shape]:
    """Somebody at a bar, seen from behind."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u, floor - (100 - py) * u) for px, py in points]

    head = [
        blob(*at((0, 0), (8, 3), (10, 11), (8.5, 19), (5, 24), (-5, 24), (-8.5, 19), (-10, 11), (-8, 3))),
        oval(x - 10 * u, floor - 86 * u, 1.8 * u, 3 * u), oval(x + 10 * u, floor - 86 * u, 1.8 * u, 3 * u),
    ]  # fmt: skip
    if long_hair:
        head = [blob(*at((0, -1), (9, 3), (12, 14), (13, 30), (9, 37), (-9, 37), (-13, 30), (-12, 14), (-9, 3)))]
    back = at((-6, 20), (6, 20), (8, 28), (20, 32), (27, 40), (33, 58), (34, 70), (26, 71), (20, 60), (20, 104),
              (-20, 104), (-20, 60), (-26, 71), (-34, 70), (-33, 58), (-27, 40), (-20, 32), (-8, 28))  # fmt: skip
    return [*head, blob(*back)]


def dressed(x: float, feet: float, height: float) -> list[Shape]:
    """A slim dress with a high collar, from the side; the head is laid over it."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u, feet - (100 - py) * u) for px, py in points]

    return [
        blob(*at((-4.5, 14), (2.5, 14), (4.5, 21), (9, 29), (5.5, 40), (8, 52), (7, 72), (6.5, 92), (-6.5, 92),
                 (-9, 72), (-11.5, 55), (-7.5, 40), (-10, 28), (-7, 20))),
    ]  # fmt: skip


def coated(x: float, feet: float, height: float) -> list[Shape]:
    """Somebody in a long belted coat and a small tilted hat, seen from behind."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u, feet - (100 - py) * u) for px, py in points]

    return [
        blob(*at((0, 3), (6, 5), (7.5, 11), (5, 17), (0, 19), (-5, 17), (-7.5, 11), (-6, 5))),
        blob(*at((-12, 9.5), (-6, 5.5), (-3, 0), (5, -1.5), (8, 3), (13, 4.5), (6, 7.5), (-4, 9))),
        box(*at((-2.6, 15))[0], *at((2.6, 23))[0]),
        blob(*at((-3, 19), (3, 19), (10, 22.5), (13.5, 30), (14, 44), (11, 54), (14, 70), (17, 86), (8, 88), (-8, 88),
                 (-17, 86), (-14, 70), (-11, 54), (-14, 44), (-13.5, 30), (-10, 22.5))),
        blob(*at((-6, 86), (-2, 86), (-2.4, 96), (-2, 100), (-6.5, 100), (-5, 95))),
        blob(*at((6, 86), (2, 86), (2.4, 96), (2, 100), (6.5, 100), (5, 95))),
    ]  # fmt: skip
