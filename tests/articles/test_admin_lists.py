"""Lists of the admin answer odd addresses and odd selections with a word, never with a crash."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from tests import make

LIST = "/admin/articles/article/"
LISTS = [
    "accounts/user", "articles/article", "articles/author", "articles/faq", "auth/group", "films/film", "films/genre",
    "films/person", "films/theme", "images/image", "taggit/tag",
]  # fmt: skip


@pytest.fixture
def desk(root, signed_in):
    return signed_in(root)


@pytest.mark.parametrize("key", ["abc", "9" * 30, "-1", "", "1.5", "1\x00"])
def test_an_odd_selection_changes_nothing_and_says_so(desk, key):
    for name in LISTS:
        action = "move_to_bin" if name == "articles/article" else "delete_selected"
        chosen = {"action": action, "_selected_action": key, "index": 0}
        response = desk.post(f"/admin/{name}/", chosen, follow=True)
        assert response.status_code == 200 and response.redirect_chain, name
        assert "Nothing has been changed" in response.content.decode(), name


@pytest.mark.parametrize("action", ["move_to_bin", "put_back", "delete_selected"])
@pytest.mark.parametrize("key", ["abc", "9" * 30])
def test_every_action_on_articles_survives_an_odd_selection(desk, action, key):
    essay = make.trashed() if action != "move_to_bin" else make.article()
    page = LIST if action == "move_to_bin" else f"{LIST}?bin=yes"
    chosen = {"action": action, "_selected_action": [essay.pk, key], "post": "yes"}
    assert "Nothing has been changed" in desk.post(page, chosen, follow=True).content.decode()
    assert bool(Article.objects.get().trashed_at) == (action != "move_to_bin")
    desk.post(page, {**chosen, "_selected_action": [essay.pk]})
    left = [bool(article.trashed_at) for article in Article.objects.all()]
    assert left == {"move_to_bin": [True], "put_back": [False], "delete_selected": []}[action]


def test_what_is_gone_already_is_no_crash(desk):
    page = desk.post(LIST, {"action": "move_to_bin", "_selected_action": "999", "post": "yes"}, follow=True)
    assert "Nothing has been changed" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "publish_at__year=9999",
        "publish_at__year=9999&publish_at__month=12",
        "publish_at__year=9999&publish_at__month=12&publish_at__day=31",
        "publish_at__year=0",
        "publish_at__year=abc",
        "publish_at__year=2025&publish_at__month=13",
        "publish_at__month=abc",
        "publish_at__gte=abc",
        f"id__in={'9' * 30}",
        f"id={'9' * 30}",
        f"p={'9' * 30}",
        "o=abc.999",
        "themes__id__exact=abc",
        f"themes__id__exact={'9' * 30}",
    ],
)
def test_an_odd_address_leads_to_the_list(desk, query):
    make.published(films=[make.film()])
    response = desk.get(f"{LIST}?{query}", follow=True)
    assert response.status_code == 200 and "cl" in response.context


def test_the_first_moment_of_time_is_no_crash_east_of_greenwich(desk, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    assert desk.get(f"{LIST}?publish_at__year=1", follow=True).status_code == 200


def test_a_year_that_articles_have_lists_them(desk):
    essay = make.published(publish_at=datetime(2024, 5, 6, tzinfo=UTC))
    make.published("Another", publish_at=datetime(2023, 5, 6, tzinfo=UTC))
    listed = desk.get(f"{LIST}?publish_at__year=2024").context["cl"].queryset
    assert list(listed) == [essay]


def test_a_list_that_cannot_show_what_was_asked_says_so(desk):
    page = desk.get(f"{LIST}?publish_at__year=9999", follow=True)
    assert "cannot show" in page.content.decode()


def test_every_list_survives_a_number_that_no_database_holds(desk):
    for name in LISTS:
        assert desk.get(f"/admin/{name}/?id__in={'9' * 30}", follow=True).status_code == 200, name
