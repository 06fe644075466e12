"""Questions and answers, which may stand in many articles."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.admin.access import faqs_visible_to, visible_to
from articles.admin.checked import CheckedForm
from articles.models import FAQ
from lib.admin import VersionedAdmin
from lib.writing import Dialect, Prose


class FAQForm(CheckedForm):
    class Meta:
        widgets = {
            "question": Prose(attrs={"rows": 2}),
            "answer": Dialect(attrs={"rows": 10}),
            "ref": forms.TextInput(attrs={"class": "vLargeTextField"}),
        }


@admin.register(FAQ)
class FAQAdmin(VersionedAdmin):
    form = FAQForm
    fields = ["question", "answer", "films", "themes", "stands_alone", "ref", "stands_in"]
    readonly_fields = ["stands_in"]
    autocomplete_fields = ["films", "themes"]
    list_display = ["question", "stands_alone", "modified"]
    list_filter = ["stands_alone"]
    search_fields = ["question", "answer_text"]
    list_per_page = 50

    class Media:
        css = {"all": ["css/admin/article.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request) & faqs_visible_to(request.user)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if obj is not None:
            obj.shown_to = request.user
        return form

    @admin.display(description="stands in")
    def stands_in(self, faq):
        """The articles that hold this entry: a change is a change in all of them. Hidden ones are counted."""
        if faq.pk is None:
            return "No article yet."
        articles = faq.articles.untrashed()
        seen = list(visible_to(faq.shown_to, articles))
        links = format_html_join("", '<li><a href="{}">{}</a></li>', ((change_url(row), row) for row in seen))
        others = articles.count() - len(seen)
        more = f"{others} more that {'is' if others == 1 else 'are'} not yours" if others else ""
        return format_html("<ul>{}</ul>{}", links, more) if seen or others else "No article yet."


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])
