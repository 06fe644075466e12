"""What an editor wrote survives as a document and comes back from it, word for word."""

import json
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core import serializers
from django.utils import timezone

from articles.document import Invalid, apply, schema, to_document
from articles.models import FAQ, Article, Author, Byline, Prompt, Take
from articles.publishing import Refused
from films.models import Film, Person, Theme
from lib.slugs import slug_of
from tests import make
from tests.articles.full import full_article

pytestmark = pytest.mark.django_db

#: Column or relation of the model → the key of the document that holds it.
HELD = {
    Article: {
        "title": "title", "slug": "slug", "dek": "dek", "body": "body", "status": "status", "publish_at": "date",
        "updated_on": "updated", "expire_at": "expire", "owner": "owner", "cover": "cover", "seo_title": "seo",
        "seo_description": "seo", "comments_open": "comments", "ref": "ref", "authors": "authors", "Byline": "authors",
        "films": "films", "ArticleFilm": "films", "themes": "themes", "ArticleTheme": "themes", "faqs": "faqs",
        "ArticleFAQ": "faqs", "tags": "tags", "tagged_items": "tags", "Take": "takes", "Prompt": "prompts",
    },
    Take: {
        "article": "takes", "theme": "takes", "film": "takes", "text": "text", "evidence": "evidence",
        "timecode": "at", "spoiler": "spoiler",
    },
    FAQ: {
        "ref": "id", "question": "q", "answer": "a", "films": "films", "FAQ_films": "films",
        "themes": "themes", "FAQ_themes": "themes", "stands_alone": "alone",
    },
    Prompt: {"article": "prompts", "text": "prompts", "position": "prompts"},
    Byline: {"article": "authors", "author": "authors", "position": "authors"},
}  # fmt: skip
#: What no document holds, and why.
LEFT_OUT = {
    Article: {
        "id": "machine", "version": "machine", "modified": "machine", "published_at": "machine",
        "trashed_at": "where it lies, not what it says", "body_html": "rendered", "body_text": "rendered",
        "headings": "rendered", "word_count": "rendered", "reading_minutes": "rendered",
        "applied_digest": "written by an import", "applied_state": "written by an import",
        "Mention": "rendered", "Related": "computed", "OldSlug": "left behind by a slug that was changed",
    },
    Take: {"id": "machine", "text_html": "rendered", "Mention": "rendered"},
    FAQ: {
        "id": "machine", "version": "machine", "modified": "machine", "answer_html": "rendered",
        "answer_text": "rendered", "Mention": "rendered", "ArticleFAQ": "held by the article", "Article": "likewise",
    },
    Prompt: {"id": "machine", "text_html": "rendered"},
    Byline: {"id": "machine"},
}  # fmt: skip

NAUGHTY = [
    "plain", "No", "null", "~", "1:12:30", "9", "2013", "0x1F", "1e3", "true", "2025-12-06", "=", "<<",
    "it's", 'say "so"', "“so”", "a: b", "key:", "- dash", "? what", "# no comment", "a #b", "[list]", "{map}",
    "*alias", "&anchor", "!tag", "%dir", "@at", "`tick`", "| pipe", "> fold", "---", "...", "--- x", "\\n", "\\",
    "a\\",
    " leading", "trailing ", "  both  ", "tab\there", "\ttab", "🎬 film", "👩‍👩‍👧‍👦",
    "日本語", "שלום עולם", "\u202eright to left", "z\u0335\u0321a\u0335lgo", "\ufeffbom", "\u2028line", "\x85next",
    "\x07bell", "\x7f", "\U0010ffff", "ﬁ",
    "<script>alert(1)</script>",
    "{{ 7*7 }}", "' OR 1=1 --", "x" * 120, "null\u200bwidth", "\u00a0nbsp", "''", '""', "key: [a, {b: c}]", "a,b", ",",
]  # fmt: skip
IN_SEVERAL_LINES = [
    "a\nb",
    "a\n\nb\n",
    "\nlead",
    "  indented\nless",
    "trail  \nx",
    "---\nx: y\n---\n",
    "a\n---\nb",
    "\n",
    "\n\n\n",
]


def names_of(model):
    """Every column, relation and backward relation of a model; a backward one by the model that points here."""
    for field in model._meta.get_fields(include_hidden=True):
        yield field.related_model.__name__ if field.auto_created and field.is_relation else field.name


def everything():
    """Every row of the site, so that "changes nothing" means nothing."""
    models = [model for model in apps.get_models() if model._meta.app_label not in ("contenttypes", "auth")]
    return {model.__name__: serializers.serialize("json", model.objects.order_by("pk")) for model in models}


