"""Edith throws articles away and gets them back."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Article
from tests import make
from tests.articles.desk import address

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


def act(desk, action, article, page=LIST, **more):
    return desk.post(page, {"action": action, "_selected_action": article.pk, "index": 0, **more})


def test_deleting_moves_to_the_bin_and_readers_lose_sight_of_it(desk, ravi):
    essay = make.published()
    assert ravi.get("/articles/two-rooms/").status_code == 200
    page = desk.post(f"/admin/articles/article/{essay.pk}/delete/", {"post": "yes"}, follow=True)
    assert "“Two rooms” is in the bin." in page.content.decode()
    assert "deleted successfully" not in page.content.decode()
    essay.refresh_from_db()
    assert essay.trashed_at
    assert ravi.get("/articles/two-rooms/").status_code == 404


def test_the_list_shows_the_bin_only_when_asked(desk):
    essay = make.trashed()
    assert essay not in desk.get(LIST).context["cl"].queryset
    assert essay in desk.get(f"{LIST}?bin=yes").context["cl"].queryset


def test_what_lies_in_the_bin_is_not_changed(desk):
    page = desk.get(address(make.trashed()))
    assert page.status_code == 200 and 'name="title"' not in page.content.decode()
    assert desk.post(address(make.trashed("Another")), {"title": "Changed"}).status_code == 403


def test_put_back_it_is_what_it_was(desk, ravi):
    essay = make.trashed()
    act(desk, "put_back", essay, f"{LIST}?bin=yes")
    assert ravi.get(Article.objects.get().get_absolute_url()).status_code == 200


def test_deleted_in_the_bin_it_is_gone_for_good(desk):
    essay = make.trashed(films=[make.film()])
    desk.post(f"/admin/articles/article/{essay.pk}/delete/", {"post": "yes"})
    assert not Article.objects.exists()


def test_the_list_can_delete_for_good_only_in_the_bin(desk):
    essay = make.article()
    act(desk, "delete_selected", essay, post="yes")
    assert Article.objects.get().trashed_at is None
    act(desk, "move_to_bin", essay, post="yes")
    assert Article.objects.get().trashed_at
    act(desk, "delete_selected", essay, f"{LIST}?bin=yes", post="yes")
    assert not Article.objects.exists()


def test_before_anything_goes_it_says_who_links_there(desk):
    essay = make.published()
    make.article("The linking one", body=f"See [[article:{essay.slug}]].")
    confirmations = [
        desk.get(f"/admin/articles/article/{essay.pk}/delete/"),
        act(desk, "move_to_bin", essay),
        desk.get(address(essay)),  # where it is unpublished
    ]
    assert all("The linking one" in page.content.decode() for page in confirmations)
    assert Article.objects.get(pk=essay.pk).trashed_at is None


def test_links_to_what_is_in_the_bin_become_plain_text(desk):
    essay = make.published()
    linking = make.published("The linking one", body=f"See [[article:{essay.slug}]].")
    assert "/articles/two-rooms/" in linking.body_html
    act(desk, "move_to_bin", essay, post="yes")
    linking.refresh_from_db()
    assert "/articles/two-rooms/" not in linking.body_html


def test_the_history_tells_the_bin_from_the_end(desk):
    essay = make.article()
    act(desk, "move_to_bin", essay, post="yes")
    assert LogEntry.objects.get().change_message == "Moved to the bin."
    assert LogEntry.objects.get().is_change()
