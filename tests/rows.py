"""One row of every model of the admin, and its addresses there."""

from django.contrib.auth.models import Group
from taggit.models import Tag

from films.models import Genre
from tests import make


def one_of_each(owner):
    """{label: row}; the article is a draft of `owner`, and uses the others."""
    film, theme, author, faq = make.film(), make.theme(), make.author(), make.faq()
    parts = {"films": [film], "themes": [theme], "authors": [author], "faqs": [faq], "tags": ["city"]}
    person = make.credit(film, make.person()).person
    return {
        "films.film": film, "films.person": person, "films.theme": theme,
        "films.genre": Genre.objects.create(name="Drama"), "images.image": make.image(),
        "articles.article": make.article("Hers", owner=owner, **parts), "articles.author": author,
        "articles.faq": faq, "taggit.tag": Tag.objects.get(),
        "accounts.user": owner, "auth.group": Group.objects.order_by("pk").first(),
    }  # fmt: skip


def addresses(label, row):
    """What can be opened → its address in the admin, for one row."""
    start = f"/admin/{label.replace('.', '/')}"
    return {
        "list": f"{start}/",
        "add": f"{start}/add/",
        "change": f"{start}/{row.pk}/change/",
        "history": f"{start}/{row.pk}/history/",
        "delete": f"{start}/{row.pk}/delete/",
        "short": f"{start}/{row.pk}/",
    }