def fault(document, article=None):
    """What is said against a document."""
    with pytest.raises(Invalid) as raised:
        apply(document, article or Article())
    return "\n".join(raised.value.errors)


@pytest.mark.parametrize("model", HELD)
def test_no_field_of_an_article_is_forgotten(model):
    assert set(names_of(model)) == HELD[model].keys() | LEFT_OUT[model].keys()


def test_a_full_article_fills_every_key_there_is(edith):
    document = to_document(full_article(edith))

    assert document.keys() == schema.DOCUMENT.keys()
    assert document["faqs"][1].keys() == set(HELD[FAQ].values())
    assert document["takes"]["Loneliness"]["her-2013"].keys() == {"text", "evidence", "at", "spoiler"}
    assert json.loads(json.dumps(document)) == document


def test_a_document_reads_as_an_editor_would_write_it(edith):
    document = to_document(full_article(edith))

    assert document["date"] == "2025-12-06"
    assert document["expire"] == "2399-01-01T12:30:00+00:00"
    assert document["films"] == ["lost-in-translation-2003", "her-2013"]
    assert document["themes"] == ["The city at night", "Loneliness"]
    assert document["takes"] == {
        "Loneliness": {
            "lost-in-translation-2003": "A bed too wide.",
            "her-2013": {"text": "A voice in a pocket.", "evidence": "The beach", "at": "1:12:30", "spoiler": True},
        },
        "Work": {"alien-1979": "A shift that does not end."},
    }
    assert document["authors"] == [
        {"slug": "ida-marchetti", "name": "Ida Marchetti"},
        {"slug": "tom-okafor", "name": "Tom Okafor"},
    ]
    assert document["cover"] == {"image": "window"}


def test_an_empty_draft_is_a_short_document():
    assert to_document(make.article("Bare")) == {
        "title": "Bare",
        "slug": "bare",
        "status": "draft",
        "comments": "open",
        "body": "",
    }


def test_a_copy_made_from_the_document_shows_the_same_page(edith):
    article = full_article(edith)
    document = to_document(article)

    copy = apply(document | {"ref": "", "slug": "copy"}, Article())

    assert to_document(copy) == {key: one for key, one in document.items() if key != "ref"} | {"slug": "copy"}
    for derived in ("body_html", "body_text", "headings", "word_count", "reading_minutes", "published_at"):
        assert getattr(copy, derived) == getattr(article, derived)
    assert [take.text_html for take in copy.takes.all()] == [
        article.takes.get(theme=take.theme, film=take.film).text_html for take in copy.takes.all()
    ]
    assert "voice" in copy.takes.get(film__slug="her-2013").text_html


def test_applying_its_own_document_changes_nothing_at_all(edith):
    article = full_article(edith)
    before = everything()

    apply(to_document(article), article)

    assert everything() == before


def test_applying_a_document_twice_changes_nothing_the_second_time(edith):
    article = full_article(edith)
    document = to_document(article) | {"prompts": ["New?"], "films": ["her-2013"], "tags": ["new"], "themes": ["Work"]}
    apply(document, article)
    before = everything()

    apply(document, Article.objects.get())

    assert everything() == before


def test_one_changed_word_counts_as_one_new_version(edith):
    article = full_article(edith)
    document = to_document(article)
    document["takes"]["Loneliness"]["lost-in-translation-2003"] = "A bed too narrow."

    apply(document, article)

    article.refresh_from_db()
    assert article.version == 2
    assert to_document(article) == document


def test_what_stays_keeps_its_row_when_the_order_changes(edith):
    article = full_article(edith)
    rows = {
        name: set(getattr(article, name).values_list("pk", flat=True))
        for name in ("article_films", "prompts", "takes")
    }
    document = to_document(article)
    document["films"].reverse()
    document["prompts"].reverse()

    apply(document, article)

    assert to_document(article)["films"] == ["her-2013", "lost-in-translation-2003"]
    assert to_document(article)["prompts"] == ["And see?", "What did you hear?"]
    assert rows == {name: set(getattr(article, name).values_list("pk", flat=True)) for name in rows}


def test_a_document_is_whole_so_what_it_leaves_out_goes(edith):
    article = full_article(edith)

    apply({"title": "Bare"}, article)

    assert to_document(article) == {
        "ref": "rooms", "title": "Bare", "slug": "two-rooms", "status": "draft", "owner": "edith@example.org",
        "comments": "open", "body": "",
    }  # fmt: skip
    assert FAQ.objects.count() == 2, "entries stay for others"


