"""An operator imports articles from files: a line each, all or nothing, and never over an editor's work."""

import io
import os

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles.document import to_document
from articles.models import FAQ, Article
from films.models import Film
from images.models import Image
from tests import make
from tests.articles.test_document import everything

pytestmark = pytest.mark.django_db

ROOMS = """---
title: Two rooms
date: 2025-12-06
status: published
authors: [Ida Marchetti]
films:
  - her-2013
  - {title: Lost in Translation, year: 2003, director: Sofia Coppola}
themes: [Loneliness]
tags: [Tokyo]
takes:
  Loneliness: {her-2013: A voice., lost-in-translation-2003: {text: A bed., at: "1:12:30"}}
faqs: [{q: Why Tokyo?, a: It is far.}]
prompts: [What did you hear?]
---

Two windows, [[film:her-2013]] and [[film:lost-in-translation-2003]].
"""


@pytest.fixture(autouse=True)
def her(db):
    return make.film()


@pytest.fixture
def folder(tmp_path):
    """folder("name.md", text) → the folder of this test with one more file in it."""
    home = tmp_path / "essays"
    home.mkdir()

    def put(name=None, content=""):
        if name:
            file = home / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return home

    return put


def run(*paths, fails=False, **options):
    """The lines of one import, each without the folder's name."""
    out = io.StringIO()
    try:
        call_command("import_articles", *map(str, paths), stdout=out, **options)
        code = 0
    except SystemExit as leaving:
        code = leaving.code
    assert code == int(fails), out.getvalue()
    return out.getvalue().replace(f"{paths[0]}/", "").splitlines()


def linking(title, to, status="published"):
    return f"---\ntitle: {title}\nstatus: {status}\ndate: 2025-01-01\n---\n\n## Here\n\nSee [[article:{to}]].\n"


def test_an_article_comes_in_whole(folder):
    lines = run(folder("rooms.md", ROOMS))

    assert lines == [
        "created rooms.md (makes the film Lost in Translation (2003))",
        "1 created, 0 updated, 0 skipped, 0 failed.",
    ]
    article = Article.objects.published().get()
    assert (article.ref, article.slug, article.by[0].name) == ("rooms", "two-rooms", "Ida Marchetti")
    assert article.takes.get(film__year=2003).timecode == 4350
    assert "Two windows" in article.body_html
    assert article.mentions.filter(source="body").count() == 2


def test_the_same_file_again_is_skipped(folder):
    run(folder("rooms.md", ROOMS))
    before = everything()

    assert run(folder())[0] == "skipped rooms.md (same file)"
    assert everything() == before


def test_a_changed_file_updates_the_same_article(folder):
    run(folder("rooms.md", ROOMS))
    faq = FAQ.objects.get()

    lines = run(folder("rooms.md", ROOMS.replace("Two rooms", "Three rooms").replace("It is far.", "It is near.")))

    assert lines == ["updated rooms.md", "0 created, 1 updated, 0 skipped, 0 failed."]
    article = Article.objects.get()
    assert (article.title, article.slug, article.version) == ("Three rooms", "two-rooms", 2)
    assert [(row.pk, row.answer) for row in article.faqs.all()] == [(faq.pk, "It is near.")]


def test_a_file_written_otherwise_that_says_the_same_changes_nothing(folder):
    run(folder("rooms.md", ROOMS))
    before = everything()

    assert run(folder("rooms.md", ROOMS.replace("[Tokyo]", "['tokyo']")))[0] == "skipped rooms.md (nothing new in it)"
    assert everything() == before


@pytest.mark.parametrize("text", [ROOMS, ROOMS.replace("Two windows", "Three windows")])
def test_what_an_editor_changed_here_is_left_alone_and_said(folder, text):
    run(folder("rooms.md", ROOMS))
    article = Article.objects.get()
    article.takes.filter(film__year=2013).update(text="A voice in a pocket.")
    before = everything()

    lines = run(folder("rooms.md", text))

    assert lines[0] == "skipped rooms.md (changed here since; --overwrite replaces it)"
    assert everything() == before
    assert run(folder(), overwrite=True)[0] == "updated rooms.md"
    assert article.takes.get(film__year=2013).text == "A voice."


def test_an_article_in_the_trash_stays_there_unless_overwritten(folder):
    run(folder("rooms.md", ROOMS))
    Article.objects.update(trashed_at="2026-01-01T00:00:00Z")

    assert run(folder())[0] == "skipped rooms.md (in the trash here; --overwrite takes it out and replaces it)"
    assert run(folder(), overwrite=True)[0] == "updated rooms.md"
    assert Article.objects.get().trashed_at is None


def test_an_article_is_known_by_its_ref_never_by_its_title(folder):
    make.article("Two rooms", slug="rooms-of-the-admin")

    run(folder("rooms.md", ROOMS))

    assert Article.objects.count() == 2


