"""Deleting an article moves it to the bin; deleting it there deletes it for good."""

from django.contrib import admin, messages
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import publishing
from articles.admin.lists import state
from articles.models import Article, Mention
from lib.lists import UNKNOWN


def who_links_to(articles):
    """What links to `articles` from elsewhere, as words for a confirmation: articles and FAQs, each once."""
    mentions = Mention.objects.filter(target_article__in=articles).exclude(article__in=articles)
    owners = [mention.article or mention.faq for mention in mentions.select_related("article", "faq")]
    return list({f"{owner._meta.verbose_name}: {owner}": None for owner in owners if owner})


def locked(rows):
    """The articles of a list's selection, whole and as they stand now, kept from others until the transaction ends.

    (SQLite has no row locks: there the transaction holds the write lock from its beginning.)
    """
    keys = [article.pk for article in rows]
    return Article.objects.select_for_update().filter(pk__in=keys).order_by("pk")


def move(article, trashed_at):
    """Put a locked article into the bin or out of it. What links there is rendered again; no other column changes."""
    article.trashed_at = trashed_at
    article.version += 1  # a form that was opened before is out of date
    article.save(update_fields=["trashed_at", "version"])


class Bin(admin.ModelAdmin):
    """A ModelAdmin mixin: the way into the bin, out of it, and the last way."""

    actions = ["move_to_bin", "put_back"]

    def get_actions(self, request, action_location=None):  # Django 6.1 says where the actions stand, 5.2 does not
        where = {"action_location": action_location} if action_location else {}
        in_bin = request.GET.get("bin") == "yes"
        unwanted = {"move_to_bin"} if in_bin else {"put_back", "delete_selected"}
        return {name: action for name, action in super().get_actions(request, **where).items() if name not in unwanted}

    def get_deleted_objects(self, objs, request):
        """Into the bin nothing goes along: what is listed instead is who links there."""
        articles = list(objs)
        if all(article.trashed_at for article in articles):
            return super().get_deleted_objects(articles, request)
        return who_links_to(articles), {}, set(), []

    # Deleting: the form's button (the row is locked already, see lib.admin) and the list's action

    def delete_model(self, request, obj):
        """Into the bin; from there for good, but only when the form said so: a second click is none."""
        if obj.trashed_at is None:
            self.throw_away(request, obj)
        elif "for_good" in request.POST:
            self.delete_for_good(request, obj)

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for article in locked(queryset).exclude(trashed_at=None):
                self.delete_for_good(request, article)

    def throw_away(self, request, article):
        self.log_change(request, article, "Moved to the bin.")
        move(article, timezone.now())

    def delete_for_good(self, request, article):
        super().log_deletions(request, Article.objects.filter(pk=article.pk))
        article.delete()

    def log_deletions(self, request, queryset):
        """Nothing: it is called before anything is decided. What happens notes itself."""

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        if Article.objects.filter(pk=obj_id).exists():
            list(messages.get_messages(request))  # the stock message says more than happened
            self.message_user(request, f"“{obj_display}” is in the bin.", messages.SUCCESS)
        return response

    # Actions of the list

    @admin.action(description="Move to the bin", permissions=["delete"])
    def move_to_bin(self, request, queryset):
        if request.POST.get("post") != "yes":
            return self.confirm_bin(request, list(queryset))
        with transaction.atomic():
            articles = list(locked(queryset).untrashed())
            for article in articles:
                self.throw_away(request, article)
        if articles:
            self.message_user(request, f"In the bin: {', '.join(map(str, articles))}.", messages.SUCCESS)
        else:
            self.message_user(request, UNKNOWN, messages.WARNING)
        return None

    def confirm_bin(self, request, articles):
        context = {
            **self.admin_site.each_context(request),
            "title": "Move to the bin",
            "articles": articles,
            "linked_from": who_links_to(articles),
            "opts": self.opts,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/bin_confirmation.html", context)

    @admin.action(description="Put back", permissions=["delete"])
    def put_back(self, request, queryset):
        for row in queryset:
            try:
                self.take_out(request, row)
            except publishing.Refused as refused:
                self.message_user(request, f"“{row}” stays in the bin. {refused}", messages.ERROR)

    @transaction.atomic
    def take_out(self, request, row):
        """Put an article back, its derived text and relations made anew; raises Refused when it may not be seen so."""
        for article in locked([row]).exclude(trashed_at=None):
            move(article, None)
            publishing.render(article)
            self.log_change(request, article, "Put back from the bin.")
            self.message_user(request, f"“{article}” is back: {state(article)}.", messages.SUCCESS)
