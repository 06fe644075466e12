"""The article as a document: plain data that holds every field and relation an editor can set.

Import, export and the preview of unsaved work all go through this pair:

    document = to_document(article)
    article = apply(document, article)     # or apply(document, Article())

A document is whole: what it leaves out is empty, except `ref`, `slug` and `owner`, which then stay as they are. No
document holds what follows from the rest (rendered texts, counts, mentions, related articles), what the machine notes
(version, modified, first publication, import digests), or the trash, which is no part of what an article says.
"""

import hashlib
import json

from django.db import transaction

from articles import publishing
from articles.document import moments, schema
from articles.document.cells import to_matrix
from articles.document.entries import to_entry
from articles.document.rows import plain, without_empty
from articles.document.schema import Invalid
from articles.document.writing import Writer
from lib.text import fold

__all__ = ["Invalid", "apply", "state", "to_document", "write"]

ALWAYS = {"title", "slug", "status", "comments", "body"}


def to_document(article):
    """`article` as plain data (str, list, dict, bool), in the order a file has; empty entries are left out."""
    document = {
        "ref": article.ref,
        "title": plain(article.title),
        "slug": article.slug,
        "dek": plain(article.dek),
        "date": moments.to_text(article.publish_at),
        "updated": article.updated_on and article.updated_on.isoformat(),
        "expire": moments.to_text(article.expire_at),
        "status": str(article.status),
        "owner": article.owner and article.owner.email,
        **(relations(article) if article.pk else {}),
        "cover": article.cover and {"image": article.cover.slug},
        "seo": without_empty({"title": plain(article.seo_title), "description": plain(article.seo_description)}),
        "comments": "open" if article.comments_open else "closed",
        "body": plain(article.body),
    }
    return {key: value for key, value in document.items() if value or key in ALWAYS}


def relations(article):
    """What stands in other tables, always asked anew."""
    authors = [row.author for row in article.bylines.select_related("author")]
    films = [row.film for row in article.article_films.select_related("film")]
    themes = [row.theme for row in article.article_themes.select_related("theme")]
    return {
        "authors": [{"slug": author.slug, "name": plain(author.name)} for author in authors],
        "films": [film.slug for film in films],
        "themes": [plain(theme.name) for theme in themes],
        "tags": sorted((plain(tag.name) for tag in article.tags.all()), key=lambda name: (fold(name), name)),
        "takes": to_matrix(article, films, themes),
        "faqs": [to_entry(row.faq) for row in article.article_faqs.select_related("faq")],
        "prompts": [plain(text) for text in article.prompts.order_by("position", "id").values_list("text", flat=True)],
    }


def state(article):
    """SHA-256 of what an editor could have changed: two articles of the same state say the same."""
    canonical = json.dumps(to_document(article), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@transaction.atomic
def apply(document, article, *, overwrite=False):
    """Write `document` into `article` (new or existing) and render it; the same document twice changes nothing.

    `overwrite` also changes FAQ entries that stand elsewhere. Gives `article`, with `complaints` about a draft's text.
    Raises Invalid (a document that names what is not there, or holds what no article may) and publishing.Refused (a
    published article with a text that readers cannot be shown); nothing is written then.
    """
    changed = write(document, article, overwrite=overwrite)
    article.complaints = list(publishing.render(article)) if changed else []
    return article


@transaction.atomic
def write(document, article, *, overwrite=False):
    """The first half of apply(), without rendering; gives whether anything changed. Raises Invalid."""
    return Writer(schema.read(document), article, overwrite).write()
