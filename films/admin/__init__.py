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
from lib.searching import FoldedSearch
from lib.writing import Prose

WHERE: Any = ("Where it is shown", {"fields": ["slug", "listed"]})


class FilmForm(forms.ModelForm):
    """A film; countries and languages as a line of codes."""

    countries = codes.countries()
    languages = codes.languages()


class CatalogueAdmin(FoldedSearch, VersionedAdmin):
    """A row with an address and one Markdown text, which is rendered when it is saved."""

    formfield_overrides = {models.TextField: {"widget": Prose}}
    list_per_page = 50


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
class GenreAdmin(admin.ModelAdmin):
    """Genres as catalogues use them."""

    search_fields = ["name"]


admin.site.unregister(Tag)  # the stock one lets anybody on the staff merge tags


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    """Free words on films and essays."""

    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]
