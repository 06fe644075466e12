import re

from django.core.paginator import Paginator
from django.http import Http404

from filmsite.pages import page
from filmsite.pages.cards import essays
from filmsite.seo import absolute

PER_PAGE = 20


def articles(request):
    """Every published essay, latest first, by pages. A page that does not exist is a 404."""
    number = request.GET.get("page", "1")
    pages = Paginator(essays(), PER_PAGE)
    if not re.fullmatch(r"[1-9][0-9]{0,5}", number) or int(number) > pages.num_pages:
        raise Http404
    shown = pages.page(int(number))
    return page(
        request,
        "pages/articles.html",
        canonical=absolute(request.path + ("" if number == "1" else f"?page={number}")),
        articles=list(shown.object_list),
        number=shown.number,
        last=pages.num_pages,
    )
