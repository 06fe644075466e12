"""What a submitted form and the database disagree about, in words a person can compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils import formats, timezone

_SILENT = {"DELETE", "position"}


@dataclass(frozen=True)
class Difference:
    """One thing that is stored as `stored` and was submitted as `yours`."""

    label: str
    stored: str
    yours: str


def differences_of_form(form: Any) -> Iterator[Difference]:
    """One Difference per visible field of a bound, checked form whose value is not the stored one."""
    for name in form.changed_data:
        field = form.fields[name]
        if not field.widget.is_hidden:
            yield Difference(str(form[name].label), words(field, form.initial.get(name)), submitted(form, name))


def differences_of_formset(formset: Any) -> Iterator[Difference]:
    """One Difference for the whole list when its rows, in order, are not the stored ones."""
    rows = formset.model._default_manager.filter(**{formset.fk.name: formset.instance})
    stored = "\n".join(stored_line(formset, row) for row in rows)
    yours = "\n".join(submitted_line(formset, form) for form in kept(formset))
    if stored != yours:
        yield Difference(str(formset.model._meta.verbose_name_plural).capitalize(), stored, yours)


def kept(formset: Any) -> list[Any]:
    """The forms of a checked formset that are filled in and not marked for removal, in the order they ask for."""
    forms_kept = [
        form
        for form in formset.forms
        if (form.instance.pk or form.has_changed()) and not (formset.can_delete and formset._should_delete_form(form))
    ]
    return sorted(forms_kept, key=lambda form: getattr(form, "cleaned_data", {}).get("position") or 1_000_000)


def stored_line(formset: Any, row: Any) -> str:
    form = formset.form(instance=row, **formset.get_form_kwargs(None))
    return " · ".join(filter(None, (words(form.fields[n], form.initial.get(n)) for n in spoken(formset, form))))


def submitted_line(formset: Any, form: Any) -> str:
    return " · ".join(filter(None, (submitted(form, name) for name in spoken(formset, form))))


def spoken(formset: Any, form: Any) -> list[str]:
    """The fields of one row that say something."""
    return [
        name
        for name, field in form.fields.items()
        if name not in _SILENT and name != formset.fk.name and not field.widget.is_hidden
    ]


def submitted(form: Any, name: str) -> str:
    """What was typed into a field: as understood, or as it came when it could not be."""
    cleaned = getattr(form, "cleaned_data", {})
    return words(form.fields[name], cleaned[name]) if name in cleaned else str(form[name].data or "")


def words(field: Any, value: Any) -> str:
    """A form field's value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in (None, "", []):
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return chosen(field, value)
    if isinstance(value, datetime):
        return formats.localize(timezone.localtime(value))
    if isinstance(field, forms.ChoiceField):
        return str(dict(list(field.choices)).get(value, value))  # type: ignore[arg-type]
    prepared = field.prepare_value(value)
    return ", ".join(map(str, prepared)) if isinstance(prepared, list | tuple) else str(prepared)


def chosen(field: Any, value: Any) -> str:
    """The names of the rows that a choice field holds."""
    keys = field.prepare_value(value)
    keys = keys if isinstance(keys, list | tuple) else [keys]
    return ", ".join(str(row) for row in field.queryset.filter(pk__in=keys))
