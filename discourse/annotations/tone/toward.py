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
        "textblob" (the sentence as a whole, whoever is meant), "target" (rules), "linear" (a small model
        with probabilities), or a function of your own (see `docs/tone.md`).

    Returns
    -------
    One row per row of `table`, with its index: `polarity` (-1 to 1), `subjectivity` (0 to 1, or
    missing), `label` (negative, neutral or positive, where the scorer decides), `probability` (of
    that label, 0 to 1), `evidence` (a list of "word weight rule"). Where `text` is missing all are.

    Raises
    ------
    MissingColumnError
        If `table` lacks `text`, `start` or `end`.
    UnknownNameError
        If there is no scorer of that name.
    DiscourseError
        If a place is missing, is no whole number or lies outside its text, if a text is no text, or if a
        scorer of your own gives something else than promised. The message names the first such row.

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
    score = scorer_named(scorer)
    texts = table["text"].astype(object).where(table["text"].notna(), None)
    _check_texts(texts)
    spans = table.assign(text=texts, **{column: _whole_numbers(table, column) for column in ("start", "end")})
    _check_places(spans)
    return checked(score(spans), spans)


def _check_texts(texts: pd.Series) -> None:
    for row, text in texts.items():
        if text is not None and not isinstance(text, str):
            raise DiscourseError(f"row {row!r} has {text!r} as its text; it must be text, or missing")


def _whole_numbers(table: pd.DataFrame, column: str) -> pd.Series:
    numbers = pd.to_numeric(table[column], errors="coerce").astype(float)
    odd = table[column].notna() & (numbers.isna() | (numbers % 1 != 0))
    if odd.any():
        row, value = next(iter(table.loc[odd, column].items()))
        raise DiscourseError(f"row {row!r} has {value!r} as its {column}; it must be a whole number")
    return numbers


def _check_places(table: pd.DataFrame) -> None:
    """Every text needs the place of an actor inside it."""
    rows = zip(table.index, *(table[column] for column in ("text", "start", "end")), strict=True)
    for row, text, start, end in rows:
        if text is None or 0 <= start < end <= len(text):
            continue
        if start != start or end != end:
            raise DiscourseError(
                f"row {row!r} does not say where the actor is named; give its start and end in code points"
            )
        raise DiscourseError(
            f"row {row!r} places the actor at [{start:g}, {end:g}), "
            f"outside its text of {len(text)} code points"
        )