def test_takes_stay_as_orphans_when_their_film_goes(edith):
    article = full_article(edith)
    document = to_document(article)
    document["films"] = ["lost-in-translation-2003"]

    apply(document, article)

    assert to_document(article)["takes"]["Loneliness"]["her-2013"]["text"] == "A voice in a pocket."


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("films", ["her-2031"], "films → 1: No film here has the address “her-2031”; did you mean her-2013?"),
        ("films", ["zzz"], "write its title and year to make it"),
        ("films", ["her-2013", {"title": "HER", "year": "2013"}], "films → 2: Her (2013) is named twice."),
        ("films", [{"title": "Her"}], "films → 1: Write a film's slug, or its title and year."),
        ("films", [{"title": "Her", "year": "20l3"}], "“20l3” is no year"),
        ("films", [{"title": "Her", "year": "1013"}], "cannot be made"),
        ("films", [{"title": "Her", "yaer": "2013"}], "films → 1 → yaer: This key is unknown"),
        ("date", "6 December", "date: “6 December” is no date; write 2025-12-06"),
        ("date", "2025-02-30", "is no date"),
        ("date", "0001-01-01T00:00:00+14:00", "lies outside the years"),
        ("updated", "2025-12-06T10:00", "updated: “2025-12-06T10:00” is no date; write 2025-12-06."),
        ("status", "live", "status: Write one of: draft, published."),
        ("themes", ["Loneliness", "loneliness"], "themes → 2: Loneliness is named twice."),
        ("takes", {"Lonelines": {"her-2013": "x"}}, "takes → Lonelines: No theme is called so; did you mean Lone"),
        ("takes", {"Loneliness": {"hor-2013": "x"}}, "takes → Loneliness → hor-2013: No film here has the address"),
        ("takes", {"Loneliness": {"her-2013": ""}}, "takes → Loneliness → her-2013 → text: "),
        ("takes", {"Loneliness": {"her-2013": {"text": "x", "at": "noon"}}}, "her-2013 → at: “noon” is no timecode"),
        ("takes", {"Loneliness": {"her-2013": "x" * 601}}, "at most 600 characters"),
        ("takes", {"Loneliness": {"her-2013": {"text": "x", "spoiler": "maybe"}}}, "spoiler: Write yes or no."),
        ("takes", "none", "takes: Write a mapping here"),
        ("faqs", [{"q": "Why?"}], "faqs → 1: write a question (q) and its answer (a)."),
        ("faqs", [{"id": "nowhere"}], "No FAQ here has the id “nowhere”"),
        ("faqs", [{"id": "Bad Id", "q": "Why?", "a": "So."}], "faqs → 1 → ref: Use small letters"),
        ("prompts", ["What?", ""], "prompts → 2 → text: "),
        ("prompts", "What?", "prompts: Write a list here"),
        ("prompts", ["x"] * 1001, "of 1000 entries at most"),
        ("tags", ["x" * 101], "A tag has 1 to 100 characters"),
        ("cover", {"image": "nowhere"}, "cover → image: No picture here is called “nowhere”."),
        ("seo", {"title": "x" * 71}, "at most 70 characters"),
        ("expire", "2001-01-01", "cannot expire before it is published"),
        ("slug", "Two Rooms", "slug: Use small letters"),
        ("slug", "taken", "slug: Another article already has this address."),
        ("ref", "taken", "ref: Another article has the ref “taken”."),
        ("ref", "x" * 201, "ref: At most 200 characters."),
        ("title", "  ", "title: Write a title."),
        ("titel", "Rooms", "titel: This key is unknown"),
        ("dek", ["a"], "dek: Write words here"),
        ("dek", "a\x00b", "dek: There is a NUL character (U+0000) at position 2"),
        ("tags", ["\ud800"], "tags → 1: There is half a character in it"),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_is_said_and_leaves_nothing_behind(key, value, words):
    make.film(), make.theme()
    make.article("Taken", slug="taken", ref="taken")
    before = everything()
    document = {
        "title": "Rooms",
        "date": "2025-01-01",
        "themes": ["Loneliness", "New"],
        "authors": ["New"],
        key: value,
    }
    document["films"] = [{"title": "Stub", "year": "1999", "director": "N. N."}, *document.get("films", [])]

    said = fault(document)

    assert words.replace("films → 1", "films → 2").replace("films → 2: Her", "films → 3: Her") in said
    assert everything() == before


