"""A form whose one text is rendered before it is saved, so that what is wrong is said at the field."""

from django import forms

from articles import publishing


class CheckedForm(forms.ModelForm):
    """The form of a row with one text (FAQ, author)."""

    def _post_clean(self):  # where the form's values have reached the row
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            for complaint in publishing.check(self.instance):
                self.add_error(complaint.field if complaint.field in self.fields else None, str(complaint))
