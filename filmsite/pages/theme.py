from articles.listing import visible
from films.models import Theme
from filmsite.pages import page
from filmsite.pages.cards import essays, films_of
from filmsite.pages.moved import moved


def theme(request, slug):
    """What a theme is, the films tied to it, and the essays that compare along it."""
    rows = visible(Theme.objects.select_related("image"))
    row = rows.filter(slug=slug).first()
    if row is None:
        return moved(request, rows, slug)
    return page(request, "pages/theme.html", theme=row, films=films_of(row), articles=essays().about(row))
