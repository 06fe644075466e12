"""What an article is made of besides its prose: authors, films, themes, FAQs, prompts in order, and takes."""

from django.db import models

from articles.models.authors import Author
from films.models import Film, Theme
from lib.timecodes import TimecodeField


class Ordered(models.Model):
    """A row of an ordered list: by position, then by age. Positions may repeat, so that reordering cannot collide."""

    position = models.PositiveSmallIntegerField("order", default=0, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "id"]


class Byline(Ordered):
    """An author of an article, in order."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_once")]

    def __str__(self):
        return f"{self.author} in “{self.article}”"


class ArticleFilm(Ordered):
    """A film that an article sets beside others, in order."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="article_films")
    film = models.ForeignKey(Film, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "film"], name="article_film_once")]
        verbose_name = "film"

    def __str__(self):
        return f"{self.film} in “{self.article}”"


class ArticleTheme(Ordered):
    """A theme an article compares its films along, in order."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="article_themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "theme"], name="article_theme_once")]
        verbose_name = "theme"

    def __str__(self):
        return f"{self.theme} in “{self.article}”"


class ArticleFAQ(Ordered):
    """An FAQ that stands in an article, in order."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="article_faqs")
    faq = models.ForeignKey("articles.FAQ", models.PROTECT, related_name="article_faqs")

    class Meta(Ordered.Meta):
        constraints = [models.UniqueConstraint(fields=["article", "faq"], name="article_faq_once")]
        verbose_name = "FAQ"

    def __str__(self):
        return f"{self.faq} in “{self.article}”"


class Take(models.Model):
    """What one article claims about one film under one theme: the cell of a comparison."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="takes")
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

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="prompts")
    text = models.CharField(max_length=600, help_text="One paragraph, inline Markdown.")
    text_html = models.TextField(blank=True, editable=False)

    def __str__(self):
        return self.text[:80]
