"""The takes of an article as one table inside its form: themes down, films across, a take in each cell."""

import re

from django import forms

from articles.models import Take
from films.models import Film, Theme
from lib.differences import Difference, submitted, words
from lib.timecodes import to_text
from lib.writing import Prose

_KEY = re.compile(r"take-(\d{1,9})-(\d{1,9})-(?:text|evidence|timecode|spoiler|gone)")
MISSING = "A film or theme that a take belonged to has been deleted meanwhile; this take was not kept: “{}”"


class Cell(forms.ModelForm):
    """One take, called `name` ("Loneliness · Her"). Without text and evidence it is none; `gone` deletes it."""

    gone = forms.BooleanField(required=False, label="Delete this take")

    class Meta:
        model = Take
        fields = ["text", "evidence", "timecode", "spoiler"]
        widgets = {"text": Prose(attrs={"rows": 5}), "evidence": Prose(attrs={"rows": 2})}

    def __init__(self, data, take, name=""):
        prefix = f"take-{take.theme_id}-{take.film_id}"
        self.name = name or f"{take.theme} · {take.film.title}"
        super().__init__(data, instance=take, prefix=prefix, use_required_attribute=False)
        self.fields["text"].required = False
        for field in self.fields.values():
            field.help_text = ""  # the table says it once
        self.complaints = []

    @property
    def holds_something(self):
        """A stored take, or words that were typed."""
        return bool(self.instance.pk or (self.is_bound and (self["text"].data or self["evidence"].data)))

    @property
    def is_open(self):
        """The disclosure is open when something behind it is wrong or already said."""
        return any(self[name].errors or self[name].value() for name in ("evidence", "timecode", "spoiler"))

    def clean(self):
        cleaned = super().clean() or {}
        if cleaned.get("gone"):
            self.errors.clear()
            return cleaned
        if not cleaned.get("text") and "text" not in self.errors and self.stands_on_something(cleaned):
            self.add_error("text", "Write the take that this stands behind, or empty evidence and timecode as well.")
        ends = (self.instance.film.runtime_minutes or 0) * 60
        if ends and (cleaned.get("timecode") or 0) > ends:
            self.add_error("timecode", f"{self.instance.film.title} ends at {to_text(ends)}.")
        return cleaned

    def stands_on_something(self, cleaned):
        return cleaned.get("evidence") or cleaned.get("timecode") is not None

    def store(self, article):
        """Save, create or delete this take as the form asks."""
        keep = self.cleaned_data.get("text") and not self.cleaned_data.get("gone")
        if keep and self.has_changed():
            self.instance.article = article
            self.instance.save()
        elif not keep and self.instance.pk:
            self.instance.delete()

    def difference(self):
        """The stored take beside the submitted one."""
        names = [name for name in self.fields if name in self.changed_data]
        return Difference(
            self.name,
            "\n".join(words(self.fields[name], self.initial.get(name)) for name in names),
            "\n".join(submitted(self, name) for name in names),
        )


class Grid:
    """Every take of one article: stored ones, and those that a POST holds (`data`; None for a form just opened).

    A cell belongs to a pair (theme id, film id), whether or not the article lists both: a take whose film or theme
    was taken out of the article stays, as an orphan, until somebody deletes it.
    """

    def __init__(self, data, article):
        stored = article.takes.select_related("theme", "film") if article.pk else ()
        takes = {(take.theme_id, take.film_id): take for take in stored}
        posted = {(int(key[1]), int(key[2])) for key in map(_KEY.fullmatch, data or ()) if key}
        new, self.errors = new_takes(posted - takes.keys(), data)
        self.cells = {pair: Cell(data if pair in posted else None, take) for pair, take in (takes | new).items()}

    @property
    def bound(self):
        return [cell for cell in self.cells.values() if cell.is_bound]

    def is_valid(self):
        """Whether every submitted cell is right; what is wrong stands in the cells and in `errors`."""
        return all(cell.is_valid() for cell in self.bound) and not self.errors

    def complain(self, complaint):
        """Put what publishing said about a take into its cell, or above the table when there is none."""
        cell = next((cell for cell in self.cells.values() if cell.name == complaint.place), None)
        (cell.complaints if cell else self.errors).append(complaint.message if cell else str(complaint))

    def save(self, article):
        """Write what was submitted; the form is valid and the article has been saved."""
        for cell in self.bound:
            cell.store(article)

    def differences(self):
        """For an outdated form: the submitted cells that are not what is stored."""
        return [cell.difference() for cell in self.bound if cell.has_changed()]

    def rows(self, themes, films):
        """The table: (theme, its cells in the order of `films`) per theme."""
        return [(theme, [self.cell(theme, film) for film in films]) for theme in themes]

    def cell(self, theme, film):
        return self.cells.get((theme.pk, film.pk)) or Cell(None, Take(theme=theme, film=film))

    def blank(self):
        """The cell that JavaScript copies for a pair that the server has not seen."""
        return Cell(None, Take(theme_id="__theme__", film_id="__film__"), name="__name__")

    def orphans(self, themes, films):
        """The cells with something in them whose theme or film does not stand in the article."""
        placed = {(theme.pk, film.pk) for theme in themes for film in films}
        return [cell for pair, cell in self.cells.items() if pair not in placed and cell.holds_something]


def new_takes(pairs, data):
    """({pair: Take} for the pairs whose theme and film exist, what to say about the others)."""
    themes = Theme.objects.in_bulk({theme for theme, _ in pairs})
    films = Film.objects.in_bulk({film for _, film in pairs})
    takes, errors = {}, []
    for theme, film in sorted(pairs):
        if theme in themes and film in films:
            takes[theme, film] = Take(theme=themes[theme], film=films[film])
        elif text := data.get(f"take-{theme}-{film}-text"):
            errors.append(MISSING.format(text))
    return takes, errors


def chosen(formset, column, model):
    """The rows of `model` that an inline holds, as submitted or stored, in order; those to be removed left out."""
    wanted = []
    for number, form in enumerate(formset.forms):
        key, position = form[column].value(), str(form["position"].value() or "")
        removed = formset.is_bound and formset.can_delete and formset._should_delete_form(form)
        if not removed and re.fullmatch(r"\d{1,9}", str(key)):
            wanted.append((int(position) if position.isdecimal() and int(position) else 1_000_000, number, int(key)))
    found = model.objects.in_bulk({key for *_, key in wanted})
    return list({key: found[key] for *_, key in sorted(wanted) if key in found}.values())
