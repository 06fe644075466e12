"""What a text on this floor may name besides films, themes, people and pictures: articles, and its own takes."""

from django.utils import timezone

from articles.models import Article, OldSlug
from films import references as below
from films.references import keys
from lib.markup import Reference, Target

#: Ids of an article's headings begin so, and can never be an id of the page around it.
HEADING = "s-"


def found(references, takes=()):
    """Those of `references` that are known here or below, as {Reference: row}; takes are looked for in `takes`."""
    known = below.found(references)
    if slugs := keys(references, "article"):
        rows = {row.slug: row for row in Article.objects.filter(slug__in=slugs)}
        missing = slugs - rows.keys()
        old = OldSlug.current("article", missing) if missing else {}
        known |= {Reference("article", slug): row for slug, row in {**old, **rows}.items()}
    own = {f"{take.theme.slug}/{take.film.slug}": take for take in takes}
    known |= {Reference("take", key): own[key] for key in keys(references, "take") & own.keys()}
    return known


def moment_of(article=None):
    """When readers meet a text: the moment its article goes live, if that is still to come, else now."""
    now = timezone.now()
    return max(now, article.publish_at) if article is not None and article.publish_at else now


def target(row, moment):
    """A row as lib.markup sees it; an article that is not live at `moment` has no address to follow."""
    if isinstance(row, Article):
        url = row.get_absolute_url() if row.live_at(moment) else ""
        return Target(row.title, url, headings=frozenset(heading["id"] for heading in row.headings), prefix=HEADING)
    if hasattr(row, "evidence"):  # a take
        url = f"#take-{row.theme.slug}--{row.film.slug}" if row.has_place else ""
        return Target(row.theme.name, url, html=row.text_html, film=row.film.slug, spoiler=row.spoiler)
    return below.target(row)
