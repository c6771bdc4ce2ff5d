"""The grid of a study: one report per outlet, year, actor, or value of any parameter."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pandas as pd

from discourse.corpus import read_corpus
from discourse.errors import DiscourseError, ParameterError, check_name
from discourse.lexicons import read_actors, read_frames
from discourse.reporting.parameters import Parameter, parameters_from_text
from discourse.reporting.study import Study
from discourse.reporting.views import slug

ALL = "all"
_COLUMNS = ("outlet", "year")


@dataclass(frozen=True)
class GridReport:
    """One report of a grid: the name of its files, what to call it, its parameters."""

    name: str
    label: str
    parameters: Mapping[str, object]


def grid_reports(study: Study, declared: Mapping[str, Parameter]) -> list[GridReport]:
    """Give the reports that a study's grid asks for; of several lines, each combination.

    `outlet` and `year` choose texts (`all` is every one that the corpus has); `actor` chooses the texts
    that name an actor; any other name is a parameter of the notebook.

    Raises
    ------
    ParameterError
        If the grid names neither of these, or a value does not fit.
    """
    for axis in study.grid:
        check_name(axis, [*_COLUMNS, "actor", *declared], what="line of the grid")
    values = {axis: _values(axis, listed, study) for axis, listed in study.grid.items()}
    found = [dict(zip(values, cell, strict=True)) for cell in product(*values.values())]
    in_force = {name: parameter.default for name, parameter in declared.items()} | dict(study.parameters)
    names = study_labels(in_force, study.folder)
    taken: Counter[str] = Counter()
    reports = []
    for cell in found:
        label = ", ".join(
            names.get(value, value) if axis == "actor" else value for axis, value in cell.items()
        )
        name = slug(", ".join(cell.values()))
        taken[name] += 1
        name = name if taken[name] == 1 else f"{name}-{taken[name]}"
        reports.append(GridReport(name, label, _parameters(cell, label, study, declared)))
    return reports


def study_labels(parameters: Mapping[str, object], folder: Path) -> dict[str, str]:
    """Give what to call actors and frames by their ids, as far as the lexicons of the study can be read."""
    labels: dict[str, str] = {}
    for kind, read in (("actors", read_actors), ("frames", read_frames)):
        value = parameters.get(kind) or []
        named = [value] if isinstance(value, str) else [str(item) for item in value]  # type: ignore[attr-defined]
        try:
            labels |= read([folder / item if (folder / item).exists() else item for item in named]).labels
        except DiscourseError:
            continue  # the reports that read it will say what is wrong
    return labels


def _values(axis: str, listed: list[str], study: Study) -> list[str]:
    if not listed:
        raise ParameterError(f"the grid names no {axis}; list some, or write 'all' for outlet and year")
    if listed != [ALL]:
        return list(dict.fromkeys(listed))
    if axis not in _COLUMNS:
        raise ParameterError(f"the grid must list each {axis}; 'all' is for outlet and year")
    named = study.parameters.get("corpus", "sample")
    here = study.folder / str(named)
    documents = read_corpus(here if here.exists() else str(named)).documents
    column = documents["outlet"] if axis == "outlet" else documents["date"].str[:4]
    known = sorted(pd.Series(column).dropna().astype("str").unique())
    if not known:
        raise ParameterError(f"no text of the corpus has the {axis} that the grid asks for")
    return known


def _parameters(
    cell: Mapping[str, str], label: str, study: Study, declared: Mapping[str, Parameter]
) -> dict[str, object]:
    """Give the parameters of one report: the study's, with those that the cell of the grid sets."""
    given = dict(study.parameters)
    conditions = [f"({given['where']})"] if given.get("where") else []
    for axis, value in cell.items():
        if axis == "outlet":
            conditions.append(f"outlet == {value!r}")
        elif axis == "year":
            conditions.append(f"date >= {value!r} and date < {str(int(value) + 1)!r}")
        else:
            given["about" if axis == "actor" else axis] = value
    if conditions:
        given["where"] = " and ".join(conditions)
    if "title" in declared:
        given["title"] = f"{given.get('title') or declared['title'].default}: {label}"
    return parameters_from_text(given, declared)
