"""Whatever is not published appears at no public address: everything that can be reached is asked."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import FAQ, Author
from films.models import Film, Person, Theme
from tests import make

HIDDEN = [make.article, make.scheduled, make.expired, make.trashed]


def crawl(client, start="/"):
    """Address → body of everything that can be reached from `start`."""
    pages, waiting = {}, [start]
    while waiting:
        address = waiting.pop()
        if address not in pages and not address.startswith(("/static/", "/media/", "/admin/")):
            pages[address] = client.get(address, follow=True).content.decode()
            waiting += re.findall(r'href="(/[^"#]*)', pages[address])
    return pages


def by_name():
    """The address of everything that has one, shown or not."""
    things = [*Film.objects.all(), *Theme.objects.all(), *Person.objects.all(), *Author.objects.all()]
    return [thing.get_absolute_url() for thing in things]


def hide(build):
    """An article whose every word stands nowhere else."""
    film = make.film("Zfilm", 1999, listed=False)
    make.credit(film, make.person("Zperson", listed=False))
    named = make.film("Zmentioned", 1998, listed=False)
    theme = make.theme("Ztheme", listed=False)
    return build(
        "Ztitle", dek="Zdek.", body=f"Zbody [[film:{named.slug}]].\n\n## Zheading\n\nMore.",
        films=[film], themes=[theme],
        takes=[(theme, film, "Zclaim.", {"evidence": "Zevidence"})], faqs=[make.faq("Zquestion?", "Zanswer.")],
        prompts=["Zprompt?"], authors=[make.author("Zauthor")], tags=["ztag"], seo_description="Zseo.",
    )  # fmt: skip


@pytest.fixture
def neighbour(db):
    """A published article that shares a film with nothing hidden; so the walk has somewhere to go."""
    her, theme = make.film("Her", 2013), make.theme("Loneliness")
    make.credit(her, make.person("Spike Jonze"))
    return make.published("Shown", films=[her], themes=[theme], takes=[(theme, her, "Here.")], authors=[make.author()])


def seen(client, article):
    """Addresses where a word of the hidden article stands."""
    pages = crawl(client) | {address: client.get(address).content.decode() for address in by_name()}
    pages[article.get_absolute_url()] = client.get(article.get_absolute_url()).content.decode()
    pages["/zfilm-ztheme-ztitle/"] = client.get("/zfilm-ztheme-ztitle/").content.decode()
    return [address for address, html in pages.items() if re.search("z(title|dek|body|heading|claim|evidence|question|"
            "answer|prompt|author|tag|seo|film|mentioned|theme|person)", html, re.IGNORECASE)]  # fmt: skip


@pytest.mark.parametrize("build", HIDDEN, ids=lambda build: build.__name__)
def test_it_appears_nowhere(neighbour, ravi, build):
    hidden = hide(build)
    hidden.related.create(other=neighbour, score=9)
    neighbour.related.create(other=hidden, score=9)
    assert seen(ravi, hidden) == []
    assert [ravi.get(address).status_code for address in by_name() if "/z" in address] == [404] * 5


def test_the_walk_finds_what_is_published(neighbour, ravi):
    found = seen(ravi, hide(make.published))
    assert {"/", "/articles/", "/articles/ztitle/", "/films/zfilm-1999/", "/films/zmentioned-1998/", "/themes/ztheme/",
            "/people/zperson/", "/authors/zauthor/"} <= set(found)  # fmt: skip


def test_a_scheduled_article_enters_and_leaves_when_the_clock_moves(neighbour, ravi):
    later = hide(make.scheduled)
    type(later).objects.filter(pk=later.pk).update(expire_at=timezone.now() + timedelta(days=3))
    addresses = ["/articles/ztitle/", "/films/zfilm-1999/", "/films/zmentioned-1998/", "/themes/ztheme/",
                 "/people/zperson/", "/authors/zauthor/"]  # fmt: skip
    assert {ravi.get(address).status_code for address in addresses} == {404}
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert {ravi.get(address).status_code for address in addresses} == {200}
        assert "Ztitle" in ravi.get("/").content.decode() and "Ztitle" in ravi.get("/articles/").content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert [ravi.get(address).status_code for address in addresses] == [410, 404, 404, 404, 404, 404]


def test_what_a_public_question_names_is_visible(neighbour, ravi):
    named = make.film("Zmentioned", 1998, listed=False)
    entry = make.faq("Which one?", f"See [[film:{named.slug}]].")
    assert ravi.get("/films/zmentioned-1998/").status_code == 404
    FAQ.objects.filter(pk=entry.pk).update(stands_alone=True)
    assert ravi.get("/films/zmentioned-1998/").status_code == 200
