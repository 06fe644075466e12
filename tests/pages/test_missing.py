from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article
from tests import make


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/films/lost-in-transation/", "/films/lost-in-translation-2003/"),
        ("/articles/lost-in-translation", "/films/lost-in-translation-2003/"),
        ("/themes/lonelyness/", "/themes/loneliness/"),
        ("/people/scarlet-johanson/", "/people/scarlett-johansson/"),
        ("/two-room.html", "/articles/two-rooms/"),
        ("/FILMS/Lost_In_Translation/", "/films/lost-in-translation-2003/"),
    ],
)
def test_a_mistyped_address_is_answered_with_what_is_like_it(db, ravi, path, meant):
    make.film("Lost in Translation", 2003)
    make.film("Heat", 1995)
    make.theme("Loneliness")
    make.person("Scarlett Johansson")
    make.published("Two rooms")
    response = ravi.get(path, follow=True)
    html = response.content.decode()
    assert response.status_code == 404
    assert f'href="{meant}"' in html and "/films/heat-1995/" not in html


PATHS = [
    "/nothing/", "/films/%00/", "/%00", "/films/her%00-2013/", "/articles/" + "a" * 5000 + "/", "/films/千と千尋/",
    "/%ff%fe/", "/films/%2e%2e/%2e%2e/etc/passwd", "/articles/<script>alert(1)</script>/", "/films/%25%5f/",
    "/films/-/", "/people/a-b-c-d-e-f-g-h-i-j/", "//films//", "/articles/' OR 1=1 --/",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_any_path_that_leads_nowhere_is_a_404(db, ravi, path):
    make.film("Her", 2013)
    response = ravi.get(path, follow=True)
    assert response.status_code == 404
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/nowhere/film-essay-theme/", 1),  # what is like it
        ("/nowhere/-/", 0),
        ("/films/film-essay-theme/", 3),  # the page itself, an outgrown address, what is like it
        ("/themes/film-essay-theme/", 3),
        ("/people/film-essay-theme/", 3),
        ("/authors/film-essay-theme/", 3),
        ("/articles/film-essay-theme/", 4),  # an expired essay, too
    ],
)
def test_a_404_takes_one_query_for_all_it_suggests(many, ravi, queries, path, number):
    with queries() as seen:
        response = ravi.get(path)
    assert response.status_code == 404
    assert len(seen) == number, "\n".join(seen)
    assert ("Perhaps you meant" in response.content.decode()) == (number > 0)


def test_a_suggested_film_is_named_with_its_year(db, ravi):
    make.film("Lost in Translation", 2003)
    assert ">Lost in Translation (2003)</a>" in ravi.get("/films/lost-in-translation/").content.decode()


def test_an_expired_essay_is_gone_but_its_films_themes_and_neighbours_stay(db, ravi):
    her, stub, theme = make.film("Her", 2013), make.film("Stub", 1999, listed=False), make.theme("Loneliness")
    make.expired("Wordfallen", dek="Dekfallen.", films=[her, stub], themes=[theme], body="Bodyfallen.")
    make.published("Next door", films=[her])
    response = ravi.get("/articles/wordfallen/")
    html = response.content.decode()
    assert response.status_code == 410
    assert 'href="/films/her-2013/"' in html and 'href="/themes/loneliness/"' in html
    assert 'href="/articles/next-door/"' in html and "Both discuss <cite>Her</cite>" in html
    assert not [word for word in ("Wordfallen", "Dekfallen", "Bodyfallen", "Stub") if word in html]


def test_an_outgrown_address_of_an_expired_essay_leads_to_its_410(db, ravi):
    essay = make.expired("First name")
    essay.slug = "second-name"
    essay.save()
    assert ravi.get("/articles/first-name/", follow=True).status_code == 410


def test_gone_takes_seven_queries_whatever_stands_on_it(many, ravi, queries):
    Article.objects.filter(slug="essay-0").update(expire_at=make.timezone.now())
    with queries() as seen:
        assert ravi.get("/articles/essay-0/").status_code == 410
    # not published, expired; films, directors, themes; related, their films
    assert len(seen) == 7, "\n".join(seen)


def test_a_failure_is_answered_by_a_file_without_the_database(ravi, monkeypatch):
    """No `db` fixture: a query would fail this test."""
    monkeypatch.setattr("filmsite.pages.home.billed_essays", lambda: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert response.content.decode() == Path(settings.BASE_DIR, "templates/500.html").read_text()
    assert "{" not in response.content.decode()
