"""What somebody reads whose request is refused: what happened, and that no text is lost."""

import pytest
from django.test import Client


def test_a_form_from_before_signing_in_again_says_that_the_text_is_still_there(edith):
    client = Client(enforce_csrf_checks=True)
    client.force_login(edith)
    response = client.post("/admin/films/theme/add/", {"name": "Glass"})
    assert response.status_code == 403
    assert "Your text is still there." in response.text


def test_too_large_a_form_says_what_fits(signed_in, edith):
    response = signed_in(edith).post("/admin/films/theme/add/", {"description": "x" * 5_000_000})
    assert response.status_code == 400
    assert "a text may have 200 kB" in response.text


def test_what_is_not_open_says_so(signed_in, ada):
    response = signed_in(ada).get("/admin/auth/group/")
    assert response.status_code == 403
    assert "This door is for the staff" in response.text


@pytest.mark.parametrize("name", ["400", "403", "403_csrf"])
def test_no_refusal_has_anything_inline(name, settings):
    page = (settings.BASE_DIR / "templates" / f"{name}.html").read_text()
    assert "/static/css/base.css" in page
    assert "<script" not in page and "<style" not in page and "style=" not in page


@pytest.mark.parametrize("page", ["articles/article/add/", "films/theme/3/change/"])
def test_whoever_was_writing_is_told_so_at_the_door(db, ravi, page):
    assert "Were you writing?" in ravi.get(f"/admin/{page}", follow=True).text


def test_whoever_was_not_is_told_nothing(db, ravi):
    assert "Were you writing?" not in ravi.get("/admin/", follow=True).text
