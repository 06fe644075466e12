"""What comes in: any bytes. What goes on: one clean picture, or a sentence that says why not.

The name and the declared type of an upload are never believed, only its content. What is kept is drawn anew pixel by
pixel, so that nothing which rode along (place and time of a photograph, a script behind the last byte) is kept too.
"""

import contextlib
import hashlib
import io
import struct
from dataclasses import dataclass

from PIL import Image as Picture
from PIL import ImageCms, ImageOps

#: The decoders an upload may reach. Pillow knows forty more, some of them old and careless.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
#: A 24-megapixel photograph straight from a camera has 8 to 12 MB.
MAX_BYTES = 15 * 1024 * 1024
#: Room for what cameras make; decoded it takes 160 MB at worst, which one worker can bear.
MAX_PIXELS = 40_000_000
#: A moving picture would silently become a still one; whoever uploads it should choose the frame.
MAX_FRAMES = 1
#: Smaller than this it is a tracking pixel or an icon, not something to look at.
MIN_SIDE = 64
#: The master's longer side: twice the widest rendition, so that a narrow crop still fills it.
MASTER_SIDE = 3200
#: What decoders raise on broken or hostile bytes, found by feeding them such.
UNREADABLE: tuple[type[Exception], ...] = (
    *(OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, RuntimeError),
    *(MemoryError, struct.error),
)

_SRGB = ImageCms.createProfile("sRGB")


class Refused(ValueError):
    """An upload that is not taken; its text tells the person who sent it what to do."""


@dataclass(frozen=True)
class Master:
    """The clean picture as it is stored: its bytes, the end of its name, and the SHA-256 of its bytes."""

    content: bytes
    suffix: str

    @property
    def digest(self):
        return digest(self.content)


@dataclass(frozen=True)
class Upload:
    """A file that was sent and taken: the name it came under, the SHA-256 of what was sent, what is kept of it."""

    name: str
    digest: str
    master: Master


def digest(content):
    """The SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def take(file):
    """The Upload of an open file. Raises Refused, when the file is too large before reading it."""
    check_bytes(file.size)
    file.seek(0)
    content = file.read()
    return Upload(file.name, digest(content), make_master(content))


def check_bytes(size):
    if size > MAX_BYTES:
        raise Refused(f"This file has {size / 2**20:.1f} MB; at most {MAX_BYTES // 2**20} MB are taken.")


def make_master(content):
    """The Master of uploaded bytes. Raises Refused."""
    picture = read(content)
    buffer = io.BytesIO()
    if picture.mode == "RGBA":
        # As small as PNG's best and ten times as quick: half a second instead of seven.
        picture.save(buffer, "WEBP", lossless=True, method=0)
        return Master(buffer.getvalue(), ".webp")
    picture.save(buffer, "JPEG", quality=90, subsampling=0, optimize=True)
    return Master(buffer.getvalue(), ".jpg")


def read(content):
    """The upright sRGB picture in `content` (mode RGB, or RGBA when something shows through). Raises Refused."""
    check_bytes(len(content))
    try:
        with Picture.open(io.BytesIO(content), formats=FORMATS) as picture:
            check(picture)  # from the header alone: nothing is decoded yet
            return redraw(picture)
    except Refused:
        raise
    except (Picture.DecompressionBombError, Picture.DecompressionBombWarning) as error:
        raise Refused(f"This picture has too many pixels; at most {MAX_PIXELS // 10**6} million are taken.") from error
    except Picture.UnidentifiedImageError as error:
        raise Refused("This is no JPEG, PNG, WebP or AVIF picture, whatever its name says.") from error
    except UNREADABLE as error:
        raise Refused("This picture is damaged or incomplete. Export it anew and upload it again.") from error


def check(picture):
    """Raise Refused when the header of `picture` promises too much or too little."""
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise Refused(
            f"This picture has {width} × {height} pixels; at most {MAX_PIXELS // 10**6} million are taken. "
            "Make it smaller and upload it again."
        )
    if min(width, height) < MIN_SIDE:
        raise Refused(f"This picture has {width} × {height} pixels; each side needs {MIN_SIDE} at least.")
    # An MPO is a JPEG with a second view behind the first (a depth map, a thumbnail): a still picture all the same.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > MAX_FRAMES:
        raise Refused("This picture moves. Save the frame you want as a still picture and upload that.")


def redraw(picture):
    """A new picture with nothing of the old one but its pixels: upright, sRGB, not above MASTER_SIDE."""
    picture.draft("RGB", (MASTER_SIDE, MASTER_SIDE))  # a large JPEG is decoded at a half or a quarter, at once
    upright = in_srgb(turn_upright(picture))
    upright.thumbnail((MASTER_SIDE, MASTER_SIDE), Picture.Resampling.LANCZOS, reducing_gap=3.0)
    clean = Picture.new(upright.mode, upright.size)
    clean.paste(upright)
    return clean


def turn_upright(picture):
    """`picture` turned as its camera was held; unreadable camera data turn nothing."""
    picture.load()
    with contextlib.suppress(*UNREADABLE):
        return ImageOps.exif_transpose(picture)
    return picture


def in_srgb(picture):
    """`picture` as RGB or RGBA in the colours every screen understands."""
    if picture.has_transparency_data:
        rgba = picture.convert("RGBA")
        alpha = rgba.getchannel("A")
        if alpha.getextrema() != (255, 255):
            flat = through_profile(rgba.convert("RGB"), picture.info.get("icc_profile"))
            flat.putalpha(alpha)
            return flat
        picture = rgba.convert("RGB")
    return through_profile(in_8_bits(picture), picture.info.get("icc_profile"))


def in_8_bits(picture):
    """Greys of 16 bits scaled to 8 (Pillow alone cuts them off at 255); modes that no profile suits, as RGB."""
    if picture.mode.startswith("I"):
        return picture.point(lambda grey: grey * (1 / 256)).convert("L")
    return picture if picture.mode in {"L", "RGB", "CMYK", "LAB"} else picture.convert("RGB")


def through_profile(picture, profile):
    """`picture` as RGB, by its ICC profile when that is a usable one."""
    if profile:
        with contextlib.suppress(ImageCms.PyCMSError, *UNREADABLE):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
    return picture.convert("RGB")
