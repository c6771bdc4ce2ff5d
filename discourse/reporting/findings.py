"""Findings in sentences: what the tables say, where their intervals carry it, and nothing else."""

from collections.abc import Mapping

import pandas as pd

from discourse.reporting.numbers import number, percent

Finding = tuple[str, str]


def framing_findings(
    shares: pd.DataFrame, *, labels: Mapping[str, str], frames: Mapping[str, str], target: str, most: int = 3
) -> list[Finding]:
    """Say which voices differ most in their choice among competing words.

    Parameters
    ----------
    shares
        What `framing_shares` gave, by voice.
    labels, frames
        What to call voices and frames by their ids.
    target
        The table that the sentences rest on, such as `"table-shares"`.
    most
        How many sentences at the most.

    Returns
    -------
    Pairs of a sentence and `target`. A sentence compares two voices whose intervals do not overlap; the
    widest gaps come first.

    Examples
    --------
    >>> shares = pd.DataFrame({"voice": ["a", "b"], "frame": "war", "n": [40, 4], "total": [50, 80],
    ...     "share": [0.8, 0.05], "low": [0.6, 0.01], "high": [0.9, 0.2], "too_few": False})
    >>> names = {"a": "Ann", "b": "Bo"}
    >>> print(framing_findings(shares, labels=names, frames={}, target="table-shares")[0][0])
    Ann: 80.0 % “war” (60.0–90.0 %, 40 of 50 words for the event); Bo: 5.0 % (1.0–20.0 %, 4 of 80).
    """
    known = shares[~shares["too_few"] & shares["voice"].ne("unknown")]
    gaps = []
    for frame, group in known.groupby("frame", observed=True):
        high = group.loc[group["share"].idxmax()]
        low = group.loc[group["share"].idxmin()]
        if high["low"] > low["high"]:
            gaps.append((high["low"] - low["high"], _contrast(high, low, labels, frames.get(frame, frame))))
    return [(sentence, target) for _, sentence in sorted(gaps, reverse=True)[:most]]


def prominence_findings(prominence: pd.DataFrame, *, labels: Mapping[str, str], target: str) -> list[Finding]:
    """Say who has the largest share of the quoted words, and how much of them is nobody's we know.

    Examples
    --------
    >>> shares = pd.DataFrame({"unit": "words", "actor": ["nato", "unknown"], "share": [0.4, 0.6],
    ...                        "low": [0.3, 0.5], "high": [0.5, 0.7], "too_few": False})
    >>> print(prominence_findings(shares, labels={"nato": "NATO"}, target="table-voices")[0][0])
    NATO has the largest share of the quoted words: 40.0 % (30.0–50.0 %).
    """
    words = prominence[prominence["unit"].eq("words") & ~prominence["too_few"]]
    known = words[words["actor"].ne("unknown")].nlargest(1, "share")
    unknown = words[words["actor"].eq("unknown")]
    found = [
        f"{labels.get(row['actor'], row['actor'])} has the largest share of the quoted words: "
        f"{percent(row['share'])} ({_range(row)})."
        for _, row in known.iterrows()
    ]
    found += [
        f"{percent(row['share'])} of the quoted words are of speakers who are in no actors file, or could not be told."
        for _, row in unknown.iterrows()
    ]
    return [(sentence, target) for sentence in found]


def _contrast(high: pd.Series, low: pd.Series, labels: Mapping[str, str], frame: str) -> str:
    first = (
        f"{labels.get(high['voice'], high['voice'])}: {percent(high['share'])} “{frame}” ({_range(high)}, "
    )
    first += f"{high['n']:,} of {high['total']:,} words for the event)"
    second = f"{labels.get(low['voice'], low['voice'])}: {percent(low['share'])} ({_range(low)}, "
    return f"{first}; {second}{low['n']:,} of {low['total']:,})."


def _range(row: pd.Series) -> str:
    return f"{number(100 * row['low'], decimals=1)}–{percent(row['high'])}"
