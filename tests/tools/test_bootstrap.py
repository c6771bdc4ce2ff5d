"""The way in, whatever Python opens it."""

import ast
import sys
from pathlib import Path

from tools import bootstrap

FILE = Path(bootstrap.__file__)


def test_it_is_read_by_an_old_python():
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_a_python_that_is_too_old_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    assert bootstrap.too_old() == (
        "discourse needs Python 3.11 or newer; this is Python 3.9 (/usr/bin/python3), "
        "and no newer one is on PATH.\n"
        "Install a newer Python and try again, or name it: make report PYTHON=/path/to/python3.12\n"
    )


def test_a_newer_python_on_path_is_found_and_a_broken_one_passed_over(tmp_path, monkeypatch):
    for name, text in {"python3.14": "exit 127", "python3.13": "exit 0", "python3.12": "exit 0"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.newer_python() == "python3.13"
    (tmp_path / "python3.13").unlink()
    (tmp_path / "python3.12").unlink()
    assert bootstrap.newer_python() is None
