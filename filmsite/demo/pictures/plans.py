"""Figures for the essays: rooms seen from above, as a critic might sketch them."""

import itertools

from filmsite.demo.pictures.ink import Point, Print, Shape, along, blob, box, disc, glow, oval, poly, rounded, stroke

WIDTH, HEIGHT = 1600, 900
LEFT, RIGHT = box(0, 0, 800, HEIGHT), box(800, 0, WIDTH, HEIGHT)


def two_beds() -> bytes:
    """Two beds from above: one sleeper and a voice on the pillow; two people, and a hand on a foot."""
    sheet = Print(WIDTH, HEIGHT, "#f2b08f", 61)
    sheet.lay("#e2573f", LEFT, fade=along(900, 0))
    sheet.lay("#123f52", RIGHT)
    sheet.lay("#0a2231", RIGHT, fade=along(900, 100))
    for at, frame, linen, shade in ((400, "#8c2a20", "#fbe6c6", "#eab489"), (1200, "#06141f", "#cfe3dc", "#7db0b3")):
        sheet.lay(frame, rounded(at - 290, 90, at + 290, 820, 26), strength=0.55)
        sheet.lay(frame, rounded(at - 300, 70, at + 300, 130, 14))
        sheet.lay(linen, rounded(at - 278, 110, at + 278, 806, 24))
        sheet.lay(shade, rounded(at - 278, 110, at + 278, 806, 24), fade=along(860, 240))
        pillows = [rounded(at - 250, 138, at - 18, 270, 40), rounded(at + 18, 138, at + 250, 270, 40)]
        sheet.lay(shade, *pillows, strength=0.75)
        sheet.lay("#fffaf0", *[rounded(x, 132, x + 232, 258, 40) for x in (at - 250, at + 18)], strength=0.85)
    _alone(sheet)
    _together(sheet)
    return sheet.pulled()


def _alone(sheet: Print) -> None:
    """A man on his back on one side of the bed, a small device where another head would be."""
    body = [blob((220, 300), (360, 300), (384, 400), (366, 560), (370, 700), (330, 770), (250, 770), (214, 700),
                 (222, 560), (200, 400))]  # fmt: skip
    sheet.lay("#d8412c", *body)
    sheet.lay("#8c2a20", *body, fade=along(200, 420, across=True, strength=0.8))
    sheet.lay("#e8b08a", disc(290, 226, 56), box(268, 270, 312, 312))
    sheet.lay("#4a1712", blob((234, 214), (250, 168), (292, 156), (334, 170), (348, 214), (320, 196), (262, 196)))
    sheet.lay("#4a1712", stroke(8, (268, 232), (282, 232)), stroke(8, (300, 232), (314, 232)))
    blanket = poly((124, 470), (678, 430), (678, 806), (124, 806))
    sheet.lay("#f4c896", blanket)
    sheet.lay("#c9603f", blanket, fade=along(900, 430))
    sheet.lay("#fbe6c6", *[stroke(3, (124 + i * 60, 480), (160 + i * 60, 806)) for i in range(9)], strength=0.6)
    sheet.lay("#fff4cf", disc(520, 200, 150), fade=glow(520, 200, 150))
    sheet.lay("#4a1712", rounded(496, 164, 546, 240, 10))
    sheet.lay("#ffdf9c", rounded(503, 171, 539, 233, 6), disc(348, 232, 7))


def _together(sheet: Print) -> None:
    """A man flat on his back in his clothes, a woman curled beside him; his hand lies on her foot."""
    ink, light = "#081a28", "#2d8c94"
    man = [blob((1000, 290), (1130, 290), (1152, 400), (1136, 540), (1128, 780), (1076, 784), (1070, 580), (1062, 784),
                (1010, 780), (1000, 540), (980, 400))]  # fmt: skip
    sheet.lay(ink, *man, stroke(34, (1140, 330), (1184, 450), (1222, 556)))
    sheet.lay(light, *man, fade=along(1210, 1060, across=True, strength=0.8))
    sheet.lay("#dba882", disc(1066, 220, 54), box(1046, 262, 1086, 300), disc(1230, 574, 20))
    sheet.lay(
        "#5b3a2b", blob((1012, 210), (1030, 166), (1068, 154), (1106, 168), (1120, 210), (1092, 190), (1040, 190))
    )
    sheet.lay("#5b3a2b", stroke(6, (1040, 226), (1054, 226)), stroke(6, (1078, 226), (1092, 226)))
    woman = [
        blob((1290, 306), (1370, 290), (1440, 350), (1452, 470), (1420, 560), (1340, 560), (1300, 470), (1280, 380)),
        stroke(66, (1400, 520), (1284, 452)), stroke(50, (1286, 456), (1300, 600)),
    ]  # fmt: skip
    sheet.lay("#e2573f", *woman)
    sheet.lay("#8c2a20", *woman, fade=along(1480, 1300, across=True))
    sheet.lay(
        "#eec19d",
        disc(1302, 226, 50),
        stroke(28, (1268, 604), (1304, 612)),
        stroke(26, (1310, 330), (1262, 372), (1268, 290)),
    )
    sheet.lay(
        "#e9c46a",
        blob((1256, 190), (1300, 166), (1352, 180), (1378, 240), (1360, 310), (1320, 300), (1326, 230), (1290, 200)),
    )
    sheet.lay("#dba882", oval(1240, 590, 28, 18))
    sheet.lay("#fff4cf", RIGHT, fade=glow(1236, 590, 110, 0.6))


