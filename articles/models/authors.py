from django.conf import settings
from django.db import models
from django.urls import reverse

from lib import accents, slugs
from lib.slugs import Slugged
from lib.text import initials, sort_key
from lib.versions import Versioned


class OldSlug(slugs.OldSlug):
    """Outgrown addresses of articles and authors."""

    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, blank=True, related_name="+")
    author = models.ForeignKey("articles.Author", models.CASCADE, null=True, blank=True, related_name="+")


class Author(Slugged, Versioned):
    """A name above an essay; may belong to somebody who signs in, or to nobody here."""

    name = models.CharField(max_length=150)
    portrait = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")
    bio = models.TextField("biography", blank=True, help_text="Markdown; may name films, themes and people.")
    bio_html = models.TextField(blank=True, editable=False)
    links = models.JSONField(default=list, blank=True, help_text='Like [{"label": "Letters", "url": "https://…"}].')
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="author",
        help_text="Whose sign-in this is, if anybody's.",
    )  # fmt: skip
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)

    kind = "author"
    prose = "bio"

    class Meta:
        ordering = ["sort_key", "id"]

    def __str__(self):
        return self.name

    @classmethod
    def old_slugs(cls):
        return OldSlug

    def slug_source(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])

    @property
    def initials(self):
        return initials(self.name)

    @property
    def accent(self):
        return accents.from_slug(self.slug)

    def save(self, *args, **kwargs):
        from articles.publishing import derived  # it needs the models of this module

        first, _, last = self.name.rpartition(" ")
        self.sort_key = sort_key(f"{last} {first}")
        vars(self).update(derived(self))
        super().save(*args, **kwargs)
