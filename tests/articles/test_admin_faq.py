"""The forms of FAQs and authors."""

import json

import pytest

from articles.models import FAQ, Author
from tests import make
from tests.articles.desk import save, saved
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


# What Ada sees of the questions of others


FAQS = "/admin/articles/faq/"
CHOICES = "/admin/autocomplete/?app_label=articles&model_name=articlefaq&field_name=faq"


@pytest.fixture
def asked(ada, edith):
    """Questions wherever one can stand."""
    questions = {
        name: make.faq(f"Is it {name}?")
        for name in ("secret", "scheduled", "nowhere", "published", "alone", "hers", "shared")
    }
    make.article("Secret plans", owner=edith, faqs=[questions["secret"], questions["shared"]])
    make.scheduled(owner=edith, faqs=[questions["scheduled"]])
    make.published(owner=edith, faqs=[questions["published"]])
    make.article("Her own work", owner=ada, faqs=[questions["hers"], questions["shared"]])
    FAQ.objects.filter(pk=questions["alone"].pk).update(stands_alone=True)
    return questions


def seen(client, asked):
    """The names of the questions that the list, each page and the choice of one show; the three must agree."""
    listed = {row.question for row in client.get(FAQS).context["cl"].queryset}
    opened = {faq.question for faq in asked.values() if client.get(faq_page(faq)).status_code == 200}
    chosen = {row["text"] for row in client.get(CHOICES).json()["results"]}
    assert listed == opened == chosen
    return {name for name, faq in asked.items() if faq.question in listed}


def test_ada_sees_questions_that_are_public_or_stand_in_her_own_work(asked, ada, signed_in):
    assert seen(signed_in(ada), asked) == {"published", "alone", "hers", "shared"}


def test_edith_sees_every_question(asked, edith, signed_in):
    assert seen(signed_in(edith), asked) == asked.keys()


def test_ada_can_choose_the_question_she_has_just_added(asked, ada, signed_in):
    client = signed_in(ada)
    post(client, f"{FAQS}add/", "faq_form", question="Why two?", answer="To compare.")
    added = FAQ.objects.get(question="Why two?")
    assert seen(client, asked | {"added": added}) == {"published", "alone", "hers", "shared", "added"}
    essay = saved(client, title="Mine", **{"article_faqs-0-faq": added.pk})
    assert essay.faqs.get() == added


@pytest.mark.parametrize("whose", ["secret", "published"])
def test_ada_puts_no_question_of_a_foreign_draft_into_her_own(asked, ada, signed_in, whose):
    client = signed_in(ada)
    response = save(client, title="Mine", **{"article_faqs-0-faq": asked[whose].pk})
    assert response.status_code == (200 if whose == "secret" else 302)
    assert "Is it secret?" not in response.content.decode()


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


@pytest.mark.parametrize(
    "links",
    [
        r'[{"label": "a\u0000b", "url": "https://example.org/"}]',
        r'[{"label": "a\ud800b", "url": "https://example.org/"}]',
        r'[{"label": "Letters", "url": "https://example.org/\ud800"}]',
        r'"\ud800"',
        "[" * 50_000,
        "[" * 500 + "]" * 500,
        "1" * 5_000,
        "NaN",
    ],
    ids=["nul", "surrogate", "surrogate in the address", "text", "endless", "deep", "long number", "no number"],
)
def test_links_that_no_list_can_hold_are_an_error_and_stay_as_typed(desk, links):
    ida = make.author(links=[{"label": "Letters", "url": "https://example.org/"}])
    response = post(desk, f"/admin/articles/author/{ida.pk}/change/", "author_form", links=links)
    assert response.status_code == 200
    assert response.context["adminform"].form.errors.keys() == {"links"}
    assert fields(response, "author_form")["links"] == links
    assert Author.objects.get().links == ida.links


def test_an_author_may_have_no_links(desk):
    ida = make.author(links=[{"label": "Letters", "url": "https://example.org/"}])
    assert post(desk, f"/admin/articles/author/{ida.pk}/change/", "author_form", links="").status_code == 302
    assert Author.objects.get().links == []


def test_a_biography_that_names_nothing_is_refused(desk):
    response = post(desk, "/admin/articles/author/add/", "author_form", name="Ida", bio="[[film:no-such-1999]]")
    assert "no-such-1999" in str(response.context["adminform"].form.errors["bio"])


def test_ada_makes_no_author(ada, signed_in):
    assert signed_in(ada).get("/admin/articles/author/add/").status_code == 403
