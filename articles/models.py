from functools import reduce
from operator import or_

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from films.models import Credit, Film, Person, Theme
from lib import accents, slugs
from lib.slugs import SlugField, Slugged
from lib.text import initials, sort_key
from lib.timecodes import TimecodeField
from lib.versions import Versioned


class OldSlug(slugs.OldSlug):
    """Outgrown addresses of articles and authors."""

    article = models.ForeignKey("Article", models.CASCADE, null=True, blank=True, related_name="+")
    author = models.ForeignKey("Author", models.CASCADE, null=True, blank=True, related_name="+")


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


class FAQQuerySet(models.QuerySet["FAQ"]):
    """Questions and answers, and which of them a visitor may see."""

    def public(self):
        """Stands in a published article, or is ticked "stands alone"."""
        standing = ArticleFAQ.objects.filter(faq=OuterRef("pk"), article__in=Article.objects.published())
        return self.filter(Q(stands_alone=True) | Exists(standing))


class FAQ(Versioned):
    """A question that readers ask about films, with its answer; one entry may stand in many articles."""

    ref = SlugField(help_text="What an import knows this entry by. Made from the question when left empty.")
    question = models.CharField(max_length=300)
    answer = models.TextField(help_text="Markdown, like an article's body.")
    answer_html = models.TextField(blank=True, editable=False)
    answer_text = models.TextField(blank=True, editable=False)
    films = models.ManyToManyField(Film, blank=True, related_name="+")
    themes = models.ManyToManyField(Theme, blank=True, related_name="+")
    stands_alone = models.BooleanField(default=False, help_text="Public even when no published article holds it.")
    modified = models.DateTimeField(auto_now=True)

    objects = FAQQuerySet.as_manager()
    prose = "answer"

    class Meta:
        ordering = ["question", "id"]
        verbose_name = "FAQ"
        verbose_name_plural = "FAQs"

    def __str__(self):
        return self.question

    def save(self, *args, **kwargs):
        from articles.publishing import derived  # it needs the models of this module

        if not self.ref:
            wanted = slugs.slug_of(self.question, "faq")[: slugs.MAX_LENGTH]
            taken = set(FAQ.objects.exclude(pk=self.pk).filter(ref__startswith=wanted).values_list("ref", flat=True))
            self.ref = next(
                r for n in range(1, len(taken) + 3) if (r := f"{wanted}-{n}" if n > 1 else wanted) not in taken
            )
        vars(self).update(derived(self))
        super().save(*args, **kwargs)


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, and the one place that knows which of them the public sees."""

    def published(self, at=None):
        """Live at the moment `at` (now when None): published, begun, not expired, not in the trash."""
        now = at or timezone.now()
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
        directing = Prefetch(
            "film__credits",
            queryset=Credit.objects.filter(job="Director").select_related("person"),
            to_attr="directing",
        )
        return self.select_related("cover").prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author__portrait")),
            Prefetch("article_films", ArticleFilm.objects.select_related("film__poster").prefetch_related(directing)),
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
    authors = models.ManyToManyField(Author, through="Byline", related_name="articles")
    films = models.ManyToManyField(Film, through="ArticleFilm", related_name="+")
    themes = models.ManyToManyField(Theme, through="ArticleTheme", related_name="+")
    faqs = models.ManyToManyField(FAQ, through="ArticleFAQ", related_name="articles")
    tags = TaggableManager(blank=True, related_name="articles")
    cover = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")

    seo_title = models.CharField("title for search engines", max_length=70, blank=True)
    seo_description = models.CharField("description for search engines", max_length=160, blank=True)
    comments_open = models.BooleanField(default=True)

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
        if self.expire_at and self.publish_at and self.expire_at <= self.publish_at:
            raise ValidationError({"expire_at": "An article cannot expire before it is published."})

    def save(self, *args, **kwargs):
        if self.status == self.Status.PUBLISHED:
            self.publish_at = self.publish_at or timezone.now()
            self.published_at = self.published_at or self.publish_at
        super().save(*args, **kwargs)

    @property
    def is_live(self):
        """What `published()` says, for one row in hand."""
        now = timezone.now()
        return (
            self.status == self.Status.PUBLISHED
            and self.trashed_at is None
            and self.publish_at is not None
            and self.publish_at <= now
            and (self.expire_at is None or self.expire_at > now)
        )

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


class Ordered(models.Model):
    """A row of an ordered list: by position, then by age. Positions may repeat, so that reordering cannot collide."""

    position = models.PositiveSmallIntegerField("order", default=0, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "id"]


class Byline(Ordered):
    """An author of an article, in order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_once")]

    def __str__(self):
        return f"{self.author} in “{self.article}”"


