"""Signing in, and the superuser's management of who may."""

import builtins
import getpass

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from accounts.models import User
from tests.conftest import PASSWORD

NEW_PASSWORD = "reels turn at midnight"


def sign_in(client, email, password=PASSWORD):
    return client.post("/admin/login/?next=/admin/", {"username": email, "password": password, "next": "/admin/"})


def test_edith_signs_in_whatever_the_capitals_of_her_address(edith, ravi):
    answer = sign_in(ravi, " Edith@EXAMPLE.org")
    assert answer.status_code == 302 and answer.url == "/admin/"
    assert b"Edith" in ravi.get("/admin/").content


@pytest.mark.parametrize("name", ["edith", "charlie", "gone", "nobody"])
def test_a_failed_sign_in_tells_nothing_about_the_address(name, edith, charlie, ravi):
    User.objects.create_user("gone@example.org", PASSWORD, is_staff=True, is_active=False)
    answer = sign_in(ravi, f"{name}@example.org", "wrong" if name == "edith" else PASSWORD)
    assert answer.status_code == 200
    assert "do not belong together" in answer.content.decode()
    assert "sessionid" not in ravi.cookies


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(edith, ravi):
    sign_in(ravi, "edith@example.org")
    cookie = ravi.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_nobody_is_signed_out_by_a_link(edith, signed_in):
    client = signed_in(edith)
    assert client.get("/admin/logout/").status_code == 405
    assert client.get("/admin/").status_code == 200


def test_root_makes_a_sign_in_with_a_role(root, signed_in, ravi):
    client = signed_in(root)
    fields = {
        "email": "Nora@Example.org", "display_name": "Nora", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD,
    }  # fmt: skip
    assert client.post("/admin/accounts/user/add/", fields).status_code == 302
    nora = User.objects.get(email="nora@example.org")
    assert not nora.is_staff and not nora.is_superuser

    from accounts import roles

    address = f"/admin/accounts/user/{nora.pk}/change/"
    rights = {"email": nora.email, "is_active": "on", "is_staff": "on", "groups": [roles.group(roles.EDITOR).pk]}
    assert client.post(address, rights).status_code == 302
    assert sign_in(ravi, "nora@example.org", NEW_PASSWORD).status_code == 302
    assert User.objects.get(pk=nora.pk).has_perm("articles.publish_article")


def test_an_address_belongs_to_one_person_whatever_its_capitals(root, edith, signed_in):
    fields = {"email": "EDITH@example.org", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    answer = signed_in(root).post("/admin/accounts/user/add/", fields)
    assert "Somebody already signs in with this address." in answer.content.decode()
    assert User.objects.filter(email__iexact="edith@example.org").count() == 1


def test_two_passwords_that_differ_make_no_sign_in(root, signed_in):
    fields = {"email": "nora@example.org", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD + "!"}
    answer = signed_in(root).post("/admin/accounts/user/add/", fields)
    assert answer.status_code == 200 and not User.objects.filter(email="nora@example.org").exists()


def test_the_change_form_shows_the_hash_and_the_way_to_a_new_password(root, edith, signed_in):
    client = signed_in(root)
    page = client.get(f"/admin/accounts/user/{edith.pk}/change/").content.decode()
    assert "<strong>algorithm</strong>" in page and 'href="../password/"' in page
    fields = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD, "usable_password": "true"}
    assert client.post(f"/admin/accounts/user/{edith.pk}/password/", fields).status_code == 302
    assert authenticate(username="edith@example.org", password=NEW_PASSWORD) == edith


def test_root_finds_people_by_part_of_their_address(root, edith, ada, signed_in):
    page = signed_in(root).get("/admin/accounts/user/?q=EDIT").content.decode()
    assert "edith@example.org" in page and "ada@example.org" not in page


def test_the_list_of_people_asks_no_more_for_many(root, signed_in, queries):
    client = signed_in(root)

    def asked():
        with queries() as seen:
            client.get("/admin/accounts/user/")
        return len(seen)

    few = asked()
    for number in range(20):
        User.objects.create_user(f"extra{number}@example.org")
    assert asked() == few


def test_createsuperuser_reads_the_environment(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_EMAIL", "Boss@Example.org")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", NEW_PASSWORD)
    call_command("createsuperuser", interactive=False, verbosity=0)
    boss = authenticate(username="boss@example.org", password=NEW_PASSWORD)
    assert boss and boss.is_staff and boss.is_superuser


def test_createsuperuser_without_an_address_says_so(db, monkeypatch):
    monkeypatch.delenv("DJANGO_SUPERUSER_EMAIL", raising=False)
    with pytest.raises(CommandError, match="email"):
        call_command("createsuperuser", interactive=False, verbosity=0)


def test_createsuperuser_asks_for_address_and_password(db, monkeypatch):
    class Terminal:
        def isatty(self):
            return True

    monkeypatch.setattr(builtins, "input", lambda prompt: "boss@example.org")
    monkeypatch.setattr(getpass, "getpass", lambda prompt="": NEW_PASSWORD)
    call_command("createsuperuser", stdin=Terminal(), verbosity=0)
    assert authenticate(username="boss@example.org", password=NEW_PASSWORD).is_superuser
