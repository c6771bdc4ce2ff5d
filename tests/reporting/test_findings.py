"""A sentence is made only where its interval carries it and most ways of counting do."""

import pandas as pd

from discourse.reporting import framing_findings, prominence_findings

SHARES = pd.DataFrame(
    {
        "voice": ["a", "b", "unknown"],
        "frame": "war",
        "n": [40, 4, 90],
        "total": [50, 80, 100],
        "share": [0.8, 0.05, 0.9],
        "low": [0.6, 0.01, 0.8],
        "high": [0.9, 0.2, 0.95],
        "too_few": False,
    }
)
LABELS = {"a": "Ann", "b": "Bo"}


def curve(carried: int, of: int = 4) -> pd.DataFrame:
    rows = {
        "by": "voice",
        "frame": "war",
        "more": "a",
        "less": "b",
        "carried": [n < carried for n in range(of)],
    }
    return pd.DataFrame(rows)


def said(**others) -> list[str]:
    found = framing_findings(SHARES, labels=LABELS, target="table-shares", **others)
    assert all(target == "table-shares" for _, target in found)
    return [" ".join(sentence.split()) for sentence, _ in found]


def test_two_voices_are_compared_with_their_intervals_and_counts():
    assert said() == [
        "Of their words for the event, “war” is 80 % with Ann (60–90 %, 40 of 50) "
        "and 5 % with Bo (1–20 %, 4 of 80)."
    ]


def test_a_claim_that_most_ways_of_counting_carry_tells_how_many():
    assert said(specifications=curve(3))[0].endswith("4 of 80). 3 of 4 ways of counting carry it.")


def test_a_claim_that_half_of_the_ways_carry_is_refused():
    assert said(specifications=curve(2)) == [
        "That Ann and Bo differ in “war” is not claimed here: only 2 of 4 ways of counting carry it."
    ]


def test_nothing_is_said_where_intervals_overlap_or_there_is_too_little():
    near = SHARES.assign(low=0.0)
    assert framing_findings(near, labels=LABELS, target="t") == []
    assert framing_findings(SHARES.assign(too_few=True), labels=LABELS, target="t") == []


def test_the_largest_share_is_claimed_only_where_the_next_one_lies_below():
    words = pd.DataFrame(
        {"unit": "words", "actor": ["a", "b"], "share": [0.4, 0.3], "low": [0.35, 0.2], "high": [0.5, 0.36]}
    ).assign(too_few=False)
    assert prominence_findings(words, labels=LABELS, target="t")[0][0].startswith("Nobody stands out")
    apart = words.assign(high=[0.5, 0.34])
    assert prominence_findings(apart, labels=LABELS, target="t")[0][0].startswith("Ann has the largest")
