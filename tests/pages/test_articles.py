import pytest

from tests import make
from tests.pages import crowd


def test_essays_stand_latest_first(db, ravi):
    make.published("Older", publish_at=make.timezone.now() - make.timedelta(days=9))
    make.published("Newer")
    html = ravi.get("/articles/").content.decode()
    assert html.index("Newer") < html.index("Older")


def test_twenty_essays_make_a_page(db, ravi):
    crowd.articles(44)
    first, last = ravi.get("/articles/").content.decode(), ravi.get("/articles/?page=3").content.decode()
    assert first.count("programme-title") == 20 and 'href="?page=2"' in first
    assert last.count("programme-title") == 5 and 'rel="next"' not in last
    assert '<link rel="canonical" href="https://doublebill.example/articles/?page=3">' in last


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "1.0", "", "01", "9" * 60, "٢", "1%0A"])
def test_a_page_that_does_not_exist_is_a_404(db, ravi, number):
    make.published()
    assert ravi.get(f"/articles/?page={number}").status_code == 404


def test_page_one_is_there_even_when_nothing_is(db, ravi):
    assert "No essay is published yet" in ravi.get("/articles/?page=1").content.decode()


def test_the_list_takes_four_queries_whatever_stands_in_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/articles/").status_code == 200
    assert len(seen) == 4, "\n".join(seen)  # count, articles, their films, bylines
