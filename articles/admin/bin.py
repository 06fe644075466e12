"""Deleting an article moves it to the bin; deleting it there deletes it for good."""

from django.contrib import admin, messages
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.admin.lists import state
from articles.models import Article, Mention


def who_links_to(articles):
    """What links to `articles` from elsewhere, as words for a confirmation: articles and FAQs, each once."""
    mentions = Mention.objects.filter(target_article__in=articles).exclude(article__in=articles)
    owners = [mention.article or mention.faq for mention in mentions.select_related("article", "faq")]
    return list({f"{owner._meta.verbose_name}: {owner}": None for owner in owners if owner})


def fresh(queryset):
    """The whole rows of a list's selection, which fetches without texts."""
    return Article.objects.filter(pk__in=[article.pk for article in queryset])


class Bin(admin.ModelAdmin):
    """A ModelAdmin mixin: the way into the bin, out of it, and the last way."""

    actions = ["move_to_bin", "put_back"]

    def get_actions(self, request, **where):  # Django 6.1 says where the actions stand, 5.2 does not
        in_bin = request.GET.get("bin") == "yes"
        unwanted = {"move_to_bin"} if in_bin else {"put_back", "delete_selected"}
        return {name: action for name, action in super().get_actions(request, **where).items() if name not in unwanted}

    def get_deleted_objects(self, objs, request):
        """Into the bin nothing goes along: what is listed instead is who links there."""
        articles = list(objs)
        if all(article.trashed_at for article in articles):
            return super().get_deleted_objects(articles, request)
        return who_links_to(articles), {}, set(), []

    def delete_model(self, request, obj):
        if obj.trashed_at:
            super().delete_model(request, obj)
        else:
            obj.trashed_at = timezone.now()
            obj.save()

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for article in fresh(queryset):
                self.delete_model(request, article)

    def log_deletions(self, request, queryset):
        for article in queryset:
            if article.trashed_at:
                super().log_deletions(request, Article.objects.filter(pk=article.pk))
            else:
                self.log_change(request, article, "Moved to the bin.")

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        if Article.objects.filter(pk=obj_id).exists():
            list(messages.get_messages(request))  # the stock message says more than happened
            self.message_user(request, f"“{obj_display}” is in the bin.", messages.SUCCESS)
        return response

    @admin.action(description="Move to the bin", permissions=["delete"])
    def move_to_bin(self, request, queryset):
        articles = list(fresh(queryset))
        if request.POST.get("post") != "yes":
            return self.confirm_bin(request, articles)
        with transaction.atomic():
            self.log_deletions(request, articles)
            for article in articles:
                self.delete_model(request, article)
        self.message_user(request, f"In the bin: {', '.join(map(str, articles))}.", messages.SUCCESS)
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
        with transaction.atomic():
            for article in fresh(queryset):
                article.trashed_at = None
                article.save()
                self.log_change(request, article, "Put back from the bin.")
                self.message_user(request, f"“{article}” is back: {state(article)}.", messages.SUCCESS)
