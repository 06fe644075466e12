"""Posters of the project's own: one object for each film."""

from filmsite.demo.pictures.figures import PINNED, PROFILE, traced
from filmsite.demo.pictures.ink import (
    Print,
    Shape,
    along,
    blob,
    box,
    curve,
    disc,
    glow,
    oval,
    poly,
    ring,
    rounded,
    stroke,
)
from filmsite.demo.pictures.scenery import plume, towers, wisp

WIDTH, HEIGHT = 1000, 1500
SHEET = box(0, 0, WIDTH, HEIGHT)


def her() -> bytes:
    """A shirt pocket, a pin that shortens it, and a small screen looking out."""
    sheet = Print(WIDTH, HEIGHT, "#e4503a", 41)
    sheet.lay("#f7a27c", SHEET, fade=along(0, 1100))
    for radius, strength in ((520, 0.35), (400, 0.5), (280, 0.7)):
        sheet.lay("#fbd9ae", ring(500, 520, radius, 10), strength=strength)
    sheet.lay("#fff2cf", SHEET, fade=glow(500, 520, 420))
    sheet.lay("#3a1512", rounded(350, 330, 650, 900, 34))
    sheet.lay("#8c2d20", rounded(366, 346, 634, 900, 24))
    sheet.lay("#f2764f", rounded(366, 346, 634, 900, 24), fade=glow(500, 520, 300))
    sheet.lay("#3a1512", disc(500, 520, 74))
    sheet.lay("#fff2cf", disc(500, 520, 58))
    sheet.lay("#f2b35c", disc(500, 520, 58), fade=along(590, 470))
    sheet.lay("#3a1512", disc(500, 520, 20))
    pocket = poly((190, 770), (810, 770), (810, 1250), (500, 1400), (190, 1250))
    sheet.lay("#b93324", poly((206, 790), (830, 790), (830, 1270), (520, 1420), (210, 1270)), strength=0.7)
    sheet.lay("#d8412c", pocket)
    sheet.lay("#a82a1d", pocket, fade=along(1480, 860))
    sheet.lay("#a82a1d", box(190, 770, 810, 850), strength=0.7)
    seam = [(x, 866) for x in range(216, 790, 24)]
    side = [(214, y) for y in range(890, 1240, 24)] + [(786, y) for y in range(890, 1240, 24)]
    foot = [(214 + i * 24, 1240 + i * 11.4) for i in range(12)] + [(786 - i * 24, 1240 + i * 11.4) for i in range(12)]
    sheet.lay("#fbd9ae", *[oval(x, y, 7, 2.6) for x, y in seam + foot], *[oval(x, y, 2.6, 7) for x, y in side])
    pin = curve((360, 960), (500, 1010), (640, 960))
    sheet.lay("#f3ead6", stroke(9, *pin), stroke(9, (360, 960), (620, 926)), disc(648, 944, 26), ring(352, 950, 24, 9))
    sheet.lay("#a82a1d", disc(648, 944, 9))
    return sheet.pulled()


