"""How right the scorers of tone are, measured against people, and what follows for the means of actors."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from discourse.measures.uncertainty import t_quantile

FILE = Path(__file__).parent / "data" / "tone-validity.csv"


@cache
def _measured() -> pd.DataFrame:
    return pd.read_csv(FILE, comment="#")


def tone_validity() -> pd.DataFrame:
    """Give how well each built-in scorer agrees with people on tone *toward* a named person.

    Returns
    -------
    One row per scorer: `scorer`; `macro_f1` over negative, neutral and positive, and `reversals`, the share
    of negative and positive mentions that the scorer takes for the opposite, both in 0-1; `r`, Pearson's
    correlation of the mean polarity of an actor with the mean label; `n_mentions` and `n_actors` behind them;
    `intercept` and `slope`, which lead from a mean polarity to a mean label; `tau`, the standard deviation,
    from actor to actor, of what is then still wrong, sampling aside; `source`, the texts and labels.

    Notes
    -----
    Measured on sentences of US news about politics, by `benchmarks/tone.py`. Elsewhere expect more error.
    Nothing like it is known for tone *of* somebody's words.

    Examples
    --------
    >>> tone_validity()[["scorer", "macro_f1", "r", "tau"]].round(2)
         scorer  macro_f1     r   tau
    0  textblob      0.39  0.15  0.35
    1    target      0.62  0.74  0.23
    2    linear      0.69  0.86  0.18
    """
    return _measured().copy()


def calibrated(means: pd.DataFrame, scorer: pd.Series) -> dict[str, pd.Series]:
    """Give `tone`, its limits `low` and `high`, `tau` and `validity_r`, from mean polarities with `low` and `high`.

    The half width is the root of two squares: the sampling error, times the slope, and the scorer's error
    from actor to actor, times Student's t for the number of actors it was measured on. Where `scorer` is
    not one that was measured all are missing. A mean beyond the end of the scale is put at its end, and the
    limits are reckoned from there.
    """
    known = _measured().set_index("scorer").reindex(scorer.to_numpy()).set_axis(means.index)
    tone = (known["intercept"] + known["slope"] * means["mean"]).clip(-1, 1)
    sampling = known["slope"] * (means["high"] - means["low"]) / 2
    instrument = t_quantile(0.975, known["n_actors"] - 1) * known["tau"]
    reach = np.sqrt(sampling**2 + instrument**2)
    return {
        "tone": tone,
        "low": (tone - reach).clip(-1, 1),
        "high": (tone + reach).clip(-1, 1),
        "tau": known["tau"],
        "validity_r": known["r"],
    }
