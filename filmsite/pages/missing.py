import re
from difflib import SequenceMatcher
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q, Value
from django.http import HttpResponse
from django.urls import reverse

from articles.listing import visible
from articles.models import Article
from films.models import Film, Person, Theme
from filmsite.pages import page
from lib.slugs import slug_of

SHOWN = 5
LOOKED_AT = 200  # rows of each kind: likeness is worked out here, row by row
WORDS = 6


class Suggestion(NamedTuple):
    """A page that may have been meant."""

    kind: str
    slug: str
    name: str
    year: int

    def __str__(self):
        return f"{self.name} ({self.year})" if self.year else self.name

    def get_absolute_url(self):
        return reverse(self.kind, args=[self.slug])


def missing(request, exception=None) -> HttpResponse:
    """404 for any path, with what its last words are most like (one query)."""
    return page(request, "pages/missing.html", status=404, suggestions=suggestions(request.path))


def suggestions(path):
    """Up to SHOWN visible pages whose slugs are like the end of `path`, most alike first."""
    wanted = slug_of(path.rstrip("/").rpartition("/")[2][:120], "")
    beginnings = {word[:4] for word in re.findall(r"[a-z0-9]{3,}", wanted)[:WORDS]}
    if not beginnings:
        return []
    like = reduce(or_, (Q(slug__contains=beginning) for beginning in sorted(beginnings)))
    ranked = sorted(((likeness(wanted, one.slug), one) for one in pages(like)), key=lambda pair: (-pair[0], pair[1]))
    return [one for ratio, one in ranked[:SHOWN] if ratio > 0.4]


def pages(like):
    """Suggestions of every kind whose slugs are `like` that: one query for all."""
    essays = rows(Article.objects.published(), like, "article", "title")
    films = rows(visible(Film.objects.all()), like, "film", "title", "year")
    themes = rows(visible(Theme.objects.all()), like, "theme", "name")
    people = rows(visible(Person.objects.all()), like, "person", "name")
    return map(Suggestion._make, essays.union(films, themes, people, all=True).order_by())


def rows(found, like, kind, name, year=None):
    first = found.filter(like).order_by().values("pk")[:LOOKED_AT]
    return found.filter(pk__in=first).order_by().values_list(Value(kind), "slug", name, year or Value(0))


def likeness(wanted, slug):
    """0 to 1: how alike two slugs are; one that begins with the other is nearly the same."""
    head_start = 0.3 if slug.startswith(wanted) or wanted.startswith(slug) else 0
    return min(1, SequenceMatcher(None, wanted, slug).ratio() + head_start)
