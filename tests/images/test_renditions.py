"""Shapes, focal points, widths and names; and the one colour of a picture."""

import io

import pytest
from PIL import Image as Picture

from images import colours, renditions
from tests.images.samples import BLUE, GREEN, GREY, RED, close_to, halves, opened


@pytest.mark.parametrize(
    ("widest", "widths"),
    [(1600, [480, 960, 1600]), (1200, [480, 960, 1200]), (960, [480, 960]), (500, [480, 500]), (100, [100])],
)
def test_no_width_is_larger_than_the_picture(widest, widths):
    assert renditions.widths(widest) == widths


@pytest.mark.parametrize(
    ("shape", "size", "becomes"),
    [
        ("wide", (3200, 2400), (1600, 900)),
        ("poster", (3200, 2400), (1600, 2400)),
        ("square", (3200, 2400), (1600, 1600)),
        ("natural", (3200, 2400), (1600, 1200)),
        ("wide", (640, 640), (640, 360)),
        ("poster", (640, 360), (240, 360)),
        ("natural", (640, 360), (640, 360)),
        ("wide", (64, 3200), (64, 36)),
    ],
)
def test_every_shape_has_its_proportions(shape, size, becomes):
    assert renditions.crop(Picture.new("RGB", size), shape, (50, 50)).size == becomes


@pytest.mark.parametrize(("left", "seen"), [(0, RED), (25, RED), (75, BLUE), (100, BLUE)])
def test_a_crop_shows_what_the_focal_point_points_at(left, seen):
    square = renditions.crop(halves(size=(1600, 400)), "square", (left, 50))
    assert {square.getpixel((x, 200)) for x in (10, 200, 390)} == {seen}


def test_a_crop_from_the_top_shows_the_top():
    tall = halves(size=(1600, 400)).transpose(Picture.Transpose.ROTATE_270)
    assert tall.getpixel((200, 10)) == RED
    assert renditions.crop(tall, "wide", (50, 0)).getpixel((200, 100)) == RED
    assert renditions.crop(tall, "wide", (50, 100)).getpixel((200, 100)) == BLUE


def test_a_name_changes_with_everything_that_changes_the_picture(monkeypatch):
    plain = ("a" * 64, "wide", 50, 50)
    others = [("b" * 64, "wide", 50, 50), ("a" * 64, "poster", 50, 50), ("a" * 64, "wide", 51, 50),
              ("a" * 64, "wide", 50, 51)]  # fmt: skip
    keys = {renditions.key(*parts) for parts in [plain, *others]}
    monkeypatch.setattr(renditions, "RECIPE", "next")
    keys.add(renditions.key(*plain))
    assert len(keys) == 6
    assert all(len(key) == 32 for key in keys)


def test_each_width_is_made_as_avif_and_as_jpeg():
    made = [(width, suffix, Picture.open(io.BytesIO(content))) for width, suffix, content in
            renditions.encoded(halves(size=(1200, 801)))]  # fmt: skip
    assert [(width, suffix, picture.format, picture.size) for width, suffix, picture in made] == [
        (480, ".avif", "AVIF", (480, 320)), (480, ".jpg", "JPEG", (480, 320)),
        (960, ".avif", "AVIF", (960, 641)), (960, ".jpg", "JPEG", (960, 641)),
        (1200, ".avif", "AVIF", (1200, 801)), (1200, ".jpg", "JPEG", (1200, 801)),
    ]  # fmt: skip
    assert all(close_to(picture.convert("RGB").getpixel((20, 20)), RED) for *_, picture in made)


def test_what_shows_through_stays_in_avif_and_lies_on_paper_in_jpeg():
    glass = Picture.new("RGBA", (100, 100), (0, 0, 0, 0))
    avif, jpeg = (opened(content) for _, _, content in renditions.encoded(glass))
    assert avif.getpixel((50, 50))[3] == 0
    assert close_to(jpeg.getpixel((50, 50)), (255, 255, 255))


def colour_of(picture):
    text = colours.dominant(picture)
    assert len(text) == 7
    return tuple(bytes.fromhex(text.removeprefix("#")))


def test_a_red_coat_in_a_grey_street_is_what_one_remembers():
    street = Picture.new("RGB", (600, 400), GREY)
    street.paste(RED, (250, 100, 340, 300))
    assert close_to(colour_of(street), RED, by=25)


def test_a_grey_street_without_a_coat_is_grey():
    assert close_to(colour_of(Picture.new("RGB", (600, 400), GREY)), GREY)
    assert colour_of(Picture.new("RGB", (600, 400), (0, 0, 0))) == (0, 0, 0)


def test_what_cannot_be_seen_has_no_say_in_the_colour():
    leaf = Picture.new("RGBA", (300, 300), (*BLUE, 0))
    leaf.paste((*GREEN, 255), (0, 0, 100, 300))
    assert close_to(colour_of(leaf), GREEN, by=25)
    leaf.paste((*GREY, 255), (0, 0, 100, 300))
    assert close_to(colour_of(leaf), GREY)
    assert colours.dominant(Picture.new("RGBA", (300, 300))) == ""


def test_reds_on_both_sides_of_the_circle_are_one_colour():
    rose, brick = (200, 30, 40), (200, 40, 30)
    assert close_to(colour_of(halves(left=rose, right=brick)), (200, 35, 35))
