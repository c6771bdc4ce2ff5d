"""Everything that is to be read can be read: each colour of words on each ground, in each theme (WCAG 2.2, AA)."""

import re

import pytest

from discourse.plots.style import PALETTE
from tests.reporting.colours import STYLE, contrast, themes

WORDS, MARKS = 4.5, 3.0
RULES = re.sub(r"@page \{.*?\n\}", "", STYLE, flags=re.DOTALL)


def colours_of_words() -> set[str]:
    return set(re.findall(r"(?<![-\w])color: ([^;}]+)", RULES)) - {"inherit"}


def grounds() -> set[str]:
    return set(re.findall(r"background: (var\([^)]+\))", RULES)) - {"var(--accent)"}  # that is a bullet


def named(variables: set[str]) -> set[str]:
    return {variable.removeprefix("var(--").removesuffix(")") for variable in variables}


def test_the_ratio_is_that_of_the_standard():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_words_and_grounds_have_named_colours_and_nothing_is_made_faint():
    assert colours_of_words() == {"var(--ink)", "var(--muted)", "var(--accent)", "var(--string)"}
    assert grounds() == {"var(--paper)", "var(--raised)", "var(--mark)"}
    assert "opacity" not in STYLE


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_words_contrast_with_every_ground(theme):
    colours = themes()[theme]
    ratios = {
        (words, ground): contrast(colours[words], colours[ground])
        for words in named(colours_of_words())
        for ground in named(grounds())
    }
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < WORDS} == {}


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_colours_of_data_contrast_with_the_paper_as_words_and_as_marks(theme):
    colours, paper = themes()[theme], themes()[theme]["paper"]
    for colour in (colour.lower() for colour in PALETTE):
        word = colours[f"word-{colour[1:]}"]
        mark = colours.get(f"data-{colour[1:]}", colour)
        assert contrast(word, paper) >= WORDS, word
        assert contrast(mark, paper) >= MARKS, mark


def test_where_the_keyboard_is_can_be_seen():
    ring = re.search(r":focus-visible \{ outline: 2px solid var\(--(\w+)\);", STYLE).group(1)
    for colours in themes().values():
        assert contrast(colours[ring], colours["paper"]) >= MARKS
    assert "outline: none" not in STYLE
    assert "outline: 0" not in STYLE
