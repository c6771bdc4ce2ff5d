"""The parameters of a notebook: what its `parameters` cell declares, and whether given ones fit.

A parameter is declared on one line, `name: type = value  # help`, in the one cell tagged
`parameters`. Types are `str`, `int`, `float`, `bool` and `list` (or `list[str]` and so on), each
also with `| None`.
"""

import ast
import datetime
import io
import json
import os
import re
import tokenize
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from discourse.errors import ParameterError, UnknownNameError, check_name
from discourse.reporting.notebook_file import read_cells

_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NOTHING = ("", "null", "none", "~")


@dataclass(frozen=True)
class Parameter:
    """A declared parameter: its name, its type as written, its value if nothing is given, its help."""

    name: str
    type: str
    default: object
    help: str

    @property
    def optional(self) -> bool:
        """Whether None is among its values."""
        return re.search(r"\bNone\b", self.type) is not None

    @property
    def base(self) -> str:
        """The type without `| None` and without what a list holds."""
        return re.sub(r"\s*\|?\s*None\s*\|?\s*|\[.*\]", "", self.type) or "str"


def declared_parameters(notebook: str | os.PathLike[str]) -> dict[str, Parameter]:
    """Give what the cell tagged `parameters` of a notebook declares, by name, in order.

    Raises
    ------
    ParameterError
        If the notebook cannot be read, or the cell holds something else than plain values.
    """
    name = Path(notebook).name
    cells = [cell for cell in read_cells(Path(notebook)) if "parameters" in cell.tags]
    if len(cells) > 1:
        raise ParameterError(f"{name} has {len(cells)} cells tagged 'parameters'; there must be one")
    return parse_parameters(cells[0].source, where=name) if cells else {}


def parse_parameters(source: str, *, where: str) -> dict[str, Parameter]:
    """Give the parameters that the source of a cell declares; `where` names it in messages.

    Examples
    --------
    >>> parse_parameters("seed: int = 1  # for the bootstrap", where="a cell")["seed"]
    Parameter(name='seed', type='int', default=1, help='for the bootstrap')
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        raise ParameterError(f"the parameters of {where} are not Python: line {error.lineno}") from None
    helps = _comments(source)
    found = {}
    for statement in statements:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            parameter = _parameter(statement, helps.get(statement.end_lineno or 0, ""), where)
            found[parameter.name] = parameter
    return found


def check_parameters(given: Mapping[str, object], declared: Mapping[str, Parameter]) -> dict[str, object]:
    """Check the given values against the declared names and types, and make them plain (JSON-like).

    Raises
    ------
    ParameterError
        If a name is not declared or a value is not of its type.

    Examples
    --------
    >>> check_parameters({"sed": 1}, parse_parameters("seed: int = 1", where="a cell"))
    Traceback (most recent call last):
    discourse.errors.ParameterError: parameter 'sed' is unknown. Known: 'seed'. Did you mean 'seed'?
    """
    return {name: _checked(value, _declared(name, declared)) for name, value in given.items()}


def parameters_from_text(
    given: Mapping[str, str | Sequence[str]], declared: Mapping[str, Parameter]
) -> dict[str, object]:
    r"""Read the given texts as the declared types say; a `str` stays as it is.

    Examples
    --------
    >>> cell = parse_parameters("outlet: str = ''\nseed: int = 1", where="a cell")
    >>> parameters_from_text({"outlet": "007", "seed": "007"}, cell)
    {'outlet': '007', 'seed': 7}
    """
    return {name: _from_text(value, _declared(name, declared)) for name, value in given.items()}


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ").rstrip() for t in tokens if t.type == tokenize.COMMENT}


def _parameter(statement: ast.Assign | ast.AnnAssign, help_text: str, where: str) -> Parameter:
    target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
    written = ast.unparse(target)
    try:
        default = ast.literal_eval(statement.value) if statement.value else None
    except ValueError:
        raise ParameterError(f"parameter {written!r} of {where} must have a plain value") from None
    if isinstance(statement, ast.AnnAssign):
        declared = ast.unparse(statement.annotation)
    else:
        declared = "str | None" if default is None else type(default).__name__
    parameter = Parameter(written, declared, default, help_text)
    if parameter.base not in _CHECKS:
        raise ParameterError(
            f"parameter {written!r} of {where} has the type {declared!r}; "
            "use str, int, float, bool or list, with '| None' where nothing may be given"
        )
    return parameter


def _declared(name: str, declared: Mapping[str, Parameter]) -> Parameter:
    try:
        check_name(name, declared, what="parameter")
    except UnknownNameError as error:
        raise ParameterError(str(error)) from None
    return declared[name]


def _checked(value: object, parameter: Parameter) -> object:
    plain = _plain(value)
    if parameter.base == "list" and isinstance(plain, str):
        plain = [plain]
    if plain is None and parameter.optional:
        return None
    fits, meaning, _ = _CHECKS[parameter.base]
    if not fits(plain):
        raise ParameterError(f"parameter {parameter.name!r} must be {meaning}, not {plain!r}")
    return plain + 0.0 if isinstance(plain, int) and parameter.base == "float" else plain


def _plain(value: object) -> object:
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _from_text(value: str | Sequence[str], parameter: Parameter) -> object:
    if isinstance(value, str) and parameter.optional and value.strip().lower() in _NOTHING:
        return None
    _, meaning, read = _CHECKS[parameter.base]
    try:
        return _checked(read(value), parameter)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ParameterError(f"parameter {parameter.name!r} must be {meaning}, not {value!r}") from None


def _list_from_text(value: str | Sequence[str]) -> list[object]:
    if not isinstance(value, str):
        return list(value)
    if value.lstrip().startswith("["):
        return list(json.loads(value))
    return [item.strip() for item in value.split(",") if item.strip()]


def _text(value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and np.isfinite(value)


_CHECKS: Mapping[str, tuple[Callable, str, Callable]] = {
    "str": (lambda v: isinstance(v, str), "text", _text),
    "int": (lambda v: isinstance(v, int) and not isinstance(v, bool), "a whole number", int),
    "float": (_is_number, "a number", float),
    "bool": (lambda v: isinstance(v, bool), "true or false", lambda v: _WORDS[v.strip().lower()]),
    "list": (lambda v: isinstance(v, list), "a list (a, b, c)", _list_from_text),
}
