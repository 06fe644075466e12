"""Words as readers sort, look for and read them: folding, sort keys, slugs, plain counts, moments in a film."""

import re
import unicodedata

# Letters that Unicode does not take apart although readers type them without their stroke.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n"}
)
SLUG_LENGTH = 120
_MOMENT = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\Z")
_ARTICLES = {
    "the", "a", "an", "el", "la", "los", "las", "le", "les", "un", "une", "una", "il", "lo", "gli", "der", "die",
    "das",
}  # fmt: skip


def fold(text: str) -> str:
    """`text` without case, accents and doubled spaces: "Amélie  Poulain" → "amelie poulain"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_UNDECOMPOSED)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def sort_title(title: str) -> str:
    """`title` as a list files it: "The Third Man" → "Third Man, The"; a title of one word stays."""
    first, _, rest = title.strip().partition(" ")
    return f"{rest}, {first}" if rest and first.casefold() in _ARTICLES else title.strip()


def sort_key(text: str) -> str:
    """What rows are ordered by: folded, numbers padded so that 9 comes before 300; at most 200 characters."""
    padded = re.sub(r"\d{1,9}", lambda number: number.group().zfill(9), fold(text))
    return re.sub(r"[^\w\s]", "", padded)[:200]


def initials(name: str) -> str:
    """Up to two letters that stand for a person without a picture: "Ida Marchetti" → "IM"."""
    words = [word for word in re.split(r"[\s\-]+", name) if word[:1].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def count_words(plain: str) -> int:
    """The number of words in a text without markup; a run between spaces with a letter or digit is a word."""
    return sum(1 for word in plain.split() if any(letter.isalnum() for letter in word))


def slug_of(text: str, fallback: str) -> str:
    """A slug for `text`: "WALL·E" → "wall-e", "Singin' in the Rain" → "singin-in-the-rain".

    Apostrophes vanish, every other character outside a–z and 0–9 becomes a hyphen. When nothing is left (a title in
    another script) the slug is `fallback`.
    """
    bare = re.sub(r"['’ʼ`]", "", fold(text))
    return re.sub(r"[^a-z0-9]+", "-", bare)[:SLUG_LENGTH].strip("-") or fallback


def to_seconds(text: str) -> int:
    """Seconds of "1:12:30" or "12:30". Raises ValueError for anything else."""
    match = _MOMENT.match(text.strip())
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        raise ValueError(f"“{text}” is no timecode; write hours, minutes and seconds like 1:12:30.")
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def to_text(seconds: int) -> str:
    """4350 → "1:12:30"; hours are always written, so that 12:30 cannot be read as hours and minutes."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