def test_a_renamed_file_with_its_ref_is_the_same_article(folder, tmp_path):
    run(folder("rooms.md", ROOMS))
    moved = tmp_path / "moved.md"
    moved.write_text(ROOMS.replace("---\ntitle:", "---\nref: rooms\ntitle:", 1))

    assert run(moved)[0].startswith("skipped") and Article.objects.count() == 1


def test_two_files_with_one_ref_both_fail(folder):
    folder("a.md", ROOMS.replace("---\ntitle:", "---\nref: one\ntitle:", 1))
    folder("b.md", ROOMS.replace("---\ntitle:", "---\nref: one\ntitle:", 1))

    assert run(folder(), fails=True) == [
        "failed a.md: b.md has the same ref “one”",
        "failed b.md: a.md has the same ref “one”",
        "0 created, 0 updated, 0 skipped, 2 failed.",
    ]
    assert not Article.objects.exists()


def test_a_file_at_fault_leaves_nothing_and_does_not_stop_the_others(folder):
    folder("good.md", "---\ntitle: Good\n---\n")
    before = everything()
    folder("rooms.md", ROOMS.replace("her-2013: A voice.", "hor-2013: A voice."))

    lines = run(folder(), dry_run=True, fails=True)
    assert lines[1] == (
        "failed rooms.md: line 12: takes → Loneliness → hor-2013: "
        "No film here has the address “hor-2013”; did you mean her-2013?"
    )
    assert everything() == before

    assert run(folder(), fails=True)[:2] == ["created good.md", lines[1]]
    assert Article.objects.get().title == "Good"
    assert Film.objects.count() == 1


def test_a_published_article_that_readers_cannot_be_shown_fails_a_draft_is_told(folder):
    folder("draft.md", "---\ntitle: Draft\n---\n\nSee [[film:nowhere-1999]].\n")
    folder("live.md", "---\ntitle: Live\nstatus: published\n---\n\nSee [[film:nowhere-1999]].\n")

    draft, live, _ = run(folder(), fails=True)

    assert draft.startswith("created draft.md (to mend: body: Line 1: ") and "nowhere-1999" in draft
    assert live.startswith("failed live.md: body: Line 1: ") and "nowhere-1999" in live
    assert Article.objects.get().title == "Draft"


def test_what_is_no_article_fails_in_one_line(folder, tmp_path):
    folder("a.md", "Just text")
    folder("b.md", b"---\ntitle: caf\xe9\n---\n")
    folder("c.md").joinpath("d.md").mkdir()
    (tmp_path / "empty").mkdir()

    lines = run(folder(), tmp_path / "nowhere.md", tmp_path / "empty", fails=True)

    assert [line.partition(": ")[2] for line in lines[:-1]] == [
        "there is no *.md file in this folder",
        "line 1: The file does not begin with a line ---.",
        "The file is not UTF-8 (byte 15); save it as UTF-8.",
        "line 1: The file does not begin with a line ---.",
        "Is a directory",
        "No such file or directory",
    ]


def test_a_file_whose_name_is_no_utf_8_is_asked_for_another(folder):
    folder("good.md", "---\ntitle: Good\n---\n")
    (folder() / os.fsdecode(b"caf\xe9.md")).write_text("---\ntitle: Bad\n---\n")

    lines = run(folder(), fails=True)

    assert "the file's name is not UTF-8; rename the file" in lines[0]
    assert lines[1] == "created good.md"


def test_a_dry_run_says_the_same_and_writes_nothing(folder, media):
    folder("rooms.md", ROOMS.replace("tags:", "cover: {file: w.png, alt: A window}\ntags:"))
    folder("w.png", make.picture_file().read())
    folder("two.md", linking("Two", "two-rooms"))
    before = everything()

    lines = run(folder(), dry_run=True)

    assert lines[:2] == ["created rooms.md (makes the film Lost in Translation (2003))", "created two.md"]
    assert lines[-1] == "2 created, 0 updated, 0 skipped, 0 failed; a dry run, nothing was written."
    assert everything() == before
    assert not [file for file in media.rglob("*") if file.is_file()]
    assert run(folder())[:2] == lines[:2]


# Articles that link to each other


def test_links_work_whatever_the_order_of_the_files(folder):
    folder("a.md", linking("A", "b"))
    folder("b.md", linking("B", "c#here"))
    folder("c.md", linking("C", "a#here"))

    assert run(folder()) == [
        "created a.md",
        "created b.md",
        "created c.md",
        "3 created, 0 updated, 0 skipped, 0 failed.",
    ]
    assert '/articles/b/"' in Article.objects.get(slug="a").body_html
    assert '/articles/a/#s-here"' in Article.objects.get(slug="c").body_html


def test_of_files_that_link_to_each_other_only_those_that_cannot_be_shown_fail(folder):
    folder("a.md", linking("A", "b"))
    folder("b.md", linking("B", "a"))
    folder("c.md", linking("C", "nowhere"))
    folder("d.md", linking("D", "c"))

    lines = run(folder(), fails=True)

    assert [line.split(":")[0] for line in lines[:-1]] == [
        "created a.md",
        "created b.md",
        "failed c.md",
        "failed d.md",
    ]
    assert sorted(Article.objects.values_list("slug", flat=True)) == ["a", "b"]


