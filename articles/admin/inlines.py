"""The ordered lists inside an article's form."""

from django.db import models

from articles.admin.access import faqs_visible_to
from articles.models import ArticleFAQ, ArticleFilm, ArticleTheme, Byline, Prompt
from lib.inlines import OrderedInline
from lib.writing import Prose


class BylineInline(OrderedInline):
    model = Byline
    autocomplete_fields = ["author"]
    verbose_name_plural = "authors"


class FilmInline(OrderedInline):
    model = ArticleFilm
    autocomplete_fields = ["film"]

    def get_extra(self, request, obj=None, **kwargs):
        return 2 if obj is None else 1  # a comparison begins with two


class ThemeInline(OrderedInline):
    model = ArticleTheme
    autocomplete_fields = ["theme"]


class FAQInline(OrderedInline):
    model = ArticleFAQ
    autocomplete_fields = ["faq"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "faq":
            kwargs["queryset"] = faqs_visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PromptInline(OrderedInline):
    model = Prompt
    formfield_overrides = {models.CharField: {"widget": Prose(attrs={"rows": 2})}}


INLINES = [BylineInline, FilmInline, ThemeInline, FAQInline, PromptInline]
