"""A site with n of everything, written in bulk (what stands in the texts does not matter here)."""

from datetime import timedelta

from django.utils import timezone

from articles.models import (
    FAQ,
    Article,
    ArticleFAQ,
    ArticleFilm,
    ArticleTheme,
    Author,
    Byline,
    Prompt,
    Related,
    Take,
)  # fmt: skip
from films.models import Credit, Film, Genre, Person, Theme
from tests import make


def rows(model, n, **fields):
    """n rows of `model`; a field that can be called is given the row's number."""
    made = [{name: value(i) if callable(value) else value for name, value in fields.items()} for i in range(n)]
    return model.objects.bulk_create(model(**one) for one in made)


def site(n):
    """n films, people, themes, authors, genres and articles; each article names all of the others' kinds."""
    made = {
        "films": rows(Film, n, title="Film {}".format, slug="film-{}".format, sort_key="{:03}".format, year=2000),
        "people": rows(Person, n, name="Person {}".format, slug="person-{}".format, sort_key="{:03}".format),
        "themes": rows(Theme, n, name="Theme {}".format, slug="theme-{}".format, sort_key="{:03}".format),
        "authors": rows(Author, n, name="Author {}".format, slug="author-{}".format, sort_key="{:03}".format),
        "genres": rows(Genre, n, name="Genre {}".format),
        "faqs": rows(FAQ, n, question="Question {}?".format, ref="question-{}".format, answer_html="<p>Yes.</p>"),
        "articles": articles(n),
    }
    credit(made)
    fill(made)
    picture(made)
    return made


def articles(n):
    began = timezone.now() - timedelta(days=400)
    return rows(
        Article, n + 1, title="Essay {}".format, slug="essay-{}".format, status="published", body_html="<p>Words.</p>",
        publish_at=lambda i: began + timedelta(days=i),
    )  # fmt: skip


def credit(made):
    first = made["people"][0]
    for film in made["films"]:
        rows(
            Credit,
            len(made["people"]),
            film=film,
            person=made["people"].__getitem__,
            job="Director",
            department="directing",
        )
        rows(Credit, 1, film=film, person=first, job="Actor", department="cast", character="Somebody")
        film.themes.set(made["themes"])
        film.genres.set(made["genres"])


def fill(made):
    """Every article bears all films, themes, authors and FAQs; the first one every take, prompt, tag and relation."""
    for article in made["articles"]:
        for table, column, things in (
            (ArticleFilm, "film", made["films"]), (ArticleTheme, "theme", made["themes"]),
            (Byline, "author", made["authors"]), (ArticleFAQ, "faq", made["faqs"]),
        ):  # fmt: skip
            rows(table, len(things), article=article, **{column: things.__getitem__})
    first, *others = made["articles"]
    rows(Prompt, len(others), article=first, text_html="<em>Why?</em>")
    rows(Related, len(others), article=first, other=others.__getitem__, score=1, reasons={"themes": ["Theme 0"]})
    first.tags.add(*(f"tag {i}" for i in range(len(others))))
    Take.objects.bulk_create(
        Take(article=first, theme=theme, film=film, text="Said.", text_html="Said.")
        for theme in made["themes"]
        for film in made["films"]
    )


def picture(made):
    """One real picture stands everywhere a picture can."""
    image = make.image()
    Film.objects.update(poster=image, still=image)
    Person.objects.update(portrait=image)
    Theme.objects.update(image=image)
    Author.objects.update(portrait=image)
    Article.objects.update(cover=image)
