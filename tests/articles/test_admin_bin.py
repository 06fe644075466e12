"""Edith throws articles away and gets them back."""

import contextlib

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.db.models.signals import pre_save

from articles.models import Article
from tests import make
from tests.articles.desk import address, opened, save
from tests.submitted import fields

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


def act(desk, action, article, page=LIST, **more):
    return desk.post(page, {"action": action, "_selected_action": article.pk, "index": 0, **more})


def deletion(article):
    return f"/admin/articles/article/{article.pk}/delete/"


@contextlib.contextmanager
def meanwhile(**columns):
    """Somebody else's save reaches the database right before the one inside the block."""

    def overtake(instance, **kwargs):
        Article.objects.filter(pk=instance.pk).update(**columns)

    pre_save.connect(overtake, sender=Article)
    try:
        yield
    finally:
        pre_save.disconnect(overtake, sender=Article)


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
    page = desk.get(deletion(essay))
    assert "for good" in page.content.decode()
    desk.post(deletion(essay), fields(page, "delete_form"))
    assert not Article.objects.exists()
    assert LogEntry.objects.get().is_deletion()


def test_a_second_click_on_the_same_button_deletes_nothing(desk):
    essay = make.published()
    clicked = {**fields(desk.get(deletion(essay)), "delete_form"), "post": "yes"}
    for _ in range(2):
        page = desk.post(deletion(essay), clicked, follow=True).content.decode()
        assert "“Two rooms” is in the bin." in page and "deleted successfully" not in page
    essay.refresh_from_db()
    assert essay.trashed_at
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["Moved to the bin."]


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


@pytest.mark.parametrize("way", ["delete", "action"])
def test_what_somebody_saves_meanwhile_stays_when_it_goes_into_the_bin(desk, way):
    essay = make.article(body="Before.")
    with meanwhile(body="Saved meanwhile."):
        if way == "delete":
            desk.post(deletion(essay), {"post": "yes"})
        else:
            act(desk, "move_to_bin", essay, post="yes")
    stored = Article.objects.get()
    assert (stored.body, bool(stored.trashed_at)) == ("Saved meanwhile.", True)


def test_what_somebody_saves_meanwhile_stays_when_it_is_put_back(desk):
    essay = make.trashed()
    with meanwhile(dek="Saved meanwhile."):
        act(desk, "put_back", essay, f"{LIST}?bin=yes")
    stored = Article.objects.get()
    assert (stored.dek, stored.trashed_at) == ("Saved meanwhile.", None)


@pytest.mark.parametrize(("action", "build"), [("move_to_bin", make.article), ("put_back", make.trashed)])
def test_the_rows_to_move_are_read_within_the_transaction_that_writes_them(desk, action, build):
    essay, seen = build(), []

    def note(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act(desk, action, essay, f"{LIST}?bin=yes" if action == "put_back" else LIST, post="yes")
    written = next(n for n, sql in enumerate(seen) if sql.startswith('UPDATE "articles_article"'))
    read = [n for n, sql in enumerate(seen[:written]) if sql.startswith("SELECT") and '."body"' in sql]
    begun = next(n for n, sql in enumerate(seen) if sql.startswith("SAVEPOINT"))
    assert begun < read[0]


def test_a_form_opened_before_the_bin_is_outdated_after_it(desk):
    essay = make.article()
    data = opened(desk, essay)
    act(desk, "move_to_bin", essay, post="yes")
    act(desk, "put_back", essay, f"{LIST}?bin=yes")
    assert save(desk, essay, data, body="Mine.").context["conflict"]


def test_links_come_back_with_what_is_put_back(desk):
    essay = make.published()
    linking = make.published("The linking one", body=f"See [[article:{essay.slug}]].")
    act(desk, "move_to_bin", essay, post="yes")
    act(desk, "put_back", essay, f"{LIST}?bin=yes")
    linking.refresh_from_db()
    assert "/articles/two-rooms/" in linking.body_html


def test_put_back_it_has_its_related_articles_again(desk):
    her, faq = make.film(), make.faq()
    essay, other = make.published(films=[her], faqs=[faq]), make.published("Another", films=[her])
    act(desk, "move_to_bin", essay, post="yes")
    faq.save()  # renders every article that it stands in, and what is in the bin is related to none
    assert not essay.related.exists()
    act(desk, "put_back", essay, f"{LIST}?bin=yes")
    assert essay.related.get().other == other and other.related.get().other == essay


def test_what_readers_may_not_see_stays_in_the_bin_and_it_says_why(desk):
    broken, fine = make.trashed("Broken"), make.trashed("Fine")
    Article.objects.filter(pk=broken.pk).update(body="On [[film:nobody-made-this-1999]].")
    both = {"action": "put_back", "_selected_action": [broken.pk, fine.pk], "index": 0}
    page = desk.post(f"{LIST}?bin=yes", both, follow=True).content.decode()
    assert "“Broken” stays in the bin" in page and "nobody-made-this-1999" in page
    assert "“Fine” is back: Published." in page
    assert [row.title for row in Article.objects.exclude(trashed_at=None)] == ["Broken"]
    assert LogEntry.objects.get().object_repr == "Fine"


def test_the_history_tells_the_bin_from_the_end(desk):
    essay = make.article()
    act(desk, "move_to_bin", essay, post="yes")
    assert LogEntry.objects.get().change_message == "Moved to the bin."
    assert LogEntry.objects.get().is_change()
