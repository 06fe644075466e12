"""An article as a file: words stay words, faults have a line, and what was written reads back the same."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.document import schema
from articles.files import front_matter
from tests.articles.test_document import IN_SEVERAL_LINES, NAUGHTY, naughty_document

HEAD = "---\ntitle: Rooms\n---\n"


def document(text):
    return front_matter.read(text.encode())[0]


def refusal(content):
    with pytest.raises(front_matter.Unreadable) as raised:
        front_matter.read(content if isinstance(content, bytes) else content.encode())
    return str(raised.value)


def test_words_that_yaml_would_turn_into_something_else_stay_words():
    text = "---\ntitle: No\ndek: null\nprompts: [9, 1:12:30, 2025-12-06, 0x1F]\ntakes: {1: {2: yes}}\n---\n"

    assert document(text) == {
        "title": "No",
        "dek": "null",
        "prompts": ["9", "1:12:30", "2025-12-06", "0x1F"],
        "takes": {"1": {"2": "yes"}},
        "body": "",
    }


def test_the_example_of_the_handbook_reads():
    handbook = (Path(__file__).parents[2] / "docs" / "editors.md").read_text()
    example = handbook.partition("```yaml\n")[2].partition("```")[0]

    assert document(example).keys() == schema.DOCUMENT.keys()


@pytest.mark.parametrize(
    ("flow", "prompts"),
    [
        ("[Why?, Who?]", ["Why?", "Who?"]),
        ("[Why? Who knows? Me, So?]", ["Why? Who knows? Me", "So?"]),
        ("[Why ?, a?b, ??]", None),
        ("[Why ?, a?b, a??]", ["Why ?", "a?b", "a??"]),
        ("[Why?\n  Who?, # a comment?\n  Me?]", ["Why? Who?", "Me?"]),
        ("['Why?', \"Who?\"]", ["Why?", "Who?"]),
    ],
)
def test_a_question_keeps_its_mark_in_a_list_in_one_line(flow, prompts):
    text = f"---\ntitle: Rooms\nprompts: {flow}\nfaqs: [{{q: Why?, a: Who? Me.}}]\n---\n"

    if prompts is None:
        assert "line 3" in refusal(text)
    else:
        assert document(text)["prompts"] == prompts
        assert document(text)["faqs"] == [{"q": "Why?", "a": "Who? Me."}]


@pytest.mark.parametrize(
    ("below", "body"),
    [
        ("", ""), ("\n", ""), ("Text", "Text"), ("\nText\n", "Text"), ("\n\n  Text  \n\n", "\n  Text  \n"),
        ("---\nA rule first\n", "---\nA rule first"), ("\r\nOne\r\nTwo\r\n", "One\nTwo"),
    ],
)  # fmt: skip
def test_one_blank_line_and_one_line_end_around_the_body_belong_to_the_file(below, body):
    assert document(HEAD + below)["body"] == body


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    content = (
        b"\xef\xbb\xbf---\r\ntitle: Rooms\r\nfaqs:\r\n- q: Why?\r\n  a: |\r\n    One\r\n    Two\r\n---\r\n\r\nText\r\n"
    )

    assert front_matter.read(content)[0] == {
        "title": "Rooms",
        "faqs": [{"q": "Why?", "a": "One\nTwo\n"}],
        "body": "Text",
    }


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("title: Rooms\nfilm: her", "line 3: film: This key is unknown; known are ref, title, slug"),
        ("title: Rooms\nbody: x", "line 3: body: This key is unknown"),
        ("title: Rooms\ntitle: Rooms", "line 3: title: This key stands here twice."),
        ("title: Rooms\nseo:\n  title: a\n  title: b", "line 5: seo → title: This key stands here twice."),
        ("title: Rooms\nfilms:\n- her-2013\n- {titel: Her}", "line 5: films → 2 → titel: This key is unknown"),
        ("title: Rooms\nfaqs:\n- q: Why?\n  answer: So", "line 5: faqs → 1 → answer: This key is unknown"),
        ("title: Rooms\ntakes:\n  Work:\n    her-2013: {at: '1:00:00'}", "line 5: takes → Work → her-2013: “text” is"),
        ("title: Rooms\nfilms: her-2013", "line 3: films: Write a list here"),
        ("title: [a]", "line 2: title: Write words here"),
        ("dek: x", "“title” is missing."),
        ("- a\n- b", "line 2: The front matter is no mapping"),
        ("", "“title” is missing."),
        ("just words", "line 2: The front matter is no mapping"),
        ("title: a: b", "line 2: mapping values are not allowed here"),
        ("title: 'Rooms\ndek: x", "line 4: while scanning a quoted scalar, found unexpected end"),
        ("title: Rooms\n\tdek: x", "line 3: while scanning for the next token, found character '\\t'"),
        ("title: &a Rooms\ndek: *a", "line 3: write it out: no *aliases here"),
        ("title: " + "[" * 500, "line 2: nested too deep"),
        ("title: Rooms\ndek: \x07bell", "line 3: The character U+0007 may not stand here as it is."),
        ("title: Rooms\ndek: \"a\\0b\"", "line 3: dek: There is a NUL character (U+0000) at position 2"),
        ("title: Rooms\ntags: [\"\\ud800\"]", "line 3: tags → 1: There is half a character in it"),
        ("title: Rooms\n? [a, b]\n: c", "line 3: "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_said_with_its_line(front, words):
    assert words in refusal(f"---\n{front}\n---\nBody")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Just text", "line 1: The file does not begin with a line ---."),
        (b"", "line 1: The file does not begin with a line ---."),
        (b"---\ntitle: x\n", "The front matter does not end: write a second line --- below it."),
        (HEAD.encode() + b"caf\xe9", "The file is not UTF-8 (byte 25); save it as UTF-8."),
        (HEAD.encode() + b"a\n\x00b", "line 5: There is a NUL character (U+0000); remove it."),
        (HEAD.encode() + b"x" * 2**20, "at most 1,048,576 are read"),
        ("---\ntitle: Rooms\n---\n".encode("utf-16"), "The file is not UTF-8"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(content, words):
    assert words in refusal(content)


@pytest.mark.parametrize("bomb", ["[" * 900_000, "{a: " * 200_000, "- " * 400_000, "? " * 400_000, "!t " * 300_000])
def test_a_file_made_to_keep_a_reader_busy_is_refused_at_once(bomb):
    begun = time.monotonic()

    refusal(f"---\ntitle: {bomb}\n---\n")

    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("text", NAUGHTY + IN_SEVERAL_LINES)
def test_naughty_strings_survive_in_a_file(text):
    whole = {key: one for key, one in naughty_document(text).items() if one}

    written = front_matter.write(whole)

    assert document(written) == {"body": "", **whole}
    assert front_matter.write(document(written)) == written


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(title=WORDS, names=st.lists(WORDS, max_size=3), cell=st.dictionaries(WORDS, WORDS, max_size=3), body=WORDS)
def test_any_words_survive_in_a_file(title, names, cell, body):
    takes = {key: {key: one} for key, one in cell.items() if one}
    faqs = [{"q": name, "a": f"{name}\n{body}\n", "alone": True} for name in names]
    whole = {"title": f"x{title}", "dek": title, "prompts": names, "takes": takes, "faqs": faqs, "body": body}

    assert document(front_matter.write(whole)) == whole


def test_a_file_is_written_as_an_editor_would_write_it():
    written = front_matter.write(
        {
            "body": "Text.",
            "comments": "open",
            "takes": {"Loneliness": {"her-2013": {"text": "A voice", "at": "1:12:30", "spoiler": True}}},
            "films": ["her-2013", {"title": "300", "year": "2006"}],
            "faqs": [{"q": "Why?", "a": "One.\n\nTwo."}],
            "date": "2025-12-06",
            "expire": "2026-01-01T12:00:00+01:00",
            "title": "Rooms: two — 東京",
        }
    )

    assert written == (
        "---\n"
        "title: 'Rooms: two — 東京'\n"
        "date: 2025-12-06\n"
        "expire: '2026-01-01T12:00:00+01:00'\n"
        "films:\n"
        "- her-2013\n"
        "- title: '300'\n"
        "  year: 2006\n"
        "takes:\n"
        "  Loneliness:\n"
        "    her-2013:\n"
        "      text: A voice\n"
        "      at: '1:12:30'\n"
        "      spoiler: true\n"
        "faqs:\n"
        "- q: Why?\n"
        "  a: |-\n"
        "    One.\n"
        "\n"
        "    Two.\n"
        "comments: open\n"
        "---\n"
        "\n"
        "Text.\n"
    )


def test_the_keys_of_a_file_are_those_of_a_document_and_its_pictures():
    assert schema.FILE.keys() ^ schema.DOCUMENT.keys() == {"body", "images"}
