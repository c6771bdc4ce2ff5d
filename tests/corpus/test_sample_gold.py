"""The gold file of the sample fits its texts: every string is there, nothing at issue is left unmarked."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from discourse.lexicons import read_actors, read_frames
from discourse.tables import CUE_CLASSES, KINDS, PARTS, USES

SAMPLE = Path(__file__).parents[2] / "discourse" / "corpus" / "data" / "sample"
with (SAMPLE / "dispatches.csv").open(encoding="utf-8", newline="") as handle:
    DISPATCHES = {row["doc_id"]: row for row in csv.DictReader(handle)}
GOLD = yaml.safe_load((SAMPLE / "gold.yml").read_text(encoding="utf-8"))
ACTORS = read_actors(["world-politics", "sample-actors"])


def places(text: str, words: str) -> list[int]:
    """Where the words stand in the text, as whole words."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    behind = r"(?!\w)" if words[-1].isalnum() else ""
    return [m.start() for m in re.finditer(before + re.escape(words) + behind, text)]


def strings_of(entry: dict) -> list[tuple[str, str, int | None]]:
    """Every string of a gold entry: part, string, and which of several is meant."""
    body = []
    for statement in entry["statements"]:
        nth = statement.get("nth", {})
        body += [(statement[key], nth.get(key)) for key in ("speaker", "cue") if statement[key]]
        which = nth.get("content", [None] * len(statement["content"]))
        body += list(zip(statement["content"], which, strict=True))
    framed = [(f["part"], f["term"], f.get("nth")) for f in entry["framings"] + entry["decoys"]]
    return [("body", words, nth) for words, nth in body] + framed


def test_gold_is_of_ten_dispatches_from_all_outlets():
    assert len({entry["doc_id"] for entry in GOLD}) == len(GOLD) == 10
    assert len({DISPATCHES[entry["doc_id"]]["outlet"] for entry in GOLD}) == 4


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["doc_id"])
def test_every_string_of_the_gold_file_is_found_and_one_place_is_meant(entry):
    dispatch = DISPATCHES[entry["doc_id"]]
    for part, words, nth in strings_of(entry):
        found = places(dispatch["title" if part == "title" else "text"], words)
        assert found, (words, "is not there")
        assert nth or len(found) == 1, (words, len(found), "places need nth")
        assert 1 <= (nth or 1) <= len(found), words


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["doc_id"])
def test_gold_keeps_to_the_vocabulary(entry):
    for s in entry["statements"]:
        assert s["kind"] in KINDS
        assert s["cue_class"] in CUE_CLASSES if s["cue"] else s["cue_class"] is None
        assert s["actor"] is None or s["actor"] in ACTORS, s["actor"]
    frames = {frame.id for frame in read_frames("ukraine")}
    for f in entry["framings"]:
        assert f["frame"] in frames
        assert f["voice"] in ("outlet", "unknown") or f["voice"] in ACTORS
        assert f["use"] in USES
        assert f["part"] in PARTS
    assert all(decoy["looks_like"] in frames for decoy in entry["decoys"])


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["doc_id"])
def test_every_place_of_the_words_at_issue_is_marked_in_gold(entry):
    dispatch = DISPATCHES[entry["doc_id"]]
    at_issue = r"\b(war|invasion|aggression|occupation|crisis|conflict|military operation|peace process)\b"
    marked = entry["framings"] + entry["decoys"]
    for part, text in (("title", dispatch["title"]), ("body", dispatch["text"])):
        spans = [_span(text, m) for m in marked if m["part"] == part]
        for hit in re.finditer(at_issue, text, re.IGNORECASE):
            assert any(start <= hit.start() and hit.end() <= end for start, end in spans), hit


def _span(text: str, marked: dict) -> tuple[int, int]:
    start = places(text, marked["term"])[marked.get("nth", 1) - 1]
    return start, start + len(marked["term"])


def test_kind_in_gold_agrees_with_the_quotation_marks_around_the_content():
    wrong = []
    for entry in GOLD:
        dispatch = DISPATCHES[entry["doc_id"]]
        for s in entry["statements"]:
            inside = any(mark in piece for piece in s["content"] for mark in '“"‘')
            right = {"mixed": inside, "indirect": not inside, "direct": _opens(dispatch["text"], s)}
            if not right[s["kind"]]:
                wrong.append((entry["doc_id"], s["content"]))
    assert wrong == []


def _opens(text: str, statement: dict) -> bool:
    """Whether each piece stands behind an opening quotation mark, or inside a statement that does."""
    return "within" in statement or all(
        any(text[p - 1] in '“"‘' for p in places(text, piece)) for piece in statement["content"]
    )
