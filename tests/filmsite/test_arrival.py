"""What no page should have to think about."""

import pytest


@pytest.mark.parametrize("address", ["/articles/?page=%00", "/admin/autocomplete/?term=a%00b", "/?q=%00"])
def test_a_nul_in_a_query_is_turned_away(db, ravi, address):
    response = ravi.get(address)
    assert response.status_code == 400
    assert response["Cache-Control"] == "no-store"


def test_any_other_query_is_not(db, ravi):
    assert ravi.get("/articles/?utm_source=a%2500b").status_code == 200
