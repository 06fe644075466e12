from django.db import models
from django.db.models import Exists, OuterRef, Q

from articles.models.article import Article
from articles.models.parts import ArticleFAQ
from films.models import Film, Theme
from lib import slugs
from lib.slugs import SlugField
from lib.versions import Versioned


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
            self.ref = slugs.first_free(slugs.slug_of(self.question, "faq"), FAQ.objects.exclude(pk=self.pk), "ref")
        vars(self).update(derived(self))
        super().save(*args, **kwargs)
