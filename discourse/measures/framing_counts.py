"""How often each frame's words are used, and by whom."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.groups import codes, column_names, find_cells, with_groups
from discourse.measures.uncertainty import sum_up
from discourse.measures.voices import select_framings
from discourse.tables import require


def framing_counts(
    framings: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = "voice",
    voice: str = "all",
    use: str = "asserted",
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count the framings of each frame; a row is a frame in a group, the most frequent first.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    by
        Count apart for each value of these columns: of `framings` (`voice`, `term`) or of `documents`
        (`outlet`, `year`).
    voice
        Whose framings: all, outlet, quoted (anybody but the outlet), unknown, or an actor's id.
    use
        Which framings: asserted, negated, refused or all.
    documents
        One row per document; needed where `by` names metadata.

    Returns
    -------
    The columns `by`, then `frame`, `n` and `n_documents` (documents in which it stands).

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column, a voice or a use is not known.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": ["a", "a", "b"], "frame": ["war", "war", "crisis"],
    ...                          "voice": ["outlet", "xi", "xi"], "use": "asserted"})
    >>> framing_counts(framings)
        voice   frame  n  n_documents
    0  outlet     war  1            1
    1      xi  crisis  1            1
    2      xi     war  1            1
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    columns = [column for column in column_names(by) if column != "frame"]
    chosen = select_framings(with_groups(framings, columns, documents, of="framings"), voice=voice, use=use)
    cells = find_cells(chosen, [*columns, "frame"])
    counted = sum_up(cells.of_row, codes(chosen["doc_id"]), n_cells=len(cells.labels))
    counts = cells.labels.assign(n=counted.by_cell().astype(int), n_documents=counted.units_by_cell())
    group = find_cells(counts, columns).of_row
    order = np.lexsort((counts["frame"].to_numpy(dtype=str), -counts["n"], group))
    return counts.iloc[order].reset_index(drop=True)
