import re
from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Take
from filmsite.pages.article import show
from tests import make


@pytest.fixture
def her(db):
    film = make.film("Her", 2013, runtime_minutes=126)
    make.credit(film, make.person("Spike Jonze"))
    return film


@pytest.fixture
def lost(db):
    return make.film("Lost in Translation", 2003, runtime_minutes=102)


@pytest.fixture
def essay(her, lost):
    loneliness = make.theme("Loneliness")
    return make.published(
        "Two rooms",
        dek="A voice and a stranger.",
        body="Opening.\n\n## Glass\n\nWords.\n\n### Doors\n\nMore.\n\n## Whispers\n\nEnd.",
        films=[her, lost],
        themes=[loneliness],
        takes=[
            (loneliness, her, "It has a *view*.", {"evidence": "The balcony", "timecode": 4350}),
            (loneliness, lost, "She stays, he leaves.", {"spoiler": True}),
        ],
        faqs=[make.faq("Is it a sad film?", "It is a *patient* one.")],
        prompts=["Whom would *you* call?"],
        authors=[make.author("Ida Marchetti")],
        tags=["tokyo"],
        publish_at=datetime(2025, 12, 6, 9, tzinfo=UTC),
        updated_on=date(2026, 1, 14),
    )


@pytest.fixture
def html(essay, ravi):
    response = ravi.get("/articles/two-rooms/")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_head_says_who_when_and_how_long(html):
    assert "<title>Two rooms · Double Bill</title>" in html
    assert '<h1 class="essay-title">Two rooms</h1>' in html
    assert "A voice and a stranger." in html
    assert 'href="/authors/ida-marchetti/"' in html and ">IM</span>" in html
    assert '<time datetime="2025-12-06">6 December 2025</time>' in html
    assert 'Updated <time datetime="2026-01-14">14 January 2026</time>' in html
    assert "1 min read" in html


def test_contents_lead_to_every_heading_and_part(html, essay):
    assert [heading["text"] for heading in essay.headings] == ["Glass", "Doors", "Whispers"]
    nav = html[html.index("contents-list") : html.index("</ol>", html.index("contents-list"))]
    targets = re.findall(r'href="#([^"]+)"', nav)
    assert targets == [h["id"] for h in essay.headings] + ["comparison", "faq", "discussion"]
    assert all(html.count(f' id="{target}"') == 1 for target in targets)


def test_the_matrix_is_a_table_with_an_address_for_each_cell(html):
    matrix = html[html.index("<table") : html.index("</table>")]
    assert "<caption>" in matrix
    assert '<th scope="row" role="rowheader"><a href="/themes/loneliness/">Loneliness</a></th>' in matrix
    assert matrix.count('scope="col"') == 2
    assert 'id="take-loneliness--her-2013"' in matrix and 'id="take-loneliness--lost-in-translation-2003"' in matrix
    assert "It has a <em>view</em>." in matrix and "The balcony" in matrix and "1:12:30" in matrix


def test_a_take_that_spoils_is_covered(html):
    covered = re.search(r'<details class="spoiler"><summary>(.*?)</summary>(.*?)</details>', html)
    assert covered and "Lost in Translation" in covered[1] and "She stays, he leaves." in covered[2]
    assert html.count("She stays, he leaves.") == 1


def test_a_take_whose_film_has_left_is_not_shown(essay, ravi):
    gone = make.film("Ghost World", 2001)
    Take.objects.create(article=essay, film=gone, theme=essay.themes.get(), text="An orphan.", text_html="An orphan.")
    assert "An orphan." not in ravi.get("/articles/two-rooms/").content.decode()


def test_films_stand_beside_the_text_each_in_a_colour_of_its_own(html, her, lost):
    assert 'href="/films/her-2013/"' in html and "2 h 6 min" in html.replace("\xa0", " ")
    assert "Spike Jonze" in html
    colours = re.findall(r'<th scope="col" role="columnheader" class="(accent-\d\d)">', html)
    assert len(set(colours)) == 2


