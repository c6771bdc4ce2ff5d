"""Numbers as people write them: 1,204; 12.3 %; −0.12; 0.12 [0.05, 0.19]."""

import math
from collections.abc import Iterable

MISSING = "–"
_MINUS = "\N{MINUS SIGN}"
_GAP = "\N{NO-BREAK SPACE}"


def number(value: float, *, decimals: int = 2) -> str:
    """Write a number with thousands set apart and a true minus sign; an en dash where it is missing.

    Examples
    --------
    >>> number(1204, decimals=0), number(-0.123), number(float("nan"))
    ('1,204', '−0.12', '–')
    """
    if value is None or math.isnan(value):
        return MISSING
    written = f"{value:,.{decimals}f}"
    if float(written.replace(",", "").replace("inf", "1")) == 0:
        written = written.lstrip("-")
    return written.replace("-", _MINUS)


def percent(share: float, *, decimals: int = 1) -> str:
    r"""Write a share of one as per cent.

    Examples
    --------
    >>> percent(0.1234) == "12.3\N{NO-BREAK SPACE}%"
    True
    """
    written = number(100 * share, decimals=decimals)
    return written if written == MISSING else f"{written}{_GAP}%"


def p_value(p: float) -> str:
    """Write a p-value: three decimals, and never zero.

    Examples
    --------
    >>> p_value(0.0312), p_value(0.00004), p_value(1.0)
    ('0.031', '<0.001', '1.000')
    """
    return "<0.001" if p < 0.001 else number(p, decimals=3)


def interval(low: float, high: float, *, decimals: int = 2) -> str:
    """Write an interval in brackets.

    Examples
    --------
    >>> interval(0.05, 0.191)
    '[0.05, 0.19]'
    """
    return f"[{number(low, decimals=decimals)}, {number(high, decimals=decimals)}]"


def fitting_decimals(values: Iterable[float]) -> int:
    """How many decimals suit a column: none for whole or large numbers, more for small ones.

    Examples
    --------
    >>> fitting_decimals([3, 1204]), fitting_decimals([12.3, 4.5]), fitting_decimals([0.12, 1.5])
    (0, 1, 2)
    """
    known = [abs(v) for v in values if math.isfinite(v)]
    largest = max(known, default=0)
    if all(v == int(v) for v in known) or largest >= 100:
        return 0
    if largest >= 10:
        return 1
    return 2 if largest >= 0.095 else 4
