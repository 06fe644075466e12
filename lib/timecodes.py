"""Moments in a film: "1:12:30" for people, seconds in the database."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

_FORM = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\Z")


def to_seconds(text: str) -> int:
    """Seconds of "1:12:30" or "12:30". Raises ValueError for anything else."""
    match = _FORM.match(text.strip())
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        raise ValueError(f"“{text}” is no timecode; write hours, minutes and seconds like 1:12:30.")
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def to_text(seconds: int) -> str:
    """4350 → "1:12:30"; hours are always written, so that 12:30 cannot be read as hours and minutes."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


class TimecodeFormField(forms.CharField):
    """A text input that gives seconds (int) or None, and shows them as a timecode."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return to_seconds(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return to_text(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class TimecodeField(models.PositiveIntegerField):  # type: ignore[type-arg]
    """Seconds from the start of a film; edited as hours:minutes:seconds."""

    def formfield(self, **kwargs: Any) -> Any:  # type: ignore[override]
        return super(models.PositiveIntegerField, self).formfield(
            **{"form_class": TimecodeFormField, "max_length": 8, **kwargs}
        )
