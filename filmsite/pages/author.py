from articles.listing import writing
from articles.models import Author
from filmsite.pages import page
from filmsite.pages.cards import essays
from filmsite.pages.moved import moved


def author(request, slug):
    """Who writes here, and what they wrote."""
    rows = writing(Author.objects.select_related("portrait"))
    row = rows.filter(slug=slug).first()
    if row is None:
        return moved(request, rows, slug)
    links = [link for link in row.links if safe(link)]
    return page(request, "pages/author.html", author=row, links=links, articles=essays().about(row))


def safe(link):
    """Whether a stored link has a label and leads to the web or to a mailbox (never `javascript:`)."""
    if not isinstance(link, dict) or not link.get("label"):
        return False
    return str(link.get("url", "")).startswith(("https://", "http://", "mailto:"))
