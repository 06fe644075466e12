"""Reads catalogue.yaml into films, people, themes and authors. Nothing here looks whether they exist already."""

from pathlib import Path

import yaml

from accounts.models import User
from articles.models import Author
from films.models import Credit, Film, FilmExternalId, Genre, Person, PersonExternalId, Theme
from images.models import Image
from lib import accents

FILE = Path(__file__).parent / "catalogue.yaml"
ACCENTS = {name: number for number, name in accents.CHOICES}


def load():
    """Write everything the file holds: rows first, then their texts, which name one another."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    themes = {entry["name"]: Theme.objects.create(name=entry["name"]) for entry in data["themes"]}
    people = {entry["name"]: person(entry) for entry in data["people"]}
    films = {entry["title"]: film(entry, themes, people) for entry in data["films"]}
    for rows, entries, prose in (
        (themes, data["themes"], "description"), (people, data["people"], "bio"), (films, data["films"], "synopsis"),
    ):  # fmt: skip
        describe(rows.values(), entries, prose)
    for entry in data["authors"]:
        author(entry)


def describe(rows, entries, prose):
    """Give each row its text. Raises ValidationError when one names what is not there."""
    for row, entry in zip(rows, entries, strict=False):
        setattr(row, prose, entry[prose])
        row.full_clean()
        row.save()


def person(entry):
    """A person with external ids, still without a biography."""
    row = Person.objects.create(name=entry["name"], sort_name=entry.get("sort_name", ""))
    for scheme, value in entry.get("ids", {}).items():
        PersonExternalId.objects.create(person=row, scheme=scheme, value=value)
    return row


def film(entry, themes, people):
    """A film with everything but its synopsis; people whom only the credits name are added to `people`."""
    row = Film.objects.create(
        title=entry["title"], original_title=entry.get("original_title", ""), year=entry["year"],
        runtime_minutes=entry["runtime"], countries=entry["countries"], languages=entry["languages"],
        chosen_accent=ACCENTS[entry["accent"]],
    )  # fmt: skip
    row.poster, row.still = (Image.objects.get(slug=f"{row.slug}-{kind}") for kind in ("poster", "still"))
    row.genres.set([Genre.objects.get_or_create(name=name)[0] for name in entry["genres"]])
    row.themes.set([themes[name] for name in entry["themes"]])
    row.tags.add(*entry["tags"])
    for scheme, value in entry["ids"].items():
        FilmExternalId.objects.create(film=row, scheme=scheme, value=value)
    for position, line in enumerate(entry["credits"], start=1):
        credit(row, people, position * 10, *line)
    return row


def credit(film, people, position, name, department, job, character=""):
    """One line of a film's credits."""
    who = people.setdefault(name, None) or Person.objects.create(name=name)
    people[name] = who
    Credit.objects.create(
        film=film, person=who, department=department, job=job, character=character, position=position
    )  # fmt: skip


def author(entry):
    """An author with portrait and, where the file says so, a sign-in."""
    row = Author(name=entry["name"], bio=entry["bio"], user=User.objects.filter(email=entry.get("user")).first())
    row.save()
    row.portrait = Image.objects.get(slug=row.slug)
    row.save()
