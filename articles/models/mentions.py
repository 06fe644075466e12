from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.authors import Author
from articles.models.faqs import FAQ
from articles.models.parts import Take
from films.models import Film, Person, Theme
from lib.timecodes import TimecodeField


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
