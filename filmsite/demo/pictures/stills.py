"""One drawn scene for each film: not a frame of it, a memory of how it looks."""

from filmsite.demo.pictures.figures import PINNED, PROFILE, coated, dressed, on_a_stool, traced
from filmsite.demo.pictures.ink import Print, Shape, along, blob, box, curve, disc, glow, oval, poly, rounded, stroke
from filmsite.demo.pictures.scenery import plume, rain, towers, walker

WIDTH, HEIGHT = 1600, 900
SHEET = box(0, 0, WIDTH, HEIGHT)


def her() -> bytes:
    """A high walkway above a pale city, and one man on it in a red shirt."""
    sheet = Print(WIDTH, HEIGHT, "#f7cfae", 31)
    sheet.lay("#ee8f72", SHEET, fade=along(0, 520))
    sheet.lay("#fff3d6", disc(1090, 360, 250))
    sheet.lay("#f9bd7d", disc(1090, 360, 250), fade=along(640, 260))
    towers(sheet, "#f0b294", "#fde3c2", 0, WIDTH, 900, (250, 560), (60, 130), lit=0.05)
    sheet.lay("#fbdcbb", SHEET, fade=along(900, 380, strength=0.75))
    towers(sheet, "#e08567", "#fbd8b0", 0, 520, 900, (240, 620), (80, 150), lit=0.07)
    towers(sheet, "#e08567", "#fbd8b0", 1260, WIDTH, 900, (300, 700), (80, 150), lit=0.07)
    sheet.lay("#f6c29c", SHEET, fade=along(900, 470, strength=0.8))
    deck = curve((-20, 800), (500, 700), (1000, 640), (1620, 690))
    sheet.lay("#6f2a22", poly(*deck, (1620, 764), *reversed([(x, y + 62) for x, y in deck])))
    sheet.lay("#b5523d", stroke(7, *deck))
    sheet.lay("#4c1915", *[poly((x, y + 50), (x + 66, y + 46), (x + 46, 910), (x + 18, 910)) for x, y in deck[5::11]])
    rail = [(x, y - 58) for x, y in deck]
    sheet.lay("#6f2a22", stroke(5, *rail), *[stroke(3, (x, y), (x, y + 58)) for x, y in rail[::2]])
    x, feet = 716, 686
    man = walker(x, feet, 172)
    sheet.lay("#6f2a22", poly((x - 6, feet), (x + 16, feet), (x - 104, feet + 36), (x - 140, feet + 34)), strength=0.6)
    sheet.lay("#3b1512", *man)
    sheet.lay("#d8341f", *man, inside=[box(x - 40, feet - 145, x + 40, feet - 76)])
    return sheet.pulled()


def lost_in_translation() -> bytes:
    """Two people at the bar on a top floor, seen from behind; all the lights of a city before them."""
    sheet = Print(WIDTH, HEIGHT, "#0b2233", 32)
    sheet.lay("#1f7480", SHEET, fade=along(700, 60))
    sheet.lay("#f0805e", SHEET, fade=glow(800, 720, 620, 0.5))
    sheet.lay("#06121d", SHEET, fade=along(0, 260))
    towers(sheet, "#10394b", "#57aaa9", 0, WIDTH, 760, (180, 470), (60, 130), lit=0.2)
    sheet.lay("#0c2c3d", SHEET, fade=along(780, 460, strength=0.7))
    towers(sheet, "#081c29", "#f2c14e", 0, 470, 760, (160, 400), (70, 120), lit=0.24)
    towers(sheet, "#081c29", "#f0805e", 1150, WIDTH, 760, (200, 430), (70, 120), lit=0.22)
    sheet.lay("#e2573f", disc(300, 318, 9), disc(1392, 286, 9), disc(818, 300, 7))
    for x, y, size, colour in _lights(sheet):
        sheet.lay(colour, disc(x, y, size), strength=0.5)
    sheet.lay("#050e16", *[box(x, 0, x + 16, 780) for x in (-4, 524, 1060, 1590)], box(0, 96, WIDTH, 106))
    sheet.lay("#3a1c16", box(0, 690, WIDTH, HEIGHT))
    sheet.lay("#a5552d", box(0, 690, WIDTH, 722), fade=glow(800, 690, 700))
    sheet.lay("#160b0d", box(0, 722, WIDTH, HEIGHT))
    sheet.lay("#f6d58a", *_tumbler(762), *_tumbler(858), strength=0.9)
    sheet.lay("#d98a34", box(746, 656, 778, 690), box(842, 664, 874, 690))
    for x, rim in ((626, 8), (994, -8)):  # the lights between them catch an edge of each
        pair = {"long_hair": rim < 0}
        sheet.lay("#3fa3a3", *on_a_stool(x + rim, 900, 430 if rim > 0 else 392, **pair), strength=0.9)
        sheet.lay("#050c13", *on_a_stool(x, 900, 430 if rim > 0 else 392, **pair))
    return sheet.pulled()


def _lights(sheet: Print) -> list[tuple[float, float, float, str]]:
    """Lights out of focus over the street: x, y, size, colour."""
    colours = ("#f2c14e", "#e2573f", "#8fd3cd", "#f7e7c4")
    between = sheet.chance.uniform
    return [(between(0, WIDTH), between(560, 690), between(8, 30), sheet.chance.choice(colours)) for _ in range(44)]


def _tumbler(x: float) -> list[Shape]:
    """A glass on the bar."""
    return [
        stroke(4, (x - 18, 626), (x - 15, 690)),
        stroke(4, (x + 18, 626), (x + 15, 690)),
        box(x - 16, 684, x + 16, 691),
    ]


