"""The public names: what `import discourse` gives, and at what cost."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import discourse

ROOT = Path(__file__).parents[1]
SLOW_IMPORTS = """
    IPython dask jupyter_core jupyterlab matplotlib nbconvert nltk openpyxl papermill scipy textblob
""".split()


def test_all_lists_every_public_name_once():
    exported = {
        alias.asname or alias.name
        for node in ast.parse(Path(discourse.__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module.startswith("discourse")
        for alias in node.names
    }
    assert {name for name in discourse.__all__ if not name.startswith("__")} == exported
    assert len(discourse.__all__) == len(set(discourse.__all__))


@pytest.mark.parametrize("name", discourse.__all__)
def test_every_public_name_tells_what_it_gives_with_an_example(name):
    public = getattr(discourse, name)
    if callable(public) and not (isinstance(public, type) and issubclass(public, Exception)):
        assert public.__doc__, f"{name} has no docstring"
        assert re.search(r"^\s*Examples\n\s*-{8}\n(?s:.)*>>> ", public.__doc__, flags=re.MULTILINE), (
            f"the docstring of {name} has no section Examples with an example"
        )


@pytest.mark.parametrize("name", discourse.__all__)
def test_every_public_function_is_annotated(name):
    public = getattr(discourse, name)
    if callable(public) and not isinstance(public, type):
        assert {*inspect.signature(public).parameters, "return"} <= set(public.__annotations__)


def test_importing_discourse_stays_light():
    program = f"import sys, discourse; print([m for m in {SLOW_IMPORTS} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
