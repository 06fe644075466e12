"""Every address of the admin, as everybody: root, Edith (editor), Ada (author), Mona (moderator), Charlie, Ravi.

The tables below say who may do what. A model or an address that is added to the admin without a line here fails.
"""

import json

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import URLPattern, get_resolver, resolve

from tests import make
from tests.rows import addresses, one_of_each

STAFF = ["root", "edith", "ada", "mona"]
WRITES = {"INSERT", "UPDATE", "DELETE", "REPLACE"}

# What may be opened: list, add, change (to read it at least), history, delete. Ada's article is her own draft.
ALL = "list add change history delete"
ADDS = "list add change history"
SEES = "list change history"
MODELS = {
    #                    edith  ada    mona
    "films.film":       [ALL,   ADDS,  ""],
    "films.person":     [ALL,   ADDS,  ""],
    "films.theme":      [ALL,   ADDS,  ""],
    "films.genre":      [ALL,   ADDS,  ""],
    "taggit.tag":       [ALL,   SEES,  ""],
    "images.image":     [ALL,   ADDS,  ""],
    "articles.article": [ALL,   ADDS,  ""],
    "articles.author":  [ALL,   SEES,  ""],
    "articles.faq":     [ALL,   ADDS,  ""],
    "accounts.user":    ["",    "",    ""],
    "auth.group":       ["",    "",    ""],
}  # fmt: skip

OTHERS = """
                                                  root edith ada mona
/admin/                                           200  200   200 200
/admin/login/                                     302  302   302 302
/admin/logout/                                    405  405   405 405
/admin/password_change/                           200  200   200 200
/admin/password_change/done/                      200  200   200 200
/admin/password_reset/                            200  200   200 200
/admin/password_reset/sent/                       200  200   200 200
/admin/password_reset/complete/                   200  200   200 200
/admin/password_reset/MQ/no-token/                200  200   200 200
/admin/jsi18n/                                    200  200   200 200
/admin/nowhere/                                   404  404   404 404
/admin/films/                                     200  200   200 404
/admin/images/                                    200  200   200 404
/admin/articles/                                  200  200   200 404
/admin/taggit/                                    200  200   200 404
/admin/accounts/                                  200  404   404 404
/admin/auth/                                      200  404   404 404
/admin/accounts/user/{accounts.user}/password/    200  403   403 403
/admin/articles/article/preview/                  405  405   405 405
/admin/articles/article/{articles.article}/preview/ 405 405  405 405
/admin/autocomplete/?app_label=films&model_name=credit&field_name=person            200 200 200 403
/admin/autocomplete/?app_label=films&model_name=film&field_name=themes              200 200 200 403
/admin/autocomplete/?app_label=films&model_name=film&field_name=genres              200 200 200 403
/admin/autocomplete/?app_label=films&model_name=film&field_name=poster              200 200 200 403
/admin/autocomplete/?app_label=articles&model_name=articlefilm&field_name=film      200 200 200 403
/admin/autocomplete/?app_label=articles&model_name=take&field_name=article          200 200 200 403
/admin/autocomplete/?app_label=articles&model_name=byline&field_name=author         200 200 200 403
/admin/autocomplete/?app_label=articles&model_name=articlefaq&field_name=faq        200 200 200 403
/admin/autocomplete/?app_label=articles&model_name=article&field_name=owner         200 403 403 403
/admin/autocomplete/?app_label=accounts&model_name=user&field_name=groups           200 403 403 403
/admin/autocomplete/?app_label=nonsense&model_name=x&field_name=y                   403 403 403 403
/admin/autocomplete/                                                                403 403 403 403
/admin/r/{type.films.film}/{films.film}/                                            302 302 302 404
/admin/r/{type.articles.author}/{articles.author}/                                  302 302 302 404
/admin/r/{type.articles.article}/{articles.article}/                                302 302 302 404
/admin/r/{type.articles.article}/{articles.article}%20/                             404 404 404 404
/admin/r/{type.accounts.user}/{accounts.user}/                                      404 404 404 404
"""

