"""What to read next, and why."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import time_machine
from django.db import connections, transaction
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Related
from articles.publishing import render
from tests import make


def reasons(article):
    shown = Related.objects.filter(article=article, other__in=Article.objects.published())
    return [(row.other.title, row.reasons) for row in shown]


def test_films_weigh_more_than_people_than_themes_than_tags(db):
    her, lost, drive, solaris, heat, ran = (
        make.film(title, year)
        for title, year in [
            ("Her", 2013), ("Lost in Translation", 2003), ("Drive", 2011),
            ("Solaris", 1972), ("Heat", 1995), ("Ran", 1985),
        ]
    )  # fmt: skip
    scarlett = make.person("Scarlett Johansson")
    make.credit(her, scarlett, job="Voice", department="cast", character="Samantha")
    make.credit(lost, scarlett, job="Actor", department="cast", character="Charlotte")
    theme = make.theme("Loneliness")
    essay = make.published("First", films=[her], themes=[theme], tags=["cities"])
    make.published("By tag", films=[ran], tags=["Cities"])
    make.published("By theme", films=[heat], themes=[theme])
    make.published("By person", films=[lost])
    make.published("By film", films=[her, solaris])
    make.published("By nothing", films=[drive])
    assert reasons(essay) == [
        ("By film", {"films": ["Her"]}),
        ("By person", {"people": ["Scarlett Johansson"]}),
        ("By theme", {"themes": ["Loneliness"]}),
        ("By tag", {"tags": ["cities"]}),
    ]
    assert dict(reasons(Article.objects.get(title="By person")))["First"] == {"people": ["Scarlett Johansson"]}


def test_a_scheduled_essay_is_related_when_its_time_comes_and_nothing_else_changes(db):
    theme = make.theme()
    essay = make.published("First", themes=[theme])
    make.published("Later", themes=[theme], publish_at=timezone.now() + timedelta(days=1))
    assert reasons(essay) == []
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert [title for title, _ in reasons(essay)] == ["Later"]


def test_a_renamed_theme_and_a_new_credit_change_the_reason(db):
    theme, ozu = make.theme("Rain"), make.person("Yasujirō Ozu")
    one, two = make.film("Late Spring", 1949), make.film("Tokyo Story", 1953)
    essay = make.published("First", films=[one], themes=[theme])
    make.published("Second", films=[two], themes=[theme])
    theme.name = "Weather"
    theme.save()
    assert reasons(essay) == [("Second", {"themes": ["Weather"]})]
    make.credit(one, ozu)
    last = make.credit(two, ozu)
    assert reasons(essay)[0][1]["people"] == ["Yasujirō Ozu"]
    last.delete()
    assert "people" not in reasons(essay)[0][1]


def test_the_bin_is_not_related(db):
    theme = make.theme()
    essay = make.published("First", themes=[theme])
    make.trashed("Thrown away", themes=[theme])
    assert not Related.objects.filter(other__title="Thrown away").exists()
    assert reasons(essay) == []


def test_a_deleted_tag_is_no_reason_any_more(db):
    essay = make.published("First", tags=["trains"])
    make.published("Second", tags=["trains"])
    assert reasons(essay) == [("Second", {"tags": ["trains"]})]
    Tag.objects.get().delete()
    assert reasons(essay) == []


def test_what_is_related_does_not_depend_on_who_was_saved_last(db):
    essays = [make.published(f"Essay {n}", tags=["trains"]) for n in range(60)]
    assert {Related.objects.filter(article=essay).count() for essay in essays} == {59}


def test_two_editors_save_related_essays_at_the_same_moment(transactional_db):
    theme = make.theme()
    essays = [make.published(f"Essay {n}", themes=[theme]) for n in range(2)]

    def save(essay):
        try:
            for _ in range(15):
                with transaction.atomic():
                    render(Article.objects.get(pk=essay.pk))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(save, essays))
    assert Related.objects.count() == 2
