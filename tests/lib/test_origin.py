"""Ravi writes a question into a form of a public page; who else may send that form?"""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from lib.origin import same_origin

pytestmark = pytest.mark.urls(__name__)


def form_again(request, reason, slug):
    return HttpResponse(f"{slug}: {reason} You wrote: {request.POST['question']}", status=403)


@same_origin(refused=form_again)
def ask(request, slug):
    return HttpResponse(f"{slug}: {request.method} thanks")


urlpatterns = [path("ask/<slug:slug>/", ask)]


def send(**headers):
    """The form sent by a browser with these headers, to a site that would check CSRF tokens."""
    return Client(enforce_csrf_checks=True).post("/ask/her-2013/", {"question": "Why so red?"}, headers=headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "http://testserver"},
        {"Origin": "HTTP://TESTSERVER"},
        {"Origin": "https://testserver", "Sec-Fetch-Site": "cross-site"},  # a page read over http posts to https
        {"Origin": "https://doublebill.example"},  # SITE_URL, when a proxy changes the host
        {"Origin": "https://film.trusted.example"},
    ],
)
def test_a_form_of_this_site_is_taken(headers, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://doublebill.example", "https://*.trusted.example"]
    answer = send(**headers)
    assert (answer.status_code, answer.content) == (200, b"her-2013: POST thanks")
    assert not answer.cookies


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, "did not say"),
        ({"Origin": "null"}, "did not say"),
        ({"Sec-Fetch-Site": "cross-site"}, "did not say"),
        ({"Sec-Fetch-Site": "none"}, "did not say"),
        ({"Referer": "http://testserver/ask/her-2013/"}, "did not say"),
        ({"Origin": "https://evil.example"}, "another site"),
        ({"Origin": "https://testserver.evil.example"}, "another site"),
        ({"Origin": "https://eviltestserver"}, "another site"),
        ({"Origin": "http://testserver:8080"}, "another site"),
        ({"Origin": "testserver"}, "another site"),
        ({"Origin": ""}, "another site"),
        ({"Origin": "http://[oops"}, "another site"),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-site"}, "another site"),
    ],
)
def test_anything_else_is_refused_with_the_text_kept(headers, reason, settings):
    answer = send(**headers)
    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert "You wrote: Why so red?" in answer.content.decode()


def test_reading_the_page_needs_no_origin(ravi):
    assert ravi.get("/ask/her-2013/").content == b"her-2013: GET thanks"
    assert ravi.head("/ask/her-2013/").status_code == 200


def test_without_the_decorator_the_same_form_needs_a_token(settings):
    """The control: this is what `csrf_exempt` inside the decorator spares the visitor."""
    urlpatterns.append(path("plain/", lambda request: HttpResponse("taken")))
    try:
        answer = Client(enforce_csrf_checks=True).post("/plain/", headers={"Sec-Fetch-Site": "same-origin"})
    finally:
        urlpatterns.pop()
    assert answer.status_code == 403
