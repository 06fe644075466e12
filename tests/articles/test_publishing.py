"""What stops Edith from publishing, and what a rendered article holds."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from articles.publishing import Refused, check, minutes, render
from tests import make


def refusal(article):
    with pytest.raises(Refused) as refused:
        render(article)
    return [(complaint.field, complaint.place, complaint.message) for complaint in refused.value.complaints]


def test_a_draft_may_name_what_does_not_exist_yet_and_says_so(db):
    article = make.article(body="One.\n\nSee [[film:her-2013]].")
    [complaint] = render(article)
    assert complaint.field == "body" and "Line 3" in complaint.message and "her-2013" in complaint.message


def test_edith_cannot_publish_a_text_that_names_nothing(db):
    article = make.article(body="See [[film:her-2013]].", prompts=["And [[theme:rain]]?"])
    article.status = "published"
    article.save()
    said = refusal(article)
    assert {field for field, _, _ in said} == {"body", "prompts"}


def test_a_complaint_about_a_take_says_which(db):
    her, theme = make.film(), make.theme()
    article = make.article(films=[her], themes=[theme], takes=[(theme, her, "As [[film:solaris-1972]].")])
    article.status = "published"
    article.save()
    [(field, place, message)] = refusal(article)
    assert (field, place) == ("takes", "Loneliness · Her") and "solaris-1972" in message


def test_edith_cannot_link_to_an_essay_that_is_live_later(db):
    make.scheduled("Later")
    article = make.article(body="Soon: [[article:later]].")
    article.status = "published"
    article.save()
    [(field, _, message)] = refusal(article)
    assert field == "body" and "Later" in message and "Line 1" in message
    article.publish_at = timezone.now() + timedelta(days=2)
    article.save()
    assert render(article) == []
    assert 'href="/articles/later/"' in article.body_html


@pytest.mark.parametrize("state", ["article", "expired", "trashed"])
def test_edith_cannot_link_to_what_nobody_can_read(db, state):
    other = getattr(make, state)("Unread")
    article = make.article(body="See [[article:unread]].")
    article.status = "published"
    article.save()
    assert other.title in refusal(article)[0][2]
    assert "href" not in article.body_html


def test_an_essay_may_link_to_itself(db):
    article = make.published("Two rooms", body="## First\n\nBack to [[article:two-rooms#first]].")
    assert 'href="/articles/two-rooms/#s-first"' in article.body_html


def test_the_prose_quotes_the_matrix(db):
    her, theme = make.film(), make.theme()
    article = make.published(
        body="As said: [[take:loneliness/her-2013]]",
        films=[her],
        themes=[theme],
        takes=[(theme, her, "A *crowded* one.")],
    )
    assert "A <em>crowded</em> one." in article.body_html


def test_an_answer_cannot_quote_a_take(db):
    faq = make.faq(answer="[[take:loneliness/her-2013]]")
    assert check(faq)[0].field == "answer"


def test_a_text_that_takes_too_long_is_refused_even_in_a_draft(db):
    article = make.article()
    article.body = "Fine.\n\n" + "[a](" * 6000
    [(field, _, message)] = refusal(article)
    assert field == "body" and "Line 3" in message
    article.refresh_from_db()
    assert article.body == ""


@pytest.mark.parametrize(("words", "expected"), [(0, 1), (299, 1), (300, 2), (1900, 10), (2099, 10)])
def test_reading_time_is_rounded_at_200_words_a_minute(words, expected):
    assert minutes(words) == expected


def test_words_count_over_body_and_answers(db):
    article = make.published(body="one two three", faqs=[make.faq("four five?", "six *seven*")])
    assert article.word_count == 7


def test_applying_nothing_new_writes_nothing_new(db, queries):
    her = make.film()
    article = make.published(body="[[film:her-2013]]", films=[her])
    with queries() as seen:
        render(article)
    assert not [sql for sql in seen if sql.startswith("UPDATE")]


def test_an_essay_is_first_published_when_readers_can_open_it(db):
    essay = make.scheduled("Later")
    assert essay.published_at is None
    begin = essay.publish_at
    with time_machine.travel(begin + timedelta(hours=1)):
        essay = Article.objects.get()
        essay.status = "draft"
        essay.save()
    assert essay.published_at == begin


def test_a_scheduled_essay_that_is_withdrawn_was_never_published(db):
    essay = make.scheduled("Later")
    essay = Article.objects.get()
    essay.status = "draft"
    essay.save()
    assert essay.published_at is None


def test_a_quoted_take_without_a_place_in_the_matrix_is_quoted_without_a_link(db):
    her, theme = make.film(), make.theme()
    takes = [(theme, her, "Said once.")]
    quote = "As said: [[take:loneliness/her-2013]]"
    assert (
        'href="#take-loneliness--her-2013"'
        in make.published(body=quote, films=[her], themes=[theme], takes=takes).body_html
    )
    orphan = make.published("Alone", body=quote, themes=[theme], takes=takes)
    assert "Said once." in orphan.body_html and "href" not in orphan.body_html


def test_edith_can_mend_an_essay_whose_link_was_withdrawn_by_others(db):
    target = make.published("The long way home")
    essay = make.published("Two rooms", body="See [[article:the-long-way-home]].")
    target.status = "draft"
    target.save()
    essay = Article.objects.get(pk=essay.pk)
    essay.save()
    [complaint] = render(essay)
    assert not complaint.hinders and "The long way home" in complaint.message and "href" not in essay.body_html
    other = make.article("Three rooms", body="See [[article:the-long-way-home]].")
    other.status = "published"
    other.save()
    assert refusal(other), "a new link to what nobody can read"


def test_edith_cannot_publish_an_empty_page(db):
    article = make.article("Nothing here")
    article.status = "published"
    with pytest.raises(ValidationError, match="There is no text yet"):
        article.full_clean()
