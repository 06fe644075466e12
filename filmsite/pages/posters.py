"""How a poster made of letters is set: pure arithmetic on the words."""

import hashlib
import unicodedata

#: Letter sizes in per cent of the poster's width, largest first: `fit-1` … `fit-9` in static/css/poster.css.
SIZES = (38, 29, 22.5, 18, 14.5, 12, 10, 8.2, 6.8)
# Width of a letter against its size, on average in a bold serif
LETTER, CAPITAL, IDEOGRAPH = 0.52, 0.72, 1.0
ROOM = (86, 84)  # what the title may take of a poster 100 wide and 150 high
MOTIFS = 8


def fit(title):
    """The number of the largest size at which `title` stands on a poster: no word broken, all lines within it."""
    return next((n for n, size in enumerate(SIZES, start=1) if _fits(title, size)), len(SIZES))


def motif(slug):
    """The number of the drawn shape on a film's poster: always the same for one slug."""
    return hashlib.sha256(slug.encode()).digest()[1] % MOTIFS + 1


def _fits(title, size):
    wide, high = ROOM
    words = [_width(word) * size for word in title.split()]
    space = LETTER * size / 2
    lines, at = 1, 0.0
    for width in words:
        if at and at + space + width > wide:
            lines, at = lines + 1, 0.0
        at += width + (space if at else 0)
    return max(words, default=0) <= wide and lines * size * 1.08 <= high


def _width(word):
    """Of a word in units of its size."""
    return sum(
        IDEOGRAPH if unicodedata.east_asian_width(letter) in "WF" else CAPITAL if letter.isupper() else LETTER
        for letter in word
    )