def test_every_fault_is_named_at_once():
    assert fault({"titel": "x", "films": "her", "status": "live"}).count("\n") == 3


def test_a_published_article_with_a_dead_link_is_refused_a_draft_is_told():
    dead = {"title": "Rooms", "body": "See [[film:nowhere-1999]]."}

    with pytest.raises(Refused):
        apply(dead | {"status": "published"}, Article())
    assert not Article.objects.exists()

    draft = apply(dead, Article())
    assert [complaint.field for complaint in draft.complaints] == ["body"]


# Films


def test_a_film_unknown_by_title_and_year_becomes_a_stub_that_is_not_listed():
    entry = {"title": "Lost in Translation", "year": "2003", "director": "Sofia Coppola"}
    apply({"title": "Rooms", "films": [entry]}, Article())

    film = Film.objects.get()
    assert (film.slug, film.listed) == ("lost-in-translation-2003", False)
    assert [str(credit) for credit in film.credits.all()] == ["Sofia Coppola · Director"]
    assert Person.objects.get().listed is False


def test_a_film_is_found_whatever_the_case_and_accents_of_its_title():
    film = make.film("Amélie", 2001)
    make.film("Amélie", 2002)

    article = apply({"title": "Rooms", "films": [{"title": "AMELIE", "year": "2001"}]}, Article())

    assert list(article.films.all()) == [film]


def test_films_of_one_title_and_year_are_told_apart_by_their_director():
    first, second = make.film("Home", 2008), make.film("Home", 2008)
    make.credit(first, make.person("Ursula Meier"))
    make.credit(second, make.person("Somebody Else"))
    entry = {"title": "Home", "year": "2008"}

    assert "2 films are called “Home” (2008); write the slug of one: home-2008, home-2008-2." in fault(
        {"title": "Rooms", "films": [entry]}
    )
    article = apply({"title": "Rooms", "films": [entry | {"director": "ursula meier"}]}, Article())
    assert list(article.films.all()) == [first]


def test_an_outgrown_slug_still_names_its_film():
    film = make.film()
    film.slug = "her-by-jonze"
    film.save()

    article = apply({"title": "Rooms", "films": ["her-2013"]}, Article())

    assert to_document(article)["films"] == ["her-by-jonze"]


def test_takes_may_name_a_new_film_by_the_slug_it_will_have():
    document = {
        "title": "Rooms",
        "films": [{"title": "Lost in Translation", "year": "2003"}],
        "themes": ["Loneliness"],
        "takes": {"Loneliness": {"lost-in-translation-2003": "A bed too wide."}},
    }
    article = apply(document, Article())

    assert article.takes.get().film == article.films.get()


# Themes, authors, tags


def test_themes_are_found_whatever_their_case_and_made_when_new():
    theme = make.theme("Café life")

    article = apply({"title": "Rooms", "themes": ["CAFE LIFE", "Work"]}, Article())

    assert to_document(article)["themes"] == ["Café life", "Work"]
    assert Theme.objects.exclude(pk=theme.pk).get().listed is False


def test_an_exact_theme_wins_over_one_that_is_spelt_alike():
    make.theme("Cafe"), make.theme("Café")

    assert to_document(apply({"title": "Rooms", "themes": ["Café"]}, Article()))["themes"] == ["Café"]
    assert "More than one theme is spelt like “CAFE”" in fault({"title": "Rooms", "themes": ["CAFE"]})


def test_two_authors_of_one_name_need_their_slug():
    make.author(), make.author()

    assert "2 authors are called “Ida Marchetti”; write the slug too: ida-marchetti, ida-marchetti-2" in fault(
        {"title": "Rooms", "authors": ["Ida Marchetti"]}
    )
    named = [{"slug": "ida-marchetti-2", "name": "Ida Marchetti"}, "New Name"]
    article = apply({"title": "Rooms", "authors": named}, Article())
    assert [author.slug for author in article.by] == ["ida-marchetti-2", "new-name"]
    assert Author.objects.count() == 3


def test_tags_of_any_script_get_an_address_and_case_does_not_matter():
    make.article(tags=["Tokyo"])

    article = apply({"title": "Rooms", "tags": ["tokyo", "東京", "🎬", "ÉTÉ", "été"]}, Article())

    assert to_document(article)["tags"] == ["ÉTÉ", "Tokyo", "東京", "🎬"]
    assert all(tag.slug for tag in article.tags.all())


