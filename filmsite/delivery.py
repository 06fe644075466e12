"""How bytes leave the house: who may keep them, their ETag, their compression.

Every public page is the same bytes for everyone, so any cache may hold it for a minute and ask again with its ETag.
Django's own ConditionalGetMiddleware and GZipMiddleware are not used: the second adds random padding to every answer
(against BREACH, which needs a secret beside reflected text; public pages hold no secret, and the admin stays
uncompressed) and weakens the ETag, so the same page would never be the same bytes twice; the first gives HEAD no ETag.
"""

import gzip
import re
from functools import lru_cache
from hashlib import blake2b

import brotli
from django.http import HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

PUBLIC = "public, max-age=0, s-maxage=60"
PRIVATE_PREFIX = "/admin/"
SMALLEST_WORTH_COMPRESSING = 500
LARGEST_WORTH_KEEPING = 200_000
COMPRESSIBLE = re.compile(r"text/|application/(json|javascript|xml|[\w.-]+\+(xml|json))|image/svg\+xml")
# Best first. Brotli 5 takes as long as gzip 6 and leaves 6 % less on an essay; no time in gzip's header.
COMPRESSORS = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
SHAREABLE = {200, 206, 301, 302, 304, 307, 308}


class DeliveryMiddleware:
    """Gives every answer its Cache-Control; public ones an ETag, 304 and compression as well.

    An answer that already says how it may be cached (pictures, health) is left as it is, and so is a stream.
    Whatever could be about one visitor (the admin, an answer to a POST, an error, a cookie) is stored nowhere.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not may_be_shared(request, response):
            forbid_storing(response)
        elif not response.streaming and not response.has_header("Cache-Control"):
            response["Cache-Control"] = PUBLIC
            response = deliver(request, response) if response.status_code == 200 else response
        return without_body(response) if request.method == "HEAD" else response


def may_be_shared(request, response):
    """Whether this answer is the same for everyone who asks for this address."""
    varies = response.get("Vary", "").lower()
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code in SHAREABLE
        and not request.path_info.startswith(PRIVATE_PREFIX)
        and not response.cookies
        and "cookie" not in varies
        and "*" not in varies
    )


def forbid_storing(response):
    if "no-store" not in response.get("Cache-Control", ""):
        response["Cache-Control"] = "no-store"


def without_body(response):
    """What HEAD gets: every header that GET would, the length of the body too, and no body."""
    if not response.streaming:
        response.content = b""
    return response


def deliver(request, response):
    """`response` with its ETag, in the best encoding the visitor takes; 304 when they hold it already."""
    encoding = choose_encoding(request, response)
    response["ETag"] = etag_of(response.content, encoding)
    if holds(request, response["ETag"]):
        return not_modified(response)
    if encoding:
        response.content = compress(response.content, encoding)
        response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(response.content))
    return response


def choose_encoding(request, response):
    """A key of COMPRESSORS, or "" to send the bytes as they are; notes in Vary that the visitor had a choice."""
    if response.has_header("Content-Encoding") or not COMPRESSIBLE.match(response.get("Content-Type", "")):
        return ""
    if len(response.content) < SMALLEST_WORTH_COMPRESSING:
        return ""
    patch_vary_headers(response, ["Accept-Encoding"])
    wishes = accepted_encodings(request.headers.get("Accept-Encoding", ""))
    liking = {name: wishes.get(name, wishes.get("*", 0.0)) for name in COMPRESSORS}
    best = max(liking, key=liking.__getitem__)
    return best if liking[best] else ""


def accepted_encodings(header):
    """Accept-Encoding as {name: weight}; a weight that is no number counts as a refusal."""
    wishes = {}
    for wish in header.lower().split(","):
        name, *parameters = (part.strip() for part in wish.split(";"))
        weights = [parameter[2:] for parameter in parameters if parameter.startswith("q=")]
        wishes["gzip" if name == "x-gzip" else name] = weight_of(weights[0]) if weights else 1.0
    return wishes


def weight_of(text):
    return float(text) if re.fullmatch(r"[01](\.\d{0,3})?", text) else 0.0


def compress(content, encoding):
    return (compressed_before if len(content) <= LARGEST_WORTH_KEEPING else compressed)(content, encoding)


def compressed(content, encoding):
    return COMPRESSORS[encoding](content)


# The same bytes for everyone: what is read often is compressed once (5 ms of CPU for 75 kB). At most 16 MB a process.
compressed_before = lru_cache(maxsize=64)(compressed)


def etag_of(content, encoding):
    """A strong ETag: of the bytes before compression, named after the compression (each encoding is other bytes)."""
    digest = blake2b(content, digest_size=16).hexdigest()
    return f'"{digest}-{encoding}"' if encoding else f'"{digest}"'


def holds(request, etag):
    """Whether If-None-Match names `etag`; compared weakly (RFC 9110, 13.1.2), as a proxy may have put W/ before it."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in held or etag in {one.removeprefix("W/") for one in held}


def not_modified(response):
    """304 with the headers that a cache brings its stored answer up to date with (RFC 9110, 15.4.5)."""
    answer = HttpResponseNotModified()
    for name in ("Cache-Control", "Content-Location", "ETag", "Expires", "Last-Modified", "Vary"):
        if response.has_header(name):
            answer[name] = response[name]
    return answer
