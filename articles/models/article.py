from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.models.authors import Author, OldSlug
from articles.models.parts import ArticleFAQ, ArticleFilm, ArticleTheme, Byline
from films.models import Film, Theme, directors
from lib import accents, slugs
from lib.slugs import Slugged
from lib.versions import Versioned


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, and the one place that knows which of them the public sees."""

    def published(self):
        """Live now: published, begun, not expired, not in the trash (`Article.live_at` says it of a row in hand)."""
        now = timezone.now()
        return self.filter(
            Q(expire_at=None) | Q(expire_at__gt=now),
            status=Article.Status.PUBLISHED,
            publish_at__lte=now,
            trashed_at=None,
        )

    def expired(self):
        """Was live, is so no longer: answers 410."""
        return self.filter(status=Article.Status.PUBLISHED, expire_at__lte=timezone.now(), trashed_at=None)

    def untrashed(self):
        return self.filter(trashed_at=None)

    def newest(self):
        """Latest first, in an order that two rows of one moment share on every database."""
        return self.order_by("-publish_at", "-id")

    def about(self, thing):
        """Articles that list a film or a theme, discuss a person's films, or bear an author's name."""
        column = {Film: "article_films__film", Theme: "article_themes__theme", Author: "bylines__author"}.get(
            type(thing)
        )
        if column:
            return self.filter(**{column: thing})
        films = ArticleFilm.objects.filter(article=OuterRef("pk"), film__credits__person=thing)
        return self.filter(Exists(films))

    def for_cards(self):
        """What a card shows: cover, films in order with their accents, authors in order (4 more queries at most)."""
        return self.select_related("cover").prefetch_related(
            Prefetch("article_films", ArticleFilm.objects.select_related("film__poster")),
            Prefetch("bylines", Byline.objects.select_related("author")),
        )

    def for_page(self):
        """Everything an article's own page touches, one query per kind of thing."""
        films = ArticleFilm.objects.select_related("film__poster").prefetch_related(directors("film__credits"))
        return self.select_related("cover").prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author__portrait")),
            Prefetch("article_films", films),
            Prefetch("article_themes", ArticleTheme.objects.select_related("theme")),
            Prefetch("article_faqs", ArticleFAQ.objects.select_related("faq")),
            "takes",
            "prompts",
            "tags",
        )


class Article(Slugged, Versioned):
    """An essay that sets films side by side: prose, and the comparison itself as data (takes)."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    title = models.CharField(max_length=200)
    dek = models.CharField(max_length=300, blank=True, help_text="One sentence that stands under the title.")
    body = models.TextField(blank=True, help_text="Markdown.")

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT, db_index=True)
    publish_at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text="Empty: at once when published. In the future: scheduled."
    )
    published_at = models.DateTimeField("first published", null=True, blank=True, editable=False)
    updated_on = models.DateField(
        "updated on", null=True, blank=True, help_text="Shown to readers after a real change."
    )
    modified = models.DateTimeField(auto_now=True)
    expire_at = models.DateTimeField(null=True, blank=True, help_text="From then on the address answers “gone”.")
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="articles",
        help_text="Whose unpublished work this is.",
    )  # fmt: skip
    authors = models.ManyToManyField(Author, through="articles.Byline", related_name="articles")
    films = models.ManyToManyField(Film, through="articles.ArticleFilm", related_name="+")
    themes = models.ManyToManyField(Theme, through="articles.ArticleTheme", related_name="+")
    faqs = models.ManyToManyField("articles.FAQ", through="articles.ArticleFAQ", related_name="articles")
    tags = TaggableManager(blank=True, related_name="articles")
    cover = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")

    seo_title = models.CharField("title for search engines", max_length=70, blank=True)
    seo_description = models.CharField("description for search engines", max_length=160, blank=True)
    comments_open = models.BooleanField(default=True)

    was_out = False  # whether it was published or scheduled before it was saved just now

    # Written by articles.publishing.render(), never by hand
    body_html = models.TextField(blank=True, editable=False)
    body_text = models.TextField(blank=True, editable=False)
    headings = models.JSONField(default=list, blank=True, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)
    reading_minutes = models.PositiveSmallIntegerField(default=0, editable=False)

    # Written by an import
    ref = models.CharField(max_length=200, unique=True, null=True, blank=True, editable=False)
    applied_digest = models.CharField(max_length=64, blank=True, editable=False)
    applied_state = models.CharField(max_length=64, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()
    kind = "article"

    class Meta:
        ordering = ["-publish_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(publish_at__isnull=False),
                name="article_published_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(expire_at=None) | Q(publish_at=None) | Q(expire_at__gt=models.F("publish_at")),
                name="article_expires_after_it_begins",
                violation_error_message="An article cannot expire before it is published.",
            ),
        ]
        permissions = [
            ("publish_article", "Can publish, schedule, unpublish and expire articles"),
            ("edit_any_article", "Can see and change articles of others, published ones too"),
        ]

    def __str__(self):
        return self.title

    @classmethod
    def old_slugs(cls):
        return OldSlug

    def slug_source(self):
        return self.title

    def get_absolute_url(self):
        return reverse("article", args=[self.slug])

    def clean(self):
        super().clean()
        slugs.check_slug_is_free(self)
        if self.status == self.Status.PUBLISHED and self.publish_at is None:
            self.publish_at = timezone.now()
        if self.status == self.Status.PUBLISHED and not self.body.strip():
            raise ValidationError({"body": "There is no text yet: write one, or keep the article a draft."})
        if self.expire_at and self.publish_at and self.expire_at <= self.publish_at:
            raise ValidationError({"expire_at": "An article cannot expire before it is published."})

    @classmethod
    def from_db(cls, db, field_names, values, **how):
        row = super().from_db(db, field_names, values, **how)
        row._loaded_begin = row._begin() if {"status", "publish_at"} <= vars(row).keys() else None
        return row

    def _begin(self):
        return self.publish_at if self.status == self.Status.PUBLISHED else None

    def save(self, *args, **kwargs):
        """Note when it was first live: now, or before somebody withdrew it just now."""
        if self.status == self.Status.PUBLISHED:
            self.publish_at = self.publish_at or timezone.now()
        for begin in (getattr(self, "_loaded_begin", None), self._begin()):
            if begin and begin <= timezone.now():
                self.published_at = self.published_at or begin
        self.was_out = bool(getattr(self, "_loaded_begin", None))
        super().save(*args, **kwargs)
        self._loaded_begin = self._begin()

    def live_at(self, moment):
        """Whether readers can open this article at `moment`: what `published()` says, for one row in hand."""
        return (
            self.status == self.Status.PUBLISHED
            and self.trashed_at is None
            and self.publish_at is not None
            and self.publish_at <= moment
            and (self.expire_at is None or self.expire_at > moment)
        )

    @property
    def is_live(self):
        return self.live_at(timezone.now())

    @property
    def in_films(self):
        """The films it compares, in order, each with `worn`: its accent, moved on where two would be the same."""
        films = [row.film for row in self.article_films.all()]
        for film, accent in zip(films, accents.distinct(film.accent for film in films), strict=True):
            film.worn = accent
        return films

    @property
    def by(self):
        """Its authors in order."""
        return [byline.author for byline in self.bylines.all()]
