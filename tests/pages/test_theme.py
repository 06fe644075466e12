from tests import make


def test_a_theme_shows_its_films_and_essays(db, ravi):
    theme = make.theme("Loneliness", description="Rooms with *one* chair.")
    tied, claimed = make.film("Her", 2013), make.film("Lost in Translation", 2003)
    tied.themes.add(theme)
    make.film("Heat", 1995)
    make.published("Two rooms", films=[claimed], themes=[theme], takes=[(theme, claimed, "It lasts.")])
    html = ravi.get("/themes/loneliness/").content.decode()
    assert "<em>one</em>" in html and 'href="/articles/two-rooms/"' in html
    assert html.count('href="/films/her-2013/"') == html.count('href="/films/lost-in-translation-2003/"') == 1
    assert "/films/heat-1995/" not in html


def test_a_claim_in_a_draft_ties_nothing(db, ravi):
    theme, film = make.theme(), make.film()
    make.article("Draft", films=[film], themes=[theme], takes=[(theme, film, "It lasts.")])
    html = ravi.get("/themes/loneliness/").content.decode()
    assert "No film is tied to it yet." in html and "No essay compares along it yet." in html


def test_an_outgrown_address_leads_on(db, ravi):
    theme = make.theme("Loneliness")
    theme.slug = "being-alone"
    theme.save()
    assert ravi.get("/themes/loneliness/?q")["Location"] == "/themes/being-alone/?q"


def test_a_theme_takes_six_queries_whatever_stands_on_it(many, ravi, queries):
    with queries() as seen:
        assert ravi.get("/themes/theme-0/").status_code == 200
    assert len(seen) == 6, "\n".join(seen)  # theme; films, directors; essays, their films, bylines
