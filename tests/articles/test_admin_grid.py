"""Edith writes takes in the grid."""

import pytest

from articles.models import Take
from tests import make
from tests.articles.desk import errors, opened, save, saved, take


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


@pytest.fixture
def her(db):
    return make.film("Her", 2013, runtime_minutes=126)


@pytest.fixture
def lost(db):
    return make.film("Lost in Translation", 2003)


@pytest.fixture
def lonely(db):
    return make.theme("Loneliness")


@pytest.fixture
def essay(her, lost, lonely):
    return make.article(films=[her, lost], themes=[lonely], takes=[(lonely, her, "A voice keeps him company.")])


def test_films_themes_and_takes_are_saved_in_one_go(desk, her, lonely):
    essay = saved(
        desk,
        title="Two rooms",
        **{"article_films-0-film": her.pk, "article_themes-0-theme": lonely.pk},
        **{take(lonely, her): "A voice *keeps* him company.", take(lonely, her, "timecode"): "1:02:03"},
        **{take(lonely, her, "evidence"): "The beach", take(lonely, her, "spoiler"): "on"},
    )
    row = essay.takes.get()
    assert (row.theme, row.film, row.evidence, row.timecode, row.spoiler) == (lonely, her, "The beach", 3723, True)
    assert "<em>keeps</em>" in row.text_html


def test_the_form_opens_with_the_stored_takes_and_a_cell_for_each_pair(desk, essay, her, lost, lonely):
    data = opened(desk, essay)
    assert data[take(lonely, her)] == "A voice keeps him company."
    assert data[take(lonely, lost)] == ""


def test_saving_an_untouched_form_changes_no_take(desk, essay):
    before = list(essay.takes.values())
    saved(desk, essay)
    assert list(essay.takes.values()) == before


def test_an_emptied_cell_deletes_its_take(desk, essay, her, lonely):
    saved(desk, essay, **{take(lonely, her): "  "})
    assert not essay.takes.exists()


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("text", "x" * 601, "at most 600"),
        ("text", "nul\x00byte", "Null characters"),
        ("timecode", "soon", "no timecode"),
        ("timecode", "1:72:00", "no timecode"),
        ("timecode", "2:06:01", "Her ends at 2:06:00"),
        ("evidence", "x" * 301, "at most 300"),
    ],
)
def test_a_faulty_cell_says_so_and_keeps_everything(desk, essay, her, lonely, name, value, complaint):
    response = save(desk, essay, title="Changed", **{take(lonely, her, name): value})
    assert response.status_code == 200
    assert complaint in errors(response)
    assert complaint in response.content.decode()
    essay.refresh_from_db()
    assert essay.title == "Two rooms" and essay.takes.get().text == "A voice keeps him company."


def test_evidence_without_a_take_is_refused(desk, essay, lost, lonely):
    response = save(desk, essay, **{take(lonely, lost, "evidence"): "The bar"})
    assert "Write the take" in errors(response)
    assert "The bar" in response.content.decode()


def test_the_last_second_of_a_film_can_be_cited(desk, essay, her, lonely):
    saved(desk, essay, **{take(lonely, her, "timecode"): "2:06:00"})
    assert essay.takes.get().timecode == 126 * 60


def test_a_cell_of_a_film_that_does_not_exist_is_refused_and_shown(desk, essay, lonely):
    response = save(desk, essay, **{f"take-{lonely.pk}-99999-text": "About nothing"})
    assert "About nothing" in errors(response)


@pytest.mark.parametrize(
    "key", ["take-1-99999-evidence", "take-x-1-text", "take--1-2-text", "take-1-2", f"take-{'9' * 40}-1-text"]
)
def test_keys_that_name_no_cell_do_no_harm(desk, essay, key):
    saved(desk, essay, **{key: ""})
    assert essay.takes.count() == 1


def test_what_is_typed_is_shown_as_text(desk, essay, her, lonely):
    hostile = "</textarea><script>alert(1)</script>"
    response = save(desk, essay, title="", **{take(lonely, her): hostile})
    assert hostile not in response.content.decode()
    assert "&lt;/textarea&gt;&lt;script&gt;" in response.content.decode()


def test_a_take_whose_film_is_taken_out_stays_as_an_orphan_until_it_is_deleted(desk, essay, her, lonely):
    saved(desk, essay, **{"article_films-0-DELETE": "on"})
    page = desk.get(f"/admin/articles/article/{essay.pk}/change/")
    assert [cell.name for cell in page.context["grid_orphans"]] == ["Loneliness · Her"]
    assert "A voice keeps him company." in page.content.decode()
    saved(desk, essay)
    assert essay.takes.count() == 1

    saved(desk, essay, **{take(lonely, her, "gone"): "on"})
    assert not Take.objects.exists()


def test_a_film_that_comes_back_finds_its_take(desk, essay, her, lonely):
    saved(desk, essay, **{"article_films-0-DELETE": "on"})
    saved(desk, essay, **{"article_films-1-film": her.pk})
    page = desk.get(f"/admin/articles/article/{essay.pk}/change/")
    assert not page.context["grid_orphans"]
    assert opened(desk, essay)[take(lonely, her)] == "A voice keeps him company."


def test_a_refused_form_shows_the_grid_of_what_was_chosen_in_it(desk, essay, lonely, lost):
    solaris = make.film("Solaris", 1972)
    response = save(desk, essay, title="", **{"article_films-2-film": solaris.pk, "article_films-1-DELETE": "on"})
    assert [film.title for film in response.context["grid_films"]] == ["Her", "Solaris"]


def test_the_grid_follows_the_order_that_was_asked_for(desk, essay, lost, her):
    saved(desk, essay, **{"article_films-0-position": 30})
    page = desk.get(f"/admin/articles/article/{essay.pk}/change/")
    assert page.context["grid_films"] == [lost, her]
