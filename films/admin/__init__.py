"""The catalogue in the admin: films, people, themes, genres, and the tags that films share with essays."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db import models
from taggit.models import Tag

from films import codes
from films.admin.inlines import CreditInline, FilmExternalIdInline, PersonExternalIdInline
from films.models import Film, FilmQuerySet, Genre, Person, Theme
from lib.admin import VersionedAdmin
from lib.lists import SteadyAdmin
from lib.searching import FoldedSearch
from lib.writing import Prose

MAY_PUBLISH = "articles.publish_article"  # a word: this floor does not see the one above
WHERE: Any = ("Where it is shown", {"fields": ["slug", "listed"]})


class FilmForm(forms.ModelForm):
    """A film; countries and languages as a line of codes."""

    countries = codes.countries()
    languages = codes.languages()


class CatalogueAdmin(FoldedSearch, VersionedAdmin):
    """A row with an address and one Markdown text, which is rendered when it is saved."""

    formfield_overrides = {models.TextField: {"widget": Prose}}
    list_per_page = 50

    def get_readonly_fields(self, request, obj=None):
        """Showing a page that no published essay leads to is publishing."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.has_perm(MAY_PUBLISH) else [*fields, "listed"]

    def get_fieldsets(self, request, obj=None):
        """What an author adds is not listed, so there is nothing to say about it yet."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None or request.user.has_perm(MAY_PUBLISH):
            return fieldsets
        return [
            (name, {**options, "fields": [field for field in options["fields"] if field != "listed"]})
            for name, options in fieldsets
        ]

    def save_model(self, request, obj, form, change):
        if not change and not request.user.has_perm(MAY_PUBLISH):
            obj.listed = False
        super().save_model(request, obj, form, change)


@admin.register(Film)
class FilmAdmin(CatalogueAdmin):
    """Films with their credits."""

    form = FilmForm
    inlines = [CreditInline, FilmExternalIdInline]
    autocomplete_fields = ["genres", "themes", "poster", "still"]
    fieldsets = [
        (None, {"fields": ["title", "original_title", "sort_title", "year"]}),
        ("Facts", {"fields": ["release_date", "runtime_minutes", "countries", "languages", "genres"]}),
        ("About it", {"fields": ["synopsis", "themes", "tags"]}),
        ("How it looks", {"fields": ["poster", "still", "chosen_accent"]}),
        WHERE,
    ]
    list_display = ["title", "year", "directors", "listed"]
    list_filter = ["listed", "genres", "themes"]
    search_fields = ["title_key", "slug", "original_title"]
    search_help_text = "Title, original title or year"

    def get_queryset(self, request):
        return cast(FilmQuerySet, super().get_queryset(request)).for_cards()

    @admin.display(description="directed by")
    def directors(self, film):
        return ", ".join(credit.person.name for credit in film.directing)


@admin.register(Person)
class PersonAdmin(CatalogueAdmin):
    """People who made or played in films."""

    inlines = [PersonExternalIdInline]
    autocomplete_fields = ["portrait"]
    fieldsets = [
        (None, {"fields": ["name", "sort_name", "unconfirmed"]}),
        ("About them", {"fields": ["bio", "portrait"]}),
        WHERE,
    ]
    list_display = ["name", "sort_name", "unconfirmed", "listed"]
    list_filter = ["unconfirmed", "listed"]
    search_fields = ["sort_key", "name"]


@admin.register(Theme)
class ThemeAdmin(CatalogueAdmin):
    """What essays compare films along."""

    autocomplete_fields = ["image"]
    fieldsets = [(None, {"fields": ["name", "description", "image"]}), WHERE]
    list_display = ["name", "listed"]
    list_filter = ["listed"]
    search_fields = ["sort_key", "name"]


@admin.register(Genre)
class GenreAdmin(SteadyAdmin):
    """Genres as catalogues use them."""

    search_fields = ["name"]


admin.site.unregister(Tag)  # the stock one lets anybody on the staff merge tags


@admin.register(Tag)
class TagAdmin(SteadyAdmin):
    """Free words on films and essays."""

    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]
