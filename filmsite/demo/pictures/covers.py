"""A cover for each essay: two worlds on one sheet, and one round thing that both share."""

from filmsite.demo.pictures.figures import LOOSE, SHORT, seated
from filmsite.demo.pictures.ink import Print, along, box, disc, glow, oval, poly, rounded, stroke
from filmsite.demo.pictures.scenery import clock, towers, wisp

WIDTH, HEIGHT, MIDDLE = 1600, 900, 800
LEFT, RIGHT = box(0, 0, MIDDLE, HEIGHT), box(MIDDLE, 0, WIDTH, HEIGHT)


def someone_else_awake() -> bytes:
    """Los Angeles at dusk and Tokyo at night: one disc is the sun here and the moon there; a window lit in each."""
    sheet = Print(WIDTH, HEIGHT, "#f3a184", 11)
    sheet.lay("#f9dcb8", LEFT, fade=along(820, 180))
    sheet.lay("#e2573f", LEFT, fade=along(0, 420))
    sheet.lay("#0d2a3c", RIGHT)
    sheet.lay("#1d6a78", RIGHT, fade=along(900, 260))
    sheet.lay("#081722", RIGHT, fade=along(0, 380))
    sheet.lay("#fff0cf", disc(MIDDLE, 330, 210), inside=[LEFT])
    sheet.lay("#f7b65c", disc(MIDDLE, 330, 210), inside=[LEFT], fade=along(560, 200))
    sheet.lay("#d7ece6", disc(MIDDLE, 330, 210), inside=[RIGHT])
    sheet.lay("#5aa7ad", disc(MIDDLE, 330, 210), inside=[RIGHT], fade=along(560, 200))
    towers(sheet, "#ec8a6c", "#fbd3ab", 0, MIDDLE, 900, (240, 520), lit=0.06)
    sheet.lay("#f9cfa9", box(0, 560, MIDDLE, 900), fade=along(900, 520, strength=0.8))
    towers(sheet, "#1b5263", "#6fc0bd", MIDDLE, WIDTH, 900, (260, 540), lit=0.16)
    sheet.lay("#0b3244", box(MIDDLE, 560, WIDTH, 900), fade=along(900, 520, strength=0.8))
    towers(sheet, "#c8432f", "#fbc98c", 0, 150, 900, (380, 470), lit=0.2)
    towers(sheet, "#c8432f", "#fbc98c", 560, MIDDLE, 900, (90, 260), lit=0.2)
    towers(sheet, "#09202e", "#f2c14e", MIDDLE, 1050, 900, (80, 240), lit=0.2)
    towers(sheet, "#09202e", "#f2c14e", 1470, WIDTH, 900, (360, 480), lit=0.2)
    _listener(sheet)
    _watcher(sheet)
    return sheet.pulled()


def _listener(sheet: Print) -> None:
    """On the left a lit room in a tower; a man sits on its sill and listens."""
    sheet.lay("#7d2118", box(150, 250, 560, 900))
    sheet.lay("#5c150f", box(150, 250, 560, 900), fade=along(900, 300))
    sheet.lay("#ffe9bd", box(200, 330, 510, 780))
    sheet.lay("#f6a04d", box(200, 330, 510, 780), fade=along(800, 420))
    sheet.lay("#fff7df", disc(430, 430, 26))
    sheet.lay("#fff7df", box(200, 330, 510, 780), fade=glow(430, 430, 170))
    sheet.lay("#7d2118", box(428, 330, 432, 406))
    sheet.lay("#7d2118", box(384, 330, 391, 780), box(200, 486, 510, 493))
    sheet.lay("#4a1712", *seated(290, 780, 262, SHORT))
    sheet.lay("#fff7df", disc(290, 557, 5.5))
    sheet.lay("#a5301f", box(186, 780, 524, 800))


