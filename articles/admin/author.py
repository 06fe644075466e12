"""The names above essays."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.admin.checked import CheckedForm
from articles.models import Author
from lib.admin import VersionedAdmin
from lib.writing import Prose

is_web_address = URLValidator(schemes=["http", "https"])
LINKS = 'Write a list like [{"label": "Letters", "url": "https://example.org/"}].'


def is_link(link):
    """Whether `link` is {"label": …, "url": …} with a web address; raises ValidationError on another address."""
    if (
        not isinstance(link, dict)
        or link.keys() != {"label", "url"}
        or not all(isinstance(v, str) for v in link.values())
    ):
        return False
    is_web_address(link["url"])
    return bool(link["label"].strip())


class AuthorForm(CheckedForm):
    class Meta:
        widgets = {"bio": Prose(attrs={"rows": 8})}

    def clean_links(self):
        links = self.cleaned_data["links"] or []
        if not isinstance(links, list) or not all(is_link(link) for link in links):
            raise ValidationError(LINKS)
        return links


@admin.register(Author)
class AuthorAdmin(VersionedAdmin):
    form = AuthorForm
    fields = ["name", "portrait", "bio", "links", "user", "slug"]
    autocomplete_fields = ["portrait"]
    list_display = ["name", "user"]
    list_select_related = ["user"]
    search_fields = ["name"]
    list_per_page = 50
