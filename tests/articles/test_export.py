"""What is exported imports again: here it changes nothing, elsewhere it makes the same articles."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.document import apply, to_document, write
from articles.models import FAQ, Article, Author
from films.models import Credit, Film, Person, Theme
from images.models import Image
from tests import make
from tests.articles.full import full_article
from tests.articles.test_document import NAUGHTY, everything, naughty_document
from tests.articles.test_import import run

pytestmark = pytest.mark.django_db


def export(folder, **options):
    out = io.StringIO()
    call_command("export_articles", str(folder), stdout=out, **options)
    return out.getvalue()


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def empty_the_site():
    for model in (Article, FAQ, Author, Credit, Film, Person, Theme, Image):
        model.objects.all().delete()


def documents():
    return {article.slug: to_document(article) for article in Article.objects.untrashed()}


def test_every_article_that_is_not_in_the_trash_becomes_a_file(edith, tmp_path):
    full_article(edith)
    make.article("Draft"), make.scheduled("Later"), make.expired("Gone"), make.trashed("Away")

    assert export(tmp_path / "out") == f"4 articles written to {tmp_path / 'out'}.\n"
    assert sorted(contents(tmp_path / "out")) == [
        "draft.md", "gone.md", "images/lamp.jpg", "images/window.jpg", "later.md", "rooms.md",
    ]  # fmt: skip


def test_a_file_says_all_there_is_to_say(edith, tmp_path):
    full_article(edith)
    export(tmp_path / "out")

    written = (tmp_path / "out" / "rooms.md").read_text()
    assert written.startswith("---\nref: rooms\ntitle: 'Two rooms: her and his'\nslug: two-rooms\n")
    assert "- slug: her-2013\n  title: Her\n  year: 2013\n  director: Spike Jonze\n" in written
    assert "cover:\n  file: images/window.jpg\n  alt: A window at night\n  credit: Ida Marchetti, CC BY\n" in written
    assert "images:\n  lamp:\n    file: images/lamp.jpg\n    alt: A lamp\n" in written
    assert written.endswith("---\n\nEnd.\n")


def test_importing_an_export_again_changes_nothing(edith, tmp_path):
    full_article(edith)
    make.article("Made in the admin", body="One\r\n\r\nTwo", tags=["x"])
    make.published("Live", body="See [[article:two-rooms#rooms]].", authors=[make.author("Zed")])
    export(tmp_path / "out")
    before = everything()

    lines = run(tmp_path / "out")

    assert [line.split()[0] for line in lines[:-1]] == ["skipped"] * 3
    assert everything() == before


def test_import_export_import_changes_nothing(tmp_path):
    make.film()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "essay.md").write_text(
        "---\ntitle: Essay\nstatus: published\nfilms: [her-2013]\nfaqs: [{q: Why?, a: So.}]\n---\nText\n"
    )
    run(tmp_path / "in")
    before = everything()
    export(tmp_path / "out")

    assert run(tmp_path / "out")[0] == "skipped essay.md (nothing new in it)"
    assert run(tmp_path / "in")[0] == "skipped essay.md (same file)"
    assert everything() == before


def test_an_export_makes_the_same_articles_on_an_empty_site(edith, tmp_path):
    full_article(edith, takes=[])
    make.article("Draft", prompts=["Why?"], films=[make.film("Solaris", 1972)])
    last = make.published("Last")
    make.published("Live", body="See [[article:two-rooms#rooms]] and [[article:last]].")
    apply(to_document(last) | {"body": "See [[article:live]]."}, last)
    make.article("Draft", ref="other")
    before = documents()
    export(tmp_path / "out")
    empty_the_site()

    lines = run(tmp_path / "out")

    assert lines[-1] == "5 created, 0 updated, 0 skipped, 0 failed."
    assert {slug: document | {"ref": ""} for slug, document in documents().items()} == {
        slug: document | {"ref": ""} for slug, document in before.items()
    }
    export(tmp_path / "again")
    assert [line.split()[0] for line in run(tmp_path / "again")[:-1]] == ["skipped"] * 5
    first, again = contents(tmp_path / "out"), contents(tmp_path / "again")
    assert first.keys() == again.keys()
    assert all(again[name] == first[name] for name in first if name.endswith(".md"))


def test_an_article_whose_address_is_anothers_ref_gets_a_file_of_its_own(tmp_path):
    first = make.article("First", slug="first", ref="second")
    second = make.article("Second", slug="second")
    export(tmp_path / "out")

    assert sorted(contents(tmp_path / "out")) == ["second-2.md", "second.md"]
    assert "skipped" in run(tmp_path / "out")[0] and "skipped" in run(tmp_path / "out")[1]
    assert [first.pk, second.pk] == [article.pk for article in Article.objects.order_by("pk")]


@pytest.mark.parametrize("ref", ["../../escape", "a/b", "", ".hidden", "Ä ö", "x" * 200, "con: x"])
def test_a_ref_that_is_no_file_name_does_not_become_one(tmp_path, ref):
    make.article("Essay", ref=ref or None)
    export(tmp_path / "out")

    assert list(contents(tmp_path / "out")) == ["essay.md"]
    assert list(contents(tmp_path)) == ["out/essay.md"]
    assert run(tmp_path / "out")[0] == "skipped essay.md (nothing new in it)"


def test_naughty_words_come_back_from_their_files(tmp_path):
    make.film()
    for number, text in enumerate(NAUGHTY):
        document = naughty_document(text) | {"slug": f"n-{number}", "ref": f"n-{number}"}
        document["faqs"] = [entry | {"id": f"n-{number}"} for entry in document["faqs"]]
        document["authors"] = [{"slug": f"n-{number}", "name": text}]
        write(document, Article())
    before = everything()
    export(tmp_path / "out")

    lines = run(tmp_path / "out")

    assert lines[-1] == f"0 created, 0 updated, {len(NAUGHTY)} skipped, 0 failed."
    assert everything() == before


def test_a_folder_that_is_not_empty_is_left_alone_unless_forced(tmp_path):
    make.article("Essay")
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(CommandError, match="is not empty; name another folder, or replace files in it with --force"):
        export(tmp_path)
    export(tmp_path, force=True)

    assert contents(tmp_path).keys() == {"mine.txt", "essay.md"}


def test_a_file_in_the_way_is_said(tmp_path):
    (tmp_path / "out").write_text("x")

    with pytest.raises(CommandError, match="is a file; name a folder"):
        export(tmp_path / "out")
