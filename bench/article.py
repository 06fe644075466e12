"""What the article page costs: python bench/article.py [slug]   (by hand, with the environment of a running site)

Asks the WSGI application itself, in this process, and prints CPU milliseconds per request (median), their ratio to an
empty page of the same application measured in the same run (machines differ, the ratio does not), queries and bytes.
"""

import io
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmsite.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from articles.models import Article
from filmsite import urls

ROUNDS, REQUESTS = 30, 5
EMPTY = "/bench/empty/"
urls.urlpatterns.append(path(EMPTY.strip("/") + "/", lambda request: HttpResponse("")))


def ask(address, encoding="br"):
    """(status, body) of one GET."""
    statuses = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": "",
        "SERVER_NAME": settings.ALLOWED_HOSTS[0],
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_ACCEPT_ENCODING": encoding,
        "wsgi.url_scheme": "https" if settings.HTTPS_ONLY else "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    answer = application(environ, lambda status, headers: statuses.append(int(status[:3])))
    body = b"".join(answer)
    answer.close()
    return statuses[0], body


def milliseconds(address):
    """CPU time of one request: the mean of a few."""
    begin = time.process_time()
    for _ in range(REQUESTS):
        ask(address)
    return (time.process_time() - begin) / REQUESTS * 1000


def count_queries(address):
    seen = []

    def note(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask(address)
    return len(seen)


def main(slug=""):
    published = Article.objects.published()
    article = (published.filter(slug=slug) if slug else published.order_by("-word_count")).first()
    if article is None:
        sys.exit("There is no published article to measure; load the demo first (make run).")
    address = article.get_absolute_url()
    for one in (address, EMPTY):
        assert ask(one)[0] == 200, f"{one} answers {ask(one)[0]}"
    rounds = [(milliseconds(address), milliseconds(EMPTY)) for _ in range(ROUNDS)]
    page, empty = (statistics.median(column) for column in zip(*rounds, strict=True))
    size = {encoding or "identity": len(ask(address, encoding)[1]) for encoding in ("", "gzip", "br")}
    print(f"{address}  ({article.word_count} words, {count_queries(address)} queries)")
    print(f"CPU  {page:.2f} ms a request, {page / empty:.1f} times an empty page ({empty:.2f} ms)")
    print("bytes  " + ", ".join(f"{name} {count:,}" for name, count in size.items()))


if __name__ == "__main__":
    main(*sys.argv[1:2])