def lost_in_translation() -> bytes:
    """A hotel at night with two windows lit, far apart, and the street burning at its feet."""
    sheet = Print(WIDTH, HEIGHT, "#0a2030", 42)
    sheet.lay("#1c6b78", SHEET, fade=along(1380, 280))
    sheet.lay("#d3ebe4", disc(700, 330, 190))
    sheet.lay("#5fabb0", disc(700, 330, 190), fade=along(540, 240))
    towers(sheet, "#134456", "#5fb3b2", 0, WIDTH, 1500, (300, 720), (80, 160), lit=0.12)
    sheet.lay("#0d3041", SHEET, fade=along(1500, 760, strength=0.7))
    tower = poly((280, 190), (640, 130), (640, 1500), (280, 1500))
    sheet.lay("#050f18", poly((640, 130), (760, 210), (760, 1500), (640, 1500)))
    sheet.lay("#081a28", tower)
    sheet.lay("#17495a", tower, fade=along(60, 900))
    grid = [(x, y) for y in range(230, 1250, 52) for x in range(308, 620, 42)]
    sheet.lay("#03090f", *[box(x, y, x + 24, y + 34) for x, y in grid])
    lit = [grid[8 * 4 + 5], grid[8 * 13 + 1]]
    for x, y in lit:
        sheet.lay("#f6b94a", SHEET, fade=glow(x + 12, y + 17, 150, 0.55))
    sheet.lay("#ffe9b0", *[box(x - 2, y - 2, x + 26, y + 36) for x, y in lit])
    (ax, ay), (bx, by) = lit
    sheet.lay(
        "#0a1a26", disc(ax + 12, ay + 18, 6), oval(ax + 12, ay + 33, 10, 9), inside=[box(ax, ay, ax + 24, ay + 36)]
    )
    sheet.lay(
        "#0a1a26", disc(bx + 12, by + 18, 6), oval(bx + 12, by + 33, 10, 9), inside=[box(bx, by, bx + 24, by + 36)]
    )
    signs = (("#e2573f", 60, 1010, 56, 330), ("#f2c14e", 168, 1130, 44, 260), ("#8fd3cd", 800, 980, 60, 380),
             ("#e2573f", 904, 1120, 48, 280), ("#f2c14e", 690, 1210, 46, 200))  # fmt: skip
    for colour, x, y, width, tall in signs:
        sheet.lay("#07131d", box(x - 8, y - 8, x + width + 8, 1500))
        sheet.lay(colour, rounded(x, y, x + width, y + tall, 8))
        sheet.lay("#fff2cf", *_marks(sheet, x, y, width, tall), strength=0.9)
        sheet.lay(colour, SHEET, fade=glow(x + width / 2, y + tall / 2, tall * 0.75, 0.35))
    sheet.lay("#050f18", box(0, 1420, WIDTH, 1500))
    sheet.lay("#e2573f", box(0, 1420, WIDTH, 1500), fade=glow(120, 1410, 300))
    sheet.lay("#f2c14e", box(0, 1420, WIDTH, 1500), fade=glow(840, 1410, 320))
    return sheet.pulled()


