"""Gives out pictures under /media/, and nothing else that may lie there.

Names are made from content, so a browser may keep them for ever. Should a picture ever be opened on its own and taken
for a page, its policy lets it do nothing.
"""

import os
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif"}
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    # A feed reader in the browser shows our pictures on its own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@require_safe
def serve(request, path):
    """The picture at `path` below MEDIA_ROOT, 304 when the visitor holds it. Raises Http404."""
    file = find(path)
    facts = file.stat()
    etag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    response = get_conditional_response(request, etag, int(facts.st_mtime)) or FileResponse(
        file.open("rb"), content_type=TYPES[file.suffix]
    )
    headers = {**HEADERS, "ETag": etag, "Last-Modified": http_date(facts.st_mtime)}
    for name, value in headers.items():
        response[name] = value
    return response


def find(path):
    """The picture that lies at exactly `path` below MEDIA_ROOT. Raises Http404.

    The path must be what it is once every link and every dot is followed: whatever leads elsewhere, or takes a detour,
    is not found.
    """
    root = os.path.realpath(settings.MEDIA_ROOT)
    try:
        real = os.path.realpath(f"{root}/{path}", strict=True)
    except (OSError, ValueError) as error:  # nothing there, a name too long, a circle of links; a NUL in the name
        raise Http404 from error
    file = Path(real)
    if real != f"{root}/{path}" or file.suffix not in TYPES or not file.is_file():
        raise Http404
    return file
