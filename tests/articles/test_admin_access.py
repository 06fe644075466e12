"""Whose articles somebody reaches in the admin, by the front door and by the side doors."""

import pytest

from articles.models import Article
from tests import make
from tests.articles.desk import address, opened, save, saved

LIST = "/admin/articles/article/"


@pytest.fixture
def hers(ada):
    """Ada's draft."""
    return make.article("Her own work", owner=ada)


@pytest.fixture
def foreign(edith):
    """Edith's draft."""
    return make.article("Secret plans", body="Nobody knows.", owner=edith)


def addresses(article):
    here = f"/admin/articles/article/{article.pk}"
    return [f"{here}/change/", f"{here}/history/", f"{here}/delete/"]


def test_ada_sees_and_changes_her_own_draft(ada, hers, signed_in):
    client = signed_in(ada)
    assert "Her own work" in client.get(LIST).content.decode()
    assert saved(client, hers, title="Better").title == "Better"


def test_edith_sees_and_changes_everybodys(edith, hers, signed_in):
    assert saved(signed_in(edith), hers, title="Better").owner == hers.owner


@pytest.mark.parametrize("state", ["draft", "published", "scheduled", "expired", "trashed"])
def test_ada_meets_no_work_of_others_whatever_its_state(ada, edith, signed_in, state):
    builders = {"draft": make.article, "published": make.published, "scheduled": make.scheduled}
    build = builders.get(state) or getattr(make, state)
    foreign, client = build("Secret plans", owner=edith), signed_in(ada)
    for page in (LIST, f"{LIST}?q=Secret", f"{LIST}?bin=yes", f"{LIST}?state=published"):
        response = client.get(page)
        assert response.status_code == 200 and foreign not in response.context["cl"].queryset, page
    for page in addresses(foreign):
        response = client.get(page, follow=True)
        assert "Secret plans" not in response.content.decode(), page


def test_ada_no_longer_reaches_her_own_work_once_it_is_out(ada, signed_in):
    out = make.published("Her own work", owner=ada)
    assert signed_in(ada).get(address(out)).status_code == 302
    again = make.article("Was out once", owner=ada, published_at=out.publish_at)
    assert signed_in(ada).get(address(again)).status_code == 302


@pytest.mark.parametrize("who", ["ada", "mona", "charlie"])
def test_nobody_without_the_right_saves_a_foreign_draft(request, foreign, edith, signed_in, who):
    data = opened(signed_in(edith), foreign)
    save(signed_in(request.getfixturevalue(who)), foreign, data, title="Taken over")
    foreign.refresh_from_db()
    assert foreign.title == "Secret plans"


@pytest.mark.parametrize("who", ["mona", "charlie"])
def test_mona_and_charlie_meet_no_article_at_all(request, foreign, signed_in, who):
    client = signed_in(request.getfixturevalue(who))
    for page in (LIST, f"{LIST}add/", *addresses(foreign)):
        response = client.get(page)
        assert response.status_code in (302, 403), page
        assert "Secret plans" not in response.content.decode()


@pytest.mark.parametrize("who", ["ada", "edith"])
def test_autocomplete_tells_only_of_what_one_may_see(request, foreign, hers, signed_in, who):
    """No form asks for an article by autocomplete; the address answers all the same."""
    client = signed_in(request.getfixturevalue(who))
    response = client.get("/admin/autocomplete/?term=e&app_label=articles&model_name=byline&field_name=article")
    found = {row["text"] for row in response.json()["results"]}
    assert found == ({"Her own work", "Secret plans"} if who == "edith" else {"Her own work"})


def test_ada_cannot_send_a_foreign_draft_to_the_bin_by_an_action(ada, foreign, signed_in):
    signed_in(ada).post(LIST, {"action": "move_to_bin", "_selected_action": foreign.pk, "post": "yes", "index": 0})
    foreign.refresh_from_db()
    assert foreign.trashed_at is None


TAMPERED = {
    "status": "published",
    "publish_at_0": "2020-01-01",
    "publish_at_1": "12:00",
    "expire_at_0": "2030-01-01",
    "expire_at_1": "12:00",
    "updated_on": "2020-01-01",
    "comments_open": "",
}


def test_publishing_fields_that_ada_sends_anyway_change_nothing(ada, edith, hers, signed_in):
    row = saved(signed_in(ada), hers, **TAMPERED, owner=edith.pk, title="Better")
    assert (row.title, row.status, row.publish_at, row.expire_at, row.updated_on, row.comments_open, row.owner) == (
        "Better", "draft", None, None, None, True, ada,
    )  # fmt: skip


def test_the_same_fields_count_when_edith_sends_them(ada, edith, hers, signed_in):
    row = saved(signed_in(edith), hers, **TAMPERED, owner=edith.pk, body="Good.")
    assert (row.status, row.owner, row.comments_open) == ("published", edith, False)
    assert row.publish_at.year == 2020 and row.expire_at.year == 2030


def test_ada_adds_a_draft_of_her_own_whatever_she_sends(ada, edith, signed_in):
    row = saved(signed_in(ada), title="New", **TAMPERED, owner=edith.pk)
    assert (row.owner, row.status, row.published_at) == (ada, "draft", None)


def test_ada_has_no_field_to_publish_with(ada, hers, signed_in):
    assert not {"status", "publish_at_0", "owner"} & opened(signed_in(ada), hers).keys()


def test_the_list_asks_as_often_for_many_as_for_two(edith, signed_in, queries):
    client = signed_in(edith)
    films, ida = [make.film("Her", 2013), make.film("Solaris", 1972)], make.author()
    counts = []
    for more in (2, 8):
        for number in range(more):
            make.article(f"Essay {more}-{number}", films=films, authors=[ida])
        with queries() as seen:
            assert client.get(LIST).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (make.article, "Draft"),
        (make.published, "Published"),
        (make.scheduled, "Scheduled for"),
        (make.expired, "Expired on"),
    ],
)
def test_the_list_says_the_state_in_words(edith, signed_in, build, words):
    build()
    assert words in signed_in(edith).get(LIST).rendered_content.split("field-state", 1)[1][:60]


@pytest.mark.parametrize("state", ["draft", "scheduled", "published", "expired"])
def test_each_state_can_be_listed_alone(edith, signed_in, state):
    for build in (make.article, make.scheduled, make.published, make.expired, make.trashed):
        build(f"By {build.__name__}")
    listed = signed_in(edith).get(f"{LIST}?state={state}").context["cl"].queryset
    assert [row.title for row in listed] == [f"By {state if state != 'draft' else 'article'}"]
    assert Article.objects.count() == 5
