"""What a text names, found in one scan."""

import time

import pytest

from lib.markup import references


def names(text):
    return {f"{kind}:{key}" for kind, key in references(text)}


def test_every_kind_of_reference_is_found():
    text = """[[film:her-2013]] [[theme:loneliness|alone]] [[person:sofia-coppola]] [[article:two-rooms#s-the-city|x]]
    [[take:endings/lost-in-translation-2003]] ![Alt](image:tokyo-window "Caption") {{alien-1979 1:12:30}}"""
    assert names(text) == {
        "film:her-2013", "theme:loneliness", "person:sofia-coppola", "article:two-rooms",
        "take:endings/lost-in-translation-2003", "film:lost-in-translation-2003", "image:tokyo-window",
        "film:alien-1979",
    }  # fmt: skip


def test_spoilers_name_their_film_and_what_stands_inside_them():
    assert names("~!He calls [[person:sofia-coppola]].!~{her-2013}") == {"film:her-2013", "person:sofia-coppola"}
    assert names("/// spoiler | her-2013\n\n[[film:alien-1979]]\n\n///") == {"film:her-2013", "film:alien-1979"}


def test_a_caption_and_an_alt_text_may_name_something():
    text = '![[[film:her-2013]] at home](image:tokyo-window "As in [[film:alien-1979]]")'
    assert names(text) == {"image:tokyo-window", "film:her-2013", "film:alien-1979"}


@pytest.mark.parametrize(
    "text",
    [
        r"\[[film:her-2013]]",
        r"\\\[[film:her-2013]]",
        r"\{{her-2013 1:12:30}}",
        "`[[film:her-2013]]`",
        "`` `[[film:her-2013]] ``",
        "```\n[[film:her-2013]]\n```",
        "~~~ text\n[[film:her-2013]]\n\n~!x!~{alien-1979}\n~~~",
        "[[film:her-2013",
        "[[film:]]",
        "[[film:her 2013\x00]]",
        "{{her-2013}}",
    ],
)
def test_nothing_is_named_by_escaped_text_code_or_half_a_reference(text):
    assert names(text) == set()


def test_code_hides_no_spoiler_mark_behind_it():
    assert names("`~!` and then [[film:her-2013]] `!~`") == {"film:her-2013"}
    assert names("a ` alone and [[film:her-2013]]") == {"film:her-2013"}
    assert names("``` is no fence here\n~!words!~{her-2013}\n```") == {"film:her-2013"}


def test_a_spoiler_ends_at_its_own_mark_and_crosses_no_blank_line():
    assert names("~!one!~{her-2013} two!~{alien-1979}") == {"film:her-2013"}
    assert names("~!one ~!two!~{her-2013} three!~{alien-1979}") == {"film:her-2013", "film:alien-1979"}
    assert names("~!one ~!two!~{her-2013} and no more") == {"film:her-2013"}
    assert names("~!one\n\ntwo!~{her-2013}") == set()


def test_a_label_may_name_what_its_spoiler_spoils():
    assert names("[[theme:loneliness|~!so {{her-2013 1:00}}!~{alien-1979}]]") == {
        "theme:loneliness", "film:her-2013", "film:alien-1979",
    }  # fmt: skip


OPENERS = [
    "[[", "[[film:", "[[film:a|", "~!", "~!a", "{{", "{{a ", "![", "![a", "![a](image:b", "`", "`a``b```c", "\\",
    "/// spoiler | a\n", "\n```\n", "~!a!~{b}", "~!a ~!b!~{c}", "[[film:a|~!", "[[film:a]]", "]]", "!~", "\n\n",
]  # fmt: skip


def seconds(text):
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        references(text)
        best = min(best, time.perf_counter() - begun)
    return best


@pytest.mark.parametrize("opener", OPENERS)
def test_ten_times_the_text_takes_about_ten_times_as_long(opener):
    short, long = (opener * (size // len(opener)) for size in (20_000, 200_000))
    assert seconds(long) < 40 * max(seconds(short), 0.002)  # quadratic would be 100 times
