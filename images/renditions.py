"""What goes out: three widths of one crop, each as AVIF and as JPEG, under names that a row alone can tell."""

import hashlib
import io

from PIL import Image as Picture

#: Changes with anything below that changes the files, so that old names keep their old content.
RECIPE = "1"
#: A phone's column, a card or a tablet, a cover on a wide screen. Never larger than the picture itself.
WIDTHS = (480, 960, 1600)
#: Width by height of each shape; a shape that is not here stays as it is.
RATIOS = {"wide": (16, 9), "poster": (2, 3), "square": (1, 1)}
#: Ending → (Pillow's name, how it is saved). Speed 9 takes an eighth of the default's time for the same bytes.
FORMATS = {
    ".avif": ("AVIF", {"quality": 60, "speed": 9}),
    ".jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}
#: What shows through a picture where only JPEG is understood.
PAPER = (255, 255, 255)


def key(master_digest, shape, focal_x, focal_y):
    """32 hexadecimal digits that name one crop of one master made by this recipe."""
    return hashlib.sha256(f"{master_digest} {shape} {focal_x} {focal_y} {RECIPE}".encode()).hexdigest()[:32]


def widths(widest):
    """The widths there are of a picture whose widest rendition is `widest`: 1200 → [480, 960, 1200]."""
    return [width for width in WIDTHS if width < widest] + [widest]


def name(key, width, suffix):
    """The name of one rendition in the storage."""
    return f"renditions/{key}-{width}{suffix}"


def names(key, widest):
    """All names of one crop."""
    return [name(key, width, suffix) for width in widths(widest) for suffix in FORMATS]


def crop_box(size, ratio, focal):
    """The largest box of `ratio` within `size` whose middle is as near to `focal` (per cent) as the edges allow."""
    width, height = size
    wide, high = ratio
    box_width = min(width, max(1, round(height * wide / high)))
    box_height = min(height, max(1, round(width * high / wide)))
    left = min(max(0, round(width * focal[0] / 100 - box_width / 2)), width - box_width)
    top = min(max(0, round(height * focal[1] / 100 - box_height / 2)), height - box_height)
    return left, top, left + box_width, top + box_height


def crop(picture, shape, focal):
    """`picture` in its shape, at the widest width that is shown of it."""
    ratio = RATIOS.get(shape)
    box = crop_box(picture.size, ratio, focal) if ratio else (0, 0, *picture.size)
    width, height = box[2] - box[0], box[3] - box[1]
    widest = min(width, WIDTHS[-1])
    size = (widest, max(1, round(height * widest / width)))
    return picture.resize(size, Picture.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def encoded(cropped):
    """(width, ending, bytes) of every rendition of a cropped picture."""
    for width in widths(cropped.width):
        size = (width, max(1, round(cropped.height * width / cropped.width)))
        scaled = cropped if size == cropped.size else cropped.resize(size, Picture.Resampling.LANCZOS)
        for suffix in FORMATS:
            yield width, suffix, encode(scaled, suffix)


def encode(picture, suffix):
    """The bytes of `picture` in the format of an ending."""
    kind, options = FORMATS[suffix]
    buffer = io.BytesIO()
    (on_paper(picture) if kind == "JPEG" else picture).save(buffer, kind, **options)
    return buffer.getvalue()


def on_paper(picture):
    """`picture` without anything to see through."""
    if picture.mode != "RGBA":
        return picture
    paper = Picture.new("RGB", picture.size, PAPER)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
