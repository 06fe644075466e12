"""An e-mail address is the name to sign in with: nobody but a superuser reads one in the admin."""

import pytest

from accounts.models import User
from articles.models import Article
from tests import make
from tests.articles.desk import address, opened, save, saved
from tests.submitted import fields

AUTHOR = "/admin/articles/author/"


@pytest.fixture
def nameless(db):
    """Somebody on the staff who never gave a name."""
    return User.objects.create_user("nameless@example.net", is_staff=True, is_superuser=True)


@pytest.fixture
def essay(ada, nameless, signed_in):
    """Ada's draft, last saved by somebody without a name, who has a name above essays too."""
    make.author(user=nameless)
    return saved(signed_in(nameless), make.article("Her own work", owner=ada), body="Theirs.")


def pages(client, essay):
    """Every page that names somebody who signs in."""
    author = f"{AUTHOR}{essay_author().pk}"
    yield from ("/admin/", AUTHOR, f"{author}/change/", f"{author}/history/")
    yield from (address(essay), address(essay).replace("change", "history"), "/admin/articles/article/add/")


def essay_author():
    from articles.models import Author

    return Author.objects.get()


@pytest.mark.parametrize("who", ["edith", "ada"])
def test_no_page_shows_edith_or_ada_an_address(request, who, essay, nameless, signed_in):
    client = signed_in(request.getfixturevalue(who))
    for page in pages(client, essay):
        response = client.get(page)
        assert response.status_code == 200, page
        assert nameless.email not in response.content.decode(), page


def test_an_outdated_form_names_who_saved_last_without_the_address(edith, essay, nameless, signed_in):
    client = signed_in(edith)
    page = save(client, essay, opened(client, essay), seen_version="0").content.decode()
    assert f"Last saved by Staff member {nameless.pk}" in page and nameless.email not in page


def test_edith_gives_an_article_to_somebody_without_a_name(edith, essay, nameless, signed_in):
    page = signed_in(edith).get(address(essay)).content.decode()
    assert f">Staff member {nameless.pk}</option>" in page
    assert saved(signed_in(edith), essay, owner=nameless.pk).owner == nameless


def test_root_reads_the_address_where_people_are_managed(root, nameless, signed_in):
    assert nameless.email in signed_in(root).get("/admin/accounts/user/").content.decode()
    assert nameless.email in signed_in(root).get(f"/admin/accounts/user/{nameless.pk}/change/").content.decode()


def test_root_ties_an_author_to_a_sign_in(root, nameless, signed_in):
    ida, page = make.author(), f"{AUTHOR}{make.author('Otto').pk}/change/"
    client = signed_in(root)
    assert client.post(page, {**fields(client.get(page), "author_form"), "user": nameless.pk}).status_code == 302
    assert nameless.author.name == "Otto" and ida.user is None


def test_edith_changes_an_author_and_leaves_its_sign_in_alone(edith, essay, nameless, signed_in):
    author, client = essay_author(), signed_in(edith)
    page = f"{AUTHOR}{author.pk}/change/"
    assert client.post(page, {**fields(client.get(page), "author_form"), "name": "Ida M."}).status_code == 302
    author.refresh_from_db()
    assert (author.name, author.user) == ("Ida M.", nameless)
    assert Article.objects.get().owner.display_name == "Ada"
