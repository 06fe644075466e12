"""The two invented authors, as they might be drawn for a column."""

from filmsite.demo.pictures.ink import Print, Shape, along, blob, box, disc, oval, poly, ring, stroke

EDGE = 900
SHEET = box(0, 0, EDGE, EDGE)


def ottoline_reyes() -> bytes:
    """Grey bob, round spectacles, a projector's beam behind her."""
    sheet = Print(EDGE, EDGE, "#0f5563", 51)
    sheet.lay("#0a3340", SHEET, fade=along(900, 120))
    beam = poly((900, 120), (900, 250), (-40, 760), (-40, 60))
    sheet.lay("#f2c978", beam, fade=along(960, -300, across=True))
    sheet.lay("#c9432f", blob((90, 960), (150, 770), (330, 706), (570, 706), (750, 770), (810, 960)))
    sheet.lay(
        "#8c2a20",
        blob((90, 960), (150, 770), (330, 706), (570, 706), (750, 770), (810, 960)),
        fade=along(90, 620, across=True),
    )
    hair = [blob((450, 150), (580, 172), (664, 270), (690, 430), (688, 610), (600, 640), (300, 640), (212, 610),
                 (210, 430), (236, 270), (320, 172))]  # fmt: skip
    sheet.lay("#b9c4c2", *hair)
    sheet.lay("#56727a", *hair, fade=along(200, 640, across=True))
    sheet.lay("#c98a66", poly((390, 560), (510, 560), (530, 720), (450, 780), (370, 720)))
    _face(sheet, "#e5ae87", "#c27f5b")
    fringe = blob(
        (286, 330), (300, 236), (400, 190), (520, 186), (610, 250), (622, 340), (560, 300), (440, 310), (350, 330)
    )
    sheet.lay("#cfd8d4", fringe)
    sheet.lay("#7d959a", fringe, fade=along(260, 560, across=True))
    sheet.lay("#1c2730", *_eyes(430), ring(362, 430, 74, 11), ring(538, 430, 74, 11), stroke(10, (434, 420),
              (450, 412), (466, 420)))  # fmt: skip
    sheet.lay("#f7e7c4", disc(362, 430, 62), disc(538, 430, 62), strength=0.22)
    sheet.lay("#9b5a3f", stroke(9, (450, 440), (430, 512), (462, 520)))
    sheet.lay("#9c2f24", stroke(13, (398, 578), (440, 592), (508, 572)))
    sheet.lay("#f2c14e", disc(222, 600, 20), disc(678, 600, 20))
    sheet.lay(
        "#f4ead2",
        poly((330, 716), (450, 790), (370, 850), (280, 740)),
        poly((570, 716), (450, 790), (530, 850), (620, 740)),
    )
    return sheet.pulled()


def imre_halloway() -> bytes:
    """Bald, bearded, a scarf, the rails of a signal box's window behind him."""
    sheet = Print(EDGE, EDGE, "#e9a15f", 52)
    sheet.lay("#f6d9a4", SHEET, fade=along(900, 60))
    sheet.lay("#c4552f", disc(690, 260, 150), strength=0.9)
    sheet.lay(
        "#2c4a57", *[stroke(9, (x, 0), (x, 900)) for x in (150, 750)], stroke(9, (0, 330), (900, 330)), strength=0.85
    )
    sheet.lay("#24323f", blob((60, 960), (120, 770), (320, 690), (580, 690), (780, 770), (840, 960)))
    sheet.lay(
        "#101920",
        blob((60, 960), (120, 770), (320, 690), (580, 690), (780, 770), (840, 960)),
        fade=along(60, 640, across=True),
    )
    sheet.lay("#6b3f2a", poly((376, 560), (524, 560), (536, 740), (364, 740)))
    sheet.lay("#85533a", oval(284, 440, 28, 50), oval(616, 440, 28, 50))
    _face(sheet, "#9a6446", "#6b3f2a")
    beard = blob((284, 470), (322, 516), (392, 524), (450, 508), (508, 524), (578, 516), (616, 470), (606, 600),
                 (540, 690), (450, 724), (360, 690), (294, 600))  # fmt: skip
    sheet.lay("#2a211f", beard)
    sheet.lay("#6d625c", beard, fade=along(700, 480, strength=0.7))
    sheet.lay(
        "#1d1512",
        *_eyes(420),
        stroke(15, (318, 366), (356, 350), (406, 362)),
        stroke(15, (494, 362), (544, 350), (582, 366)),
    )
    sheet.lay("#57321f", stroke(10, (452, 420), (428, 496), (470, 500)))
    sheet.lay("#d98d74", blob((412, 566), (450, 558), (488, 566), (450, 586)))
    scarf = [
        blob((290, 706), (450, 770), (610, 706), (640, 780), (450, 850), (260, 780)),
        poly((520, 790), (610, 770), (640, 960), (540, 960)),
    ]
    sheet.lay("#2f7d68", *scarf)
    sheet.lay(
        "#e8d6a2", *[stroke(8, (x, 690), (x + 30, 960)) for x in range(250, 660, 46)], inside=scarf, strength=0.8
    )
    return sheet.pulled()


def _face(sheet: Print, skin: str, shade: str) -> None:
    """A long oval with the light from the right."""
    face = blob((450, 206), (556, 236), (606, 340), (604, 470), (560, 590), (450, 660), (340, 590), (296, 470),
                (294, 340), (344, 236))  # fmt: skip
    sheet.lay(skin, face)
    sheet.lay(shade, face, fade=along(270, 520, across=True, strength=0.9))


def _eyes(y: float) -> list[Shape]:
    """A pair of eyes that look a little to the side."""
    return [
        shape
        for x in (366, 542)
        for shape in (disc(x, y, 13), stroke(6, (x - 32, y - 12), (x, y - 24), (x + 30, y - 12)))
    ]
