"""Whose articles somebody sees and changes in the admin, and which fields."""

from django.contrib import admin
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.models import FAQ, Article, ArticleFAQ

#: Only somebody who may publish sets these.
PUBLISHING_FIELDS = ["status", "publish_at", "expire_at", "updated_on", "comments_open", "owner"]


def may_publish(request):
    return request.user.has_perm("articles.publish_article")


def visible_to(user, articles):
    """Those of `articles` that `user` may open: all of them, or own work that was never published or thrown away."""
    if user.has_perm("articles.edit_any_article"):
        return articles
    return articles.filter(owner=user, status=Article.Status.DRAFT, published_at=None, trashed_at=None)


def faqs_visible_to(user):
    """The FAQs that `user` may read: all, or those that are public, stand in visible work, or that they have added."""
    if user.has_perm("articles.edit_any_article"):
        return FAQ.objects.all()
    standing = ArticleFAQ.objects.filter(article__in=visible_to(user, Article.objects.all()))
    added = LogEntry.objects.filter(
        user=user, action_flag=ADDITION, content_type=ContentType.objects.get_for_model(FAQ)
    ).values_list("object_id", flat=True)
    readable = Q(pk__in=FAQ.objects.public().values("pk")) | Q(pk__in=standing.values("faq"))
    return FAQ.objects.filter(readable | Q(pk__in=list(added)))  # a list: the log keeps keys as text


class OwnWork(admin.ModelAdmin):
    """A ModelAdmin mixin: without `edit_any_article` nothing but own unpublished work exists, on any address."""

    def get_queryset(self, request):
        return visible_to(request.user, super().get_queryset(request))

    def is_open_to(self, request, article):
        return article is None or visible_to(request.user, Article.objects.filter(pk=article.pk)).exists()

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self.is_open_to(request, obj)

    def has_change_permission(self, request, obj=None):
        """What lies in the bin is read, put back or deleted, not changed."""
        in_bin = obj is not None and obj.trashed_at is not None
        return super().has_change_permission(request, obj) and not in_bin and self.is_open_to(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_open_to(request, obj)

    def get_readonly_fields(self, request, obj=None):
        fields = [*super().get_readonly_fields(request, obj), "linked_from"]
        return fields if may_publish(request) else [*fields, *PUBLISHING_FIELDS]

    def save_model(self, request, obj, form, change):
        if not change and obj.owner_id is None:
            obj.owner = request.user
        super().save_model(request, obj, form, change)
