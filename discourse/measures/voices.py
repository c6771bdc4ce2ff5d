"""Which rows are meant by `voice=` and `use=`."""

import pandas as pd

from discourse.errors import check_name
from discourse.tables import OUTLET, UNKNOWN, USES

ALL = "all"
QUOTED = "quoted"


def select_framings(framings: pd.DataFrame, *, voice: str, use: str) -> pd.DataFrame:
    """Give the framings in a voice and a use.

    `voice` is all, outlet, quoted (anybody but the outlet, unknown speakers too), unknown, or an actor's
    id. `use` is all, asserted, negated or refused; where it has not been determined it counts as asserted.

    Raises
    ------
    UnknownNameError
        If the table knows no such voice, or there is no such use.

    Examples
    --------
    >>> framings = pd.DataFrame({"voice": ["outlet", "xi", "unknown"], "use": ["asserted", "negated", None]})
    >>> select_framings(framings, voice="quoted", use="asserted")
         voice  use
    2  unknown  NaN
    """
    return framings[_in_voice(framings["voice"], voice) & _in_use(framings, use)]


def _in_voice(voices: pd.Series, voice: str) -> pd.Series:
    if voice == ALL:
        return pd.Series(True, index=voices.index)
    if voice == QUOTED:
        return voices != OUTLET
    known = voices.cat.categories if voices.dtype == "category" else voices.dropna().unique()
    check_name(voice, dict.fromkeys([ALL, OUTLET, QUOTED, UNKNOWN, *sorted(known)]), what="voice")
    return voices == voice


def _in_use(framings: pd.DataFrame, use: str) -> pd.Series:
    check_name(use, [ALL, *USES], what="use")
    if use == ALL or "use" not in framings.columns:
        return pd.Series(True, index=framings.index)
    uses = framings["use"].astype("str").fillna("asserted")
    return uses == use