def test_films_with_the_same_accent_are_told_apart(db, ravi):
    films = [make.film(f"Film {n}", 2000 + n, chosen_accent=7) for n in range(5)]
    make.published("Five of a colour", films=films)
    split = re.search(
        r'<span class="split"[^>]*>(.*?)</span>', ravi.get("/articles/five-of-a-colour/").content.decode()
    )
    assert len(set(re.findall(r"accent-\d\d", split[1]))) == 5


def test_questions_prompts_tags_and_the_way_home(html):
    assert 'id="faq-is-it-a-sad-film"' in html and "It is a <em>patient</em> one." in html
    assert "Whom would <em>you</em> call?" in html
    assert "tokyo" in html
    assert '<a href="/">Back to the front page</a>' in html


def test_related_essays_say_why(essay, her, ravi):
    make.published("Another room", films=[her], themes=[essay.themes.get()], tags=["tokyo"])
    html = ravi.get("/articles/two-rooms/").content.decode()
    assert 'href="/articles/another-room/"' in html
    assert "Both discuss <cite>Her</cite>" in html
    assert "Shares the theme Loneliness" in html
    assert "Both tagged tokyo" in html


def test_a_person_in_both_is_a_reason(essay, her, ravi):
    adaptation = make.film("Adaptation", 2002)
    make.credit(adaptation, her.credits.get().person)
    make.published("Doubles", films=[adaptation])
    assert "Spike Jonze is in both" in ravi.get("/articles/two-rooms/").content.decode()


def test_an_essay_with_nothing_but_a_title_is_a_page(db, ravi):
    make.published("Bare")
    html = ravi.get("/articles/bare/").content.decode()
    assert html.count("<h1") == 1 and "<table" not in html and "Contents" not in html and "For discussion" not in html


def test_machines_are_told_what_it_is_without_spoilers_or_ways_out(essay, ravi):
    Article.objects.update(title="</script><b>Two</b> rooms & a half")
    head = ravi.get("/articles/two-rooms/").content.decode().partition("</head>")[0]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', head)[1]
    assert "\\u003C/script\\u003E" in data and "She stays" not in head
    assert '<link rel="canonical" href="https://doublebill.example/articles/two-rooms/">' in head
    assert "<b>" not in head


def test_a_preview_says_what_it_is_and_keeps_search_engines_away(essay, rf):
    row = Article.objects.for_page().get()
    html = show(rf.post("/admin/"), row, preview=True).content.decode()
    assert "Preview: nothing is saved." in html and '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html


def test_an_outgrown_address_leads_on_with_its_query(essay, ravi):
    essay.slug = "two-windows"
    essay.save()
    response = ravi.get("/articles/two-rooms/?from=letter&x=1")
    assert (response.status_code, response["Location"]) == (301, "/articles/two-windows/?from=letter&x=1")


def test_an_outgrown_address_of_a_draft_tells_nothing(essay, ravi):
    essay.slug, essay.status = "two-windows", "draft"
    essay.save()
    assert ravi.get("/articles/two-rooms/").status_code == 404


def test_an_article_takes_eleven_queries_whatever_stands_in_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/articles/essay-0/").status_code == 200
    # article, bylines, films, directors, themes, FAQs, takes, prompts, tags; related, their films
    assert len(seen) == 11, "\n".join(seen)


def test_a_long_article_stays_under_60_kb_on_the_wire(db, ravi):
    words = " ".join(f"word{n} and a longer phrase number{n * 7}" for n in range(400))
    body = "\n\n".join(f"## Part {n}\n\n{words[n * 40 : n * 40 + 2500]}" for n in range(40))
    films = [make.film(f"Film {n}", 2000 + n) for n in range(5)]
    themes = [make.theme(f"Theme {n}") for n in range(8)]
    takes = [(theme, film, f"{theme} in {film} {'is so ' * 60}.") for theme in themes for film in films]
    make.published("Long", body=body, films=films, themes=themes, takes=takes)
    response = ravi.get("/articles/long/", headers={"Accept-Encoding": "gzip"})
    assert len(response.content) <= 60_000
