"""What leaves the house, header by header, from a small site of this test's own."""

import gzip

import brotli
import pytest
from django.contrib.auth import get_user
from django.http import FileResponse, HttpResponse, HttpResponseGone, JsonResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path

pytestmark = pytest.mark.urls(__name__)

PUBLIC = "public, max-age=0, s-maxage=60"
ESSAY = "<p>Two people talk past each other in a hotel bar.</p>" * 40


def essay(request):
    return HttpResponse(ESSAY)


def with_token(request):
    return HttpResponse(get_token(request) + ESSAY)


def with_user(request):
    return HttpResponse(f"{get_user(request).is_anonymous}{ESSAY}")


def own_headers(request):
    return HttpResponse(ESSAY, headers={"Cache-Control": "public, max-age=31536000, immutable"})


def careless(request):
    response = HttpResponse(ESSAY, headers={"Cache-Control": "public, max-age=600"})
    response.set_cookie("visitor", "17")
    return response


def broken(request):
    raise RuntimeError("no film in the camera")


urlpatterns = [
    path("essay/", essay),
    path("other/", lambda request: HttpResponse(ESSAY + "<p>More.</p>")),
    path("short/", lambda request: HttpResponse("<p>Brief.</p>")),
    path("data.json", lambda request: JsonResponse({"text": ESSAY})),
    path("feed.atom", lambda request: HttpResponse(ESSAY, content_type="application/atom+xml; charset=utf-8")),
    path("still.jpg", lambda request: HttpResponse(b"\xff\xd8" * 900, content_type="image/jpeg")),
    path("token/", with_token),
    path("user/", with_user),
    path("own/", own_headers),
    path("careless/", careless),
    path("stream/", lambda request: StreamingHttpResponse([ESSAY])),
    path("file/", lambda request: FileResponse(open(__file__, "rb"))),  # noqa: SIM115, PTH123  (the response closes it)
    path("moved/", lambda request: redirect("/essay/", permanent=True)),
    path("gone/", lambda request: HttpResponseGone(ESSAY)),
    path("broken/", broken),
    path("admin/desk/", essay),
]


def get(ravi, address, encoding="", **headers):
    return ravi.get(address, headers={"Accept-Encoding": encoding, **headers})


def test_a_public_page_may_be_kept_for_a_minute_by_any_cache(ravi):
    for address in ("/essay/", "/short/", "/data.json", "/feed.atom", "/still.jpg"):
        answer = get(ravi, address)
        assert answer["Cache-Control"] == PUBLIC
        assert answer["ETag"].startswith('"')
        assert not answer.cookies


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("X-GZIP", "gzip"),
        ("*", "br"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0, br;q=0.0", None),
        ("*;q=0", None),
        ("br;q=nonsense", None),
        ("br;q=9", None),
        ("identity", None),
        (";;,,;q=", None),
        ("", None),
    ],
)
def test_a_browser_gets_the_encoding_it_likes_best(ravi, wishes, expected):
    answer = get(ravi, "/essay/", wishes)
    assert answer.get("Content-Encoding") == expected
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[expected]
    assert unpack(answer.content).decode() == ESSAY
    assert answer["Content-Length"] == str(len(answer.content))
    assert answer["Vary"] == "Accept-Encoding"


def test_pages_data_and_feeds_are_compressed_pictures_and_short_answers_are_not(ravi):
    for address in ("/data.json", "/feed.atom"):
        assert get(ravi, address, "br")["Content-Encoding"] == "br"
    for address in ("/still.jpg", "/short/"):
        answer = get(ravi, address, "br")
        assert "Content-Encoding" not in answer
        assert "Vary" not in answer


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_the_same_page_is_the_same_bytes_every_time(ravi, encoding, time_machine):
    first = get(ravi, "/essay/", encoding)
    time_machine.move_to("2031-05-01T12:00:00Z")
    second = get(ravi, "/essay/", encoding)
    assert first.content == second.content
    assert first["ETag"] == second["ETag"]


def test_each_encoding_has_its_own_etag_and_each_page_too(ravi):
    tags = {
        get(ravi, address, encoding)["ETag"] for address in ("/essay/", "/other/") for encoding in ("br", "gzip", "")
    }
    assert len(tags) == 6
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"older", {}', "*"])
def test_who_holds_the_page_already_gets_304_without_a_body(ravi, form, method):
    fresh = get(ravi, "/essay/", "br")
    wishes = {"Accept-Encoding": "br", "If-None-Match": form.format(fresh["ETag"])}
    answer = getattr(ravi, method)("/essay/", headers=wishes)
    assert (answer.status_code, answer.content) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert answer[name] == fresh[name]
    assert "Content-Encoding" not in answer


def test_who_holds_something_else_gets_the_page(ravi):
    other = get(ravi, "/other/", "br")["ETag"]
    packed = get(ravi, "/essay/", "br")["ETag"]
    assert get(ravi, "/essay/", "br", **{"If-None-Match": other}).status_code == 200
    assert get(ravi, "/essay/", "", **{"If-None-Match": packed}).status_code == 200
    assert get(ravi, "/essay/", "br", **{"If-None-Match": "no etag at all"}).status_code == 200


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_head_says_what_get_would(ravi, encoding):
    page = get(ravi, "/essay/", encoding)
    head = ravi.head("/essay/", headers={"Accept-Encoding": encoding})
    assert head.content == b""
    assert head.headers == page.headers


def test_a_redirect_may_be_kept_as_long_as_a_page(ravi):
    answer = ravi.get("/moved/")
    assert (answer.status_code, answer["Cache-Control"]) == (301, PUBLIC)


def test_errors_are_stored_nowhere(ravi):
    ravi.raise_request_exception = False
    for address, status in (("/nowhere/", 404), ("/gone/", 410), ("/broken/", 500)):
        answer = get(ravi, address, "br")
        assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
        assert "ETag" not in answer


def test_what_was_posted_is_stored_nowhere(ravi):
    assert ravi.post("/essay/")["Cache-Control"] == "no-store"


def test_the_admin_is_stored_nowhere_and_never_compressed(ravi):
    answer = get(ravi, "/admin/desk/", "br")
    assert answer["Cache-Control"] == "no-store"
    assert "Content-Encoding" not in answer  # secrets beside reflected text
    assert "ETag" not in answer


@pytest.mark.parametrize("address", ["/token/", "/careless/"])
def test_a_page_that_sets_a_cookie_is_stored_nowhere(ravi, address):
    answer = get(ravi, address, "br")
    assert answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert "Content-Encoding" not in answer


def test_a_page_that_looks_at_the_visitor_is_stored_nowhere(ravi, db):
    answer = get(ravi, "/user/")
    assert "Cookie" in answer["Vary"]
    assert answer["Cache-Control"] == "no-store"


def test_an_answer_that_says_itself_how_it_may_be_kept_is_left_alone(ravi):
    answer = get(ravi, "/own/", "br")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "ETag" not in answer
    assert answer.content.decode() == ESSAY


@pytest.mark.parametrize("address", ["/stream/", "/file/"])
def test_a_stream_is_left_alone(ravi, address):
    answer = get(ravi, address, "br")
    assert answer.streaming
    assert not {"ETag", "Cache-Control", "Content-Encoding"} & set(answer.headers)
    assert b"".join(answer.streaming_content)
