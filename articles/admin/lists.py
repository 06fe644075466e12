"""The list of articles: what state each is in, and the queries that a page of it needs."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Article, ArticleFilm, Byline
from lib.lists import SteadyList

LONG = ["body", "body_html", "body_text", "headings"]


def state(article):
    """The state of an article in words: "Draft", "Scheduled for 6 December 2025, 09:00" …"""
    now = timezone.now()
    if article.trashed_at:
        return "In the bin"
    if article.status == Article.Status.DRAFT:
        return "Draft"
    if article.expire_at and article.expire_at <= now:
        return f"Expired on {day(article.expire_at)}"
    if article.publish_at and article.publish_at > now:
        return f"Scheduled for {day(article.publish_at)}"
    return "Published"


def day(moment):
    return date_format(timezone.localtime(moment), "j F Y, H:i")


class ArticleList(SteadyList):
    """One query per kind of thing shown, none per row; texts stay in the database."""

    def get_queryset(self, *args, **kwargs):
        articles = super().get_queryset(*args, **kwargs)
        return articles.defer(*LONG).prefetch_related(
            Prefetch("article_films", ArticleFilm.objects.select_related("film")),
            Prefetch("bylines", Byline.objects.select_related("author")),
        )


class StateFilter(admin.SimpleListFilter):
    """Drafts, scheduled, published and expired articles."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("draft", "Draft"), ("scheduled", "Scheduled"), ("published", "Published"), ("expired", "Expired")]

    def queryset(self, request, queryset):
        return {
            "draft": lambda: queryset.filter(status=Article.Status.DRAFT),
            "scheduled": lambda: queryset.filter(status=Article.Status.PUBLISHED, publish_at__gt=timezone.now()),
            "published": queryset.published,
            "expired": queryset.expired,
        }.get(self.value() or "", lambda: queryset)()


class BinFilter(admin.SimpleListFilter):
    """What lies in the bin is shown only when asked for."""

    title = "bin"
    parameter_name = "bin"

    def lookups(self, request, model_admin):
        return [("yes", "In the bin")]

    def choices(self, changelist):
        everything, *rest = super().choices(changelist)
        return [{**everything, "display": "Not in the bin"}, *rest]

    def queryset(self, request, queryset):
        return queryset.exclude(trashed_at=None) if self.value() == "yes" else queryset.untrashed()
