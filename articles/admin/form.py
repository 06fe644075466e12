"""The article's form: its own fields, the grid of takes, and what publishing says about both."""

from django import forms

from articles import publishing
from articles.admin.grid import Grid
from lib.writing import Dialect, Prose

FAULTY_TAKES = "Some takes need mending; each says in its cell what is wrong."


class ArticleForm(forms.ModelForm):
    """An article with its `grid`. `complaints` are what publishing said when it refused this very form."""

    complaints: tuple[publishing.Complaint, ...] = ()

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "dek": Prose(attrs={"rows": 2}),
            "body": Dialect(attrs={"rows": 30}),
            "seo_title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "seo_description": Prose(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.grid = Grid(self.data if self.is_bound else None, self.instance)

    def clean(self):
        cleaned = super().clean()
        for complaint in self.complaints:
            self.complain(complaint)
        if not self.grid.is_valid() or any(complaint.field == "takes" for complaint in self.complaints):
            self.add_error(None, FAULTY_TAKES)
        return cleaned

    def complain(self, complaint):
        """Say one complaint where the writer can mend it: at the field, in the cell, or on top."""
        if complaint.field == "takes":
            self.grid.complain(complaint)
        else:
            self.add_error(complaint.field if complaint.field in self.fields else None, str(complaint))