def two_plans() -> bytes:
    """A railway refreshment room and a shared flat from above, with the ways two people take through them."""
    sheet = Print(WIDTH, HEIGHT, "#dfe0d2", 62)
    sheet.lay("#a9b7b6", LEFT, fade=along(900, 0))
    sheet.lay("#a83030", RIGHT)
    sheet.lay("#6c171d", RIGHT, fade=along(900, 60))
    _refreshment_room(sheet)
    _landing(sheet)
    return sheet.pulled()


def _tracks(sheet: Print) -> None:
    """The line outside the refreshment room."""
    sheet.lay("#5f6f77", *[box(x, 56, x + 16, 148) for x in range(10, 790, 42)])
    sheet.lay("#1d2a36", box(0, 72, 800, 82), box(0, 122, 800, 132))


def _refreshment_room(sheet: Print) -> None:
    """Counter, stove, tables; two dashed ways that meet at one of them and part at one door."""
    ink = "#1d2a36"
    _tracks(sheet)
    sheet.lay("#f6f0dd", box(110, 226, 710, 800))
    sheet.lay("#d3d4c4", box(110, 226, 710, 800), fade=along(820, 300))
    sheet.lay(ink, box(100, 216, 300, 232), box(400, 216, 720, 232), box(100, 794, 720, 810), box(100, 216, 116, 810),
              box(704, 216, 720, 810))  # fmt: skip
    sheet.lay("#7a8f8d", rounded(150, 690, 670, 744, 8))
    sheet.lay("#f6f0dd", *[disc(x, 717, 14) for x in (190, 230, 270)], rounded(560, 702, 640, 732, 8))
    sheet.lay("#b3352b", disc(650, 290, 30))
    for x, y in ((220, 400), (220, 560), (580, 560), (560, 420)):
        sheet.lay("#93a3a1", disc(x + 6, y + 8, 50))
        sheet.lay("#fffaf0", disc(x, y, 50))
        sheet.lay(ink, *[disc(x + dx, y, 15) for dx in (-72, 72)], strength=0.8)
    sheet.lay("#6f3a1d", disc(206, 392, 9), disc(236, 408, 9))
    _way(sheet, "#c9432f", [(350, 160), (350, 270), (320, 360), (292, 400)])
    _way(sheet, "#3a6ea5", [(60, 180), (330, 190), (370, 290), (300, 480), (150, 470), (148, 400)])
    sheet.lay("#c9432f", disc(292, 400, 17))
    sheet.lay("#3a6ea5", disc(148, 400, 17))


def _landing(sheet: Print) -> None:
    """Two households wall to wall; two ways that pass on the stairs and never enter the same room."""
    ink = "#1a0709"
    sheet.lay("#f0cf8c", box(880, 120, 1520, 800))
    sheet.lay("#d98d45", box(880, 120, 1520, 800), fade=glow(1200, 470, 460))
    walls = [box(870, 110, 1530, 126), box(870, 794, 1530, 810), box(870, 110, 886, 810), box(1514, 110, 1530, 810),
             box(1150, 110, 1162, 420), box(1250, 110, 1262, 420), box(886, 414, 1040, 426), box(1110, 414, 1162, 426),
             box(1250, 414, 1300, 426), box(1370, 414, 1520, 426)]  # fmt: skip
    sheet.lay(ink, *walls)
    stairs = [box(1166, y, 1246, y + 14) for y in range(140, 410, 26)]
    sheet.lay("#7a2a20", *stairs)
    for x in (930, 1330):
        sheet.lay("#2f7d68", rounded(x, 160, x + 150, 320, 12))
        sheet.lay("#f7e7c4", rounded(x + 12, 172, x + 138, 212, 8))
    sheet.lay("#2a0d0e", rounded(1110, 560, 1290, 690, 16))
    for x, y in ((1150, 540), (1200, 540), (1250, 540), (1150, 712), (1200, 712), (1250, 712)):
        sheet.lay("#7a2a20", disc(x, y, 18))
    sheet.lay(
        "#e9e0c4",
        *[box(1130 + 26 * (i % 5), 590 + 38 * (i // 5), 1148 + 26 * (i % 5), 612 + 38 * (i // 5)) for i in range(10)],
    )
    _way(sheet, "#0f5b4c", [(1000, 350), (1076, 400), (1080, 500), (1180, 480), (1190, 300), (1186, 140)])
    _way(sheet, "#1c2f6b", [(1400, 350), (1336, 400), (1330, 500), (1234, 480), (1224, 300), (1228, 140)])
    sheet.lay("#0f5b4c", disc(1000, 350, 17))
    sheet.lay("#1c2f6b", disc(1400, 350, 17))


def _way(sheet: Print, colour: str, corners: list[Point]) -> None:
    """A dashed line through `corners`."""
    dashes = list[Shape]()
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        count = max(1, round(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 / 26))
        for at in range(count):
            start, end = at / count, (at + 0.5) / count
            dashes.append(
                stroke(
                    8, (ax + (bx - ax) * start, ay + (by - ay) * start), (ax + (bx - ax) * end, ay + (by - ay) * end)
                )
            )
    sheet.lay(colour, *dashes)
