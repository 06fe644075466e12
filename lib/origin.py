"""Forms for everyone: a POST is taken from this site's own pages without a token, a cookie or a session.

A public page is the same bytes for every visitor, so its forms cannot carry Django's CSRF token. What a browser says
about where a request comes from, and no page can change, is enough for a view that never looks at the user.

No page of this version has such a form: this waits for the comments.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import is_same_domain
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponseBase]
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}

NO_ORIGIN = "Your browser did not say which page this form was sent from."
FOREIGN_ORIGIN = "This form was sent from a page of another site."


def same_origin(*, refused: View) -> Callable[[View], View]:
    """Let a POST through to the view only when it comes from this site; replaces the CSRF token.

    Only for views that never look at `request.user` or the session. A request that is refused goes to
    `refused(request, reason, *args, **kwargs)` instead, with the view's own arguments: it shows the form again with
    what was typed and says `reason`, a sentence for the visitor, and answers 403.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            reason = why_refused(request)
            return refused(request, reason, *args, **kwargs) if reason else view(request, *args, **kwargs)

        return guarded

    return decorate


def why_refused(request: HttpRequest) -> str:
    """Why this request is not taken, as a sentence for the visitor; "" when it is."""
    if request.method in SAFE_METHODS or request.headers.get("Sec-Fetch-Site") == "same-origin":
        return ""
    origin = request.headers.get("Origin", "null")
    if origin == "null":
        return NO_ORIGIN
    return "" if is_ours(origin, request.get_host()) else FOREIGN_ORIGIN


def is_ours(origin: str, host: str) -> bool:
    """Whether the host of `origin` is the one this request was sent to, or one of CSRF_TRUSTED_ORIGINS."""
    try:
        sender = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    trusted = (urlsplit(one).netloc.lstrip("*") for one in settings.CSRF_TRUSTED_ORIGINS)
    return bool(sender) and (sender == host.lower() or any(is_same_domain(sender, one) for one in trusted))
