"""An article's form as somebody at the desk uses it: open, fill in, save."""

from articles.models import Article
from tests.submitted import fields

ADD = "/admin/articles/article/add/"


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def opened(client, article=None):
    """The fields of the form, as they stand when it is opened."""
    response = client.get(address(article) if article else ADD)
    assert response.status_code == 200, response
    return {**fields(response), "_continue": "Save"}


def save(client, article=None, data=None, **changes):
    """Open the form (unless `data` was opened before), fill in `changes` and save it."""
    data = {**(data or opened(client, article)), **changes}
    return client.post(address(article) if article else ADD, data)


def saved(client, article=None, data=None, **changes):
    """Like save(), when it must go well: gives the article."""
    response = save(client, article, data, **changes)
    assert response.status_code == 302, errors(response)
    return Article.objects.get(pk=article.pk) if article else Article.objects.latest("pk")


def errors(response):
    """All that a refused form says is wrong, as one text."""
    form = response.context["adminform"].form
    cells = [str(cell.errors) + str(cell.complaints) for cell in form.grid.cells.values()]
    return str(response.context["errors"]) + str(form.errors) + str(form.grid.errors) + "".join(cells)


def take(theme, film, name="text"):
    """The name of a cell's field."""
    return f"take-{theme.pk}-{film.pk}-{name}"
