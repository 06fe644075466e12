"""The forms of FAQs and authors."""

import json

import pytest

from articles.models import FAQ, Author
from tests import make
from tests.submitted import fields


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


def post(client, page, form_id, **changes):
    return client.post(page, {**fields(client.get(page), form_id), **changes})


def faq_page(faq):
    return f"/admin/articles/faq/{faq.pk}/change/"


def test_a_question_names_the_articles_it_stands_in(desk):
    faq = make.faq()
    make.article("First essay", faqs=[faq])
    make.published("Second essay", faqs=[faq])
    make.article("Elsewhere")
    page = desk.get(faq_page(faq)).content.decode()
    assert "First essay" in page and "Second essay" in page and "Elsewhere" not in page


def test_ada_reads_the_names_of_her_own_and_the_number_of_others(ada, signed_in):
    faq = make.faq()
    make.article("Her own work", faqs=[faq], owner=ada)
    make.article("Secret plans", faqs=[faq])
    page = signed_in(ada).get(faq_page(faq)).content.decode()
    assert "Her own work" in page and "Secret plans" not in page and "1 more that is not yours" in page


def test_ada_adds_a_question_and_changes_none(ada, signed_in):
    client = signed_in(ada)
    post(client, "/admin/articles/faq/add/", "faq_form", question="Why two?", answer="To *compare*.")
    faq = FAQ.objects.get()
    assert "<em>compare</em>" in faq.answer_html
    assert client.post(faq_page(faq), {"question": "Hm?", "answer": "No."}).status_code == 403


def test_an_answer_that_names_nothing_is_refused_at_its_field(desk):
    response = post(desk, "/admin/articles/faq/add/", "faq_form", question="Q?", answer="[[film:no-such-1999]]")
    assert "no-such-1999" in str(response.context["adminform"].form.errors["answer"])
    assert not FAQ.objects.exists()


def test_an_outdated_question_is_refused(desk):
    faq = make.faq()
    data = fields(desk.get(faq_page(faq)), "faq_form")
    FAQ.objects.get().save()
    response = desk.post(faq_page(faq), {**data, "answer": "Mine."})
    assert [row.yours for row in response.context["conflict"]["differences"]] == ["Mine."]
    assert FAQ.objects.get().answer == faq.answer


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "example.org"])
def test_an_author_links_only_to_web_pages(desk, url):
    ida = make.author()
    page = f"/admin/articles/author/{ida.pk}/change/"
    response = post(desk, page, "author_form", links=json.dumps([{"label": "Letters", "url": url}]))
    assert "links" in response.context["adminform"].form.errors
    post(desk, page, "author_form", links=json.dumps([{"label": "Letters", "url": "https://example.org/"}]))
    assert Author.objects.get().links == [{"label": "Letters", "url": "https://example.org/"}]


@pytest.mark.parametrize("links", ['"x"', "[1]", '[{"label": "x"}]', '[{"label": 1, "url": 2}]', "{}x"])
def test_links_of_another_shape_are_an_error(desk, links):
    ida = make.author()
    response = post(desk, f"/admin/articles/author/{ida.pk}/change/", "author_form", links=links)
    assert "links" in response.context["adminform"].form.errors


def test_a_biography_that_names_nothing_is_refused(desk):
    response = post(desk, "/admin/articles/author/add/", "author_form", name="Ida", bio="[[film:no-such-1999]]")
    assert "no-such-1999" in str(response.context["adminform"].form.errors["bio"])


def test_ada_makes_no_author(ada, signed_in):
    assert signed_in(ada).get("/admin/articles/author/add/").status_code == 403
