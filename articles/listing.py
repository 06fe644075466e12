"""Which films, themes, people and authors have a public page: said once, here."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from articles.models import FAQ, Article, ArticleFilm, ArticleTheme, Byline, Mention

#: What leads from an article to a thing it is about, by the kind of thing.
STANDING: dict[str, tuple[Any, str]] = {
    "film": (ArticleFilm, "film"),
    "theme": (ArticleTheme, "theme"),
    "person": (ArticleFilm, "film__credits__person"),
}


def visible(rows):
    """Those of `rows` (a query set of films, themes or people) that are listed or that a published article names.

    An article names what it compares and what its texts mention; a person also by a part in a film it compares.
    """
    kind = rows.model.kind
    table, column = STANDING[kind]
    published = Article.objects.published()
    standing = table.objects.filter(article__in=published, **{column: OuterRef("pk")})
    texts = Q(article__in=published) | Q(faq__in=FAQ.objects.public()) | Q(author__articles__in=published)
    mentioned = Mention.objects.filter(texts, **{kind: OuterRef("pk")})
    return rows.filter(Q(listed=True) | Exists(standing) | Exists(mentioned))


def writing(authors):
    """Those of `authors` with a published article."""
    return authors.filter(
        Exists(Byline.objects.filter(author=OuterRef("pk"), article__in=Article.objects.published()))
    )