def _marks(sheet: Print, x: float, y: float, width: float, tall: float) -> list[Shape]:
    """Strokes that look like writing to somebody who cannot read it."""
    marks = list[Shape]()
    for at in range(int(tall // 44)):
        top, left, right = y + 12 + at * 44, x + width * 0.24, x + width * 0.76
        rows = [stroke(4, (left, top + dy), (right, top + dy)) for dy in sheet.chance.sample((2, 11, 20, 28), 2)]
        across = sheet.chance.uniform(left, right)
        marks += [*rows, stroke(4, (across, top), (across + sheet.chance.uniform(-7, 7), top + 30))]
    return marks


def brief_encounter() -> bytes:
    """A cup of tea whose steam is a train leaving."""
    sheet = Print(WIDTH, HEIGHT, "#cfd4c9", 43)
    sheet.lay("#7d929b", SHEET, fade=along(0, 1000))
    sheet.lay("#33475a", SHEET, fade=along(0, 560))
    sheet.lay("#eef0e4", disc(500, 470, 310))
    sheet.lay("#b9c3bd", disc(500, 470, 310), fade=along(860, 380))
    steam = curve((500, 1040), (250, 900), (760, 800), (640, 560), (300, 470), (330, 300))
    sheet.lay("#fbf8ea", *plume(sheet, steam, 26, 92))
    sheet.lay("#8fa0a4", *plume(sheet, steam, 26, 92), fade=along(1100, 420, strength=0.8))
    ink = "#17222c"
    engine = [
        rounded(300, 380, 640, 482, 50), box(560, 330, 720, 482), box(546, 316, 736, 340), box(330, 300, 366, 390),
        box(318, 288, 378, 310), rounded(440, 340, 486, 390, 22), box(270, 470, 740, 500),
        box(244, 478, 272, 486), box(238, 468, 246, 496),
    ]  # fmt: skip
    sheet.lay(ink, *engine, *[disc(x, 516, r) for x, r in ((350, 34), (446, 40), (550, 40), (652, 40))])
    sheet.lay("#f3dfa0", box(600, 360, 680, 420))
    sheet.lay("#cfd4c9", *[ring(x, 516, r, 5) for x, r in ((350, 24), (446, 30), (550, 30), (652, 30))], strength=0.7)
    sheet.lay(ink, rounded(770, 360, 1010, 500, 6), box(736, 476, 780, 488), disc(830, 516, 30), disc(950, 516, 30))
    sheet.lay("#f3dfa0", *[box(x, 390, x + 48, 446) for x in (794, 862, 930)])
    sheet.lay(ink, box(0, 548, WIDTH, 556), strength=0.8)
    sheet.lay("#22323f", box(0, 1290, WIDTH, HEIGHT))
    sheet.lay("#55656d", box(0, 1290, WIDTH, HEIGHT), fade=along(1290, 1520))
    sheet.lay("#121b22", oval(500, 1376, 380, 52))
    sheet.lay("#f4efdf", oval(500, 1352, 372, 54))
    sheet.lay("#a7b1ac", oval(500, 1364, 240, 30))
    cup = [
        poly((250, 1050), (750, 1050), (694, 1250), (610, 1340), (390, 1340), (306, 1250)),
        oval(500, 1050, 250, 44),
    ]
    sheet.lay("#f4efdf", ring(770, 1150, 94, 30), *cup)
    sheet.lay("#7d929b", *cup, fade=along(240, 640, across=True))
    sheet.lay("#b3352b", *[box(0, y, WIDTH, y + 8) for y in (1108, 1124)], inside=cup, strength=0.9)
    sheet.lay("#6f3a1d", oval(500, 1052, 224, 32))
    sheet.lay("#c58a4b", oval(500, 1052, 224, 32), fade=along(640, 300, across=True))
    sheet.lay("#fbf8ea", *plume(sheet, curve((500, 1046), (440, 1000), (470, 960)), 22, 30), strength=0.9)
    return sheet.pulled()


def in_the_mood_for_love() -> bytes:
    """Two doors side by side, each ajar; smoke from the one, a profile in the other."""
    sheet = Print(WIDTH, HEIGHT, "#64161c", 44)
    sheet.lay("#a32a2a", SHEET, fade=glow(500, 560, 900))
    petals = [
        shape for row in range(15) for column in range(11)
        for shape in _flower(column * 100 + (50 if row % 2 else 0), 50 + row * 100)
    ]  # fmt: skip
    sheet.lay("#c9503a", *petals, strength=0.5)
    sheet.lay("#1d080b", box(0, 1330, WIDTH, HEIGHT))
    sheet.lay("#7a3420", box(0, 1330, WIDTH, HEIGHT), fade=along(1330, 1540))
    for left, gold in ((110, 1), (530, -1)):
        sheet.lay("#23090d", box(left, 330, left + 360, 1340))
        gap = box(left + 30, 360, left + 330, 1340)
        sheet.lay("#f3c864", gap)
        sheet.lay("#d97a2e", gap, fade=along(1400, 420))
        hinge, edge = (left + 30, left + 150) if gold > 0 else (left + 330, left + 210)
        door = poly((hinge, 360), (edge, 420), (edge, 1400), (hinge, 1340))
        sheet.lay("#12594b", door)
        sheet.lay(
            "#07231f",
            door,
            fade=along(*((edge + 10, hinge - 60) if gold > 0 else (edge - 10, hinge + 60)), across=True),
        )
        sheet.lay("#e8b64e", disc(edge - gold * 22, 900, 10))
        spill = poly(
            (left + 40, 1340), (left + 320, 1340), (left + 320 - gold * 60, 1500), (left - 20 - gold * 60, 1500)
        )
        sheet.lay("#f3c864", spill, fade=along(1330, 1500, strength=0.85))
    inside = [box(560, 360, 741, 1340)]
    woman = [traced(PROFILE, 684, 600, 124, left=True), traced(PINNED, 684, 600, 124, left=True)]
    body = blob((628, 752), (676, 748), (700, 830), (708, 950), (690, 1060), (708, 1200), (716, 1400), (570, 1400),
                (586, 1200), (604, 1070), (588, 950), (596, 850))  # fmt: skip
    sheet.lay("#2a0a0d", *woman, body, inside=inside)
    sheet.lay("#fbe9bf", wisp(372, 980, 520, 60, 13), fade=along(1000, 430), inside=[box(262, 360, 440, 1340)])
    sheet.lay("#2a0a0d", box(300, 1000, 440, 1018), box(340, 984, 404, 1000), box(355, 1018, 372, 1330))
    sheet.lay("#fbe9bf", stroke(6, (364, 984), (384, 976)))
    sheet.lay("#16060a", box(490, 330, 510, 1340), strength=0.35)
    sheet.lay("#fff1bf", oval(500, 240, 46, 12))
    sheet.lay("#16060a", box(496, 0, 504, 160), poly((440, 240), (560, 240), (530, 160), (470, 160)))
    sheet.lay("#fff1bf", oval(500, 242, 54, 12))
    sheet.lay("#f6d98c", poly((446, 246), (554, 246), (760, 640), (240, 640)), fade=along(240, 660, strength=0.5))
    return sheet.pulled()


def _flower(x: float, y: float) -> list[Shape]:
    """A four-petalled flower of the wallpaper."""
    return [oval(x, y - 13, 7, 12), oval(x, y + 13, 7, 12), oval(x - 13, y, 12, 7), oval(x + 13, y, 12, 7)]
