"""What an editor writes, what readers get, and what the editor is told."""

import re

import pytest

from lib.markup import CATALOGUE, INLINE, Mentioned, Reference, Target
from lib.markup.jobs import FULL, Job
from lib.markup.rendering import render
from tests.lib.shelf import html, problems, rendered


def test_the_year_stands_at_the_first_mention_only():
    assert html("[[film:her-2013]] and [[film:her-2013]]") == (
        '<p><a class="film" href="/films/her-2013/"><cite>Her</cite></a> <span class="year">(2013)</span> and '
        '<a class="film" href="/films/her-2013/"><cite>Her</cite></a></p>'
    )


def test_a_mention_by_another_name_was_the_first_one_too():
    assert "(2013)" not in html("[[film:her-2013|His film]] is [[film:her-2013]]")


def test_a_heading_shows_no_year_and_leaves_it_to_the_text():
    text = html("## [[film:her-2013]]\n\n[[film:her-2013]]")
    assert text.index("(2013)") > text.index("</h2>")


def test_a_label_may_hold_emphasis_but_nothing_that_breaks_out():
    assert ">his <em>own</em> film</a>" in html("[[film:her-2013|his *own* film]]")
    assert html("[[film:her-2013|</a><h1>x]]") == '<p><a class="film" href="/films/her-2013/">x</a></p>'


def test_an_article_that_is_not_live_is_named_without_a_link():
    assert html("[[article:not-yet]]") == "<p>Not Yet</p>"
    assert rendered("[[article:not-yet]]").mentions == (Mentioned("article", "not-yet"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("One.\n\nTwo [[film:her-2031]].", "Line 3: There is no film “her-2031”."),
        ("[[film:Her]]", "Line 1: There is no film “Her”."),
        ("\n\n[[flim:her-2013]]", "Line 3: “flim” cannot be named like this"),
        ("[[article:two-rooms#s-the-village]]", "Line 1: “Two Rooms” has no heading “s-the-village”."),
        ("a\n{{her-2013 2:07:00}}", "Line 2: 2:07:00 is past the end of Her, which runs 126 minutes."),
        ("{{her-2013 1:75:00}}", "Line 1: “1:75:00” is no timecode"),
        ("{{alien-1979 1:00:00}}", "Line 1: There is no film “alien-1979”."),
        ("a\n\nb ~!words!~{alien-1979}", "Line 3: There is no film “alien-1979”."),
        ("~!words!~", "Line 1: This spoiler does not say which film"),
        ("a\nb ~!words", "Line 2: This spoiler does not end"),
        ("a\n\n~!b\nc [[film:nope]]!~{her-2013}", "Line 4: There is no film “nope”."),
        ("a\n\n/// spoiler | alien-1979\nx\n///", "Line 3: There is no film “alien-1979”."),
        ("a\n\n/// spoiler\nx\n///", "Line 3: This spoiler does not say which film"),
        ("/// spoiler | her-2013\n    a: [b\n///", "Line 1: This spoiler block cannot be read"),
        ("a\n\n![b](https://elsewhere.example/b.jpg)", "Line 3: Pictures must be uploaded first"),
        ('<p><img src="/media/b.jpg" alt="b"></p>', "Line 1: Pictures must be uploaded first"),
        ("![b](image:nope)", "Line 1: There is no picture “nope”."),
    ],
)
def test_the_editor_is_told_what_to_mend_and_where(text, problem):
    found = problems(text)
    assert len(found) == 1
    assert found[0].startswith(problem)


def test_a_dead_reference_shows_readers_words_and_a_dead_picture_its_alt_text():
    assert html("[[film:her-2031]] [[film:her-2031|his film]] ![A *door*](image:nope)") == (
        "<p>her 2031 his film A <em>door</em></p>"
    )
    assert html("![A door](https://elsewhere.example/b.jpg)") == "<p>A door</p>"


@pytest.mark.parametrize("text", ["~!secret!~{alien-1979}", "~!secret!~", "~!secret!~{Her (2013)}"])
def test_a_spoiler_of_no_known_film_is_covered_all_the_same(text):
    assert re.search(r'<span class="spoiler"[^>]*><span class="visually-hidden">[^<]*</span>secret</span>', html(text))


HOSTILE_TO_COVERS = [
    "</span>secret", "<div>secret</div>", "<p>secret", "</p>secret", "<table><tr><td>secret", "</a></b></i>secret",
    "<h2>secret</h2>", "<li>secret", "*secret", "**secret*", "`secret", "<!-- secret", "<b>secret", "[secret](/x)",
    "<details><summary>x</summary>secret</details>", "</details>secret", "<a href='/x'>secret</a>",
    "<button>secret</button>", "<form>secret", "<svg><p>secret", "<math><mi>secret", "<select><option>secret",
    "<ruby><rt>secret</rt></ruby>", "<blockquote>secret</blockquote>", "- secret", "# secret", "> secret",
]  # fmt: skip
AROUND = [
    "{}", "**{}**", "[{}](/x)", "<a href='/x'>{}</a>", "<b>{}</b>", "| {} |\n|---|\n| a |", "- {}", "> {}", "<p>{}",
    "<div>\n\n{}\n\n</div>", "<table>{}</table>", "<ul>{}</ul>", "<span>{}", "<dl>{}</dl>", "Text[^1].\n\n[^1]: {}",
]  # fmt: skip


