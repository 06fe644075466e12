"""What has been typed into an article's form, shown as readers would see it; nothing is saved."""

from typing import cast

from django.contrib import admin
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.article import ArticleAdmin
from articles.document import Invalid, apply
from articles.models import Article
from articles.publishing import Complaint, Refused
from filmsite.pages.article import show


@require_POST
def preview(request, object_id=None):
    """The page of the submitted form; the form again (422), with what is wrong, when it cannot be shown.

    Mounted behind the admin's own sign-in and CSRF check. The form's admin decides who may.
    """
    document = document_from(request, object_id)
    if isinstance(document, HttpResponse):
        return document
    try:
        response = unsaved_page(request, document, object_id)
    except Refused as refused:
        return document_from(request, object_id, refused.complaints)
    except Invalid as invalid:
        return document_from(request, object_id, [Complaint("", "", str(fault)) for fault in invalid.faults])
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def document_from(request, object_id, complaints=()):
    """The submitted form as a document, or a response (its page with what is wrong: 422)."""
    key = None if object_id is None else str(object_id)
    model_admin = cast(ArticleAdmin, admin.site.get_model_admin(Article))
    document = model_admin.document_from(request, key, form_address(object_id), complaints)
    if isinstance(document, HttpResponse) and document.status_code == 200:
        document.status_code = 422
    return document


def form_address(object_id):
    """Where the form saves, when it comes back with errors."""
    if object_id is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[object_id])


def unsaved_page(request, document, object_id):
    """The public page of `document`, written into the database and taken back within one transaction."""
    with transaction.atomic():
        row = Article.objects.get(pk=object_id) if object_id else Article()
        written = apply(document, row)
        response = show(request, Article.objects.for_page().get(pk=written.pk), preview=True)
        transaction.set_rollback(True)
    return response
