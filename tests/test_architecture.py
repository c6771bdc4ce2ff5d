"""The staircase of the design: which folder may import which; and how large a thing may grow."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "discourse"

BASE = {"errors", "tables"}
TEXTS = {*BASE, "text", "lexicons", "corpus"}
ALL = {*TEXTS, "annotations", "engines", "training", "measures", "plots", "reporting", "cli"}
STAIRCASE = {
    "errors": set(),
    "tables": {"errors"},
    "text": BASE,
    "lexicons": BASE,
    "corpus": {*BASE, "text"},  # what belongs to a word is said once
    "annotations": TEXTS,
    "engines": {*TEXTS, "annotations"},
    "training": {*TEXTS, "annotations"},
    "measures": BASE,
    "plots": BASE,
    "reporting": ALL,
    "exploring": ALL,
    "cli": {*ALL, "exploring"},
    "__init__": {*ALL, "exploring"},
    "__main__": ALL,
}

# Needed, and imported by none of our modules.
NEEDED_UNIMPORTED = {
    "ipykernel": "papermill starts it",
    "jupyterlab": "the notebooks are read in it",
    "openpyxl": "pandas reads .xlsx with it",
    "textblob": "its file of words is read, not its code",
}
EXTRAS = ("dask",)  # packages that a part of ours imports only when it is asked for
# Imported where they are there: the extra "dask".
OPTIONAL = {"distributed"}
IMPORT_NAMES = {"beautifulsoup4": "bs4", "pyyaml": "yaml"}

MODULE_LINES = 300
FUNCTION_LINES = 40
LONGER_ON_PURPOSE: dict[str, str] = {}


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in FILES.items()}


def imports(name: str) -> set[str]:
    """The modules that a module imports, wherever in it, as whole names."""
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {module if module in FILES else node.module for module in whole}
    return found


def stage(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@pytest.mark.parametrize("name", FILES)
def test_nothing_imports_upwards(name):
    allowed = {*STAIRCASE[stage(name)], stage(name)}
    above = {
        module
        for module in imports(name)
        if module.split(".")[0] == "discourse" and stage(module) not in allowed
    }
    assert not above, f"{name} may import {sorted(allowed)} only"


def test_every_folder_has_its_step_on_the_staircase():
    assert {stage(name) for name in FILES} <= set(STAIRCASE)


def test_no_import_goes_in_a_circle():
    graph = {name: (imports(name) & set(FILES)) - {name} for name in FILES}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("name", FILES)
def test_imports_are_absolute_and_name_what_they_take(name):
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            assert node.names[0].name != "*", f"line {node.lineno}: star import"


def test_no_module_is_called_after_nothing():
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "base", "core"}
    assert not [name for name in FILES if vague & set(name.split("."))]


def test_what_is_imported_is_declared_and_what_is_declared_is_used():
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = names_of(about["dependencies"])
    extras = {name for extra in EXTRAS for name in names_of(about["optional-dependencies"][extra])}
    imported = {module.split(".")[0] for name in FILES for module in imports(name)}
    imported -= {*sys.stdlib_module_names, "discourse"}
    assert imported <= modules_of(declared | extras)
    assert modules_of(declared - set(NEEDED_UNIMPORTED)) <= imported
    assert not modules_of(set(NEEDED_UNIMPORTED)) & imported
    assert set(NEEDED_UNIMPORTED) <= declared


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!\[; ]", line)[0] for line in requirements}


def modules_of(names: set[str]) -> set[str]:
    return {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in names}


def test_no_module_grows_beyond_reading():
    found = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in FILES.items()}
    long = {name: lines for name, lines in found.items() if lines > MODULE_LINES}
    assert long.keys() <= LONGER_ON_PURPOSE.keys(), long


def test_no_function_grows_beyond_a_screen():
    long = {name: lines for name, lines in functions() if lines > FUNCTION_LINES}
    assert long.keys() <= LONGER_ON_PURPOSE.keys(), long


def test_no_exception_from_the_sizes_outlives_its_reason():
    modules = {
        name for name, file in FILES.items() if len(file.read_text("utf-8").splitlines()) > MODULE_LINES
    }
    long = modules | {name for name, lines in functions() if lines > FUNCTION_LINES}
    assert set(LONGER_ON_PURPOSE) <= long


def functions() -> Iterator[tuple[str, int]]:
    """Each function of the package and how many lines it has, without its docstring."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                first = node.body[0]
                docstring = ast.get_docstring(node) is not None
                told = first.end_lineno - first.lineno + 1 if docstring else 0
                yield f"{name}.{node.name}", node.end_lineno - node.lineno + 1 - told