def brief_encounter() -> bytes:
    """A platform at night: the express goes through, and a woman in a hat stands too near."""
    sheet = Print(WIDTH, HEIGHT, "#24323f", 33)
    sheet.lay("#5d7482", SHEET, fade=along(700, 140))
    sheet.lay("#10191f", SHEET, fade=along(0, 330))
    sheet.lay("#131d25", poly((0, 0), (1000, 0), (620, 250), (0, 190)))
    sheet.lay("#2d3f4d", *[stroke(8, (x, 0), (x * 0.55 + 70, 214)) for x in range(-60, 1000, 130)], strength=0.8)
    train = poly((1620, 60), (1620, 800), (560, 560), (560, 448))
    sheet.lay("#0e151b", train)
    for near in range(9):
        far = 0.74**near
        right, left = 560 + 1060 * far, 560 + 1060 * far * 0.8
        top, bottom = (lambda x: 484 - (x - 560) * 0.265), (lambda x: 520 - (x - 560) * 0.02)
        pane = poly((left, top(left)), (right, top(right)), (right, bottom(right)), (left, bottom(left)))
        sheet.lay("#f4e2ac", pane)
        sheet.lay("#dba256", pane, fade=along(540, 180))
    streaks = [stroke(2, (560, y), (1620, y + (y - 500) * 1.7)) for y in range(456, 560, 9)]
    sheet.lay("#f8edcb", *streaks, fade=along(1700, 700, across=True, strength=0.45), inside=[train])
    sheet.lay("#dfe3dc", *plume(sheet, curve((560, 430), (700, 330), (1000, 180), (1660, 60)), 34, 150),
              fade=along(90, 520, strength=0.85))  # fmt: skip
    sheet.lay("#0b1116", poly((0, 640), (590, 566), (1620, 830), (1620, 900), (0, 900)))
    sheet.lay("#55656d", poly((0, 646), (584, 572), (1240, 900), (0, 900)))
    sheet.lay("#1a242c", poly((0, 646), (584, 572), (1240, 900), (0, 900)), fade=along(0, 900, across=True))
    sheet.lay("#e9dfba", poly((584, 572), (602, 572), (1330, 900), (1240, 900)), strength=0.85)
    sheet.lay("#f7ecc4", poly((296, 236), (364, 236), (640, 760), (40, 760)), fade=along(230, 720, strength=0.55))
    sheet.lay("#0b1116", box(326, 0, 334, 190), poly((300, 236), (360, 236), (346, 186), (314, 186)))
    sheet.lay("#fff6d6", oval(330, 240, 34, 10))
    sheet.lay("#0d1419", oval(756, 816, 120, 16), strength=0.7)
    sheet.lay("#070b0e", *coated(740, 820, 400))
    sheet.lay("#f4e2ac", *coated(740, 820, 400), fade=along(806, 756, across=True))
    return sheet.pulled()


def in_the_mood_for_love() -> bytes:
    """Steps to a noodle stall in the rain: a woman with a flask goes down, a man's shadow comes up."""
    sheet = Print(WIDTH, HEIGHT, "#4b1216", 34)
    sheet.lay("#16080b", SHEET, fade=along(0, 520))
    sheet.lay("#8e2b22", SHEET, fade=glow(880, 330, 760))
    bricks = [box(x + (46 if row % 2 else 0), row * 38, x + 84 + (46 if row % 2 else 0), row * 38 + 33)
              for row in range(16) for x in range(-92, WIDTH, 92)]  # fmt: skip
    sheet.lay("#a83c2a", *bricks, fade=glow(880, 300, 640, 0.8))
    sheet.lay("#f3d68c", poly((840, 190), (920, 190), (1330, 900), (430, 900)), fade=along(170, 900, strength=0.6))
    shadow = [traced(PROFILE, 1200, 250, 150, left=True), blob((1130, 430), (1250, 470), (1290, 640), (1300, 900),
              (1020, 900), (1050, 640), (1070, 470))]  # fmt: skip
    sheet.lay("#2a0a0d", *shadow, strength=0.72)
    for step in range(6):
        top, left = 610 + step * 54, 1010 - step * 170
        sheet.lay("#2a0d0e", box(left, top, WIDTH, HEIGHT))
        sheet.lay("#c98442", box(left, top, WIDTH, top + 10), fade=glow(880, 620, 760))
    sheet.lay("#0d0506", box(876, 0, 884, 110), poly((820, 190), (940, 190), (910, 108), (850, 108)))
    sheet.lay("#fff1bf", oval(880, 194, 58, 15))
    sheet.lay("#12060a", oval(716, 776, 110, 12), strength=0.8)
    dress = dressed(716, 776, 470)
    sheet.lay("#0f5b4c", *dress)
    sheet.lay("#07231f", *dress, fade=along(640, 790, across=True))
    flowers = [disc(660 + 34 * (i % 4) + 15 * (i // 4 % 2), 440 + 40 * (i // 4), 7) for i in range(32)]
    sheet.lay("#e8b64e", *flowers, inside=dress, strength=0.85)
    sheet.lay("#0b0405", traced(PINNED, 688, 300, 60, left=False), box(690, 758, 706, 778), box(724, 758, 742, 778))
    sheet.lay("#e8b890", traced(PROFILE, 688, 300, 60), stroke(13, (700, 410), (676, 480), (694, 556)))
    sheet.lay("#0b0405", traced(PINNED, 688, 300, 60))
    sheet.lay("#3c8f7a", rounded(676, 566, 718, 650, 10), rounded(684, 550, 710, 570, 5))
    sheet.lay("#e8b64e", box(676, 584, 718, 589))
    sheet.lay("#f6e3b4", *rain(sheet, 260, 70), strength=0.28)
    return sheet.pulled()