# What somebody who is not on the staff gets is the door, except here
OPEN_TO_ALL = ("/admin/login/", "/admin/password_reset/")


@pytest.fixture
def rows(db, ada):
    return one_of_each(owner=ada)


@pytest.fixture
def clients(root, edith, ada, mona, charlie, ravi, signed_in):
    """A browser for everybody."""
    people = {"root": root, "edith": edith, "ada": ada, "mona": mona, "charlie": charlie}
    return {name: signed_in(user) for name, user in people.items()} | {"ravi": ravi}


def expectations(rows):
    """Every address of both tables → {person of the staff: status}."""
    return {**of_models(rows), **of_others(rows)}


def of_models(rows):
    expected = {}
    for label, allowed in MODELS.items():
        found = addresses(label, rows[label])
        expected[found.pop("short")] = dict.fromkeys(STAFF, 302)  # to the form, whatever that says
        for what, address in found.items():
            statuses = [200 if what in may.split() else 403 for may in [ALL, *allowed]]
            expected[address] = dict(zip(STAFF, statuses, strict=True))
    return expected


def of_others(rows):
    keys = {f"{{{label}}}": str(row.pk) for label, row in rows.items()}
    keys |= {f"{{type.{label}}}": str(ContentType.objects.get_for_model(row).pk) for label, row in rows.items()}
    expected = {}
    for line in OTHERS.strip().splitlines()[1:]:
        address, *statuses = line.split()
        for key, value in keys.items():
            address = address.replace(key, value)
        expected[address] = dict(zip(STAFF, map(int, statuses), strict=True))
    return expected


def outcome(answer):
    """The status; 403 where the admin says instead that there is no such row, and leads to its first page."""
    denied = answer.status_code == 302 and answer.url == "/admin/"
    return 403 if denied and answer.request["PATH_INFO"] != "/admin/login/" else answer.status_code


@pytest.fixture
def nothing_written():
    """`with nothing_written():` refuses every statement that writes, the session's own row left out."""

    def refuse(execute, sql, params, many, context):
        assert sql.split(None, 1)[0] not in WRITES or "django_session" in sql, f"A GET wrote: {sql}"
        return execute(sql, params, many, context)

    return lambda: connection.execute_wrapper(refuse)


def routes(patterns, before=""):
    """Every route of the site, as resolve() names it."""
    for pattern in patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def test_every_registered_model_stands_in_the_table():
    assert {model._meta.label_lower for model in admin.site._registry} == MODELS.keys()


def test_every_route_of_the_admin_is_walked(rows):
    walked = {resolve(address.split("?")[0].replace("%20", " ")).route for address in expectations(rows)}
    known = {route for route in routes(get_resolver().url_patterns) if route.startswith("admin/")}
    assert known - walked == set()


@pytest.mark.parametrize("name", STAFF)
def test_the_staff_gets_what_the_table_says_and_looking_changes_nothing(name, rows, clients, nothing_written):
    wrong = {}
    with nothing_written():
        for address, expected in expectations(rows).items():
            answer = clients[name].get(address)
            if outcome(answer) != expected[name]:
                wrong[address] = f"{answer.status_code}, not {expected[name]}"
            assert "no-store" in answer["Cache-Control"], address
    assert wrong == {}


@pytest.mark.parametrize("name", ["charlie", "ravi"])
def test_whoever_is_not_on_the_staff_stands_before_the_door(name, rows, clients, nothing_written):
    with nothing_written():
        for address in expectations(rows):
            answer = clients[name].get(address)
            if address.startswith(OPEN_TO_ALL):
                assert answer.status_code == 200, address
            elif address == "/admin/logout/":
                assert answer.status_code == 302 and answer.url == "/admin/", address
            else:
                assert answer.status_code == 302 and answer.url.startswith("/admin/login/?next=/admin/"), address


