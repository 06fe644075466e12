from articles.listing import visible
from films.models import Theme
from filmsite.pages import page
from filmsite.pages.cards import billed_essays
from filmsite.seo import absolute

SHOWN = 9


def home(request):
    """The latest comparison, large; others; themes to wander along."""
    lead, *others = list(billed_essays()[:SHOWN]) or [None]
    return page(
        request,
        "pages/home.html",
        canonical=absolute("/"),
        lead=lead,
        featured=others[:2],
        others=others[2:],
        themes=visible(Theme.objects.all())[:24],
    )
