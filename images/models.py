import io
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from PIL import Image as Picture

from images import colours, files, renditions, uploads
from lib.slugs import SlugField, first_free, slug_of
from lib.versions import Versioned

#: What save() fills beside the fields that were changed by hand.
MADE = {"slug", "file", "digest", "master_digest", "key", "width", "height", "colour"}


class ImageManager(models.Manager["Image"]):
    """Images by what is in them."""

    def known(self, digest):
        """The image that was uploaded with this SHA-256, or whose stored master has it; None when there is none."""
        return self.filter(Q(digest=digest) | Q(master_digest=digest)).order_by("id").first()

    def add(self, name, content, **fields):
        """The image made from `content` (bytes); the one that stands already when these bytes are known.

        `name` feeds the slug, `fields` are alt, shape, credit and so on; an image that stands keeps its own.
        Raises ValidationError.
        """
        if known := self.known(uploads.digest(content)):
            return known
        image = self.model(file=ContentFile(content, name), **fields)
        image.full_clean()
        image.save()
        return image


class Image(Versioned):
    """A picture that the site shows: alt text (or marked decorative), credit, and renditions made at upload.

    `digest` is the SHA-256 of the bytes that were uploaded and `master_digest` that of the bytes that were kept, so
    that the same file is known again and so is one exported from here. `key` names master and renditions; it is made
    from the master, the shape and the focal point, so that a name never changes its content. Everything a page needs
    (`width`, `height`, addresses) is computed from the row.
    """

    class Shape(models.TextChoices):
        NATURAL = "natural", "As it is"
        WIDE = "wide", "Wide, 16:9 (cover, still)"
        POSTER = "poster", "Poster, 2:3"
        SQUARE = "square", "Square (portrait of a person)"

    slug = SlugField(
        verbose_name="name",
        help_text="How a text names it: ![alt text](image:this-name). Left empty, it is made from the file's name.",
    )
    # No ImageField: it would hand every upload to every decoder there is, and believe the name's ending.
    file = models.FileField(
        upload_to="uploads/",
        max_length=255,
        help_text="JPEG, PNG, WebP or AVIF, at most 15 MB. Place, time and camera of a photograph are not kept.",
    )
    shape = models.CharField(max_length=10, choices=Shape.choices, default=Shape.NATURAL)
    focal_x = models.PositiveSmallIntegerField(
        "focal point, % from the left", default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        "focal point, % from the top", default=50, validators=[MaxValueValidator(100)]
    )
    alt = models.CharField(
        "alt text", max_length=300, blank=True, help_text="What somebody who cannot see the picture should know."
    )
    decorative = models.BooleanField(default=False, help_text="Says nothing that the text does not say: no alt text.")
    credit = models.CharField(max_length=200, blank=True, help_text="Who made it, and under which licence.")
    digest = models.CharField(max_length=64, unique=True, blank=True, editable=False)
    master_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    key = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    colour = models.CharField(max_length=7, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects = ImageManager()
    _waiting: tuple[Any, Any] = (None, None)  # a file not stored yet, and its Upload

    class Meta:
        ordering = ["-created", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(focal_x__lte=100, focal_y__lte=100), name="image_focal_in_percent"),
            models.CheckConstraint(
                condition=(Q(decorative=True) & Q(alt="")) | (Q(decorative=False) & ~Q(alt="")),
                name="image_alt_or_decorative",
                violation_error_message="Write an alt text, or mark the picture as decorative (then without one).",
            ),
        ]

    def __str__(self):
        return self.slug

    def save(self, *args, **kwargs):
        """Store the row; when the file, the shape or the focal point is new, its master and renditions first.

        Raises uploads.Refused when the waiting file is none that clean() would have let pass.
        """
        upload = self.waiting_upload()
        outgrown = None
        if upload or self.wanted_key() != self.key:
            outgrown = type(self).objects.filter(pk=self.pk).first()
            self.make(upload)
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], *MADE}
        super().save(*args, **kwargs)
        if outgrown and outgrown.key != self.key:
            outgrown.remove_files()

    def clean(self):
        """Refuse, beside its field, an upload that is not taken or known already, and an alt text missing or idle."""
        super().clean()
        errors = {}
        if not self.alt and not self.decorative:
            errors["alt"] = "Write an alt text, or mark the picture as decorative."
        if self.alt and self.decorative:
            errors["decorative"] = "A decorative picture has no alt text: empty the alt text, or untick this."
        try:
            self.check_upload()
        except uploads.Refused as refusal:
            errors["file"] = str(refusal)
        if errors:
            raise ValidationError(errors)

    def check_upload(self):
        """Raise uploads.Refused when the file that waits to be stored is no good, or stands here already."""
        upload = self.waiting_upload()
        known = type(self).objects.known(upload.digest) if upload else None
        if known and known.pk != self.pk:
            raise uploads.Refused(f"This picture is here already: it is called “{known.slug}”.")

    def waiting_upload(self):
        """The Upload that waits in `file`, decoded once; None when the file is stored. Raises uploads.Refused."""
        if not self.file or getattr(self.file, "_committed", True):
            return None
        file, upload = self._waiting
        if file is not self.file:
            upload = uploads.take(self.file)
            self._waiting = (self.file, upload)
        return upload

    def wanted_key(self):
        """The key of this master in this crop."""
        return renditions.key(self.master_digest, self.shape, self.focal_x, self.focal_y)

    def make(self, upload=None):
        """Make the files anew, from an Upload or else from the stored master, and fill every column in MADE."""
        if upload:
            self.digest, self.master_digest = upload.digest, upload.master.digest
            self.slug = self.slug or self.free_slug(upload.name)
        self.make_files(self.wanted_key(), upload.master if upload else self.stored_master())

    def make_files(self, key, master):
        """Store `master` (uploads.Master) and its renditions under `key`, and note here what they look like."""
        name = f"uploads/{key}{master.suffix}"
        files.store(name, master.content)
        with Picture.open(io.BytesIO(master.content), formats=uploads.FORMATS) as picture:
            cropped = renditions.crop(picture, self.shape, (self.focal_x, self.focal_y))
        for width, suffix, content in renditions.encoded(cropped):
            files.store(renditions.name(key, width, suffix), content)
        self.file, self.key = name, key
        self.width, self.height = cropped.size
        self.colour = colours.dominant(cropped)

    def stored_master(self):
        """The Master in the storage. Raises OSError when it is not there."""
        name = self.file.name or ""
        return uploads.Master(files.read(name), PurePosixPath(name).suffix)

    def remove_files(self):
        """Take master and renditions away after commit, unless another row shows the same crop of the same master."""
        names = [self.file.name, *renditions.names(self.key, self.width)]
        files.remove_after_commit(type(self), self.key, names)

    def free_slug(self, file_name):
        """A slug after the name of a file, numbered when another image has it."""
        wanted = slug_of(PurePosixPath(file_name).stem, "image")
        return first_free(wanted, type(self).objects.exclude(pk=self.pk))

    def url(self, width=None, suffix=".jpg"):
        """The address of a rendition, the widest one when no width is given."""
        return default_storage.url(renditions.name(self.key, width or self.width, suffix))

    def srcset(self, suffix):
        """Every width of one format, as the attribute srcset lists them."""
        return ", ".join(f"{self.url(width, suffix)} {width}w" for width in renditions.widths(self.width))

    def as_picture(self):
        """What shows this picture (src, srcset, avif, width, height, alt, credit), told by the row alone."""
        return {
            "src": self.url(),
            "srcset": self.srcset(".jpg"),
            "avif": self.srcset(".avif"),
            "width": self.width,
            "height": self.height,
            "alt": self.alt,
            "credit": self.credit,
        }
