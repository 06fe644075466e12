"""Builds what a test needs, with as few words as the test has to say about it."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image as Picture

from articles.models import FAQ, Article, ArticleFAQ, ArticleFilm, ArticleTheme, Author, Byline, Prompt, Take
from articles.publishing import render
from films.models import Credit, Film, Person, Theme
from images.models import Image


def film(title="Her", year=2013, **fields):
    return Film.objects.create(title=title, year=year, **fields)


def theme(name="Loneliness", **fields):
    return Theme.objects.create(name=name, **fields)


def person(name="Sofia Coppola", **fields):
    return Person.objects.create(name=name, **fields)


def credit(film, person, job="Director", department=Credit.Department.DIRECTING, **fields):
    return Credit.objects.create(film=film, person=person, job=job, department=department, **fields)


def author(name="Ida Marchetti", **fields):
    return Author.objects.create(name=name, **fields)


def faq(question="Is it a sad film?", answer="It is a *patient* one.", **fields):
    return FAQ.objects.create(question=question, answer=answer, **fields)


def picture_file(name="window.png", size=(640, 360), colour="#884422", format="PNG"):
    """An upload of one plain picture."""
    buffer = io.BytesIO()
    Picture.new("RGB", size, colour).save(buffer, format)
    return SimpleUploadedFile(name, buffer.getvalue(), content_type=f"image/{format.lower()}")


def image(name="window.png", alt="A window at night", **fields):
    size, colour = fields.pop("size", (640, 360)), fields.pop("colour", "#884422")
    return Image.objects.create(file=picture_file(name, size, colour), alt=alt, **fields)


def article(title="Two rooms", *, films=(), themes=(), takes=(), faqs=(), prompts=(), authors=(), tags=(), **fields):
    """A draft with everything it is given, rendered. `takes` are (theme, film, text) or (…, {more fields})."""
    row = Article.objects.create(title=title, **fields)
    for kind, column, things in (
        (ArticleFilm, "film", films), (ArticleTheme, "theme", themes), (ArticleFAQ, "faq", faqs),
        (Byline, "author", authors), (Prompt, "text", prompts),
    ):  # fmt: skip
        for position, thing in enumerate(things, start=1):
            kind.objects.create(article=row, position=position * 10, **{column: thing})
    for theme, film, text, *more in takes:
        Take.objects.create(article=row, theme=theme, film=film, text=text, **(more[0] if more else {}))
    row.tags.add(*tags)
    render(row)
    return row


def published(title="Two rooms", **fields):
    """An article that is live since yesterday."""
    return article(title, **{"status": "published", "publish_at": timezone.now() - timedelta(days=1), **fields})


def scheduled(title="Two rooms later", **fields):
    return published(title, **{"publish_at": timezone.now() + timedelta(days=1), **fields})


def expired(title="Two rooms gone", **fields):
    return published(
        title,
        **{
            "publish_at": timezone.now() - timedelta(days=9),
            "expire_at": timezone.now() - timedelta(days=1),
            **fields,
        },
    )


def trashed(title="Two rooms thrown away", **fields):
    return published(title, **{"trashed_at": timezone.now(), **fields})
