"""A critical look at the texts."""

import pytest

from discourse.corpus.checks import check_corpus, check_texts

GOOD = "The minister said on Monday that the talks would go on for as long as it takes to end the war."


def kinds(text: str) -> dict[str, str]:
    return {note.kind: note.detail for note in check_texts(["a"], [text])}


def test_an_ordinary_text_is_not_odd():
    assert kinds(GOOD * 3) == {}


@pytest.mark.parametrize(
    "text",
    ["Profit at M&S rose.", "5 < 7 and 7 > 5", "a <b c", "R&D; more", "« guerre »", "Ãlvaro", "x <nobr> y"],
)
def test_signs_that_only_look_odd_are_left_alone(text):
    assert kinds(text + " " + GOOD) == {}


@pytest.mark.parametrize(
    "text, kind, detail",
    [
        ("", "empty", ""),
        (" \n\u00a0", "empty", "only white space"),
        ("War.", "short", "1 word"),
        ("word " * 19, "short", "19 words"),
        ("x y " * 8190 + "end😀👍", "cut", "32,767 characters, as many as an Excel cell holds"),
        ("x y " * 8191 + "end", "cut", "32,767 characters, as many as an Excel cell holds"),
        (GOOD + GOOD + "… [+1234 chars]\n", "cut", "it ends in '[+1234 chars]'"),
        ("<script>alert(1)</script> " + GOOD, "markup", "'<script>'"),
        (GOOD + ' <a href="x">More</a>', "markup", "'<a href=\"x\">'"),
        (GOOD + "\0", "nul", "1 NUL"),
        (GOOD + " M&amp;S", "markup", "'&amp;'"),
        (GOOD + " â€œvictimâ€\x9d", "mojibake", "'â€œ'"),
        (GOOD + " cafÃ©", "mojibake", "'Ã©'"),
    ],
)
def test_what_is_odd_is_told(text, kind, detail):
    assert kinds(text) == {kind: detail}


def test_twenty_words_are_not_short():
    assert kinds("word " * 20) == {}


def test_few_different_texts_are_told():
    (note,) = check_corpus(["The same teaser."] * 9 + ["Another.", "A third.", " "])
    assert note.kind == "repeated"
    assert note.detail == (
        "Only 3 of 11 texts differ; 'The same teaser.' stands 9 times. Was the right part of the pages taken?"
    )


def test_different_texts_are_not_told():
    assert list(check_corpus([f"Text {i}." for i in range(20)])) == []


def test_a_paragraph_in_many_texts_is_told():
    advert = "Sign up for our newsletter"
    texts = [f"Text {i} has words of its own.\r\n{advert if i < 6 else ''}\r\n" for i in range(40)]
    (note,) = check_corpus(texts)
    assert note.kind == "boilerplate"
    assert note.detail == (
        "The paragraph 'Sign up for our newsletter' stands in 6 of 40 different texts; if it is none of "
        "their words, take it out before reading."
    )


def test_a_paragraph_in_few_texts_or_of_few_words_is_no_boilerplate():
    texts = [
        f"Text {i} has words of its own.\nThank you.\n{'All rights are reserved' if i < 4 else ''}"
        for i in range(9)
    ]
    assert list(check_corpus(texts)) == []
