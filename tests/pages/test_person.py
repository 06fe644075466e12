import re

from tests import make


def test_a_person_is_shown_by_job_with_parts(db, ravi):
    sofia = make.person("Sofia Coppola", bio="Makes *quiet* films.")
    lost, godfather = make.film("Lost in Translation", 2003), make.film("The Godfather Part III", 1990)
    make.credit(lost, sofia)
    make.credit(godfather, sofia, "Actor", "cast", character="Mary Corleone")
    make.published("Awake", films=[lost])
    html = re.sub(r"\s+", " ", ravi.get("/people/sofia-coppola/").content.decode())
    assert html.index(">Director</h2>") < html.index(">Actor</h2>")
    assert "as Mary Corleone" in html and "<em>quiet</em>" in html and ">SC</span>" in html
    assert 'href="/articles/awake/"' in html


def test_a_film_that_readers_may_not_see_is_not_counted(db, ravi):
    somebody = make.person("Somebody")
    make.credit(make.film("Stub", 1999, listed=False), somebody)
    assert "/films/stub-1999/" not in ravi.get("/people/somebody/").content.decode()


def test_an_outgrown_address_leads_on(db, ravi):
    somebody = make.person("Lana Wachowsky")
    somebody.slug = "lana-wachowski"
    somebody.save()
    assert ravi.get("/people/lana-wachowsky/").status_code == 301


def test_a_person_takes_six_queries_whatever_stands_on_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/people/person-0/").status_code == 200
    assert len(seen) == 6, "\n".join(seen)  # person; credits with films, directors; essays, their films, bylines
