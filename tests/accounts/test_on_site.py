"""The way from a row in the admin to its page tells nobody of rows they may not see."""

import pytest
from django.contrib.contenttypes.models import ContentType

from tests import make


@pytest.fixture
def shortcut(db):
    def address(row):
        return f"/admin/r/{ContentType.objects.get_for_model(row).pk}/{row.pk}/"

    return address


def test_edith_goes_from_a_film_to_its_page(edith, signed_in, shortcut):
    answer = signed_in(edith).get(shortcut(make.film("Her", 2013)))
    assert answer.status_code == 302 and answer.url == "/films/her-2013/"


def test_mona_does_not_learn_the_title_of_a_draft(mona, signed_in, shortcut):
    assert signed_in(mona).get(shortcut(make.article("Secret plans"))).status_code == 404


def test_ada_does_not_learn_the_title_of_somebody_elses_draft(ada, signed_in, shortcut):
    assert signed_in(ada).get(shortcut(make.article("Secret plans"))).status_code == 404


def test_ravi_is_sent_to_sign_in(ravi, shortcut):
    assert ravi.get(shortcut(make.film())).url.startswith("/admin/login/")


@pytest.mark.parametrize("address", ["/admin/r/x/1/", "/admin/r/99999/1/", "/admin/r/ 1/1 /"])
def test_nonsense_is_not_found(root, signed_in, address):
    assert signed_in(root).get(address).status_code == 404
