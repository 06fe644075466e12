"""What is turned away at the door, before any page sees it."""

from django.http import HttpResponseBadRequest


class NulMiddleware:
    """400 for a query string that holds a NUL: no text has one, and PostgreSQL refuses to look for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\0" in query:
            return HttpResponseBadRequest("The address holds a NUL character. Take it out.", content_type="text/plain")
        return self.get_response(request)
