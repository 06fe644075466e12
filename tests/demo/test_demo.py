"""What a visitor, an editor and an operator find in a site that has just been filled with the demo."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from articles import publishing
from articles.models import FAQ, Article, Author, Mention, Prompt, Take
from films.models import Credit, Film, Person, Theme
from filmsite.demo import signins
from filmsite.demo.loading import ARTICLES
from images.models import Image
from lib.text import count_words

pytestmark = pytest.mark.usefixtures("demo")

ESSAYS = ["/articles/someone-else-awake/", "/articles/the-borrowed-room/"]
FACTS = [
    # address, year, minutes, directed by, one part
    ("her-2013", 2013, 126, ["Spike Jonze"], ("Joaquin Phoenix", "Theodore Twombly")),
    ("lost-in-translation-2003", 2003, 102, ["Sofia Coppola"], ("Scarlett Johansson", "Charlotte")),
    ("brief-encounter-1945", 1945, 86, ["David Lean"], ("Celia Johnson", "Laura Jesson")),
    ("in-the-mood-for-love-2000", 2000, 98, ["Wong Kar-wai"], ("Tony Leung Chiu-wai", "Chow Mo-wan")),
]
ROWS = [Article, Author, Credit, FAQ, Film, Image, Mention, Person, Prompt, Take, Theme, signins.User]


def public_addresses():
    """The pages of everything in the demo but its draft."""
    rows = [*Article.objects.published(), *Author.objects.all(), *Film.objects.all(), *Theme.objects.all()]
    return ["/", "/articles/", *(row.get_absolute_url() for row in [*rows, *Person.objects.all()])]


def links(html):
    """Addresses on this site in a page's href, src and srcset, without their fragments."""
    found = re.findall(r'(?:href|src)="(/[^"#]*)', html)
    sets = re.findall(r'srcset="([^"]*)"', html)
    return {*found, *(part.split()[0] for one in sets for part in one.split(",") if part.strip().startswith("/"))}


def everything():
    """All rows of the demo, every column of them."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in ROWS}


def test_ravi_can_follow_every_link_of_the_demo(ravi):
    pages = {address: ravi.get(address) for address in public_addresses()}
    assert {address: page.status_code for address, page in pages.items() if page.status_code != 200} == {}
    assert len(pages) > 40
    leads = set().union(*(links(page.content.decode()) for page in pages.values())) - pages.keys()
    dead = {link for link in leads if ravi.get(link).status_code not in (200, 302)}
    assert not dead
    assert any(link.startswith("/media/") for link in leads)


def test_the_draft_is_nowhere_to_be_seen(ravi):
    assert ravi.get("/articles/last-train-first-plane/").status_code == 404
    for address in public_addresses():
        assert "Last Train, First Plane" not in ravi.get(address).content.decode()


@pytest.mark.parametrize("address", ESSAYS)
def test_an_essay_has_all_that_an_essay_can_have(ravi, address):
    article = Article.objects.published().get(slug=address.split("/")[2])
    cells = {(theme, film) for theme in article.themes.all() for film in article.films.all()}
    assert count_words(article.body_text) >= 900 <= article.word_count
    assert {(take.theme, take.film) for take in article.takes.all()} == cells
    assert len(cells) >= 8
    assert article.faqs.count() == 5
    assert article.prompts.count() == 3
    assert article.cover.alt
    page = ravi.get(address).content.decode()
    for sign in ('class="pull"', "<figure", "footnote", 'class="spoiler', 'class="timecode"', "<h3"):
        assert sign in page


def test_the_newer_essay_speaks_the_whole_dialect():
    mentions = Mention.objects.filter(article__slug="someone-else-awake", source="body")
    for kind in ("film", "theme", "person", "take", "target_article"):
        assert mentions.exclude(**{kind: None}).exists(), kind
    assert mentions.filter(timecode__isnull=False, spoiler=False).exists()
    assert mentions.filter(timecode__isnull=False, spoiler=True).exists()


def test_the_two_essays_lead_to_each_other(ravi):
    for address, other in (ESSAYS, reversed(ESSAYS)):
        assert other in links(ravi.get(address).content.decode())


def test_no_text_of_the_demo_needs_mending():
    for article in Article.objects.all():
        assert list(publishing.render(article)) == []
    for row in [*Film.objects.all(), *Theme.objects.all(), *Person.objects.all(), *Author.objects.all()]:
        assert list(publishing.check(row)) == []


@pytest.mark.parametrize(("slug", "year", "minutes", "directors", "part"), FACTS)
def test_the_facts_are_right(ravi, slug, year, minutes, directors, part):
    film = Film.objects.get(slug=slug)
    assert (film.year, film.runtime_minutes) == (year, minutes)
    assert [credit.person.name for credit in film.credits.filter(job="Director")] == directors
    assert film.credits.filter(person__name=part[0], character=part[1]).exists()
    page = ravi.get(f"/films/{slug}/").content.decode()
    assert all(words in page for words in (str(year), *directors, *part))


def test_everything_has_a_picture_that_says_what_it_shows():
    for film in Film.objects.all():
        assert film.poster.shape == "poster"
        assert film.still.shape == "wide"
    assert all(author.portrait for author in Author.objects.all())
    assert Image.objects.count() == 14
    for image in Image.objects.all():
        assert image.alt
        assert image.credit == "Drawn for Double Bill"


def test_no_two_films_wear_the_same_accent():
    assert len({film.accent for film in Film.objects.all()}) == 4


@pytest.mark.parametrize("who", ["operator", "editor", "author", "moderator"])
def test_every_sign_in_that_the_command_prints_works(demo, who):
    assert f"{who}@doublebill.example" in demo
    assert "password double-bill-demo" in demo
    visitor, form = Client(), {"username": f"{who}@doublebill.example", "password": "double-bill-demo"}
    assert visitor.post("/admin/login/?next=/admin/", form).headers["Location"] == "/admin/"
    assert visitor.get("/admin/").status_code == 200


def test_the_author_finds_a_draft_of_his_own(signed_in):
    author = signed_in(signins.User.objects.get(email="author@doublebill.example"))
    page = author.get("/admin/articles/article/").content.decode()
    assert "Last Train, First Plane" in page
    assert "Someone Else Awake" not in page


def test_a_second_start_changes_nothing():
    before, said = everything(), io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    assert everything() == before
    assert "editor@doublebill.example" in said.getvalue()


def test_a_sign_in_with_a_password_of_its_own_is_printed_no_more():
    editor = signins.User.objects.get(email="editor@doublebill.example")
    editor.set_password("a quiet projector hums")
    editor.save()
    said = io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    assert "editor@doublebill.example" not in said.getvalue()
    assert "author@doublebill.example" in said.getvalue()


def test_without_if_empty_it_is_refused():
    before = everything()
    with pytest.raises(CommandError, match=r"^This site is not empty.*Nothing was changed\.$"):
        call_command("demo")
    assert everything() == before


def test_the_files_of_the_demo_can_be_imported_again():
    said = io.StringIO()
    call_command("import_articles", *sorted(ARTICLES.glob("*.md")), stdout=said)
    assert "0 created, 0 updated, 3 skipped, 0 failed." in said.getvalue()
