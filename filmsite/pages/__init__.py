"""What a visitor meets: one module for each page, each a paragraph that fetches, decides and renders."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.template.loader import render_to_string

from filmsite.seo import absolute


def page(request, template, status=200, **context):
    """The response made of `template` and `context`, the same bytes for everyone.

    Query sets become lists before rendering and nothing is queried afterwards; no context processor looks at the
    request, so neither session nor user is touched. Give `canonical=""` for a page without an address of its own.
    """
    known = {name: list(value) if isinstance(value, QuerySet) else value for name, value in context.items()}
    address = absolute(request.path) if status == 200 else ""
    everywhere = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "canonical": address}
    return HttpResponse(render_to_string(template, everywhere | known), status=status)
