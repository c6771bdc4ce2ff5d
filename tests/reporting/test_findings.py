"""A sentence is made only where its interval carries it and most ways of counting do."""

import pandas as pd

from discourse.reporting import choice_findings, framing_findings, prominence_findings, tone_findings

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


def curve(carried: int, of: int = 4, few: int = 0) -> pd.DataFrame:
    rows = {
        "by": "voice",
        "frame": "war",
        "more": "a",
        "less": "b",
        "carried": [n < carried for n in range(of)],
        "too_few": [n >= of - few for n in range(of)],
    }
    return pd.DataFrame(rows)


def said(**others) -> list[str]:
    found = framing_findings(SHARES, labels=LABELS, target="table-shares", **others)
    assert all(target == "table-shares" for _, target in found)
    return [" ".join(sentence.split()) for sentence, _ in found]


def test_two_voices_are_compared_with_their_intervals_and_counts():
    assert said() == [
        "“war” is 80 % (60–90 %, 40 of 50) of the words for the event with Ann, "
        "but 5 % (1–20 %, 4 of 80) with Bo."
    ]


def test_a_claim_that_most_ways_of_counting_carry_tells_how_many():
    assert said(specifications=curve(3))[0].endswith("4 of 80) with Bo. 3 of 4 ways of counting carry it.")


def test_a_claim_that_half_of_the_ways_carry_is_refused():
    assert said(specifications=curve(2)) == [
        "That Ann and Bo differ in “war” is not claimed here: only 2 of 4 ways of counting carry it."
    ]


def test_ways_that_leave_too_little_are_told_apart():
    ending = "3 of 4 ways of counting carry it; 1 leave too few words to tell."
    assert said(specifications=curve(3, few=1))[0].endswith(ending)


def test_the_word_chosen_most_is_named_only_where_no_other_comes_near():
    shares = SHARES.drop(columns="voice").assign(frame=["war", "crisis", "talks"])
    shares = shares.assign(
        share=[0.6, 0.1, 0.3], low=[0.5, 0.05, 0.2], high=[0.7, 0.15, 0.4], total=100, n=10
    )
    ((sentence, target),) = choice_findings(shares, labels={"war": "the war"}, target="table-overall")
    assert target == "table-overall"
    assert " ".join(sentence.split()) == (
        "All together choose “the war” most: 60 % (50–70 %, 10 of 100); "
        "“talks” follows with 30 % (20–40 %, 10 of 100)."
    )
    assert choice_findings(shares.assign(high=0.7), labels={}, target="t") == []
    assert choice_findings(shares.assign(too_few=True), labels={}, target="t") == []


MEANS = pd.DataFrame(
    {
        "toward": ["a", "b"],
        "n": 50,
        "tone": [-0.4, 0.5],
        "low": [-0.7, 0.2],
        "high": [-0.1, 0.8],
        "too_few": False,
    }
)


def toned(means: pd.DataFrame, **others) -> list[str]:
    return [sentence for sentence, _ in tone_findings(means, labels=LABELS, target="table-tone", **others)]


def test_the_warmer_of_two_is_named_first_with_the_limits_of_the_difference():
    assert toned(MEANS) == [
        "The texts speak more warmly of Bo than of Ann: by 0.90 (0.48–1.32) on a scale from −1 to 1."
    ]


def test_a_difference_in_tone_that_half_of_the_ways_carry_is_refused():
    ways = curve(2).assign(by="toward", frame="tone", more="b", less="a")
    assert toned(MEANS, specifications=ways) == [
        "That the texts speak more warmly of Bo than of Ann is not claimed here: "
        "only 2 of 4 ways of counting carry it."
    ]


def test_where_no_two_can_be_told_apart_that_is_said_and_of_one_nothing():
    near = MEANS.assign(low=-1.0, high=1.0)
    assert toned(near) == [
        "In tone, no two of the 2 actors of whom enough is said can be told apart: their differences lie "
        "within the errors of scorer and sampling."
    ]
    assert toned(near.head(1)) == []
    assert toned(near.assign(tone=None)) == []


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


def test_shares_of_a_per_cent_or_less_have_a_decimal():
    words = pd.DataFrame(
        {
            "unit": "words",
            "actor": ["a"],
            "share": [0.004],
            "low": [0.002],
            "high": [0.007],
            "too_few": [False],
        }
    )
    ((sentence, _),) = prominence_findings(words, labels=LABELS, target="t")
    assert " ".join(sentence.split()) == ("Ann has the largest share of the quoted words: 0.4 % (0.2–0.7 %).")