class ArticleFilm(Ordered):
    """A film that an article sets beside others, in order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_films")
    film = models.ForeignKey(Film, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "film"], name="article_film_once")]
        verbose_name = "film"

    def __str__(self):
        return f"{self.film} in “{self.article}”"


class ArticleTheme(Ordered):
    """A theme an article compares its films along, in order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "theme"], name="article_theme_once")]
        verbose_name = "theme"

    def __str__(self):
        return f"{self.theme} in “{self.article}”"


class ArticleFAQ(Ordered):
    """An FAQ that stands in an article, in order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_faqs")
    faq = models.ForeignKey(FAQ, models.PROTECT, related_name="article_faqs")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "faq"], name="article_faq_once")]
        verbose_name = "FAQ"

    def __str__(self):
        return f"{self.faq} in “{self.article}”"


class Take(models.Model):
    """What one article claims about one film under one theme: the cell of a comparison."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="takes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    film = models.ForeignKey(Film, models.PROTECT, related_name="+")
    text = models.CharField(max_length=600, help_text="One paragraph, inline Markdown.")
    text_html = models.TextField(blank=True, editable=False)
    evidence = models.CharField(max_length=300, blank=True, help_text="The scene, line or shot it rests on.")
    timecode = TimecodeField(null=True, blank=True, help_text="1:12:30")
    spoiler = models.BooleanField(default=False, help_text="Gives the film's ending or turn away.")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["article", "theme", "film"], name="take_once")]

    def __str__(self):
        return self.text[:80]


class Prompt(Ordered):
    """A question put to readers that opens the discussion."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="prompts")
    text = models.CharField(max_length=600, help_text="One paragraph, inline Markdown.")
    text_html = models.TextField(blank=True, editable=False)

    def __str__(self):
        return self.text[:80]


def exactly_one(*columns):
    """The condition that one of the named columns, and only one, is set."""
    alone = (Q(**{f"{c}__isnull": c != column for c in columns}) for column in columns)
    return reduce(or_, alone)


class Mention(models.Model):
    """What a text names or cites, rewritten whenever the text is rendered.

    Whose text it is stands in exactly one of `article`, `faq`, `author`, `in_film`, `in_theme`, `in_person`, with
    `source` the kind of text; what it names in exactly one of `film`, `theme`, `person`, `image`, `target_article`,
    `take`. Films, themes, people and pictures that a text names are kept from deletion
    (RESTRICT: a film may go whose own synopsis names it).
    """

    class Source(models.TextChoices):
        BODY = "body", "body"
        TAKE = "take", "take"
        PROMPT = "prompt", "prompt"
        ANSWER = "answer", "FAQ answer"
        BIO = "bio", "biography"
        SYNOPSIS = "synopsis", "synopsis"
        DESCRIPTION = "description", "description"

    source = models.CharField(max_length=12, choices=Source.choices)
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="mentions")
    faq = models.ForeignKey(FAQ, models.CASCADE, null=True, blank=True, related_name="mentions")
    author = models.ForeignKey(Author, models.CASCADE, null=True, blank=True, related_name="mentions")
    in_film = models.ForeignKey(Film, models.CASCADE, null=True, blank=True, related_name="+")
    in_theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="+")
    in_person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")

    film = models.ForeignKey(Film, models.RESTRICT, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(Theme, models.RESTRICT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.RESTRICT, null=True, blank=True, related_name="+")
    image = models.ForeignKey("images.Image", models.RESTRICT, null=True, blank=True, related_name="+")
    target_article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="linked_from")
    take = models.ForeignKey(Take, models.CASCADE, null=True, blank=True, related_name="quoted_in")
    timecode = TimecodeField(null=True, blank=True)
    spoiler = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("article", "faq", "author", "in_film", "in_theme", "in_person"),
                name="mention_stands_in_one_text",
            ),
            models.CheckConstraint(
                condition=exactly_one("film", "theme", "person", "image", "target_article", "take"),
                name="mention_names_one_thing",
            ),
        ]

    def __str__(self):
        owner = self.article or self.faq or self.author or self.in_film or self.in_theme or self.in_person
        return f"{self.get_source_display()} of “{owner}”"


class Related(models.Model):
    """Another article worth reading after this one, with the reason as data: names of what the two share.

    Computed for every untrashed pair when either is written; joined to `published()` when read.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="related")
    other = models.ForeignKey(Article, models.CASCADE, related_name="+")
    score = models.PositiveIntegerField()
    reasons = models.JSONField(default=dict)

    class Meta:
        ordering = ["-score", "-other_id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="related_once"),
            models.CheckConstraint(condition=~Q(article=models.F("other")), name="related_is_another"),
        ]

    def __str__(self):
        return f"{self.article_id} → {self.other_id}"
