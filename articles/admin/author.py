"""The names above essays."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.forms.fields import InvalidJSONInput

from articles.admin.checked import CheckedForm
from articles.models import Author
from lib.admin import VersionedAdmin
from lib.writing import Prose

is_web_address = URLValidator(schemes=["http", "https"])
LINKS = 'Write a list like [{"label": "Letters", "url": "https://example.org/"}].'
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # PostgreSQL takes no NUL, no encoding takes half a character


def is_link(link):
    """Whether `link` is {"label": …, "url": …} with a web address; raises ValidationError on another address."""
    if not isinstance(link, dict) or link.keys() != {"label", "url"}:
        return False
    if not all(isinstance(text, str) and not _UNSTORABLE.search(text) for text in link.values()):
        return False
    is_web_address(link["url"])
    return bool(link["label"].strip())


class LinksField(forms.JSONField):
    """A list of links as JSON; what cannot be read comes back as it was typed, never as a crash."""

    def to_python(self, value):
        try:
            links = super().to_python(value) or []
        except (ValueError, RecursionError) as unreadable:  # a number too long, brackets too deep
            raise ValidationError(LINKS) from unreadable
        if not isinstance(links, list) or not all(map(is_link, links)):
            raise ValidationError(LINKS)
        return links

    def bound_data(self, data, initial):
        return data if data is None else InvalidJSONInput(data)  # which is shown untouched


class AuthorForm(CheckedForm):
    class Meta:
        widgets = {"bio": Prose(attrs={"rows": 8})}
        field_classes = {"links": LinksField}


@admin.register(Author)
class AuthorAdmin(VersionedAdmin):
    form = AuthorForm
    fields = ["name", "portrait", "bio", "links", "user", "slug"]
    autocomplete_fields = ["portrait"]
    list_display = ["name", "user"]
    list_select_related = ["user"]
    search_fields = ["name"]
    list_per_page = 50
