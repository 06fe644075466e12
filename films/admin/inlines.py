"""Rows inside the forms of films and people."""

from django.contrib import admin

from films.models import Credit, FilmExternalId, PersonExternalId
from lib.inlines import OrderedInline
from lib.writing import Uncut


class CreditInline(OrderedInline):
    """Who made the film, in order."""

    model = Credit
    fields = ["person", "department", "job", "character", "position"]
    autocomplete_fields = ["person"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A cross beside a person would delete the person, not the credit; changing them has its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "person":
            field.widget.can_delete_related = field.widget.can_change_related = False
        return field


class FilmExternalIdInline(Uncut, admin.TabularInline):
    """What outside catalogues call the film."""

    model = FilmExternalId
    extra = 0


class PersonExternalIdInline(Uncut, admin.TabularInline):
    """What outside catalogues call the person; tells two people of one name apart."""

    model = PersonExternalId
    extra = 0
