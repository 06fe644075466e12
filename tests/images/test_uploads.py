"""What is taken, what is refused, and what is left of it afterwards."""

import pytest
from PIL import Image as Picture
from PIL.PngImagePlugin import PngInfo

from images import uploads
from tests.images.samples import (
    BLUE,
    GREEN,
    PROFILE,
    RED,
    animated,
    close_to,
    halves,
    opened,
    photograph,
    plain,
    png_that_claims,
    saved,
    with_text_chunks,
)

HTML = b"<!doctype html><script>alert(document.domain)</script>"
AVIF = saved(halves(), "AVIF")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "MPO"])
def test_four_formats_are_taken_and_a_jpeg_with_a_second_view(format):
    master = uploads.make_master(plain(format))
    assert master.suffix == ".jpg"
    assert opened(master.content).size == (640, 360)
    assert close_to(opened(master.content).getpixel((5, 5)), RED)


def test_a_telephone_s_jpeg_of_two_views_is_a_still_picture():
    views = [halves(), halves().resize((300, 200))]
    content = saved(views[0], "MPO", save_all=True, append_images=views[1:])
    assert opened(content).n_frames == 2
    assert opened(uploads.make_master(content).content).size == (1200, 800)


REFUSED = {
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "no JPEG, PNG, WebP or AVIF"),
    "html": (HTML, "no JPEG, PNG, WebP or AVIF"),
    "html in front of a picture": (HTML + plain(), "no JPEG, PNG, WebP or AVIF"),
    "nothing": (b"", "no JPEG, PNG, WebP or AVIF"),
    "gif": (plain("GIF"), "no JPEG, PNG, WebP or AVIF"),
    "bmp": (plain("BMP"), "no JPEG, PNG, WebP or AVIF"),
    "tiff": (plain("TIFF"), "no JPEG, PNG, WebP or AVIF"),
    "icon": (plain("ICO", size=(128, 128)), "no JPEG, PNG, WebP or AVIF"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\nshowpage", "no JPEG, PNG, WebP or AVIF"),
    "half a jpeg": (photograph()[:-4000], "damaged or incomplete"),
    "half a png": (saved(halves(), "PNG")[:1000], "damaged or incomplete"),
    "half a webp": (saved(halves(), "WEBP", lossless=True)[:-20], "damaged or incomplete"),
    "half an avif": (AVIF[:-200], "damaged or incomplete"),
    "an avif of noise": (AVIF[: AVIF.index(b"mdat") + 4] + b"\xff" * 600, "damaged or incomplete"),
    "more pixels than we take": (png_that_claims(6400, 6400), "6400 × 6400 pixels; at most 40 million"),
    "more pixels than Pillow likes": (png_that_claims(10_000, 10_000), "at most 40 million"),
    "more pixels than Pillow takes": (png_that_claims(60_000, 60_000), "at most 40 million"),
    "one endless line": (png_that_claims(2**31 - 1, 100), "at most 40 million"),
    "a tracking pixel": (plain("PNG", size=(1, 1)), "1 × 1 pixels; each side needs 64"),
    "a strip": (plain(size=(2000, 63)), "2000 × 63 pixels; each side needs 64"),
    "too many bytes": (plain() + b"\0" * uploads.MAX_BYTES, "15.0 MB; at most 15 MB"),
    "a moving png": (animated("PNG"), "moves"),
    "a moving webp": (animated("WEBP"), "moves"),
    "a moving avif": (animated("AVIF"), "moves"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_everything_else_is_refused_in_words(what):
    content, words = REFUSED[what]
    with pytest.raises(uploads.Refused, match=words):
        uploads.make_master(content)


def test_the_limits_themselves_are_still_taken():
    """The live control of the list above: what stands just inside each limit passes."""
    assert uploads.make_master(plain(size=(64, 64))).suffix == ".jpg"
    assert uploads.make_master(plain(size=(8000, 5000))).suffix == ".jpg"
    padded = plain()
    assert uploads.make_master(padded + b"\0" * (uploads.MAX_BYTES - len(padded))).suffix == ".jpg"


def test_a_large_picture_is_refused_before_anything_is_decoded():
    """The claimed 41 million pixels are never there: decoding would say "damaged" instead."""
    with pytest.raises(uploads.Refused, match="at most 40 million"):
        uploads.make_master(png_that_claims(6400, 6400))
    with pytest.raises(uploads.Refused, match="damaged"):
        uploads.make_master(png_that_claims(640, 640))


def test_what_hides_behind_the_last_byte_is_gone():
    polyglot = plain() + HTML
    assert b"<script>" in polyglot
    assert b"<script>" not in uploads.make_master(polyglot).content


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_what_rides_in_a_profile_is_gone(format):
    content = plain(format, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0<script>", xmp=b"<script>")
    assert b"<script>" in content
    assert b"<script>" not in uploads.make_master(content).content


@pytest.mark.parametrize("profile", [PROFILE, None])
def test_place_camera_comment_and_profile_are_gone(profile):
    content = photograph(profile=profile)
    carried = opened(content)
    assert carried.getexif().get_ifd(0x8825)
    assert {"comment", "xmp", "exif"} <= set(carried.info)
    master = uploads.make_master(content).content
    assert not opened(master).getexif()
    assert not {"icc_profile", "comment", "xmp", "exif"} & set(opened(master).info)
    for secret in (b"Secret", b"drawer", b"Exif", *([b"ICC_PROFILE"] if profile else [])):
        assert secret in content
        assert secret not in master


def test_text_chunks_of_a_png_are_gone():
    assert b"Secret Author" in with_text_chunks()
    master = uploads.make_master(with_text_chunks()).content
    assert b"Secret" not in master
    assert b"script" not in master


@pytest.mark.parametrize(
    ("orientation", "size", "corner"), [(1, (1200, 800), RED), (3, (1200, 800), BLUE), (6, (800, 1200), RED),
                                        (8, (800, 1200), BLUE)],
)  # fmt: skip
def test_a_photograph_stands_upright(orientation, size, corner):
    upright = opened(uploads.make_master(photograph(orientation)).content)
    assert upright.size == size
    assert close_to(upright.getpixel((20, 20)), corner)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_other_formats_stand_upright_too(format):
    exif = Picture.Exif()
    exif[0x0112] = 6
    assert opened(uploads.make_master(saved(halves(), format, exif=exif)).content).size == (800, 1200)


def test_broken_camera_data_do_not_spoil_a_picture():
    notes = PngInfo()
    notes.add_text("Raw profile type exif", "\nexif\n8\nthese are no digits")
    broken = saved(halves(), "PNG", pnginfo=notes)
    with pytest.raises(ValueError, match="hexadecimal"):
        opened(broken).getexif()
    assert opened(uploads.make_master(broken).content).size == (1200, 800)


def test_the_colours_of_another_profile_become_what_every_screen_understands():
    """A profile that takes red for blue: the numbers change, the colour seen stays."""
    exchanged = Picture.merge("RGB", halves().split()[::-1])
    profile = PROFILE.replace(b"rXYZ", b"tmpp").replace(b"bXYZ", b"rXYZ").replace(b"tmpp", b"bXYZ")
    content = saved(exchanged, "PNG", icc_profile=profile)
    assert close_to(opened(uploads.make_master(content).content).getpixel((20, 20)), RED, by=25)


def test_a_broken_profile_is_passed_over():
    content = plain(icc_profile=b"no profile at all")
    assert close_to(opened(uploads.make_master(content).content).getpixel((5, 5)), RED)


@pytest.mark.parametrize(
    ("mode", "colour", "shown"),
    [("L", 90, (90, 90, 90)), ("P", 3, None), ("1", 1, (255, 255, 255)), ("I;16", 40_000, (156, 156, 156))],
)
def test_greys_palettes_and_16_bits_are_taken(mode, colour, shown):
    master = opened(uploads.make_master(plain("PNG", mode=mode, colour=colour)).content)
    assert master.mode == "RGB"
    assert shown is None or close_to(master.getpixel((5, 5)), shown)


def test_a_printer_s_cmyk_is_taken():
    content = plain(mode="CMYK", colour=(0, 255, 255, 0))
    assert close_to(opened(uploads.make_master(content).content).getpixel((5, 5)), (255, 0, 0), by=30)


def test_what_shows_through_stays_and_is_kept_without_loss():
    see_through = Picture.new("RGBA", (200, 200), (*GREEN, 255))
    see_through.paste((0, 0, 0, 0), (0, 0, 100, 200))
    for format in ("PNG", "WEBP", "AVIF"):
        master = uploads.make_master(saved(see_through, format))
        assert master.suffix == ".webp"
        assert opened(master.content).getpixel((20, 20))[3] < 10 < 250 < opened(master.content).getpixel((180, 20))[3]


def test_an_alpha_channel_that_hides_nothing_is_dropped():
    assert uploads.make_master(plain("PNG", mode="RGBA", colour=(*GREEN, 255))).suffix == ".jpg"


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_the_master_of_a_huge_picture_has_twice_the_widest_rendition(format):
    assert opened(uploads.make_master(plain(format, size=(7000, 3500))).content).size == (3200, 1600)
