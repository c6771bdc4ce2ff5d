"""The hard sentences, one phenomenon each; known failures are expected, strictly.

`python tests/annotations/statements/test_hard_sentences.py` prints the score by phenomenon.
"""

import sys
from pathlib import Path

import pytest
import yaml

from discourse.annotations.statements import find_statements
from discourse.lexicons.cues import read_cues
from discourse.text import sentences

CUES = read_cues()
GOLD = yaml.safe_load(Path(__file__).with_name("hard-sentences.yml").read_text(encoding="utf-8"))
EDGES = " \n\"'“”‘’«»‹›„‚「」『』`.,;:?!"


def found(text: str) -> list[list[str | None]]:
    """Speaker, cue and content of each statement, as the gold file writes them."""
    return [
        [
            " + ".join(text[start:end] for start, end in spans) or None
            for spans in (s.speaker_spans, s.cue_spans, s.content_spans)
        ]
        for s in find_statements(text, sentences(text), CUES)
    ]


def bare(statements: list[list[str | None]]) -> list[list[str]]:
    """The words without marks at the edges of a piece, and without *that* before a content."""
    return [
        [" + ".join(piece.strip(EDGES) for piece in (words or "").split(" + ")) for words in (speaker, cue)]
        + [" + ".join(piece.strip(EDGES) for piece in content.split(" + ")).removeprefix("that ")]
        for speaker, cue, content in statements
    ]


def is_right(entry: dict) -> bool:
    return bare(found(entry["text"])) == bare(entry["says"])


CASES = [
    pytest.param(
        entry,
        id=f"{phenomenon}-{number}",
        marks=[pytest.mark.xfail(reason=entry["fails"], strict=True)] if "fails" in entry else [],
    )
    for phenomenon, entries in GOLD.items()
    for number, entry in enumerate(entries, 1)
]


@pytest.mark.parametrize("entry", CASES)
def test_the_sentence_says_what_the_gold_file_holds(entry):
    assert bare(found(entry["text"])) == bare(entry["says"])


def test_every_word_of_the_gold_file_stands_in_its_sentence():
    wrong = [
        (entry["text"], piece)
        for entries in GOLD.values()
        for entry in entries
        for statement in entry["says"]
        for words in statement
        for piece in (words or "").split(" + ")
        if piece not in entry["text"]
    ]
    assert wrong == []


def test_there_are_two_hundred_sentences_and_no_more_than_a_seventh_fails():
    entries = [entry for of in GOLD.values() for entry in of]
    failing = [entry for entry in entries if "fails" in entry]
    assert len(entries) >= 200
    assert len(failing) <= len(entries) / 7
    assert len({entry["text"] for entry in entries}) == len(entries)


def scores() -> list[tuple[str, int, int]]:
    """Each phenomenon with the numbers of sentences that are right and of all."""
    return [(name, sum(map(is_right, entries)), len(entries)) for name, entries in GOLD.items()]


if __name__ == "__main__":
    by_phenomenon = scores()
    totals = ("all", *(sum(column) for column in list(zip(*by_phenomenon, strict=True))[1:]))
    for name, right, total in [*by_phenomenon, totals]:
        sys.stdout.write(f"{right:3} of {total:3}  {name}\n")
