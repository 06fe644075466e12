from tests import make


def test_an_author_has_a_page_with_essays_and_safe_links(db, ravi):
    links = [
        {"label": "Letters", "url": "https://letters.example/ida"},
        {"label": "Trap", "url": "javascript:alert(1)"},
        {"url": "https://nameless.example/"},
        "nonsense",
    ]
    make.published("Two rooms", authors=[make.author("Ida Marchetti", bio="Writes on *rooms*.", links=links)])
    html = ravi.get("/authors/ida-marchetti/").content.decode()
    assert "<em>rooms</em>" in html and 'href="/articles/two-rooms/"' in html
    assert 'href="https://letters.example/ida"' in html
    assert "javascript:" not in html and "nameless" not in html


def test_an_author_without_a_published_essay_has_no_page(db, ravi):
    make.article("Draft", authors=[make.author("Ida Marchetti")])
    assert ravi.get("/authors/ida-marchetti/").status_code == 404


def test_an_outgrown_address_leads_on(db, ravi):
    author = make.author("Ida Marchetti")
    make.published("Two rooms", authors=[author])
    author.slug = "ida-m"
    author.save()
    assert ravi.get("/authors/ida-marchetti/?x=1")["Location"] == "/authors/ida-m/?x=1"


def test_an_author_takes_four_queries_whatever_stands_on_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/authors/author-0/").status_code == 200
    assert len(seen) == 4, "\n".join(seen)  # author; essays, their films, bylines
