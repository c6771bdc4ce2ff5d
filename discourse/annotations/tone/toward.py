"""Tone toward a named actor, for scripts: a table of mentions in, a table of scores out."""

import pandas as pd

from discourse.annotations.tone.scorers import Scorer, scorer_named
from discourse.annotations.tone.scores import checked
from discourse.errors import DiscourseError
from discourse.tables import require


def tone_toward(table: pd.DataFrame, scorer: str | Scorer = "target") -> pd.DataFrame:
    """Give the tone in which each row's sentence speaks of the actor named in it.

    Parameters
    ----------
    table
        One row per mention: `text`, the sentence; `start` and `end`, the place of the actor's name
        in it, in code points, half open. Optionally `own`, whether the actor says these words.
    scorer
        The name of a built-in scorer, or a function of your own (see `discourse.annotations.tone`).

    Returns
    -------
    One row per row of `table`, with its index: `polarity` (-1 to 1), `subjectivity` (0 to 1, or
    missing), `label` (negative, neutral or positive, where the scorer decides), `probability` (of
    that label, 0 to 1), `evidence` (a list of "word weight rule").

    Raises
    ------
    MissingColumnError
        If `table` lacks `text`, `start` or `end`.
    UnknownNameError
        If there is no scorer of that name.
    DiscourseError
        If a place lies outside its text, or a scorer of your own gives something else than promised.

    Examples
    --------
    >>> text = "Critics accused Ann of fraud, while Bob won praise for his courage."
    >>> mentions = pd.DataFrame({"text": text, "start": [16, 36], "end": [19, 39]}, index=["Ann", "Bob"])
    >>> tone_toward(mentions)[["polarity", "label"]].round(2)
         polarity     label
    Ann     -0.83  negative
    Bob      0.82  positive
    """
    require(table, "text", "start", "end", of="mentions")
    _check_places(table)
    return checked(scorer_named(scorer)(table), table)


def _check_places(table: pd.DataFrame) -> None:
    inside = (
        (table["start"] >= 0) & (table["start"] < table["end"]) & (table["end"] <= table["text"].str.len())
    )
    wrong = table[table[["text", "start", "end"]].notna().all(axis=1) & ~inside]
    if len(wrong):
        first = wrong.iloc[0]
        raise DiscourseError(
            f"row {wrong.index[0]!r} places the actor at [{first['start']:g}, {first['end']:g}), "
            f"outside its text of {len(first['text'])} code points"
        )
