"""What a text on this floor may name: films, themes, people, pictures. One query per kind, one more per kind on a miss."""

from django.db.models import Q

from films.models import Film, OldSlug, Person, Theme
from images.models import Image
from lib.markup import Reference, Target

MODELS = {"film": Film, "theme": Theme, "person": Person}


def rows(kind, slugs):
    """Slug → live row of `kind`; an outgrown slug leads to its row, a live one wins."""
    found = {row.slug: row for row in MODELS[kind].objects.filter(slug__in=slugs)}
    missing = set(slugs) - found.keys()
    return {**OldSlug.current(kind, missing), **found} if missing else found


def target(row):
    """A film, theme or person as lib.markup sees it."""
    if isinstance(row, Film):
        return Target(row.title, row.get_absolute_url(), year=row.year, runtime=row.runtime_minutes)
    return Target(row.name, row.get_absolute_url())


def resolve(references):
    """Those of `references` that this floor knows, as {Reference: Target}."""
    resolved = {}
    for kind in MODELS:
        slugs = {reference.key for reference in references if reference.kind == kind}
        if slugs:
            resolved |= {Reference(kind, slug): target(row) for slug, row in rows(kind, slugs).items()}
    pictures = {reference.key for reference in references if reference.kind == "image"}
    for image in Image.objects.filter(Q(slug__in=pictures)) if pictures else ():
        resolved[Reference("image", image.slug)] = Target(image.slug, picture=image.as_picture())
    return resolved