def _watcher(sheet: Print) -> None:
    """On the right a dark room; a woman sits on the sill with her knees drawn up, against the lights outside."""
    sheet.lay("#061019", box(1050, 210, 1470, 900))
    sheet.lay("#0d2a3c", box(1050, 210, 1470, 900), fade=along(220, 700))
    sheet.lay("#2f8f98", box(1100, 290, 1420, 780))
    sheet.lay("#bfe6dc", box(1100, 290, 1420, 780), fade=along(820, 380))
    inside = [box(1100, 290, 1420, 780)]
    for colour, x, top, right in (
        ("#1c6572", 1110, 560, 1160),
        ("#17596a", 1176, 500, 1232),
        ("#1c6572", 1352, 530, 1420),
    ):
        sheet.lay(colour, box(x, top, right, 780), inside=inside)
    sheet.lay("#f2c14e", *[box(1120 + 18 * (i % 3), 580 + 26 * (i // 3), 1128 + 18 * (i % 3), 590 + 26 * (i // 3))
                           for i in (0, 2, 4, 7, 9, 11, 14, 16)])  # fmt: skip
    sheet.lay("#0b2836", box(1100, 408, 1420, 414))
    sheet.lay("#07131d", *seated(1330, 780, 248, LOOSE, left=True))
    sheet.lay("#123a4b", box(1086, 780, 1434, 800))


def the_borrowed_room() -> bytes:
    """A tea table at a station and a noodle table in Hong Kong: one table, one clock, never the same hour."""
    sheet = Print(WIDTH, HEIGHT, "#5d7380", 23)
    sheet.lay("#c3cbc4", LEFT, fade=along(640, 60))
    sheet.lay("#2e4152", LEFT, fade=along(0, 340))
    sheet.lay("#7e1a20", RIGHT)
    sheet.lay("#b8322d", RIGHT, fade=glow(1180, 420, 720))
    sheet.lay("#4a0d14", RIGHT, fade=along(0, 300))
    _station(sheet)
    _parlour(sheet)
    sheet.lay("#f2ead7", disc(MIDDLE, 300, 168), inside=[LEFT])
    sheet.lay("#f0c873", disc(MIDDLE, 300, 168), inside=[RIGHT])
    sheet.lay("#b9bfb6", disc(MIDDLE, 300, 168), inside=[LEFT], fade=along(560, 240))
    sheet.lay("#c9772f", disc(MIDDLE, 300, 168), inside=[RIGHT], fade=along(560, 240))
    sheet.lay("#1d2a36", *clock(MIDDLE, 300, 168, 5, 43), inside=[LEFT])
    sheet.lay("#3a0a10", *clock(MIDDLE, 300, 168, 5, 43), inside=[RIGHT])
    _table(sheet)
    return sheet.pulled()


def _station(sheet: Print) -> None:
    """Glazed roof, lamps and the steam of the express."""
    ribs = [stroke(7, (x, 0), (x * 0.3 + 430, 480)) for x in range(-640, 1100, 130)]
    sheet.lay("#26394a", *ribs, stroke(10, (0, 120), (800, 120)), stroke(8, (0, 235), (800, 235)), inside=[LEFT],
              strength=0.75)  # fmt: skip
    sheet.lay("#22323f", box(0, 470, MIDDLE, 640))
    panes = [box(x, 492, x + 76, 574) for x in range(-14, 760, 104)]
    sheet.lay("#f4dfa0", *panes)
    sheet.lay("#d99a4a", *panes, fade=along(590, 480))
    heads = [shape for x in (128, 232, 440, 648) for shape in (disc(x, 545, 17), oval(x, 582, 30, 22))]
    sheet.lay("#22323f", *heads, inside=panes)
    sheet.lay("#eef0e6", *[disc(x, y, r) for x, y, r in ((60, 470, 90), (170, 430, 74), (290, 456, 62), (10, 390, 84))
              ], inside=[LEFT], fade=along(330, 600, strength=0.95))  # fmt: skip
    sheet.lay("#eef0e6", *[disc(x, y, r) for x, y, r in ((90, 330, 70), (200, 350, 46), (20, 280, 60))], inside=[LEFT],
              fade=along(240, 480, strength=0.7))  # fmt: skip


def _parlour(sheet: Print) -> None:
    """Patterned wallpaper, a curtain and a shaded lamp."""
    leaves = [
        oval(x + (26 if row % 2 else 0), 30 + row * 52, 7, 17) for row in range(12) for x in range(830, 1600, 52)
    ]
    sheet.lay("#d3523d", *leaves, inside=[RIGHT], strength=0.55)
    folds = [poly((x, 0), (x + 40, 0), (x + 30, 640), (x + 4, 640)) for x in range(1380, 1600, 46)]
    sheet.lay("#3d0a11", box(1360, 0, 1600, 640))
    sheet.lay("#8f1f24", *folds, fade=along(640, -200))
    sheet.lay("#f6d88a", poly((1120, 250), (1240, 250), (1310, 390), (1050, 390)))
    sheet.lay("#dd8f38", poly((1120, 250), (1240, 250), (1310, 390), (1050, 390)), fade=along(410, 270))
    sheet.lay("#2c070c", box(1174, 0, 1186, 250))
    sheet.lay("#fbe7a8", poly((1050, 392), (1310, 392), (1520, 660), (860, 660)), fade=along(380, 690, strength=0.75))


def _table(sheet: Print) -> None:
    """The table both halves share, a cup on the one side, bowl and flask on the other."""
    sheet.lay("#e7dfcb", box(0, 640, MIDDLE, HEIGHT))
    sheet.lay("#9aa39c", box(0, 640, MIDDLE, HEIGHT), fade=along(910, 650))
    sheet.lay("#2b1210", box(MIDDLE, 640, WIDTH, HEIGHT))
    sheet.lay("#7a3420", box(MIDDLE, 640, WIDTH, HEIGHT), fade=along(640, 860))
    sheet.lay("#8f9a97", oval(430, 786, 178, 30))
    sheet.lay("#f7f2e2", oval(430, 774, 172, 30))
    cup = [poly((318, 640), (542, 640), (508, 748), (468, 774), (392, 774), (352, 748)), oval(430, 640, 112, 22)]
    sheet.lay("#f7f2e2", *cup, stroke(16, (536, 664), (592, 668), (584, 716), (520, 722)))
    sheet.lay("#8fa0a3", *cup, fade=along(600, 300, across=True, strength=0.8))
    sheet.lay("#8a4a24", oval(430, 641, 98, 15))
    sheet.lay("#f7f2e2", wisp(410, 620, 230, 34, 9), wisp(456, 624, 180, 26, 7), fade=along(620, 380))
    sheet.lay("#1a0708", oval(1130, 800, 170, 20))
    bowl = [
        poly((1000, 690), (1260, 690), (1222, 770), (1180, 800), (1080, 800), (1038, 770)),
        oval(1130, 690, 130, 24),
    ]
    sheet.lay("#2f7d68", *bowl)
    sheet.lay("#123f36", *bowl, fade=along(1300, 1060, across=True))
    sheet.lay("#f0d79a", oval(1130, 690, 114, 16))
    sheet.lay("#e9c46a", stroke(9, (1090, 690), (1290, 560)), stroke(9, (1120, 692), (1320, 578)))
    flask = [rounded(1410, 520, 1530, 806, 26), rounded(1432, 470, 1508, 530, 12)]
    sheet.lay("#2f7d68", *flask)
    sheet.lay("#123f36", *flask, fade=along(1540, 1420, across=True))
    sheet.lay("#e9c46a", box(1410, 574, 1530, 584), box(1410, 744, 1530, 754))
    sheet.lay("#f6e3b4", wisp(1110, 660, 220, -30, 8), fade=along(660, 430))
