import re
from difflib import SequenceMatcher
from functools import reduce
from operator import or_

from django.db.models import Q
from django.http import HttpResponse

from articles.listing import visible
from articles.models import Article
from films.models import Film, Person, Theme
from filmsite.pages import page
from lib.slugs import slug_of

SHOWN = 5
LOOKED_AT = 200  # rows of each kind: likeness is worked out here, row by row
WORDS = 6


def missing(request, exception=None) -> HttpResponse:
    """404 for any path, with what its last words are most like (3 queries at most)."""
    return page(request, "pages/missing.html", status=404, suggestions=suggestions(request.path))


def suggestions(path):
    """Up to SHOWN visible rows whose slugs are like the end of `path`, most alike first."""
    wanted = slug_of(path.rstrip("/").rpartition("/")[2][:120], "")
    beginnings = {word[:4] for word in re.findall(r"[a-z0-9]{3,}", wanted)[:WORDS]}
    if not beginnings:
        return []
    like = reduce(or_, (Q(slug__contains=beginning) for beginning in sorted(beginnings)))
    rows = [row for kind in kinds(path) for row in kind.filter(like)[:LOOKED_AT]]
    ranked = sorted(((likeness(wanted, row.slug), row) for row in rows), key=lambda pair: -pair[0])
    return [row for ratio, row in ranked[:SHOWN] if ratio > 0.4]


def kinds(path):
    """Where to look, by the section that the path names: three query sets."""
    third = Person if path.startswith("/people/") else Theme
    return [Article.objects.published(), visible(Film.objects.all()), visible(third.objects.all())]


def likeness(wanted, slug):
    """0 to 1: how alike two slugs are; one that begins with the other is nearly the same."""
    head_start = 0.3 if slug.startswith(wanted) or wanted.startswith(slug) else 0
    return min(1, SequenceMatcher(None, wanted, slug).ratio() + head_start)