def test_a_draft_that_links_to_a_later_file_is_not_told_to_mend_it(folder):
    folder("a.md", linking("A", "b", "draft"))
    folder("b.md", linking("B", "b"))

    assert run(folder())[0] == "created a.md"
    assert '/articles/b/"' in Article.objects.get(slug="a").body_html


def test_an_answer_may_link_to_an_article_that_comes_later(folder):
    faqs = "faqs: [{q: Where?, a: 'See [[article:b]].'}]"
    folder("a.md", f"---\ntitle: A\nstatus: published\ndate: 2025-01-01\n{faqs}\n---\nA text.\n")
    folder("b.md", linking("B", "a"))

    assert run(folder())[:2] == ["created a.md", "created b.md"]
    assert '/articles/b/"' in FAQ.objects.get().answer_html


# Pictures


def with_pictures(folder, cover="cover: {file: pictures/window.png, alt: A window, credit: Ida, shape: wide}"):
    folder("pictures/window.png", make.picture_file().read())
    folder("images/lamp.png", make.picture_file(colour="#113355").read())
    text = ROOMS.replace("tags:", f"{cover}\ntags:") + "\n![A lamp at dusk](image:lamp)\n"
    return folder("rooms.md", text)


def test_pictures_beside_the_file_come_with_it(folder):
    assert run(with_pictures(folder))[0].startswith("created")

    cover, lamp = Article.objects.get().cover, Image.objects.get(slug="lamp")
    assert (cover.slug, cover.alt, cover.credit, cover.shape) == ("window", "A window", "Ida", "wide")
    assert lamp.alt == "A lamp at dusk"
    assert "renditions/" in Article.objects.get().body_html


def test_the_same_pictures_again_are_the_same_rows(folder):
    run(with_pictures(folder))

    assert run(folder())[0] == "skipped rooms.md (same file)"
    assert Image.objects.count() == 2


def test_a_new_picture_in_an_old_file_counts_as_a_change(folder):
    run(with_pictures(folder))
    folder("pictures/window.png", make.picture_file(colour="#00aa44").read())

    assert run(folder())[0] == "updated rooms.md"
    assert Article.objects.get().cover.slug == "window-2"


def test_a_failed_file_leaves_no_picture_behind(folder, media):
    with_pictures(folder)
    run(folder("rooms.md", (folder() / "rooms.md").read_text() + "\nSee [[film:nowhere-1999]].\n"), fails=True)

    assert not Image.objects.exists()
    assert not [file for file in media.rglob("*") if file.is_file()]


def test_a_failed_file_does_not_take_another_ones_picture_along(folder):
    image = make.image("window.png")
    with_pictures(folder)
    run(folder("rooms.md", (folder() / "rooms.md").read_text() + "\nSee [[film:nowhere-1999]].\n"), fails=True)

    assert default_storage.exists(image.file.name)


@pytest.mark.parametrize(
    ("cover", "words"),
    [
        ("cover: {file: nowhere.png, alt: A window}", "line 10: cover → file: nowhere.png: No such file or directory"),
        ("cover: {file: ../secret.png, alt: A window}", "secret.png: lies outside the folder of this file"),
        ("cover: {file: /etc/passwd, alt: A window}", "/etc/passwd: lies outside the folder of this file"),
        ("cover: {file: rooms.md, alt: A window}", "This is no JPEG, PNG, WebP or AVIF picture"),
        (
            "cover: {file: pictures/window.png}",
            "line 10: cover: Write an alt text, or mark the picture as decorative.",
        ),
        ("cover: {image: nowhere}", "line 10: cover → image: No picture here is called “nowhere”."),
        ("images: {Lamp: {file: pictures/window.png}}", "Use small letters"),
    ],
)
def test_a_picture_that_cannot_be_taken_is_said_with_its_line(folder, cover, words):
    folder().parent.joinpath("secret.png").write_bytes(make.picture_file().read())

    assert words in run(with_pictures(folder, cover), fails=True)[0]
    assert not Image.objects.exists() and not Article.objects.exists()


def test_an_answer_shared_with_another_article_is_changed_only_on_purpose(folder):
    faq = make.faq("Why Tokyo?", "Why not?", ref="tokyo")
    make.article("The other one", faqs=[faq])
    folder("rooms.md", ROOMS.replace("{q: Why", "{id: tokyo, q: Why"))

    assert "“tokyo” says something else here and stands in “The other one” too" in run(folder(), fails=True)[0]
    assert run(folder(), overwrite=True)[0].startswith("created")
    faq.refresh_from_db()
    assert faq.answer == "It is far."
    assert to_document(Article.objects.get(ref="rooms"))["faqs"][0]["id"] == "tokyo"
