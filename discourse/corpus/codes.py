"""Judgements that people wrote into coding sheets, read back and checked row by row."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.tabular import read_table
from discourse.errors import ReadError, nearest
from discourse.tables import CUE_CLASSES, KINDS, USES

CODED = "coded_"
NONE, YES, NO, OTHER = "none", "yes", "no", "other"
_CODES = {
    "use": USES,
    "kind": KINDS,
    "cue_class": CUE_CLASSES,
    "label": ("negative", "neutral", "positive"),
}
_KEPT = ("item", "doc_id", "part", "start", "end", "n_stratum", "probability")
_SHOWN = 5


def read_codes(
    path: str | Path | Sequence[str | Path], *, codes: Mapping[str, Iterable[str]] | None = None
) -> pd.DataFrame:
    """Read the judgements of one or several coders from filled-in coding sheets (CSV, TSV or Excel).

    In a column `coded_…` a coder writes the right value, or `yes` (as the machine says) or `no` (something
    else, not said what); `none` where there is nothing of the kind, `other` where no known value fits. An
    empty field is no judgement. A sheet without names in the column `coder` is one coder's, called by the
    name of its file.

    Parameters
    ----------
    path
        A sheet that `coding_sheet` made and people filled in, or a list of several.
    codes
        The values that are allowed for a judged column, such as `{"frame": ["war", "crisis"]}`. For
        `use`, `kind`, `cue_class` and `label` they are known; for other columns all are allowed.

    Returns
    -------
    One row per judgement: `item`, `coder`, `variable` (the judged column), `code`, then the place,
    `n_stratum` and `probability` of the item.

    Raises
    ------
    ReadError
        If a file cannot be read or is no coding sheet, a value is not allowed, `yes` or `no` stands in a
        blind sheet, a probability is not in (0, 1], or one coder judged an item twice. The message names
        file and row, the first five if there are more.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> sheet = pd.DataFrame({"item": ["a:body:2-5"], "doc_id": "a", "part": "body", "start": 2, "end": 5,
    ...     "n_stratum": 9, "probability": 1 / 3, "use": "asserted", "coder": "", "coded_use": "negated"})
    >>> sheet.to_csv(folder / "ann.csv", index=False)
    >>> read_codes(folder / "ann.csv")[["item", "coder", "variable", "code", "probability"]]
             item coder variable     code  probability
    0  a:body:2-5   ann      use  negated     0.333333
    """
    paths = [path] if isinstance(path, str | Path) else list(path)
    allowed = {**_CODES, **{column: tuple(values) for column, values in (codes or {}).items()}}
    wrong: list[str] = []
    tables = [_judgements(Path(file), allowed, wrong) for file in paths]
    found = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    if len(found):
        _note_twice(found, wrong)
    if wrong:
        more = f"; and {len(wrong) - _SHOWN:,} more" if len(wrong) > _SHOWN else ""
        raise ReadError("; ".join(wrong[:_SHOWN]) + more)
    if found.empty:
        raise ReadError(f"{', '.join(Path(p).name for p in paths) or 'no file'}: there is no judgement in it")
    return found.drop(columns="at")


def _judgements(path: Path, allowed: Mapping[str, Sequence[str]], wrong: list[str]) -> pd.DataFrame:
    """The judgements of one file, each with its place in the file as `at`."""
    sheet = _sheet(path)
    frame, judged = sheet.frame, [c for c in sheet.frame.columns if c.startswith(CODED)]
    at = pd.Series([f"{path.name}, row {row}" for row in sheet.rows], index=frame.index)
    probability = pd.to_numeric(frame["probability"], errors="coerce")
    odd = at[~((probability > 0) & (probability <= 1))]
    wrong += [f"{place}: the probability must be as it was drawn, above 0 and at most 1" for place in odd]
    coder = frame["coder"] if "coder" in frame.columns else pd.Series(index=frame.index, dtype="object")
    about = frame[list(_KEPT)].assign(probability=probability, coder=coder.fillna(path.stem).astype("str"))
    tables = []
    for column in judged:
        code = _codes_in(frame, column.removeprefix(CODED), at, allowed, wrong)
        found = about.assign(variable=column.removeprefix(CODED), code=code, at=at)
        tables.append(found[code.notna()])
    order = ["item", "coder", "variable", "code", *_KEPT[1:], "at"]
    return pd.concat(tables, ignore_index=True)[order]


def _sheet(path: Path) -> RawTable:
    try:
        sheet = read_table(path, file=path.name)
    except ReadError as error:
        raise ReadError(f"{path.name}: {error}") from None
    lacking = [column for column in _KEPT if column not in sheet.frame.columns]
    if lacking or not any(column.startswith(CODED) for column in sheet.frame.columns):
        lacks = repr(lacking[0]) if lacking else "columns 'coded_…'"
        raise ReadError(f"{path.name} is no coding sheet: it lacks {lacks}")
    return sheet


def _codes_in(frame, variable, at, allowed, wrong) -> pd.Series:
    """The codes of one column: stripped, `yes` and `no` turned into values, each checked."""
    written = frame[CODED + variable]
    code = written.map(_as_code, na_action="ignore").astype("object")
    code = code.mask(code == "", None)
    short = code.isin([YES, NO])
    if short.any() and variable not in frame.columns:
        wrong += [
            f"{place}: {variable} says yes or no, but a blind sheet needs the value" for place in at[short]
        ]
    elif short.any():
        machine = frame[variable].fillna(NONE).astype("str")
        code = code.mask(code == YES, machine).mask(code == NO, OTHER)
    known = allowed.get(variable)
    if known:
        for place, value in zip(at, code, strict=True):
            if isinstance(value, str) and value not in (*known, NONE, OTHER, YES, NO):
                listed = ", ".join([*known, NONE, OTHER])
                wrong.append(
                    f"{place}: {variable} is {value!r}; it must be one of {listed}.{nearest(value, known)}"
                )
    return code


def _as_code(value: object) -> str:
    """A field as a code; what a table program made of yes and no is taken back."""
    if isinstance(value, bool):
        return YES if value else NO
    text = str(value).strip()
    return text.lower() if text.lower() in (YES, NO, NONE, OTHER) else text


def _note_twice(found: pd.DataFrame, wrong: list[str]) -> None:
    twice = found[found.duplicated(["item", "coder", "variable"])]
    for item, coder, variable, at in twice[["item", "coder", "variable", "at"]].itertuples(index=False):
        wrong.append(f"{at}: {coder} judged the {variable} of {item} twice")
