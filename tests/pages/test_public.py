"""Every public page is the same bytes for everyone, and nobody is looked at."""

import re

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.template import engines

from films.models import Film
from tests import make
from tests.pages.conftest import TemplateQueried

ADDRESSES = [
    "/", "/articles/", "/articles/shown/", "/films/her-2013/", "/themes/loneliness/", "/people/spike-jonze/",
    "/authors/ida-marchetti/", "/nothing/", "/articles/gone/",
]  # fmt: skip


@pytest.fixture
def site(db):
    her, theme = make.film("Her", 2013, synopsis="A voice."), make.theme()
    make.credit(her, make.person("Spike Jonze"))
    fields = {"films": [her], "themes": [theme], "takes": [(theme, her, "Here.")], "authors": [make.author()]}
    make.published("Shown", faqs=[make.faq()], prompts=["Why?"], tags=["tokyo"], body="## One\n\nText.", **fields)
    make.expired("Gone", slug="gone", **fields)


@pytest.mark.parametrize("address", ADDRESSES)
def test_edith_and_ravi_get_the_same_bytes_and_no_cookie(site, edith, ravi, signed_in, address):
    anonymous, known = ravi.get(address), signed_in(edith).get(address)
    assert anonymous.content == known.content
    for response in (anonymous, known):
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_session_is_read(site, edith, signed_in, monkeypatch, address):
    def refuse(self):
        raise AssertionError("a public page read the session")

    client = signed_in(edith)
    monkeypatch.setattr(SessionStore, "load", refuse)
    assert client.get(address).status_code in {200, 404, 410}
    with pytest.raises(AssertionError):
        client.get("/admin/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_made_of_landmarks_one_h1_and_nothing_inline(site, ravi, address):
    html = ravi.get(address).content.decode()
    assert '<html lang="en">' in html and html.count("<h1") == 1
    assert all(html.count(f"<{mark}") >= 1 for mark in ("header", "nav", "main", "footer"))
    assert '<a class="skip" href="#main">' in html and 'id="main"' in html
    assert re.search(r"<title>.+ · Double Bill</title>|<title>Double Bill: .+</title>", html)
    assert '<meta name="description" content="' in html
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", ADDRESSES[:7])
def test_the_canonical_address_is_made_from_site_url(site, ravi, address):
    html = ravi.get(f"{address}?utm=x", headers={"host": "localhost"}).content.decode()
    assert f'<link rel="canonical" href="https://doublebill.example{address}">' in html


@pytest.mark.parametrize(
    "source",
    ["{% for film in films %}{{ film }}{% endfor %}", "{% if nothing or films.all.0 %}{% endif %}"],
    ids=["said aloud", "swallowed by an if"],
)
def test_a_template_that_queries_fails_here(site, source):
    with pytest.raises(TemplateQueried):
        engines["django"].from_string(source).render({"films": Film.objects.all()})
