"""What a text names may change; the text follows in the same transaction."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import RestrictedError

from articles.models import FAQ, Article, Author, Mention, Take
from articles.rerender import rerender
from films.models import Film, Person, Theme
from tests import make


@pytest.fixture
def her(db):
    return make.film("Her", 2013, runtime_minutes=126)


@pytest.fixture
def everywhere(her):
    """Texts of every kind that name Her."""
    theme = make.theme("Loneliness", description="At home in [[film:her-2013]].")
    other = make.film("Lost in Translation", 2003, synopsis="Ten years before [[film:her-2013]].")
    make.person("Spike Jonze", bio="Wrote [[film:her-2013]].")
    ida = make.author("Ida Marchetti", bio="Saw [[film:her-2013]] twice.")
    question = make.faq(answer="Watch [[film:her-2013]] first.")
    return make.published(
        "Two rooms",
        body="In [[film:her-2013]] nobody shouts. ~!In [[film:her-2013]] she leaves.!~{her-2013} {{her-2013 1:00:00}}",
        films=[her, other],
        themes=[theme],
        takes=[(theme, her, "Quieter than [[film:her-2013]] looks."), (theme, other, "Louder.")],
        faqs=[question],
        prompts=["Did [[film:her-2013]] move you?"],
        authors=[ida],
    )


def texts():
    """Every rendered text of the site that is not empty."""
    article = Article.objects.get()
    return {
        "body": article.body_html,
        "take": Take.objects.earliest("pk").text_html,
        "prompt": article.prompts.get().text_html,
        "answer": FAQ.objects.get().answer_html,
        "bio": Author.objects.get().bio_html,
        "synopsis": Film.objects.get(year=2003).synopsis_html,
        "description": Theme.objects.get().description_html,
        "biography": Person.objects.get().bio_html,
    }


def test_a_renamed_film_changes_its_mentions_in_every_text_at_once(everywhere, her):
    for place, html in texts().items():
        assert "Her</cite>" in html and 'href="/films/her-2013/"' in html, place
    her.title, her.slug = "Sie", "sie-2013"
    her.save()
    for place, html in texts().items():
        assert "Sie</cite>" in html and 'href="/films/sie-2013/"' in html, place
        assert "Her</cite>" not in html and "/films/her-2013/" not in html, place


def test_a_rename_that_fails_leaves_every_text_as_it_was(everywhere, her):
    before = texts()
    with pytest.raises(RuntimeError), transaction.atomic():
        her.title = "Sie"
        her.save()
        raise RuntimeError("power cut")
    assert texts() == before


def test_no_text_is_a_new_version_because_a_film_was_renamed(everywhere, her):
    versions = Article.objects.get().version, FAQ.objects.get().version, Theme.objects.get().version
    her.title = "Sie"
    her.save()
    assert (Article.objects.get().version, FAQ.objects.get().version, Theme.objects.get().version) == versions


def test_a_bulk_write_calls_rerender_itself(everywhere, her):
    Film.objects.filter(pk=her.pk).update(title="Sie")
    assert "Sie" not in texts()["body"]
    rerender(mentioning=Film.objects.get(pk=her.pk))
    assert "Sie</cite>" in texts()["body"]


def test_rerender_renders_everything_again(everywhere):
    Article.objects.update(body_html="", word_count=0)
    FAQ.objects.update(answer_html="")
    Theme.objects.update(description_html="")
    call_command("rerender", verbosity=0)
    assert all("Her</cite>" in html for html in texts().values())
    assert Article.objects.get().word_count > 0


def test_mentions_know_kind_time_and_spoiler(everywhere, her):
    body = Mention.objects.filter(article=everywhere, source="body", film=her)
    assert sorted((mention.timecode or 0, mention.spoiler) for mention in body) == [
        (0, False),
        (0, True),
        (3600, False),
    ]
    assert set(Mention.objects.filter(film=her).values_list("source", flat=True)) == {
        "body", "take", "prompt", "answer", "bio", "synopsis", "description",
    }  # fmt: skip


def test_a_mention_that_is_written_away_is_gone(everywhere, her):
    everywhere.body = "Nothing named."
    everywhere.save()
    from articles.publishing import render

    render(everywhere)
    assert not Mention.objects.filter(article=everywhere, source="body").exists()


def test_what_a_text_names_cannot_be_deleted(db):
    film = make.film("Solaris", 1972)
    make.published(body="As in [[film:solaris-1972]].")
    with pytest.raises(RestrictedError):
        film.delete()


def test_a_link_to_an_unpublished_article_becomes_plain_text_and_a_link_again(db):
    target = make.published("The long way home", body="## Trains\n\nA text.")
    linking = make.published("Two rooms", body="See [[article:the-long-way-home]].")
    assert 'href="/articles/the-long-way-home/"' in linking.body_html
    target.status = "draft"
    target.save()
    linking.refresh_from_db()
    assert "href" not in linking.body_html and "The long way home" in linking.body_html
    target.status = "published"
    target.save()
    linking.refresh_from_db()
    assert 'href="/articles/the-long-way-home/"' in linking.body_html


def test_a_link_to_a_deleted_article_becomes_plain_text(db):
    target = make.published("The long way home")
    linking = make.published("Two rooms", body="See [[article:the-long-way-home]].")
    target.delete()
    linking.refresh_from_db()
    assert "href" not in linking.body_html


def test_a_renamed_article_changes_the_links_to_it(db):
    target = make.published("The long way home")
    linking = make.published("Two rooms", body="See [[article:the-long-way-home]].")
    target.title, target.slug = "The short way home", "the-short-way-home"
    target.save()
    linking.refresh_from_db()
    assert 'href="/articles/the-short-way-home/"' in linking.body_html and "short way" in linking.body_html


def test_a_changed_answer_changes_the_reading_time(db):
    question = make.faq(answer="Short.")
    article = make.published(faqs=[question], body="word " * 190)
    assert article.reading_minutes == 1
    question.answer = "word " * 400
    question.save()
    article.refresh_from_db()
    assert article.reading_minutes == 3


def test_a_picture_with_a_new_focal_point_is_shown_under_its_new_name(db):
    image = make.image("window.png", size=(900, 400), shape="square")
    article = make.published(body="![A window](image:window)")
    old = image.url()
    assert old in article.body_html
    image.focal_x = 5
    image.save()
    article.refresh_from_db()
    assert image.url() != old and image.url() in article.body_html and old not in article.body_html


def test_a_picture_that_a_text_shows_cannot_be_deleted(db):
    image = make.image("window.png")
    make.published(body="![A window](image:window)")
    with pytest.raises(RestrictedError):
        image.delete()
