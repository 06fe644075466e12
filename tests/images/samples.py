"""Pictures as bytes: plain ones, ones that carry something along, and ones that should not pass."""

import io
import struct
import zlib

from PIL import Image as Picture
from PIL import ImageCms, PngImagePlugin

#: Made once: a profile carries the second of its making, and the same photograph must be the same bytes.
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED, BLUE, GREEN, GREY = (200, 30, 30), (30, 30, 200), (20, 160, 40), (128, 128, 128)


def saved(picture, format="JPEG", **options):
    buffer = io.BytesIO()
    picture.save(buffer, format, **options)
    return buffer.getvalue()


def plain(format="JPEG", size=(640, 360), colour=RED, mode="RGB", **options):
    return saved(Picture.new(mode, size, colour), format, **options)


def halves(size=(1200, 800), left=RED, right=BLUE):
    """A picture whose left half is of one colour and whose right half of another."""
    picture = Picture.new("RGB", size, left)
    picture.paste(right, (size[0] // 2, 0, *size))
    return picture


def photograph(orientation=6, profile=PROFILE, **options):
    """A JPEG as a telephone writes it: lying on its side, with camera, place, comment, XMP and a colour profile."""
    exif = Picture.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Secret Camera Works"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (35.0, 41.0, 22.0)
    return saved(
        halves(), exif=exif, comment=b"kept in a drawer", icc_profile=profile,
        xmp=b"<x:xmpmeta>Secret Place</x:xmpmeta>", quality=95, **options,
    )  # fmt: skip


def with_text_chunks():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Secret Author")
    notes.add_itxt("Description", "<script>alert(1)</script>")
    return saved(halves(), "PNG", pnginfo=notes)


def animated(format):
    frames = [Picture.new("RGB", (200, 120), colour) for colour in (RED, GREEN, BLUE)]
    return saved(frames[0], format, save_all=True, append_images=frames[1:], duration=100)


def png_that_claims(width, height):
    """A PNG of a few hundred bytes whose header promises any size at all."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 10_000)) + chunk(b"IEND", b"")


def opened(content):
    picture = Picture.open(io.BytesIO(content))
    picture.load()
    return picture


def close_to(colour, other, by=12):
    return all(abs(one - another) <= by for one, another in zip(colour[:3], other[:3], strict=True))
