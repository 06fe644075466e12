"""What search engines and link previews are told. Never a word that a spoiler covers: titles, deks, names only."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe

#: Within <script> these three could end the data block or begin a comment.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def absolute(path):
    """The full address of a path of this site; made from SITE_URL, never from the Host header."""
    return f"{settings.SITE_URL}{path}"


def data_block(data):
    """`data` as JSON that may stand inside <script type="application/ld+json">."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))


def article_data(article):
    """An article in the words of schema.org."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.title,
        "description": article.seo_description or article.dek,
        "url": absolute(article.get_absolute_url()),
        "author": [{"@type": "Person", "name": author.name} for author in article.by],
        "about": [{"@type": "Movie", "name": film.title, "dateCreated": str(film.year)} for film in article.in_films],
        "wordCount": article.word_count,
    }
    if article.publish_at:
        data["datePublished"] = article.publish_at.isoformat()
    if article.updated_on:
        data["dateModified"] = article.updated_on.isoformat()
    return data
