"""The shape of an article's document: which keys there are, and what each may hold."""

from dataclasses import dataclass

MOST_ENTRIES = 1000
YES = {"yes", "true", "on"}
NO = {"no", "false", "off", ""}


@dataclass(frozen=True)
class Fault:
    """What is wrong with a document, and where: `path` is ("faqs", 1, "q") for the second question."""

    path: tuple
    message: str

    def __str__(self):
        place = " → ".join(str(step + 1) if isinstance(step, int) else step for step in self.path)
        return f"{place}: {self.message}" if place else self.message


class Invalid(Exception):
    """A document that cannot be applied; `errors` says why, one readable sentence each."""

    def __init__(self, faults):
        self.faults = list(faults)
        super().__init__("; ".join(self.errors))

    @property
    def errors(self):
        return [str(fault) for fault in self.faults]


# A reader takes (value, path, faults), appends what is wrong to `faults` and gives the value as the document holds it.


def text(value, path, faults):
    """Words. Line ends become \\n; NUL and halves of characters are refused, because no database holds them."""
    if not isinstance(value, str):
        faults.append(Fault(path, "Write words here, not a list or a mapping."))
        return ""
    if "\x00" in value:
        at = value.index("\x00") + 1
        faults.append(Fault(path, f"There is a NUL character (U+0000) at position {at}; remove it."))
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        faults.append(Fault(path, "There is half a character in it (a lone surrogate); remove it."))
    return value.replace("\r\n", "\n").replace("\r", "\n")


def flag(value, path, faults):
    """yes or no."""
    if isinstance(value, bool) or str(value).lower() in YES | NO:
        return value is True or str(value).lower() in YES
    faults.append(Fault(path, "Write yes or no."))
    return False


def choice(*words):
    """One of `words`."""

    def read(value, path, faults):
        if value not in words:
            faults.append(Fault(path, f"Write one of: {', '.join(words)}."))
        return value

    return read


def list_of(entry):
    """A list whose every entry is read by `entry`."""

    def read(value, path, faults):
        if value == "":
            return []
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            faults.append(Fault(path, f"Write a list here, of {MOST_ENTRIES} entries at most."))
            return []
        return [entry(one, (*path, number), faults) for number, one in enumerate(value)]

    return read


def mapping(shape, *required):
    """A mapping with the keys of `shape` (key → reader) and no others; those `required` must be there."""

    def read(value, path, faults):
        if value == "":
            return {}
        if not isinstance(value, dict):
            faults.append(Fault(path, f"Write a mapping here, with keys like {', '.join(shape)}."))
            return {}
        known = f"This key is unknown; known are {', '.join(shape)}."
        faults += [Fault((*path, key), known) for key in value if key not in shape]
        faults += [Fault(path, f"“{key}” is missing.") for key in required if value.get(key, "") in ("", [], {})]
        return {key: shape[key](one, (*path, key), faults) for key, one in value.items() if key in shape}

    return read


def mapping_of(entry):
    """A mapping from any words to what `entry` reads."""

    def read(value, path, faults):
        if value == "":
            return {}
        if not isinstance(value, dict) or len(value) > MOST_ENTRIES:
            faults.append(Fault(path, f"Write a mapping here (name: …), of {MOST_ENTRIES} entries at most."))
            return {}
        return {text(key, path, faults): entry(one, (*path, key), faults) for key, one in value.items()}

    return read


def words_or(shape, *required):
    """Words alone, or a mapping of `shape`."""
    whole = mapping(shape, *required)

    def read(value, path, faults):
        return whole(value, path, faults) if isinstance(value, dict) else text(value, path, faults)

    return read


def words_or_words(value, path, faults):
    """One text, or a list of them; always given as a list."""
    return list_of(text)(value, path, faults) if isinstance(value, list) else [text(value, path, faults)]


FILM = words_or({"slug": text, "title": text, "year": text, "director": words_or_words})
TAKE = words_or({"text": text, "evidence": text, "at": text, "spoiler": flag}, "text")
FAQ = mapping({"id": text, "q": text, "a": text, "films": list_of(FILM), "themes": list_of(text), "alone": flag})

DOCUMENT = {
    "ref": text,
    "title": text,
    "slug": text,
    "dek": text,
    "date": text,
    "updated": text,
    "expire": text,
    "status": choice("draft", "published"),
    "owner": text,
    "authors": list_of(words_or({"slug": text, "name": text}, "name")),
    "films": list_of(FILM),
    "themes": list_of(text),
    "tags": list_of(text),
    "takes": mapping_of(mapping_of(TAKE)),
    "faqs": list_of(FAQ),
    "prompts": list_of(text),
    "cover": mapping({"image": text}, "image"),
    "seo": mapping({"title": text, "description": text}),
    "comments": choice("open", "closed"),
    "body": text,
}

PICTURE = {
    "file": text,
    "alt": text,
    "credit": text,
    "decorative": flag,
    "shape": choice("natural", "wide", "poster", "square"),
}

#: An article as a file: pictures stand beside it and are named with what they show. The body stands below.
FILE = {
    **{key: reader for key, reader in DOCUMENT.items() if key != "body"},
    "cover": mapping({"image": text, **PICTURE}),
    "images": mapping_of(mapping(PICTURE, "file")),
}


def read(value, shape=DOCUMENT):
    """`value` as the document it is meant to be. Raises Invalid, naming every fault at once."""
    faults: list[Fault] = []
    document = mapping(shape, "title")(value, (), faults)
    if faults:
        raise Invalid(faults)
    return document
