"""Lists of the admin that answer an odd address or an odd selection with a word instead of a crash.

Django's own list crashes on a year without a next one, on a number that no column can hold, and on a selected key
that is none.
"""

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest

from lib.writing import Uncut

UNSHOWABLE = "The address asked for something that this list cannot show."
UNKNOWN = "What was selected is not in this list. Nothing has been changed."
_KEY = re.compile(r"[0-9]{1,18}")


class SteadyList(ChangeList):
    """A list that sends to its own beginning, with a message, what it cannot look for."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        try:
            super().__init__(request, *args, **kwargs)
        except (ValueError, OverflowError) as odd:
            messages.warning(request, UNSHOWABLE)
            raise IncorrectLookupParameters(odd) from odd


class SteadyAdmin(Uncut, admin.ModelAdmin):  # type: ignore[type-arg]
    """A ModelAdmin with a SteadyList, whose actions are run on keys only."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SteadyList

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any], *where: Any, **named: Any) -> Any:
        if all(map(_KEY.fullmatch, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            return super().response_action(request, queryset, *where, **named)  # 6.1 says where the action stands
        self.message_user(request, UNKNOWN, messages.WARNING)
        return None
