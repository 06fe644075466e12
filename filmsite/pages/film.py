from itertools import groupby

from articles.listing import visible
from films.models import Credit, Film, Person, Theme
from filmsite.pages import page
from filmsite.pages.cards import along, essays
from filmsite.pages.moved import moved

DEPARTMENTS = list(Credit.Department)


def film(request, slug):
    """What a film is, who made it, its themes, and the essays about it."""
    rows = visible(Film.objects.all())
    row = rows.for_page().filter(slug=slug).first()
    if row is None:
        return moved(request, rows, slug)
    credits = list(row.credits.all())
    themes = visible(Theme.objects.all())
    row.directing = [credit for credit in credits if credit.job == "Director"]
    return page(
        request,
        "pages/film.html",
        film=row,
        crew=crew(credits),
        cast=[credit for credit in credits if credit.department == Credit.Department.CAST],
        people=set(visible(Person.objects.filter(credits__film=row)).values_list("pk", flat=True)),
        genres=row.genres.all(),
        themes=themes.filter(pk__in=row.themes.values("pk")) | themes.filter(along("film", row)),
        articles=essays().about(row),
    )


def crew(credits):
    """(job, its credits) of everybody behind the camera, by department as the house orders them."""
    behind = [credit for credit in credits if credit.department != Credit.Department.CAST]
    behind.sort(key=lambda credit: (DEPARTMENTS.index(credit.department), credit.job))
    return [(job, list(rows)) for job, rows in groupby(behind, key=lambda credit: credit.job)]
