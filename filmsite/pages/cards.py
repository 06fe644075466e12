"""Query sets of what stands on cards, named in one place."""

from django.db.models import Exists, OuterRef, Prefetch

from articles.listing import visible
from articles.models import Article, ArticleFilm, Related, Take
from films.models import Film, directors


def essays():
    """Published articles, latest first, ready for cards (3 queries)."""
    return Article.objects.published().for_cards().newest()


def billed_essays():
    """`essays()` that also show their films' posters (4 queries)."""
    return essays().prefetch_related(directors("article_films__film__credits"))


def related(article, most=4):
    """Published articles worth reading after `article`, each with its reasons (2 queries)."""
    films = Prefetch("other__article_films", ArticleFilm.objects.select_related("film__poster"))
    rows = Related.objects.filter(article=article, other__in=Article.objects.published())
    return rows.select_related("other__cover").prefetch_related(films)[:most]


def along(column, thing):
    """Whether a published article makes a claim that joins the row in hand to `thing`: an Exists over takes."""
    other = "film" if column == "theme" else "theme"
    takes = Take.objects.filter(article__in=Article.objects.published(), **{column: thing, other: OuterRef("pk")})
    return Exists(takes)


def films_of(theme):
    """Visible films that are tied to a theme, by an editor or by a published claim (2 queries)."""
    films = visible(Film.objects.for_cards())
    return films.filter(pk__in=theme.films.values("pk")) | films.filter(along("theme", theme))
