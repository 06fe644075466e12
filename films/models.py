from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from taggit.managers import TaggableManager

from lib import accents, markup, slugs
from lib.slugs import Slugged
from lib.text import fold, initials, sort_key, sort_title
from lib.versions import Versioned


class IsoCodes:
    """Checks a JSON list such as ["US", "JP"]: every entry a code of `length` letters, none twice."""

    def __init__(self, length):
        self.length = length

    def __call__(self, value):
        good = isinstance(value, list) and all(
            isinstance(code, str) and len(code) == self.length and code.isascii() and code.isalpha() for code in value
        )
        if not good or len(set(value)) != len(value):
            raise ValidationError(f'Write a list of codes of {self.length} letters, none twice: ["US", "JP"].')

    def __eq__(self, other):
        return isinstance(other, IsoCodes) and other.length == self.length

    def deconstruct(self):
        return "films.models.IsoCodes", (self.length,), {}


class OldSlug(slugs.OldSlug):
    """Outgrown addresses of films, themes and people."""

    film = models.ForeignKey("Film", models.CASCADE, null=True, blank=True, related_name="+")
    theme = models.ForeignKey("Theme", models.CASCADE, null=True, blank=True, related_name="+")
    person = models.ForeignKey("Person", models.CASCADE, null=True, blank=True, related_name="+")


class Described(Slugged, Versioned):
    """A row of this floor with an address and one Markdown text, rendered when it is saved.

    A concrete class names the text in `prose`; `<prose>_html` stands beside it. References in it go to films, themes
    and people only; what they name is looked up by `films.references.resolve`.
    """

    prose: str = ""

    class Meta:
        abstract = True

    @classmethod
    def old_slugs(cls):
        return OldSlug

    def rendered(self):
        """This row's text as lib.markup.Rendered (html, mentions, problems). Raises lib.markup.TooSlow."""
        from films.references import resolve  # it needs the models below

        text = getattr(self, self.prose)
        return markup.render_bounded([markup.Job(text, resolve(markup.references(text)), markup.CATALOGUE)])[0]

    def clean(self):
        """Refuse a text that cannot be rendered or that names something unknown, with field and line."""
        super().clean()
        slugs.check_slug_is_free(self)
        try:
            problems = self.rendered().problems
        except markup.TooSlow as error:
            raise ValidationError({self.prose: str(error)}) from error
        if problems:
            raise ValidationError({self.prose: [str(problem) for problem in problems]})

    def derived(self):
        """The column that derives from the text, as {column: value}. Raises lib.markup.TooSlow."""
        return {f"{self.prose}_html": self.rendered().html}

    def save(self, *args, **kwargs):
        vars(self).update(self.derived())
        super().save(*args, **kwargs)


class Genre(models.Model):
    """A genre as catalogues use it; a weak signal, never a page."""

    name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Theme(Described):
    """What essays compare films along: loneliness, the city at night, growing old."""

    name = models.CharField(max_length=120, unique=True)
    description = models.TextField(blank=True, help_text="Markdown; may name [[film:…]], [[theme:…]], [[person:…]].")
    description_html = models.TextField(blank=True, editable=False)
    image = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")
    listed = models.BooleanField(default=True, help_text="Shown even when no published essay names it.")
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)

    kind = "theme"
    prose = "description"

    class Meta:
        ordering = ["sort_key", "id"]

    def __str__(self):
        return self.name

    def slug_source(self):
        return self.name

    def get_absolute_url(self):
        return reverse("theme", args=[self.slug])

    def save(self, *args, **kwargs):
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)


class Person(Described):
    """Somebody who made or played in films. Two people may share a name; external ids tell them apart."""

    name = models.CharField(max_length=200)
    sort_name = models.CharField(
        max_length=200, blank=True, help_text='"Coppola, Sofia"; made from the name if empty.'
    )
    portrait = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")
    bio = models.TextField(
        "biography", blank=True, help_text="Markdown; may name [[film:…]], [[theme:…]], [[person:…]]."
    )
    bio_html = models.TextField(blank=True, editable=False)
    unconfirmed = models.BooleanField(
        default=False, help_text="Joined by name alone: weighs less and is shown as “credited as”."
    )
    listed = models.BooleanField(default=True, help_text="Shown even when no published essay leads here.")
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)

    kind = "person"
    prose = "bio"

    class Meta:
        ordering = ["sort_key", "id"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    def slug_source(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])

    @property
    def initials(self):
        return initials(self.name)

    @property
    def accent(self):
        return accents.from_slug(self.slug)

    def save(self, *args, **kwargs):
        if not self.sort_name:
            first, _, last = self.name.rpartition(" ")
            self.sort_name = f"{last}, {first}" if first else self.name
        self.sort_key = sort_key(self.sort_name)
        super().save(*args, **kwargs)


def directors(path):
    """A prefetch of the directors of films, whose credits are at `path`, as `directing`."""
    directing = Credit.objects.filter(job="Director").select_related("person")
    return Prefetch(path, directing, to_attr="directing")


