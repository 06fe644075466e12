"""Which articles to read after one another, and why: shared films > people > themes > tags.

Rows are computed for every untrashed article when it is written, in both directions, and joined to `published()` when
they are read; so a scheduled essay enters and leaves on time.
"""

from collections import defaultdict

from django.db.models import Q

from articles.models import Article, ArticleFilm, ArticleTheme, Related
from films.models import Credit

# One shared film outweighs any number of shared people, one person any number of themes, one theme any tags.
WEIGHTS = {"films": 1000, "people": 100, "themes": 10, "tags": 1}
COUNTED = 9  # of each kind, so that many small things never outweigh a great one
NAMED = 3  # names kept for the reason of each kind


def refresh(article):
    """Compute anew the rows of `article`, and those of others that lead to it."""
    found = shared(article) if article.trashed_at is None else {}
    stale = Related.objects.filter(Q(article=article) | Q(other=article))
    stale.exclude(Q(article__in=found) | Q(other__in=found)).delete()
    rows = []
    for other, things in sorted(found.items()):
        reasons = {kind: names[:NAMED] for kind, names in things.items()}
        rows += [
            Related(article_id=one, other_id=two, score=score(things), reasons=reasons)
            for one, two in ((article.pk, other), (other, article.pk))
        ]
    # Two editors may save two articles that share something at the same moment: the later word counts.
    Related.objects.bulk_create(
        sorted(rows, key=lambda row: (row.article_id, row.other_id)),
        update_conflicts=True,
        unique_fields=["article", "other"],
        update_fields=["score", "reasons"],
    )


def score(things):
    """The weight of what two articles share, as {kind: names}."""
    return sum(WEIGHTS[kind] * min(len(names), COUNTED) for kind, names in things.items())


def shared(article):
    """Other untrashed article's id → {kind: names of what both have}, kinds in the order of their weight."""
    films = list(article.article_films.values_list("film_id", flat=True))
    others = Article.objects.untrashed().exclude(pk=article.pk)
    pairs = {
        "films": others.filter(article_films__film__in=films).values_list("pk", "article_films__film__title"),
        "people": _people(films, others),
        "themes": ArticleTheme.objects.filter(
            theme__in=article.article_themes.values("theme"), article__in=others
        ).values_list("article", "theme__name"),
        "tags": others.filter(tags__in=article.tags.all()).values_list("pk", "tags__name"),
    }
    found: dict[int, dict[str, list[str]]] = defaultdict(dict)
    for kind, rows in pairs.items():
        for other, name in sorted(set(rows)):
            found[other].setdefault(kind, []).append(name)
    return found


def _people(films, others):
    """(article, name) of people who worked on one of `films` and on another film that the article sets beside."""
    people = Credit.objects.filter(film__in=films).values("person")
    elsewhere = Credit.objects.filter(person__in=people).exclude(film__in=films).values_list("film", "person__name")
    names = defaultdict(set)
    for film, name in elsewhere:
        names[film].add(name)
    standing = ArticleFilm.objects.filter(film__in=names, article__in=others).values_list("article", "film")
    return [(other, name) for other, film in standing for name in names[film]]
