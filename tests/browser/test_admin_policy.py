"""Every page of the admin in a real browser: nothing inline, nothing from elsewhere, no error in the console.

The `page` fixture fails a test at its end when anything of the kind has happened.
"""

import pytest

from tests.conftest import PASSWORD
from tests.rows import addresses, one_of_each

OUTSIDE = ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/sent/", "/admin/password_reset/complete/",
           "/admin/password_reset/MQ/no-token/"]  # fmt: skip
INSIDE = ["/admin/", "/admin/films/", "/admin/articles/", "/admin/password_change/", "/admin/password_change/done/"]


@pytest.fixture
def house(live_server, root, ada):
    return one_of_each(owner=ada)


def look(page, address):
    """Open a page and see that it came with our own look."""
    answer = page.goto(address, wait_until="load")
    assert answer.status == 200, address
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--half-a')"), address


def test_the_pages_before_the_door(page):
    for address in OUTSIDE:
        look(page, address)


def test_every_page_behind_the_door(page, house, root, sign_in):
    sign_in(page, root)
    for address in [*INSIDE, f"/admin/accounts/user/{root.pk}/password/"]:
        look(page, address)
    for label, row in house.items():
        for address in addresses(label, row).values():
            look(page, address)


def test_a_wrong_password_and_a_page_that_is_not_there(page, edith):
    page.goto("/admin/login/")
    page.fill("[name=username]", edith.email)
    page.fill("[name=password]", PASSWORD + "?")
    page.click("[type=submit]")
    assert "do not belong together" in page.content()


def test_a_film_gets_a_credit_through_the_box_that_finds_people(page, house, edith, sign_in):
    """The stock widgets (search box, a new row, the answer to a mistake) keep the policy too."""
    sign_in(page, edith)
    look(page, addresses("films.film", house["films.film"])["change"])
    page.click("#credits-group .add-row a")
    page.click("#credits-1 .select2-selection")
    page.keyboard.type("coppola", delay=20)
    page.click(".select2-results__option:has-text('Sofia Coppola')")
    page.fill("#id_credits-1-job", "Screenplay")
    page.select_option("#id_credits-1-department", "writing")
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    assert [c.job for c in house["films.film"].credits.order_by("position")] == ["Director", "Screenplay"]


def test_the_list_of_films_is_searched_filtered_and_a_deletion_asked_for(page, house, edith, sign_in):
    sign_in(page, edith)
    look(page, "/admin/films/film/?q=her&listed__exact=1")
    page.check("[name=_selected_action]")
    page.select_option("[name=action]", "delete_selected")
    page.click("button[name=index]")
    assert "protected" in page.content()
