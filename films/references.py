"""What a text on this floor may name: films, themes, people, pictures. One query per kind, one more on a miss."""

from dataclasses import replace
from typing import Any

from films.models import Film, OldSlug, Person, Theme
from images.models import Image
from lib.markup import Reference, Target

MODELS = {"film": Film, "theme": Theme, "person": Person}


def rows(kind, slugs):
    """Slug → row of `kind`: the live one, else the one that an outgrown slug leads to."""
    found = {row.slug: row for row in MODELS[kind]._default_manager.filter(slug__in=slugs)}
    missing = set(slugs) - found.keys()
    return {**OldSlug.current(kind, missing), **found} if missing else found


def keys(references, kind):
    """The keys of those references that are of one kind."""
    return {reference.key for reference in references if reference.kind == kind}


def found(references):
    """Those of `references` that this floor knows, as {Reference: row}."""
    known: dict[Reference, Any] = {}
    for kind in MODELS:
        if slugs := keys(references, kind):
            known |= {Reference(kind, slug): row for slug, row in rows(kind, slugs).items()}
    if slugs := keys(references, "image"):
        known |= {Reference("image", image.slug): image for image in Image.objects.filter(slug__in=slugs)}
    return known


def target(row):
    """A row of this floor, or a picture, as lib.markup sees it."""
    if isinstance(row, Film):
        return Target(row.title, row.get_absolute_url(), year=row.year, runtime=row.runtime_minutes)
    if isinstance(row, Image):
        return Target(row.slug, picture=row.as_picture())
    return Target(row.name, row.get_absolute_url())


def resolve(references):
    """Those of `references` that this floor knows, as {Reference: Target}.

    What is not listed has no address to follow here: whether an essay leads to it is known upstairs only.
    """
    targets = {reference: (target(row), getattr(row, "listed", True)) for reference, row in found(references).items()}
    return {reference: seen if listed else replace(seen, url="") for reference, (seen, listed) in targets.items()}
