"""Moments in a film: "1:12:30" for people, seconds in the database."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from lib.text import to_seconds as to_seconds
from lib.text import to_text as to_text


class TimecodeFormField(forms.CharField):
    """A text input that gives seconds (int) or None, and shows them as a timecode."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No `maxlength`: a browser would silently cut what is pasted."""
        return {}

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return to_seconds(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def run_validators(self, value: Any) -> None:
        """Nothing more to check: to_python() took the text apart, and seconds have no length."""

    def prepare_value(self, value: Any) -> Any:
        return to_text(value) if isinstance(value, int) else value


class TimecodeField(models.PositiveIntegerField):  # type: ignore[type-arg]
    """Seconds from the start of a film; edited as hours:minutes:seconds."""

    def formfield(self, **kwargs: Any) -> Any:
        return super(models.PositiveIntegerField, self).formfield(
            **{"form_class": TimecodeFormField, "max_length": 8, **kwargs}
        )
