"""Finding a row in the admin by what people type: "amelie" finds Amélie, on every database."""

import re
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from lib.text import fold


class FoldedSearch(admin.ModelAdmin):  # type: ignore[type-arg]
    """A ModelAdmin whose `search_fields` name folded columns; its search box and autocomplete are both served.

    Three readings of one term are tried: as typed (for columns that are not folded), folded, and folded without
    punctuation (as sort keys are stored).
    """

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        folded = fold(search_term)
        found, duplicates = queryset.none(), False
        for term in dict.fromkeys([search_term, folded, re.sub(r"[^\w\s]", "", folded)]):
            rows, more = super().get_search_results(request, queryset, term)
            found, duplicates = found | rows, duplicates or more
        return found, duplicates
