from articles.listing import visible
from films.models import Film, Theme
from filmsite.pages import page
from filmsite.pages.cards import related


def gone(request, article):
    """410 for an expired article: not a word of its own, but its films, its themes and the nearest essays."""
    films = visible(Film.objects.for_cards()).filter(pk__in=article.films.values("pk"))
    themes = visible(Theme.objects.all()).filter(pk__in=article.themes.values("pk"))
    return page(request, "pages/gone.html", status=410, films=films, themes=themes, related=related(article))
