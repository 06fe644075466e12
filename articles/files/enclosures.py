"""The pictures beside an article's file: taken in with it, written out with it.

The cover is named in the front matter (`cover: {file: …}`); a picture of the body is `images/<name>.<ext>` beside the
file, or stands under `images:` with what readers need to know about it.
"""

import hashlib
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError

from articles.document.schema import Fault, Invalid
from images import uploads
from images.models import Image
from lib.markup import references
from lib.markup.scanning import Scan, tidy

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
FOLDER = "images"


def texts(document):
    """The texts of a document that may show pictures."""
    return [document.get("body", ""), *(entry.get("a", "") for entry in document.get("faqs", []))]


def shown(document):
    """Name → alt text of every picture that the document's texts show."""
    alts: dict[str, str] = {}
    for text in texts(document):
        names = {reference.key for reference in references(text) if reference.kind == "image"}
        alts |= dict.fromkeys(names - alts.keys(), "")
        for token in Scan(tidy(text)):
            if token.kind == "image" and token.inner:
                alts[token.key] = token.inner
    return alts


class Enclosed:
    """The pictures that one file brings along, read but not yet stored. Raises Invalid when one is not there."""

    def __init__(self, document, path):
        self.document, self.folder = document, path.parent
        self.faults: list[Fault] = []
        self.cover = self.bytes_of(document.get("cover", {}).get("file"), ("cover", "file"))
        self.named = {
            name: self.bytes_of(said["file"], ("images", name, "file"))
            for name, said in document.get("images", {}).items()
        }
        self.alts = shown(document)
        for name in self.alts.keys() - self.named.keys():
            if file := self.beside(name):
                self.named[name] = self.bytes_of(f"{FOLDER}/{file.name}", ("body",))
        if self.faults:
            raise Invalid(self.faults)

    def bytes_of(self, name, path):
        """(name, bytes) of a file below the article's own folder; None without a name."""
        if not name:
            return None
        file = (self.folder / name).resolve()
        try:
            return file.name, self.allowed(file).read_bytes()
        except (OSError, ValueError) as error:
            self.faults.append(Fault(path, f"{name}: {getattr(error, 'strerror', None) or error}"))
            return None

    def allowed(self, file):
        """`file`, when it lies below this folder and may be a picture. Raises ValueError or OSError."""
        if not file.is_relative_to(self.folder.resolve()):
            raise ValueError("lies outside the folder of this file")
        uploads.check_bytes(file.stat().st_size)
        return file

    def beside(self, name):
        files = (self.folder / FOLDER / f"{name}{ending}" for ending in ENDINGS)
        return next((file for file in files if file.is_file()), None)

    @property
    def digest(self):
        """SHA-256 of all their bytes, in an order of their own."""
        contents = [self.cover, *(self.named[name] for name in sorted(self.named))]
        return hashlib.sha256(b"".join(hashlib.sha256(one[1]).digest() for one in contents if one)).hexdigest()

    def take_in(self, stored):
        """Store what is not here yet, noting new rows in `stored`; gives the document, its cover named by slug."""
        said = self.document.get("images", {})
        here = set(Image.objects.filter(slug__in=self.named).values_list("slug", flat=True))
        for name, picture in self.named.items():
            if name not in here:
                alt = {"alt": self.alts.get(name, "")}
                self.add(picture, {**alt, **said.get(name, {}), "slug": name}, ("images", name), stored)
        document = {key: value for key, value in self.document.items() if key != "images"}
        if self.cover:
            image = self.add(self.cover, self.document["cover"], ("cover",), stored)
            document["cover"] = {"image": image.slug}
        return document

    def add(self, picture, said, path, stored):
        """The Image of (name, bytes), made when these bytes are new here. Raises Invalid."""
        name, content = picture
        fields = {key: value for key, value in said.items() if key != "file"}
        fields["decorative"] = fields.get("decorative", "slug" in fields and not fields.get("alt"))
        known = Image.objects.known(uploads.digest(content))
        if known and known.slug != fields.get("slug", known.slug):
            raise Invalid([Fault(path, f"This picture is here already, as image:{known.slug}; write that name.")])
        try:
            image = known or Image.objects.add(name, content, **fields)
        except ValidationError as error:
            raise Invalid([Fault(path, " ".join(error.messages))]) from error
        stored += [] if known else [image]
        return image


def about(image):
    """What a file says about a picture; `images/` and its bytes' name first."""
    said = {
        "file": file_name(image),
        "alt": image.alt,
        "credit": image.credit,
        "decorative": image.decorative,
        "shape": image.shape if image.shape != Image.Shape.NATURAL else "",
    }
    return {key: value for key, value in said.items() if value}


def file_name(image):
    return f"{FOLDER}/{image.slug}{PurePosixPath(image.file.name).suffix}"


def enclose(document):
    """A document for a file: its pictures named by file; and those pictures."""
    names = {*shown(document), document.get("cover", {}).get("image", "")}
    images = {image.slug: image for image in Image.objects.filter(slug__in=names).order_by("slug")}
    enclosed = dict(document)
    if cover := images.get(document.get("cover", {}).get("image")):
        enclosed["cover"] = about(cover)
    if in_texts := {slug: about(images[slug]) for slug in sorted(shown(document)) if slug in images}:
        enclosed["images"] = in_texts
    return enclosed, list(images.values())
