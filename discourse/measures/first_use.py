"""Who used a frame first, and who followed."""

from collections.abc import Sequence

import pandas as pd

from discourse.measures.groups import column_names, with_groups, with_metadata
from discourse.measures.voices import select_framings
from discourse.tables import require

_BEHIND_ALL_DAYS = "-99"


def first_use(
    framings: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    by: str | Sequence[str] = "voice",
    voice: str = "all",
    use: str = "asserted",
) -> pd.DataFrame:
    """Give the first use of each frame by each voice or other group, with the place where it stands.

    Parameters
    ----------
    framings
        One row per framing, with its place, `frame`, `voice` and `use`.
    documents
        One row per document, with `doc_id` and `date`.
    by
        Whose first use: columns of `framings` (`voice`) or of `documents` (`outlet`).
    voice, use
        Whose framings, and which: as in `framing_shares`.

    Returns
    -------
    One row per group and frame: `by`, `frame`, `rank` among the groups that use the frame (1 is the first;
    equal dates have equal ranks), `date`, the place (`doc_id`, `part`, `start`, `end`) and `term` of the
    first use, and `n`, all uses. Sorted by frame and rank. A date without day or month counts as the end of
    its month or year; a group without any dated use stands last, without a rank.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column, a voice or a use is not known.

    Notes
    -----
    First in these texts, that is: an actor whom the corpus covers more has more chances to be early.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "date": ["2022-02-25", "2022-03-02"]})
    >>> framings = pd.DataFrame({"doc_id": ["b", "a", "b"], "part": "body", "start": [0, 5, 9], "end": [3, 8, 12],
    ...                          "term": "war", "frame": "war", "voice": ["xi", "macron", "macron"], "use": "asserted"})
    >>> first_use(framings, documents)[["voice", "frame", "rank", "date", "doc_id", "n"]]
        voice frame  rank        date doc_id  n
    0  macron   war   1.0  2022-02-25      a  2
    1      xi   war   2.0  2022-03-02      b  1
    """
    require(framings, "doc_id", "part", "start", "end", "term", "frame", "voice", of="framings")
    columns = [column for column in column_names(by) if column != "frame"]
    joined = with_groups(framings, columns, documents, of="framings")
    chosen = select_framings(with_metadata(joined, documents, "date"), voice=voice, use=use)
    texts = {c: "str" for c in (*columns, "frame", "doc_id", "part", "term") if chosen[c].dtype == "category"}
    chosen = chosen.astype(texts).assign(day=_latest_day(chosen["date"]))
    groups = chosen.sort_values(["day", "doc_id", "start"], kind="stable").groupby(
        [*columns, "frame"], dropna=False, observed=True
    )
    first = groups.head(1).set_index([*columns, "frame"])
    found = first.assign(n=groups.size()).reset_index()
    found["rank"] = found.groupby("frame")["day"].rank(method="min")
    found = found.sort_values(["frame", "rank", *columns], kind="stable").reset_index(drop=True)
    return found[[*columns, "frame", "rank", "date", "doc_id", "part", "start", "end", "term", "n"]]


def _latest_day(dates: pd.Series) -> pd.Series:
    """Dates as texts that sort by the latest day they can mean."""
    dates = dates.astype("str")
    missing_parts = (10 - dates.str.len()) // 3
    return dates + missing_parts.map({0: "", 1: _BEHIND_ALL_DAYS, 2: 2 * _BEHIND_ALL_DAYS})
