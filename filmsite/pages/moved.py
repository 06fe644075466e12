from django.http import Http404, HttpResponsePermanentRedirect


def moved(request, rows, slug):
    """The redirect from an outgrown slug to the row's present address, query string kept.

    Raises Http404 when nothing had this slug, or when what had it is not in `rows` (what readers may see).
    """
    row = rows.model.old_slugs().current(rows.model.kind, [slug]).get(slug)
    if row is None or not rows.filter(pk=row.pk).exists():
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(row.get_absolute_url() + (f"?{query}" if query else ""))
