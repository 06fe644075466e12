"""Ordered rows inside an admin form."""

import re
from typing import Any

from admin_ordering.admin import OrderableAdmin
from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet

from lib.writing import Uncut

STEP, HIGHEST = 10, 32_767


class OrderedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row that counts as filled in only when something besides its position is: an empty last row does no harm."""

    def has_changed(self) -> bool:
        ignored = {"position"} if self.instance._state.adding else set()
        return bool(set(self.changed_data) - ignored)


class OrderedFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows by `position`; a new one without a position goes to the end. A row deleted meanwhile becomes a new one."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            living = {str(row.pk) for row in self.get_queryset()}
            self.data = revived(self.data, str(self.prefix), living)

    def save(self, commit: bool = True) -> Any:
        kept = [form for form in self.forms if form.has_changed() and form not in self.deleted_forms]
        last = max((form.cleaned_data.get("position") or 0 for form in self.forms if form.is_valid()), default=0)
        for form in kept:
            if not form.cleaned_data.get("position"):
                last = min(last + STEP, HIGHEST)
                form.instance.position = last
        return super().save(commit)


class OrderedInline(Uncut, OrderableAdmin, admin.TabularInline):  # type: ignore[type-arg]
    """A table of ordered rows (numbers, or dragging), with one empty row at its end so that it needs no JavaScript.

    Whoever may change the form it stands in may change its rows.
    """

    ordering_field = "position"
    form = OrderedForm
    formset = OrderedFormSet
    extra = 1
    template = "admin/edit_inline/tabular.html"

    def allowed(self, *_: Any) -> bool:
        return True

    has_view_permission = has_add_permission = has_change_permission = has_delete_permission = allowed  # type: ignore[assignment]


def revived(data: Any, prefix: str, living: set[str]) -> Any:
    """Posted rows in which those whose stored row is gone stand last and count as new, so that nothing typed is lost.

    `living` holds the ids that still exist. Returns `data` itself when every row is alive.
    """
    count = data.get(f"{prefix}-INITIAL_FORMS", "")
    first = range(int(count) if re.fullmatch(r"\d{1,4}", count) else 0)
    dead = {n for n in first if data.get(f"{prefix}-{n}-id") not in living}
    if not dead:
        return data
    return renumbered(data, prefix, sorted(first, key=lambda n: n in dead), dead)


def renumbered(data: Any, prefix: str, order: list[int], dead: set[int]) -> Any:
    """`data` with its first rows in another order, those of `dead` without their id."""
    moved = data.copy()
    number = {old: new for new, old in enumerate(order)}
    for key in data:
        match = re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,4}})-(\w+)", key)
        if match and int(match[1]) in number:
            moved.setlist(f"{prefix}-{number[int(match[1])]}-{match[2]}", data.getlist(key))
    for old in dead:
        moved[f"{prefix}-{number[old]}-id"] = ""
    moved[f"{prefix}-INITIAL_FORMS"] = str(len(order) - len(dead))
    return moved
