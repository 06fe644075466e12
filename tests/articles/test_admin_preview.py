"""What has been typed, shown as readers would see it, and nothing saved."""

import pytest
from django.apps import apps
from django.test import Client

from tests import make
from tests.articles.desk import opened, take
from tests.conftest import PASSWORD

ADD = "/admin/articles/article/preview/"


def address(article):
    return f"/admin/articles/article/{article.pk}/preview/"


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


def everything():
    """Every row of this site's tables."""
    ours = {"articles", "films", "taggit", "admin"}
    models = [model for model in apps.get_models() if model._meta.app_label in ours]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


@pytest.fixture
def essay(db):
    her, lonely = make.film(), make.theme()
    return make.article(body="Stored.", films=[her], themes=[lonely], takes=[(lonely, her, "A stored take.")])


def test_the_preview_shows_what_was_typed_and_saves_nothing(desk, essay):
    her, lonely, solaris = essay.films.get(), essay.themes.get(), make.film("Solaris", 1972)
    data = opened(desk, essay) | {
        "title": "Three rooms", "body": "Typed **now**.", "tags": "neon", "prompts-0-text": "And now?",
        "article_films-1-film": solaris.pk, take(lonely, her): "A typed take.", take(lonely, solaris): "Another.",
    }  # fmt: skip
    before = everything()
    response = desk.post(address(essay), data)
    page = response.content.decode()
    assert response.status_code == 200
    for words in ("Three rooms", "Typed <strong>now</strong>.", "neon", "And now?", "A typed take.", "Another."):
        assert words in page
    assert everything() == before


def test_a_new_article_is_previewed_too(desk):
    before = everything()
    response = desk.post(ADD, opened(desk) | {"title": "Unborn", "body": "Not yet."})
    assert response.status_code == 200 and "Unborn" in response.content.decode()
    assert everything() == before


def test_a_preview_stays_out_of_caches_and_search_engines(desk, essay):
    response = desk.post(address(essay), opened(desk, essay))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_form_that_cannot_be_shown_comes_back_with_why(desk, essay):
    response = desk.post(address(essay), opened(desk, essay) | {"title": "", "body": "Typed."})
    assert response.status_code == 422
    assert "Typed." in response.content.decode()
    assert f'action="/admin/articles/article/{essay.pk}/change/"' in response.content.decode()


@pytest.mark.parametrize("typed", [{"slug": "Not A Slug!"}, {"slug": "", "title": ""}])
def test_the_form_of_a_live_article_comes_back_when_its_address_is_mistyped(desk, typed):
    essay = make.published()
    response = desk.post(address(essay), opened(desk, essay) | {"body": "Typed."} | typed)
    assert response.status_code == 422
    assert "Typed." in response.content.decode()


def test_what_publishing_would_refuse_is_said_in_the_form(desk, essay):
    data = opened(desk, essay) | {"status": "published", "body": "[[film:no-such-1999]]"}
    before = everything()
    response = desk.post(address(essay), data)
    assert response.status_code == 422
    assert "no-such-1999" in str(response.context["adminform"].form.errors["body"])
    assert everything() == before


def test_a_draft_with_something_to_mend_is_shown(desk, essay):
    response = desk.post(address(essay), opened(desk, essay) | {"body": "On [[film:no-such-1999]]."})
    assert response.status_code == 200


def test_a_preview_is_never_fetched(desk, essay):
    assert desk.get(address(essay)).status_code == 405
    assert desk.get(ADD).status_code == 405


def test_ada_previews_her_own_and_nothing_of_others(ada, signed_in, desk, essay):
    client, own = signed_in(ada), make.article("Her own work", owner=ada)
    assert client.post(address(own), opened(client, own) | {"title": "Better"}).status_code == 200
    response = client.post(address(essay), opened(desk, essay), follow=True)
    assert "Stored." not in response.content.decode() and "Two rooms" not in response.content.decode()


@pytest.mark.parametrize("who", ["mona", "charlie"])
def test_nobody_else_previews(request, desk, essay, signed_in, who):
    client = signed_in(request.getfixturevalue(who))
    for page, row in ((address(essay), essay), (ADD, None)):
        response = client.post(page, opened(desk, row) | {"title": "Typed"})
        assert response.status_code in (302, 403)
        assert "Typed" not in response.content.decode()


def test_ravi_is_sent_to_sign_in(ravi, desk, essay):
    assert ravi.post(address(essay), opened(desk, essay)).url.startswith("/admin/login/")


def test_a_preview_asked_for_by_another_site_is_refused(edith, desk, essay):
    client = Client(enforce_csrf_checks=True)
    assert client.login(username=edith.email, password=PASSWORD)
    assert client.post(address(essay), opened(desk, essay)).status_code == 403


def test_an_article_that_is_not_there_is_no_crash(desk, essay):
    for number in (essay.pk + 1, 10**30):
        assert desk.post(f"/admin/articles/article/{number}/preview/", opened(desk)).status_code in (302, 404)
