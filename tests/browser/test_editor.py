"""Edith and Ada write in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import FAQ, Article, Take
from films.models import Film
from images.models import Image
from tests import make


@pytest.fixture
def catalogue(transactional_db):
    """Two films, two themes, an author's name."""
    return (
        make.film("Her", 2013, runtime_minutes=126),
        make.film("Lost in Translation", 2003, runtime_minutes=102),
        make.theme("Loneliness"),
        make.theme("The city at night"),
        make.author("Ida Marchetti"),
    )


def pick(page, select, words):
    """Choose in an autocomplete field as a person does: open, type, click the answer."""
    page.locator(f"{select} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def choose_two_films(page):
    pick(page, "#id_article_films-0-film", "Her")
    pick(page, "#id_article_films-1-film", "Lost in")


def write_essay(page):
    """Title, text, films, themes, a byline, and takes typed before anything is saved."""
    page.goto("/admin/articles/article/add/")
    page.fill("#id_title", "Two rooms above a city")
    page.fill("#id_dek", "A man, a voice, and a hotel bar.")
    page.fill("#id_body", "## Above\n\n[[film:her-2013]] hears what [[film:lost-in-translation-2003]] only sees.")
    pick(page, "#id_bylines-0-author", "Ida")
    choose_two_films(page)
    pick(page, "#id_article_themes-0-theme", "Loneliness")
    page.get_by_label("Loneliness · Her").fill("A voice keeps him company.")
    page.get_by_label("Loneliness · Lost in Translation").fill("Two guests keep each other awake.")
    cell = page.locator(".take", has=page.get_by_label("Loneliness · Her"))
    cell.locator("summary").click()
    cell.get_by_label("At, like 1:12:30").fill("0:31:40")


def add_faq_in_popup(page):
    with page.expect_popup() as opened:
        page.click("#add_id_article_faqs-0-faq")
    popup = opened.value
    popup.fill("#id_question", "Which one to see first?")
    popup.fill("#id_answer", "Either; see [[film:her-2013]] at night.")
    with popup.expect_event("close"):
        popup.click("[name=_save]")
    expect(page.locator("#id_article_faqs-0-faq option:checked")).to_have_text("Which one to see first?")


def upload_cover_in_popup(page, tmp_path):
    picture = tmp_path / "bar.png"
    picture.write_bytes(make.picture_file("bar.png", (640, 360)).read())
    with page.expect_popup() as opened:
        page.click("#add_id_cover")
    popup = opened.value
    popup.set_input_files("#id_file", str(picture))
    popup.fill("#id_alt", "A hotel bar at night")
    with popup.expect_event("close"):
        popup.click("[name=_save]")
    expect(page.locator("#id_cover option:checked")).to_have_text(re.compile("bar"))


def preview(page):
    """Press Preview: the text of the tab that opens."""
    with page.expect_popup() as opened:
        page.click("[name=_preview]")
    tab = opened.value
    tab.wait_for_load_state()
    return tab


def save(page):
    page.click("[name=_continue]")
    page.wait_for_load_state()


def test_edith_writes_previews_publishes_and_reads_an_article(page, sign_in, edith, catalogue, tmp_path):
    sign_in(page, edith)
    write_essay(page)
    add_faq_in_popup(page)
    upload_cover_in_popup(page, tmp_path)
    page.fill("#id_prompts-0-text", "Who of them is less alone?")

    tab = preview(page)
    expect(tab.locator("h1")).to_have_text("Two rooms above a city")
    expect(tab.get_by_text("A voice keeps him company.").first).to_be_attached()
    expect(tab.locator("meta[name=robots]")).to_have_attribute("content", re.compile("noindex"))
    assert not Article.objects.exists() and not Take.objects.exists()

    page.select_option("#id_status", "published")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get()
    page.goto(article.get_absolute_url())
    expect(page.locator("h1")).to_have_text("Two rooms above a city")
    for words in ("A voice keeps him company.", "Which one to see first?", "Who of them is less alone?"):
        expect(page.get_by_text(words).first).to_be_attached()
    expect(page.get_by_alt_text("A hotel bar at night").first).to_be_visible()
    assert Image.objects.count() == FAQ.objects.count() == 1
    assert Take.objects.get(film__slug="her-2013").timecode == 31 * 60 + 40


def test_ada_writes_and_previews_and_has_no_way_to_publish(page, sign_in, ada, catalogue):
    sign_in(page, ada)
    write_essay(page)
    expect(preview(page).locator("h1")).to_have_text("Two rooms above a city")
    assert page.locator("#id_status").count() == 0
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert page.locator("#id_status").count() == 0
    article = Article.objects.get()
    assert (article.status, article.owner, article.takes.count()) == ("draft", ada, 2)
    assert page.request.get(article.get_absolute_url()).status == 404


def test_the_grid_keeps_what_was_typed_when_a_film_goes_and_comes_back(page, sign_in, edith, catalogue):
    sign_in(page, edith)
    page.goto("/admin/articles/article/add/")
    choose_two_films(page)
    pick(page, "#id_article_themes-0-theme", "Loneliness")
    page.get_by_label("Loneliness · Her").fill("A voice keeps him company.")

    pick(page, "#id_article_films-0-film", "Lost in")
    expect(page.locator(".takes-table").get_by_label("Loneliness · Her")).to_have_count(0)
    expect(page.locator(".takes-orphans").get_by_label("Loneliness · Her")).to_have_value("A voice keeps him company.")

    pick(page, "#id_article_films-0-film", "Her")
    expect(page.locator(".takes-table").get_by_label("Loneliness · Her")).to_have_value("A voice keeps him company.")
    expect(page.locator(".takes-orphans")).to_be_hidden()


def test_the_grid_follows_themes_order_and_removal(page, sign_in, edith, catalogue):
    her, lost, lonely, city, _ = catalogue
    row = make.article(films=[her, lost], themes=[lonely, city], takes=[(city, lost, "Neon, from above.")])
    sign_in(page, edith)
    page.goto(f"/admin/articles/article/{row.pk}/change/")
    heads = page.locator(".takes-table tbody th")
    expect(heads).to_have_text(["Loneliness", "The city at night"])

    page.fill("#id_article_themes-0-position", "30")
    page.locator("#id_article_themes-0-position").blur()
    expect(heads).to_have_text(["The city at night", "Loneliness"])

    page.check("#id_article_themes-1-DELETE")
    expect(heads).to_have_text(["Loneliness"])
    expect(page.locator(".takes-orphans .take-name")).to_have_text("The city at night · Lost in Translation")
    save(page)
    expect(page.locator(".takes-orphans textarea").first).to_have_value("Neon, from above.")

    page.locator(".takes-orphans").get_by_label("Delete this take").check()
    save(page)
    assert not Take.objects.exists()


def test_tab_walks_the_grid_row_by_row(page, sign_in, edith, catalogue):
    her, lost, lonely, city, _ = catalogue
    row = make.article(films=[her, lost], themes=[lonely, city])
    sign_in(page, edith)
    page.goto(f"/admin/articles/article/{row.pk}/change/")
    page.get_by_label("Loneliness · Her").focus()
    page.keyboard.press("Tab")  # the disclosure of this cell
    page.keyboard.press("Tab")
    expect(page.get_by_label("Loneliness · Lost in Translation")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("The city at night · Her")).to_be_focused()


def test_without_javascript_the_grid_is_there_after_a_save(no_script, sign_in, edith, catalogue):
    her, _, lonely, *_ = catalogue
    row = make.article(films=[her], themes=[lonely])
    sign_in(no_script, edith)
    no_script.goto(f"/admin/articles/article/{row.pk}/change/")
    no_script.get_by_label("Loneliness · Her").fill("A voice keeps him company.")
    save(no_script)
    expect(no_script.get_by_label("Loneliness · Her")).to_have_value("A voice keeps him company.")
    assert Take.objects.get().text == "A voice keeps him company."


def test_an_outdated_form_shows_both_texts_and_keeps_hers(page, sign_in, edith, catalogue):
    her, _, lonely, *_ = catalogue
    row = make.article(body="First.", films=[her], themes=[lonely], takes=[(lonely, her, "An old take.")])
    sign_in(page, edith)
    page.goto(f"/admin/articles/article/{row.pk}/change/")
    other = Article.objects.get(pk=row.pk)
    other.body = "What Mona's colleague wrote."
    other.save()

    page.fill("#id_body", "What Edith wrote.")
    page.get_by_label("Loneliness · Her").fill("A new take.")
    save(page)
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("What Mona's colleague wrote.")
    expect(conflict).to_contain_text("An old take.")
    expect(page.locator("#id_body")).to_have_value("What Edith wrote.")
    expect(page.get_by_label("Loneliness · Her")).to_have_value("A new take.")
    assert Article.objects.get().body == "What Mona's colleague wrote."

    save(page)
    assert Article.objects.get().body == "What Edith wrote."


def test_a_film_made_in_the_popup_gets_its_column(page, sign_in, edith, catalogue):
    sign_in(page, edith)
    page.goto("/admin/articles/article/add/")
    pick(page, "#id_article_themes-0-theme", "Loneliness")
    with page.expect_popup() as opened:
        page.click("#add_id_article_films-0-film")
    popup = opened.value
    popup.fill("#id_title", "Before Sunrise")
    popup.fill("#id_year", "1995")
    with popup.expect_event("close"):
        popup.click("[name=_save]")
    expect(page.get_by_label("Loneliness · Before Sunrise")).to_be_visible()
    assert Film.objects.filter(slug="before-sunrise-1995").exists()