@pytest.mark.parametrize("around", AROUND)
def test_no_misnesting_uncovers_an_inline_spoiler(around):
    for inner in HOSTILE_TO_COVERS:
        assert "secret" not in rendered(around.format(f"~!{inner}!~{{her-2013}}")).plain, inner


@pytest.mark.parametrize(
    "around", ["{}", "<div>\n\n{}\n\n</div>", "<details>\n\n{}\n\n</details>", "<b>\n\n{}\n\n</b>"]
)
def test_no_misnesting_uncovers_a_spoiler_block(around):
    for inner in [*HOSTILE_TO_COVERS, "</div>secret", "</div></details></div>\n\nsecret", "<div>\n\nsecret"]:
        result = rendered(around.format(f"/// spoiler | her-2013\n\n{inner}\n\n///"))
        refused = any("cannot be read" in problem.message for problem in result.problems)  # raw HTML holds no blocks
        assert refused or "secret" not in result.plain, inner
        assert around != "{}" or not refused


def test_a_spoiler_block_holds_blocks():
    assert html("/// spoiler | her-2013\n\nShe *goes*.\n\n- far\n- away\n\n///\n\nAfter.") == (
        '<details class="spoiler" data-film="her-2013"><summary>Spoiler for Her</summary>\n<p>She <em>goes</em>.</p>\n'
        "<ul>\n<li>far</li>\n<li>away</li>\n</ul>\n</details>\n<p>After.</p>"
    )


def test_a_take_is_quoted_and_covered_when_it_gives_the_film_away():
    assert html("[[take:loneliness/her-2013]]") == (
        '<p><q class="take">He talks to <em>nobody</em>.</q> '
        '<a class="take-link" href="#take-loneliness--her-2013">Loneliness</a></p>'
    )
    covered = rendered("[[take:endings/her-2013|so it ends]]")
    assert '</span><q class="take">She goes.</q></span>' in covered.html
    assert covered.mentions == (Mentioned("take", "endings/her-2013", spoiler=True),)
    assert covered.plain == "so it ends"


def test_a_take_that_stands_nowhere_on_the_page_is_quoted_without_a_link():
    assert "<a " in html("[[take:loneliness/her-2013]]")
    assert html("[[take:endings/her-2013|so it ends]]").endswith("</span> so it ends</p>")
    assert "<a " not in html("[[take:endings/her-2013]]")


def test_mentions_say_moment_and_spoiler_and_none_comes_twice():
    text = "[[film:her-2013]] [[film:her-2013]] {{her-2013 12:30}} ~![[theme:loneliness]]!~{her-2013} `[[person:x]]`"
    assert rendered(text).mentions == (
        Mentioned("film", "her-2013"),
        Mentioned("film", "her-2013", timecode=750),
        Mentioned("film", "her-2013", spoiler=True),
        Mentioned("theme", "loneliness", spoiler=True),
    )


def test_a_picture_alone_in_a_paragraph_is_a_figure_with_caption_and_credit():
    assert html('![A room](image:tokyo-window "So *high*"){.wide}') == (
        '<figure class="picture wide"><picture><source type="image/avif" srcset="/media/tokyo-400.avif 400w, '
        '/media/tokyo-800.avif 800w" sizes="(min-width: 45em) 42rem, 100vw"><img src="/media/tokyo-800.jpg" '
        'srcset="/media/tokyo-400.jpg 400w, /media/tokyo-800.jpg 800w" sizes="(min-width: 45em) 42rem, 100vw" '
        'width="800" height="450" alt="A room" loading="lazy"></picture><figcaption>So <em>high</em> '
        '<small class="credit">Ida Marchetti, CC BY 4.0</small></figcaption></figure>'
    )


def test_a_picture_in_a_sentence_is_no_figure_and_has_its_own_alt_text():
    text = html("Look ![](image:tokyo-window) here")
    assert "<figure" not in text
    assert 'alt="A window high over Tokyo"' in text


def test_headings_start_at_h2_have_stable_ids_and_hide_spoilers():
    result = rendered(
        "# The City\n\n## The city ~!burns!~{her-2013}\n\n## Mine {#own}\n\n###### Deep[^1]\n\n[^1]: x", prefix="s-"
    )
    assert result.headings == (
        {"level": 2, "id": "s-the-city", "text": "The City"},
        {"level": 3, "id": "s-the-city-2", "text": "The city"},
        {"level": 3, "id": "s-own", "text": "Mine"},
        {"level": 6, "id": "s-deep", "text": "Deep"},
    )
    for heading in result.headings:
        assert f'<h{heading["level"]} id="{heading["id"]}">' in result.html
    assert rendered("## Two\n\n### Three").headings[0]["level"] == 2


