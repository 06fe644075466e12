"""Puts the demo into an empty site: sign-ins, pictures, catalogue, essays."""

from pathlib import Path

from django.db import transaction

from accounts.models import User
from articles.files import importing
from articles.models import Article
from films.models import Film
from filmsite.demo import catalogue, signins
from filmsite.demo.pictures import drawn
from images.models import Image

ARTICLES = Path(__file__).parent / "articles"


class Broken(Exception):
    """An essay of the demo that the site does not take; the message is the import's own."""


def in_use():
    """Whether the database holds anything of somebody's: an article, a film or a user."""
    return any(model.objects.exists() for model in (Article, Film, User))


@transaction.atomic
def load(say):
    """Load everything or nothing; `say` gets a line for each step. Raises Broken or ValidationError."""
    signins.make()
    say("Drawing pictures …")
    for drawing, content in drawn():
        Image.objects.add(f"{drawing.slug}.png", content, **drawing.fields)
    say("Adding films, people, themes and authors …")
    catalogue.load()
    say("Importing essays …")
    for outcome in importing.Run(sorted(ARTICLES.glob("*.md"))).outcomes():
        if outcome.word != importing.CREATED or outcome.note:
            raise Broken(str(outcome))
