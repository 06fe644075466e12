from tests import make


def test_the_latest_comparison_leads(db, ravi):
    old = make.published(
        "An older pair", films=[make.film("M", 1931)], publish_at=make.timezone.now() - make.timedelta(days=9)
    )
    new = make.published("A newer pair", films=[make.film("Her", 2013)], authors=[make.author("Ida Marchetti")])
    html = ravi.get("/").content.decode()
    assert html.index(new.title) < html.index(old.title)
    assert "lead-title" in html[: html.index(new.title)]
    assert "By Ida Marchetti" in html
    assert 'href="/articles/a-newer-pair/"' in html


def test_an_empty_house_says_so(db, ravi):
    assert "The first essay is being written" in ravi.get("/").content.decode()


def test_the_front_page_takes_five_queries_whatever_stands_on_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/").status_code == 200
    assert len(seen) == 5, "\n".join(seen)  # articles, their films, bylines, directors; themes
