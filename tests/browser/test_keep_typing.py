"""Signing in again, or leaving by mistake, costs nobody a text."""

import pytest
from playwright.sync_api import expect

from films.models import Theme
from tests import make


@pytest.fixture
def writing(transactional_db, page, sign_in, edith):
    """Edith has typed into a theme's form and saved nothing."""
    theme = make.theme("Loneliness")
    sign_in(page, edith)
    page.goto(f"/admin/films/theme/{theme.pk}/change/")
    page.fill("#id_description", "Rooms above a city.")
    return page


def test_edith_is_signed_out_signs_in_in_another_tab_and_saves_the_first(writing, sign_in, edith):
    writing.context.clear_cookies(name="sessionid")
    other = writing.context.new_page()
    sign_in(other, edith)
    writing.click("[name=_save]")
    writing.wait_for_url("**/admin/films/theme/")
    assert Theme.objects.get().description == "Rooms above a city."


def test_a_changed_form_asks_before_it_is_left(writing):
    asked = []
    writing.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    writing.goto("/admin/")
    assert asked == ["beforeunload"]


def test_saving_asks_nothing_and_neither_does_an_untouched_form(writing):
    asked = []
    writing.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    writing.click("[name=_continue]")
    expect(writing.locator(".success")).to_be_visible()
    writing.goto("/admin/")
    assert asked == []


def test_saved_while_signed_out_the_words_are_one_step_back(writing, sign_in, edith):
    writing.context.clear_cookies(name="sessionid")
    writing.click("[name=_save]")
    expect(writing.get_by_text("Were you writing?")).to_be_visible()
    sign_in(writing.context.new_page(), edith)
    writing.go_back()
    expect(writing.locator("#id_description")).to_have_value("Rooms above a city.")
    writing.click("[name=_save]")
    writing.wait_for_url("**/admin/films/theme/")
    assert Theme.objects.get().description == "Rooms above a city."
