"""Which quotation marks belong together."""

import pytest

from discourse.annotations.statements.quotation_marks import find_quotations


def quoted(text: str, *, outer_only: bool = False) -> list[str]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs) if not (outer_only and q.nested)]


@pytest.mark.parametrize(
    "quotation",
    [
        '"It rains."',
        "“It rains.”",
        "„It rains.“",
        "„It rains.”",
        "«It rains.»",
        "« It rains. »",
        "»It rains.«",
        "‹It rains.›",
        "「It rains。」",
        "''It rains.''",
        "``It rains.''",
        "'It rains.'",
        "‘It rains.’",
        "“It rains.“",
        '“It rains."',
    ],
)
def test_every_family_of_marks_is_paired(quotation):
    assert quoted(f"She said: {quotation} He nodded.") == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the voters' choice and the 1990s' end.",
        "It's o'clock in the '90s, rock 'n' roll.",
        "Don’t ask the workers’ council.",
        "He is 6'2 tall.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text):
    assert quoted(text) == []


def test_a_quotation_within_a_quotation_is_nested():
    assert quoted("“He said ‘never’ twice,” she wrote.") == ["“He said ‘never’ twice,”", "‘never’"]
    assert quoted("“He said ‘never’ twice,” she wrote.", outer_only=True) == ["“He said ‘never’ twice,”"]


def test_a_british_single_quotation_may_hold_a_plural_possessive():
    assert quoted("He praised ‘the workers’ council’ again.") == ["‘the workers’ council’"]


def test_doubled_apostrophes_may_hold_a_single_quotation_at_their_end():
    assert quoted("''They say, 'Never,''' he said. ''It is over.''") == [
        "''They say, 'Never,'''",
        "'Never,'",
        "''It is over.''",
    ]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph():
    assert quoted("“We begin\n“and we end.” Then silence.") == ["“We begin", "“and we end.”"]


def test_a_stray_closing_mark_pairs_with_nothing():
    assert quoted("It rains.” He left.") == []