class FilmQuerySet(models.QuerySet["Film"]):
    """Films, with what a page touches named in one place."""

    def for_cards(self):
        """Poster and directors in order: what a card or a typographic poster shows (2 more queries)."""
        return self.select_related("poster").prefetch_related(directors("credits"))

    def for_page(self):
        """What a film's own page touches of this floor; its themes are asked upstairs, where claims tie more to it."""
        return self.select_related("poster", "still").prefetch_related(
            Prefetch("credits", Credit.objects.select_related("person")), "genres"
        )


class Film(Described):
    """A film. Its slug is title and year; it needs no id of any outside catalogue."""

    title = models.CharField(max_length=300)
    original_title = models.CharField(max_length=300, blank=True)
    sort_title = models.CharField(
        max_length=300, blank=True, help_text='"Third Man, The"; made from the title if empty.'
    )
    year = models.PositiveSmallIntegerField(validators=[MinValueValidator(1870), MaxValueValidator(2200)])
    release_date = models.DateField(null=True, blank=True)
    runtime_minutes = models.PositiveSmallIntegerField("runtime in minutes", null=True, blank=True)
    countries = models.JSONField(
        default=list, blank=True, validators=[IsoCodes(2)], help_text='Two letters: ["US", "JP"].'
    )
    languages = models.JSONField(
        default=list, blank=True, validators=[IsoCodes(2)], help_text='Two letters: ["en", "ja"].'
    )
    genres = models.ManyToManyField(Genre, blank=True, related_name="films")
    synopsis = models.TextField(blank=True, help_text="Markdown; may name [[film:…]], [[theme:…]], [[person:…]].")
    synopsis_html = models.TextField(blank=True, editable=False)
    poster = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")
    still = models.ForeignKey("images.Image", models.PROTECT, null=True, blank=True, related_name="+")
    chosen_accent = models.PositiveSmallIntegerField(
        "accent", choices=accents.CHOICES, null=True, blank=True, help_text="Left empty: the nearest to the poster."
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="films")
    tags = TaggableManager(blank=True, related_name="films")
    listed = models.BooleanField(default=True, help_text="Shown even when no published essay names it.")
    provenance = models.JSONField(default=dict, blank=True, editable=False)
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)
    title_key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = FilmQuerySet.as_manager()
    worn: int  # its accent beside other films: see Article.in_films
    kind = "film"
    prose = "synopsis"

    class Meta:
        ordering = ["sort_key", "year", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(year__gte=1870, year__lte=2200), name="film_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(chosen_accent=None) | Q(chosen_accent__gte=1, chosen_accent__lte=accents.COUNT),
                name="film_accent_is_named",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})"

    def slug_source(self):
        return f"{slugs.slug_of(self.title, 'film')[:110]} {self.year}"

    def get_absolute_url(self):
        return reverse("film", args=[self.slug])

    @property
    def accent(self):
        """The accent this film wears when alone: chosen, else nearest to its poster, else from its slug."""
        from_poster = accents.from_colour(self.poster.colour) if self.poster else None
        return self.chosen_accent or from_poster or accents.from_slug(self.slug)

    def save(self, *args, **kwargs):
        self.sort_title = self.sort_title or sort_title(self.title)
        self.sort_key = sort_key(self.sort_title)
        self.title_key = fold(self.title)[:300]
        super().save(*args, **kwargs)


class Credit(models.Model):
    """One person's one job on one film; an actor in two parts has two."""

    class Department(models.TextChoices):
        DIRECTING = "directing", "Directing"
        WRITING = "writing", "Writing"
        CAST = "cast", "Cast"
        CAMERA = "camera", "Camera"
        EDITING = "editing", "Editing"
        MUSIC = "music", "Music"
        DESIGN = "design", "Design"
        PRODUCTION = "production", "Production"
        OTHER = "other", "Other"

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.PROTECT, related_name="credits")
    department = models.CharField(max_length=12, choices=Department.choices)
    job = models.CharField(max_length=80, help_text="Director, Screenplay, Actor, Voice …")
    character = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["film", "person", "job", "character"], name="credit_said_once"),
        ]

    def __str__(self):
        return f"{self.person} · {self.character or self.job}"


class ExternalId(models.Model):
    """What an outside catalogue calls a row: (scheme, value) belongs to one row only."""

    scheme = models.SlugField(max_length=20, help_text="imdb, tmdb, wikidata, letterboxd …")
    value = models.CharField(max_length=120)

    class Meta:
        abstract = True
        ordering = ["scheme", "value"]

    def __str__(self):
        return f"{self.scheme}:{self.value}"


class FilmExternalId(ExternalId):
    film = models.ForeignKey(Film, models.CASCADE, related_name="external_ids")

    class Meta(ExternalId.Meta):
        constraints = [models.UniqueConstraint(fields=["scheme", "value"], name="film_external_id_unique")]


class PersonExternalId(ExternalId):
    person = models.ForeignKey(Person, models.CASCADE, related_name="external_ids")

    class Meta(ExternalId.Meta):
        constraints = [models.UniqueConstraint(fields=["scheme", "value"], name="person_external_id_unique")]
