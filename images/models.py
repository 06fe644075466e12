from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from lib.slugs import SlugField


class Image(models.Model):
    """A picture that the site shows: alt text (or marked decorative), credit, and renditions made at upload.

    `digest` is the SHA-256 of the bytes that were uploaded, so that the same file is known again. `key` names master
    and renditions; it is made from the master's bytes, the shape and the focal point, so that a name never changes
    its content. Everything a page needs (`width`, `height`, addresses) is computed from the row.
    """

    class Shape(models.TextChoices):
        NATURAL = "natural", "As it is"
        WIDE = "wide", "Wide, 16:9 (cover, still)"
        POSTER = "poster", "Poster, 2:3"
        SQUARE = "square", "Square (portrait of a person)"

    slug = SlugField(help_text="The name a text uses: ![alt text](image:this-name). Made from the file's name.")
    file = models.ImageField(
        upload_to="uploads/",
        max_length=200,
        help_text="JPEG, PNG, WebP or AVIF.",
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
    digest = models.CharField(max_length=64, unique=True, editable=False)
    key = models.CharField(max_length=32, editable=False, db_index=True)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    colour = models.CharField(max_length=7, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

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

    def as_picture(self):
        """What lib.markup needs to show this picture in a text."""
        return {"src": "", "srcset": "", "avif": "", "width": self.width, "height": self.height, "alt": self.alt,
                "credit": self.credit}