@pytest.mark.parametrize(("name", "status"), [("mona", 403), ("charlie", 302), ("ravi", 302)])
def test_nobody_without_rights_changes_anything_by_posting(name, status, rows, clients):
    for label, row in rows.items():
        for what in ("add", "change", "delete"):
            answer = clients[name].post(addresses(label, row)[what], {"post": "yes"})
            assert answer.status_code == status, (label, what)
        row.refresh_from_db()


def test_ada_deletes_and_changes_nothing_of_the_catalogue_by_posting(rows, clients):
    for label in ("films.film", "films.person", "films.theme", "films.genre", "images.image", "articles.faq"):
        for what in ("change", "delete"):
            address = addresses(label, rows[label])[what]
            assert clients["ada"].post(address, {"post": "yes"}).status_code == 403, address
        chosen = {"action": "delete_selected", "_selected_action": [rows[label].pk], "post": "yes"}
        clients["ada"].post(addresses(label, rows[label])["list"], chosen)
        rows[label].refresh_from_db()


# Whose article


@pytest.fixture
def shelf(ada, edith):
    """Articles of every owner and state, each with a title of its own; only the first is Ada's to see."""
    return {
        "her own draft": make.article("Quince", owner=ada),
        "another's draft": make.article("Walnut", owner=edith),
        "nobody's draft": make.article("Cherry"),
        "her own, published": make.published("Medlar", owner=ada),
        "her own, scheduled": make.scheduled("Damson", owner=ada),
        "her own, expired": make.expired("Mulberry", owner=ada),
        "her own, thrown away": make.article("Rowan", owner=ada, trashed_at="2025-01-01T00:00Z"),
        "another's, published": make.published("Hawthorn", owner=edith),
    }


def found_by_autocomplete(client):
    address = "/admin/autocomplete/?app_label=articles&model_name=take&field_name=article"
    return {row["text"] for row in json.loads(client.get(address).content)["results"]}


def test_ada_opens_her_own_drafts_and_no_other_article(shelf, ada, signed_in):
    client = signed_in(ada)
    for whose, article in shelf.items():
        for what, address in addresses("articles.article", article).items():
            answer = client.get(address)
            if what in ("change", "history"):
                assert (answer.status_code == 200) == (whose == "her own draft"), (whose, what)
            if what == "delete":
                assert answer.status_code in (302, 403), whose
        on_site = f"/admin/r/{ContentType.objects.get_for_model(article).pk}/{article.pk}/"
        assert (client.get(on_site).status_code == 302) == (whose == "her own draft"), whose
        answer = client.post(f"/admin/articles/article/{article.pk}/preview/", {"title": "Taken"})
        assert answer.status_code in ((200, 422) if whose == "her own draft" else (302, 403, 404)), whose
        assert whose == "her own draft" or article.title not in answer.content.decode()


def test_ada_finds_her_own_drafts_and_no_other_title(shelf, ada, signed_in):
    client = signed_in(ada)
    page = client.get("/admin/articles/article/").content.decode()
    seen = {article.title for article in shelf.values() if article.title in page}
    assert seen == found_by_autocomplete(client) == {"Quince"}


def test_edith_finds_and_opens_everything(shelf, edith, signed_in):
    client = signed_in(edith)
    assert found_by_autocomplete(client) >= {article.title for whose, article in shelf.items() if "away" not in whose}
    for whose, article in shelf.items():
        assert client.get(addresses("articles.article", article)["change"]).status_code == 200, whose


def test_ada_cannot_publish_or_give_away_by_posting_more_fields(shelf, ada, edith, signed_in):
    client, article = signed_in(ada), shelf["her own draft"]
    page = client.get(f"/admin/articles/article/{article.pk}/change/").context
    fields = {"title": "Quince jam", "status": "published", "publish_at_0": "2025-01-01", "publish_at_1": "10:00",
              "owner": edith.pk, "seen_version": article.version}  # fmt: skip
    for inline in page["inline_admin_formsets"]:
        prefix = inline.formset.prefix
        fields |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    assert client.post(f"/admin/articles/article/{article.pk}/change/", fields).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.status, article.publish_at, article.owner) == ("Quince jam", "draft", None, ada)
