import re

import pytest

from tests import make


@pytest.fixture
def lost(db):
    film = make.film(
        "Lost in Translation", 2003, runtime_minutes=102, countries=["US", "JP", "ZZ"], languages=["en", "ja"],
        synopsis="Two people who cannot *sleep*.",
    )  # fmt: skip
    sofia = make.person("Sofia Coppola")
    make.credit(film, sofia)
    make.credit(film, sofia, "Screenplay", "writing")
    make.credit(film, make.person("Scarlett Johansson"), "Actor", "cast", character="Charlotte")
    return film


def words(response):
    return re.sub(r"\s+", " ", response.content.decode().replace("\xa0", " "))


def test_a_film_page_says_what_the_film_is(lost, ravi):
    html = words(ravi.get("/films/lost-in-translation-2003/"))
    assert '<h1 class="page-title"><cite>Lost in Translation</cite> <span class="title-year">2003</span></h1>' in html
    for fact in (
        "1 h 42 min",
        "United States, Japan, ZZ",
        "English, Japanese",
        "Screenplay",
        "Charlotte",
        "<em>sleep</em>",
    ):
        assert fact in html
    assert html.count('href="/people/sofia-coppola/"') == 2 and 'href="/people/scarlett-johansson/"' in html


def test_somebody_whom_no_reader_may_meet_is_named_without_a_link(lost, ravi):
    make.credit(lost, make.person("Stub Extra", listed=False), "Actor", "cast")
    html = words(ravi.get("/films/lost-in-translation-2003/"))
    assert "Stub Extra" in html and "/people/stub-extra/" not in html


def test_essays_about_it_and_their_themes_stand_on_it(lost, ravi):
    theme = make.theme("Jet lag")
    make.published("Awake", films=[lost], themes=[theme], takes=[(theme, lost, "Nobody sleeps.")])
    make.published("Of something else")
    html = words(ravi.get("/films/lost-in-translation-2003/"))
    assert 'href="/articles/awake/"' in html and "Of something else" not in html
    assert html.count('href="/themes/jet-lag/"') == 1


def test_a_film_without_anything_is_still_a_page(db, ravi):
    make.film("M", 1931)
    html = words(ravi.get("/films/m-1931/"))
    assert "No essay compares it yet." in html and 'class="poster ' in html and "<dt>Runtime</dt>" not in html


def test_the_original_title_is_shown_when_it_differs(db, ravi):
    make.film("Spirited Away", 2001, original_title="千と千尋の神隠し")
    assert words(ravi.get("/films/spirited-away-2001/")).count("千と千尋の神隠し") == 2


def test_an_outgrown_address_leads_on(lost, ravi):
    lost.slug = "lost-in-translation-tokyo"
    lost.save()
    response = ravi.get("/films/lost-in-translation-2003/?a=%20b")
    assert (response.status_code, response["Location"]) == (301, "/films/lost-in-translation-tokyo/?a=%20b")


def test_a_film_takes_eight_queries_whatever_stands_on_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/films/film-0/").status_code == 200
    # film, credits, genres; who of them has a page, themes; essays, their films, bylines
    assert len(seen) == 8, "\n".join(seen)
