"""From a form of the admin to the page that readers see."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404


def on_site(request, content_type_id, object_id):
    """Redirect to a row's public address; 404 for what the user may not see in the admin.

    Stands in for the admin's own view, which tells the address (and so the title) of any draft to everybody on the
    staff.
    """
    if not (content_type_id.isdecimal() and object_id.isdecimal()):
        raise Http404
    model = get_object_or_404(ContentType, pk=content_type_id).model_class()
    if model is None or not admin.site.is_registered(model):
        raise Http404
    model_admin = admin.site.get_model_admin(model)
    row = model_admin.get_object(request, object_id)
    if row is None or not model_admin.has_view_permission(request, row) or not hasattr(row, "get_absolute_url"):
        raise Http404
    return HttpResponseRedirect(row.get_absolute_url())
