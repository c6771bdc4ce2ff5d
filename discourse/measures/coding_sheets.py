"""Coding sheets: a sample of what was found, drawn with known probabilities, for people to judge."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.texts import PLACE, part_texts, words_after, words_before
from discourse.tables import require

CODED = "coded_"
# What is judged unless the user says otherwise: the decisions of the machine that a reader can check.
_JUDGED = (
    ("frame", ("frame", "voice", "use")),
    ("cue_class", ("actor", "cue_class", "kind")),
    ("label", ("label",)),
    ("actor", ("actor",)),
)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]+")


def coding_sheet(
    table: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    n: int,
    seed: int,
    by: str | Sequence[str] | None = None,
    judge: Sequence[str] | None = None,
    blind: bool = False,
    window: int = 40,
) -> pd.DataFrame:
    """Draw rows of a table for people to judge, each in its context; the strata get equal numbers.

    Parameters
    ----------
    table
        Any table with `doc_id`, `part`, `start` and `end`: framings, statements, tone, mentions.
    documents
        One row per document, with `doc_id`, `text` and perhaps `title`.
    n
        How many rows to draw in all. A stratum with fewer rows than its share is drawn whole, and the
        others share what it leaves.
    seed
        Of the random numbers: the same seed draws the same rows.
    by
        The columns that make the strata, of `table` or of `documents`; `frame` for framings and none for
        other tables, if not given.
    judge
        The columns to be judged; if not given, `frame`, `voice` and `use` of framings, `actor`,
        `cue_class` and `kind` of statements, `label` of tone, `actor` of mentions.
    blind
        Leave out what the machine said, and the strata too, so that it cannot sway the coder. `toward`
        stays: the tone about whom is to be judged.
    window
        How many words of context on either side.

    Returns
    -------
    One row per drawn row, in random order: `item` (its name; the same whenever the same table is drawn
    from), its place, `n_stratum` (rows in its stratum), `probability` (with which it was drawn), `pre`,
    `keyword`, `post`; the strata and the judged columns, unless `blind`; then empty columns to be filled
    in: `coder`, one `coded_…` for each judged column, and `remark`. Write it with `.to_csv(path,
    index=False)` or `.to_excel(path, index=False)`, and read the judgements with `read_codes`.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column is not known.
    DiscourseError
        If there is nothing to draw, or fewer rows are asked for than there are strata.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a"], "text": ["A war is a war. No crisis."]})
    >>> framings = pd.DataFrame({"doc_id": "a", "part": "body", "start": [2, 11, 19], "end": [5, 14, 25],
    ...                          "frame": ["war", "war", "crisis"], "use": "asserted"})
    >>> sheet = coding_sheet(framings, documents, n=2, seed=1, judge=["use"])
    >>> sheet.sort_values("start")[["item", "probability", "pre", "keyword", "use"]]
               item  probability                 pre keyword       use
    1    a:body:2-5          0.5                   A     war  asserted
    0  a:body:19-25          1.0  A war is a war. No  crisis  asserted
    """
    require(table, *PLACE, of="given")
    judged = _judged(table) if judge is None else column_names(judge)
    for column in judged:
        check_name(column, table.columns, what="column")
    strata = column_names(by) if by is not None else [c for c in ("frame",) if c in table.columns]
    grouped = with_groups(table.assign(item=item_names(table)), strata, documents, of="given")
    drawn = _draw(grouped, strata, n, np.random.default_rng(seed))
    named = [column for column in ("toward",) if column in table.columns]
    shown = list(dict.fromkeys([*named, *([] if blind else [*strata, *judged])]))
    context = _context(drawn, part_texts(documents), window)
    sheet = drawn[["item", *PLACE, "n_stratum", "probability"]].join(context).join(drawn[shown])
    return sheet.assign(**dict.fromkeys(["coder", *(CODED + column for column in judged), "remark"], ""))


def item_names(table: pd.DataFrame) -> pd.Series:
    """Name each row by its place; of several rows at one place, the later ones are numbered.

    Examples
    --------
    >>> place = {"doc_id": ["a", "a"], "part": "body", "start": 3, "end": 6}
    >>> item_names(pd.DataFrame(place)).tolist()
    ['a:body:3-6', 'a:body:3-6#2']
    """
    doc_id, part, start, end = (table[column].astype("str") for column in PLACE)
    place = doc_id + ":" + part + ":" + start + "-" + end
    number = place.groupby(place).cumcount() + 1
    return place.where(number == 1, place + "#" + number.astype("str"))


def _judged(table: pd.DataFrame) -> list[str]:
    for mark, columns in _JUDGED:
        if mark in table.columns:
            return [column for column in columns if column in table.columns]
    raise DiscourseError("judge= must name the columns to be judged; this table has none of the usual ones")


def _draw(table: pd.DataFrame, strata: list[str], n: int, random: np.random.Generator) -> pd.DataFrame:
    """Draw from each stratum without putting back, and shuffle."""
    cell = find_cells(table, strata).of_row
    sizes = np.bincount(cell)
    if not len(table) or n < len(sizes):
        raise DiscourseError(
            f"{n:,} rows cannot be drawn from {len(table):,} rows in {len(sizes):,} strata; n must be as "
            "large as the number of strata at least, and the table not empty"
        )
    numbers = allot(sizes, n)
    rows = [
        random.choice(np.flatnonzero(cell == stratum), number, replace=False)
        for stratum, number in enumerate(numbers)
    ]
    chosen = random.permutation(np.concatenate(rows))
    size, number = sizes[cell[chosen]], numbers[cell[chosen]]
    return table.iloc[chosen].assign(n_stratum=size, probability=number / size).reset_index(drop=True)


def allot(sizes: np.ndarray, n: int) -> np.ndarray:
    """Share `n` among strata as evenly as their sizes allow; the first get what does not divide.

    Examples
    --------
    >>> allot(np.array([100, 2, 50]), 21).tolist()
    [10, 2, 9]
    """
    numbers = np.zeros(len(sizes), dtype=np.int64)
    while (left := min(n, int(sizes.sum())) - int(numbers.sum())) > 0:
        open_ = np.flatnonzero(numbers < sizes)
        each = np.full(len(open_), left // len(open_))
        each[: left % len(open_)] += 1
        numbers[open_] += np.minimum(each, sizes[open_] - numbers[open_])
    return numbers


def _context(drawn: pd.DataFrame, texts: dict[tuple[str, str], str], window: int) -> pd.DataFrame:
    rows = []
    for doc_id, part, start, end in drawn[list(PLACE)].itertuples(index=False):
        text = texts.get((str(doc_id), str(part)), "")
        if not 0 <= start <= end <= len(text):
            raise DiscourseError(f"the place [{start}, {end}) lies outside the {part} of {str(doc_id)!r}")
        words = words_before(text, start, window), text[start:end], words_after(text, end, window)
        rows.append([_as_cell(piece) for piece in words])
    return pd.DataFrame(rows, columns=["pre", "keyword", "post"], index=drawn.index, dtype="str")


def _as_cell(text: str) -> str:
    """One line without control characters, which a workbook cannot hold; never a formula."""
    line = " ".join(_UNSEEN.sub(" ", text).split())
    return f" {line}" if line.startswith(("=", "+", "-", "@")) else line