def test_the_owner_is_found_by_e_mail_and_an_unknown_one_changes_nothing(edith):
    article = apply({"title": "Rooms", "owner": "Edith@Example.org"}, Article())
    assert article.owner == edith

    assert apply({"title": "Rooms", "owner": "gone@example.org"}, article).owner == edith


# FAQs


def test_a_question_without_an_id_finds_the_one_this_article_has_already():
    article = apply({"title": "Rooms", "faqs": [{"q": "Why Tokyo?", "a": "It is far."}]}, Article())
    faq = FAQ.objects.get()
    assert faq.ref == "why-tokyo"

    apply({"title": "Rooms", "faqs": [{"q": "why tokyo?", "a": "It is near."}]}, article)

    faq.refresh_from_db()
    assert (FAQ.objects.count(), faq.question, faq.answer) == (1, "why tokyo?", "It is near.")


def test_an_id_alone_reuses_an_entry_as_it_is():
    faq = make.faq(ref="sad")

    article = apply({"title": "Rooms", "faqs": [{"id": "sad"}]}, Article())

    assert list(article.faqs.all()) == [faq]


def test_an_answer_that_another_article_shows_is_not_changed_silently():
    faq = make.faq(ref="sad")
    make.article("The other one", faqs=[faq])
    document = {"title": "Rooms", "faqs": [{"id": "sad", "q": faq.question, "a": "Not at all."}]}

    assert "“sad” says something else here and stands in “The other one” too; change it there." in fault(document)

    apply(document, Article(), overwrite=True)
    faq.refresh_from_db()
    assert faq.answer == "Not at all."


def test_an_answer_only_this_article_shows_is_changed():
    faq = make.faq(ref="sad")
    article = make.article(faqs=[faq])

    apply({"title": "Rooms", "faqs": [{"id": "sad", "q": faq.question, "a": "Not at all."}]}, article)

    faq.refresh_from_db()
    assert faq.answer == "Not at all."
    assert article.word_count == 8


# Dates


def test_a_date_alone_is_midnight_where_the_site_is(settings):
    settings.TIME_ZONE = "Europe/Berlin"
    article = apply({"title": "Rooms", "date": "2025-12-06"}, Article())

    assert article.publish_at == datetime(2025, 12, 5, 23, tzinfo=UTC)
    assert to_document(article)["date"] == "2025-12-06"


def test_a_moment_keeps_its_microseconds(settings):
    settings.TIME_ZONE = "Europe/Berlin"
    moment = datetime(2025, 7, 6, 10, 20, 30, 405, tzinfo=UTC)
    article = make.article(publish_at=moment)

    assert to_document(article)["date"] == "2025-07-06T12:20:30.000405+02:00"
    assert apply({"title": "B", "date": "2025-07-06T12:20:30.000405+02:00"}, Article()).publish_at == moment


def test_published_without_a_date_begins_now_and_keeps_that():
    before = timezone.now()
    article = apply({"title": "Rooms", "status": "published", "body": "Two."}, Article())
    began = article.publish_at
    assert before <= began <= timezone.now()

    assert apply({"title": "Rooms, again", "status": "published", "body": "Two."}, article).publish_at == began


def test_what_came_from_a_form_with_its_line_ends_is_the_same_document():
    article = make.article(body="One\r\n\r\nTwo", dek="A\rb")

    assert to_document(article)["body"] == "One\n\nTwo"
    before = everything()
    apply(to_document(article), article)
    assert everything() == before


# Every field, any words


def naughty_document(text):
    """A document with `text` wherever words may stand; addresses are what they must be."""
    slug = slug_of(text[:60], "x")
    return {
        "ref": text,
        "title": text if text.strip() else f"x{text}",
        "slug": slug,
        "dek": text,
        "status": "draft",
        "authors": [{"slug": slug, "name": text}],
        "films": ["her-2013"],
        "themes": [text],
        "tags": [text[:100]] if text.strip() else [],
        "takes": {text: {"her-2013": {"text": text, "evidence": text}}},
        "faqs": [{"id": slug, "q": text, "a": text, "themes": [text]}] if text.strip() else [],
        "prompts": [text],
        "seo": {"title": text[:70], "description": text},
        "comments": "open",
        "body": text,
    }


@pytest.mark.parametrize("text", NAUGHTY + IN_SEVERAL_LINES)
def test_naughty_strings_survive_in_every_field(text):
    make.film()
    document = {key: one for key, one in naughty_document(text).items() if one}

    article = apply(document, Article())

    assert to_document(Article.objects.get(pk=article.pk)) == document
