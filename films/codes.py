"""Countries and languages as an editor writes them: "US, JP", stored as ["US", "JP"]."""

import re

from django import forms
from django.core.exceptions import ValidationError


class CodesField(forms.CharField):
    """A line of two-letter codes, separated by commas or spaces; gives a list, in capitals or in small letters."""

    def __init__(self, *, example, capitals=True, **options):
        options = {"required": False, "help_text": f"Two letters each, separated by commas: {example}", **options}
        super().__init__(**options)
        self.example, self.capitals = example, capitals

    def to_python(self, value):
        """Raises ValidationError that names the first code that is none."""
        codes = [code.upper() if self.capitals else code.lower() for code in re.split(r"[\s,;]+", value or "") if code]
        for code in codes:
            if not re.fullmatch("[A-Za-z]{2}", code):
                raise ValidationError(f"“{code}” is no code of two letters. Write them like this: {self.example}")
        return list(dict.fromkeys(codes))

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial or []), self.prepare_value(self._given(data)))

    def _given(self, data):
        try:
            return self.to_python(data)
        except ValidationError:
            return data


def countries():
    """The form field of Film.countries."""
    return CodesField(example="US, JP")


def languages():
    """The form field of Film.languages."""
    return CodesField(example="en, ja", capitals=False)
