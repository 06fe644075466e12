from itertools import groupby

from articles.listing import visible
from films.models import Credit, Film, Person, directors
from filmsite.pages import page
from filmsite.pages.cards import essays
from filmsite.pages.moved import moved

DEPARTMENTS = list(Credit.Department)


def person(request, slug):
    """Somebody's films by job, and the essays that discuss them."""
    rows = visible(Person.objects.select_related("portrait"))
    row = rows.filter(slug=slug).first()
    if row is None:
        return moved(request, rows, slug)
    return page(request, "pages/person.html", person=row, jobs=jobs(row), articles=essays().about(row))


def jobs(person):
    """(job, credits latest film first) of a person, visible films only, by department as the house orders them."""
    films = visible(Film.objects.all()).values("pk")
    credits = person.credits.filter(film__in=films).select_related("film__poster")
    ordered = sorted(
        credits.prefetch_related(directors("film__credits")),
        key=lambda credit: (DEPARTMENTS.index(credit.department), credit.job, -credit.film.year, credit.film.sort_key),
    )
    return [(job, list(rows)) for job, rows in groupby(ordered, key=lambda credit: credit.job)]
