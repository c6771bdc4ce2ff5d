"""The words that make the tone of one actor differ from that of another."""

import re

import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.tables import require

_EVIDENCE = re.compile(r"(?P<word>.+) (?P<weight>[+-]\d+(?:\.\d+)?)(?: .*)?", re.DOTALL)
REST = "(rest)"


def tone_shift(tone: pd.DataFrame, first: str, second: str, *, by: str = "toward") -> pd.DataFrame:
    """Give each word's part in the difference between the mean polarities of two actors.

    Parameters
    ----------
    tone
        The rows of one scorer from the table `tone`.
    first, second
        The two actors.
    by
        "toward": what is said about them; "of": what they say; or another column, such as `outlet`.

    Returns
    -------
    One row per word, the largest part first: `word`; `n_first` and `n_second`, how often it counted; `first`
    and `second`, what it adds to the mean polarity of either; `shift`, the difference of the two. The shifts
    add up to the difference of the mean polarities; the last row, `(rest)`, holds what evidence does not tell
    (rounding, and the many small features of the scorer `linear`).

    Raises
    ------
    MissingColumnError
        If `tone` lacks a column.
    UnknownNameError
        If there is no span of an actor.
    DiscourseError
        If the table holds the scores of several scorers.

    Notes
    -----
    A span's polarity is shared among its words in proportion to their weights. After the word shifts of
    Gallagher et al. (2021), Generalized word shift graphs, EPJ Data Science 10.

    Examples
    --------
    >>> tone = pd.DataFrame({"toward": ["ann", "ann", "bob"], "polarity": [0.5, 0.0, -0.7],
    ...                      "evidence": [["hero +0.50 word"], [], ["liar -0.70 word"]]})
    >>> tone_shift(tone, "ann", "bob")
         word  n_first  n_second  first  second  shift
    0    liar        0         1   0.00    -0.7   0.70
    1    hero        1         0   0.25     0.0   0.25
    2  (rest)        0         0   0.00     0.0   0.00
    """
    require(tone, by, "polarity", "evidence", of="tone")
    if "scorer" in tone.columns and len(tone["scorer"].dropna().unique()) > 1:
        raise DiscourseError("the tone table holds the scores of several scorers; choose one")
    chosen = tone[tone["polarity"].notna()]
    if by == "of" and "toward" in tone.columns:
        chosen = chosen[chosen["toward"].isna()]
    names = chosen[by].dropna().astype(str)
    for actor in (first, second):
        check_name(actor, names.unique().tolist(), what=f"value of {by}")
    sides = [_parts(chosen[chosen[by] == actor]) for actor in (first, second)]
    found = sides[0].add_suffix("_first").join(sides[1].add_suffix("_second"), how="outer").fillna(0)
    found = pd.DataFrame(
        {
            "word": found.index,
            "n_first": found["n_first"].astype(int).to_numpy(),
            "n_second": found["n_second"].astype(int).to_numpy(),
            "first": found["part_first"].to_numpy(),
            "second": found["part_second"].to_numpy(),
        }
    )
    found["shift"] = found["first"] - found["second"]
    by_size = found["shift"].abs().mask(found["word"] == REST, -1).sort_values(ascending=False, kind="stable")
    return found.loc[by_size.index].reset_index(drop=True)


def _parts(spans: pd.DataFrame) -> pd.DataFrame:
    """Give, by word, how often it counted and what it adds to the mean polarity; and the rest."""
    rows = [
        (word, part)
        for polarity, evidence in zip(spans["polarity"], spans["evidence"], strict=True)
        for word, part in _shared(polarity, evidence)
    ]
    found = pd.DataFrame(rows, columns=["word", "part"])
    words = found.groupby("word")["part"].agg(n="size", part="sum")
    words["part"] /= len(spans)
    words.loc[REST] = [0, spans["polarity"].mean() - words["part"].sum()]
    return words


def _shared(polarity: float, evidence) -> list[tuple[str, float]]:
    """Share a polarity among the words of its evidence; a share is never larger than the weight."""
    weights = [_read(line) for line in (evidence if hasattr(evidence, "__len__") else [])]
    total = sum(weight for _, weight in weights)
    share = polarity / total if total else 0.0
    if not 0 < share <= 1:
        share = 1 / max(1.0, sum(abs(weight) for _, weight in weights))
    return [(word, weight * share) for word, weight in weights]


def _read(line: str) -> tuple[str, float]:
    told = _EVIDENCE.fullmatch(line)
    return (told["word"], float(told["weight"])) if told else (line, 0.0)
