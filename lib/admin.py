"""The admin's guard against lost work: a form that was opened before somebody else's save is refused.

    class ThemeAdmin(VersionedAdmin):
        fieldsets = …            # as always; the hidden field is added by itself

The model is a lib.versions.Versioned. The form carries `seen_version`, the version its row had when it was opened. A
POST whose `seen_version` is not the row's version (read under a lock) saves nothing and shows the form again: every
field that differs is shown as stored now, beside what was typed, and the form keeps what was typed. That page carries
the new version, so saving again from it goes through. A client test posts `seen_version` along.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.http import HttpRequest, HttpResponse, QueryDict

from lib.differences import Difference, differences_of_form, differences_of_formset
from lib.lists import SteadyAdmin

FIELD = "seen_version"


class VersionedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that is invalid, and says so in `outdated`, when its row was saved after it was opened."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    outdated = False
    check_version = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[FIELD] = self.instance.version

    def clean(self) -> Any:
        cleaned = super().clean()
        stored = self.initial[FIELD]
        is_new = self.instance._state.adding
        if self.check_version and not is_new and self.cleaned_data.get(FIELD) != stored:
            self.outdated = True
            data = cast(QueryDict, self.data).copy()  # the next save from this page knows what it overwrites
            data[self.add_prefix(FIELD)] = str(stored)
            self.data = data
            self.add_error(None, "This was changed after you opened it, and nothing of yours is saved yet.")
        return cleaned


class VersionedAdmin(SteadyAdmin):
    """A ModelAdmin whose outdated forms are refused with both texts shown. See the module's text."""

    change_form_template = "admin/versioned_form.html"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = list(super().get_fieldsets(request, obj))
        shown = [name for _, options in fieldsets for name in options["fields"]]
        if obj is None or FIELD in shown or not self.has_change_permission(request, obj):
            return fieldsets
        (name, options), *rest = fieldsets
        return [(name, {**options, "fields": [*options["fields"], FIELD]}), *rest]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if kwargs.get("fields"):
            kwargs["fields"] = [name for name in kwargs["fields"] if name != FIELD]
        form: Any = super().get_form(request, obj, change, **kwargs)
        return type(form)(form.__name__, (VersionedForm, form), {})

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        row = super().get_object(request, object_id, from_field)
        if row is None or request.method != "POST" or not connection.features.has_select_for_update:
            return row  # SQLite: the transaction holds the write lock since its beginning
        if connection.in_atomic_block:
            list(self.model._base_manager.select_for_update().filter(pk=row.pk).values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "outdated", False):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["conflict"] = {
                "differences": list(self.differences(form, formsets)),
                "last": last_change(form.instance),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def differences(self, form: Any, formsets: Iterable[Any]) -> Iterator[Difference]:
        """What an outdated form and the database disagree about; override it to add what stands outside both."""
        yield from differences_of_form(form)
        for formset in formsets:
            yield from differences_of_formset(formset)


def last_change(row: models.Model) -> LogEntry | None:
    """The admin's last note about a row: by whom (`user`) and when (`action_time`)."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row, for_concrete_model=False), object_id=str(row.pk)
    )
    return entries.select_related("user").order_by("-action_time").first()