def test_nothing_is_an_h1():
    assert "<h1" not in html("# One\n\n<h1>Two</h1>\n\nThree\n=====\n")


def test_footnotes_and_ids_of_two_texts_on_a_page_do_not_collide():
    text = "## One\n\nA[^a b] c[^a b].\n\nNote {#map}\n{: #main }\n\n[to the note](#main)\n\n[^a b]: B\n"
    pages = [rendered(text, prefix=prefix).html for prefix in ("s-", "faq-1-")]
    ids = [identity for page in pages for identity in re.findall(r' id="([^"]*)"', page)]
    assert len(ids) == len(set(ids)) == 10
    for page, prefix in zip(pages, ("s-", "faq-1-"), strict=True):
        for target in re.findall(r'href="#([^"]*)"', page):
            assert f'id="{target}"' in page
        assert all(prefix in identity for identity in re.findall(r' id="([^"]*)"', page))
        assert f'<p id="x-{prefix}main">' in page


def test_an_editor_may_set_the_named_classes_and_nothing_else():
    text = html('Words\n{: .note .evil onclick="x" style="x" #a data-x="y" }')
    assert text == '<p class="note" id="x-a">Words</p>'


def test_tables_use_the_align_attribute_and_typography_is_smart():
    assert '<td align="right">1</td>' in html("| a |\n|--:|\n| 1 |")
    assert html('"It\'s" -- so...') == "<p>“It’s” – so…</p>"


def test_a_pull_quote_names_its_source():
    assert html("/// pull-quote | [[person:sofia-coppola]]\nSo *it* is.\n///") == (
        '<blockquote class="pull">\n<p>So <em>it</em> is.</p>\n<footer><a class="person" '
        'href="/people/sofia-coppola/">Sofia Coppola</a></footer>\n</blockquote>'
    )


def test_links_out_of_the_site_say_noopener():
    assert html("[a](https://a.example/) [b](/b/) [c](//c.example) <https://d.example>").count('rel="noopener"') == 3


def test_escapes_show_the_plain_characters():
    assert html(r"\[[film:her-2013]] \~!x!~ \{{her-2013 1:00}}") == "<p>[[film:her-2013]] ~!x!~ {{her-2013 1:00}}</p>"


def test_characters_that_rendering_keeps_for_itself_are_lost():
    assert html("a\U000f0000b\ue000c\x00d\x02e\ud800f [[film:her-2013|x]]").startswith("<p>abcdef <a")


@pytest.mark.parametrize(
    "reference", ["&#xF0000;", "&#x0f0000", "&#983040;", r"&\#xF0000;", "&#57344;", "&#2;", "&#0;"]
)
def test_a_character_reference_makes_no_placeholder(reference):
    result = rendered(f'[[film:her-2013]] {reference} ![{reference}](x) <p title="{reference}">{reference}</p>')
    assert result.html.count("Her") == 1
    assert not re.search("[\x02\ue000\ufffd\U000f0000]", result.html)


def test_plain_words_leave_out_spoilers_and_footnote_marks_and_keep_code():
    text = (
        "# A *city*\n\nOne[^1] `two` ~!three!~{her-2013}, [four](/x).\n\n- five\n- six\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n/// spoiler | her-2013\nseven\n///\n\n[^1]: eight &amp; nine\n"
    )
    result = rendered(text)
    assert result.plain == "A city\nOne two, four.\nfive\nsix\na\nb\nc\nd\neight & nine"
    assert result.words == 18  # three and seven and the cover's own "Spoiler for Her" are shown


def test_inline_texts_are_one_paragraph_without_blocks_and_takes():
    assert html("# *a* | ~!b!~{her-2013}", INLINE).startswith("# <em>a</em> | <span")
    assert html("<div>a</div> - b", INLINE) == "a - b"
    assert problems("a\n\nb", INLINE) == ["Line 2: This must be one paragraph."]
    assert problems("[[take:loneliness/her-2013]]", INLINE) == [
        "Line 1: This text cannot hold a take ([[take:loneliness/her-2013]])."
    ]
    assert problems("x" * 601, INLINE) == ["Line 1: At most 600 characters; this has 601."]
    assert problems("x" * 600, INLINE) == []


@pytest.mark.parametrize("text", ["[[article:two-rooms]]", "[[take:loneliness/her-2013]]"])
def test_the_catalogue_names_no_articles(text):
    assert len(problems(text, CATALOGUE)) == 1


def test_titles_are_text_and_never_markup():
    films = {Reference("film", "x-2000"): Target("<b>*X*</b>", "/films/x-2000/", year=2000)}
    assert "<cite>&lt;b&gt;*X*&lt;/b&gt;</cite>" in render(Job("[[film:x-2000]]", films, FULL)).html


def test_tags_without_an_end_lose_no_words():
    assert "after" in html("the <title card> and *after*")
    assert "after" in html("the <textarea> and <select> and after")
