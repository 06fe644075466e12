"""Articles to files that import_articles reads again: pictures beside them, nothing an import would have to guess."""

import re
from pathlib import Path

from articles.document import to_document
from articles.files import front_matter
from articles.files.enclosures import enclose, file_name
from articles.models import Article
from films.models import Film
from images.files import read
from lib.slugs import numbered

SAFE_NAME = re.compile(r"[\w][\w.-]{0,99}")


def export(folder):
    """Write every article that is not in the trash into `folder`; gives their number. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    refs = {ref.casefold() for ref in Article.objects.values_list("ref", flat=True) if ref}
    articles = Article.objects.untrashed().order_by("pk")
    for article in articles.iterator():
        ref = article.ref or numbered(article.slug, refs)
        refs.add(ref.casefold())
        document, images = enclose(to_document(article) | {"ref": ref})
        name = numbered(ref if SAFE_NAME.fullmatch(ref) else article.slug, taken)
        taken.add(name.casefold())
        replace(folder / f"{name}.md", front_matter.write(with_films(document)).encode())
        for image in images:
            replace(folder / file_name(image), read(image.file.name))
    return len(taken)


def with_films(document):
    """The document with each film's title, year and directors, so that a site without them can make them."""
    lists = [document.get("films", []), *(entry.get("films", []) for entry in document.get("faqs", []))]
    films = {film.slug: film for film in Film.objects.filter(slug__in=set().union(*lists)).for_cards()}
    told = dict(document)
    if "films" in told:
        told["films"] = [named(films[slug]) for slug in told["films"]]
    if "faqs" in told:
        told["faqs"] = [
            {**entry, "films": [named(films[slug]) for slug in entry["films"]]} if "films" in entry else entry
            for entry in told["faqs"]
        ]
    return told


def named(film):
    """A film as a file names it."""
    directors = [credit.person.name for credit in film.directing]
    entry = {"slug": film.slug, "title": film.title, "year": str(film.year)}
    return entry | ({"director": directors if len(directors) > 1 else directors[0]} if directors else {})


def replace(path: Path, content):
    """Put `content` where `path` says, whole or not at all; what is there already and the same is left alone."""
    path.parent.mkdir(exist_ok=True)
    if path.is_file() and path.read_bytes() == content:
        return
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(content)
    draft.replace(path)
