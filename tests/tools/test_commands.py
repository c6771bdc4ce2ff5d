"""The commands, by make and without."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import commands
from tools.commands import COMMANDS, ROOT, help_text, run


@pytest.fixture
def called(monkeypatch):
    """What would be run, instead of running it."""
    calls = []
    monkeypatch.setattr(commands, "ensure", lambda root: calls.append("set-up"))
    monkeypatch.setattr(commands, "_call", lambda words: calls.append(list(words)) or 0)
    return calls


def test_make_and_the_help_know_the_same_commands():
    listed = re.search(r"^COMMANDS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert set(listed[1].split()) == {"help", "clean", *COMMANDS}
    assert re.findall(r"^  ([\w-]+) ", help_text(), flags=re.MULTILINE) == [*COMMANDS, "clean"]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_alone_prints_the_help():
    make = ["make", "--no-print-directory", f"PYTHON={sys.executable}"]
    done = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == help_text() + "\n"


def test_a_command_sets_up_and_passes_its_arguments_on(called):
    assert run(["report", "--out", "my folder"]) == 0
    assert called == ["set-up", ["discourse", "report", "--out", "my folder"]]


def test_a_wrong_command_is_told_the_near_one_before_anything_is_set_up(called, capsys):
    assert run(["reprot"]) == 1
    assert capsys.readouterr().err == "discourse: there is no command 'reprot'. Did you mean 'report'?\n"
    assert called == []


def test_every_check_runs_even_after_one_that_failed(called, monkeypatch):
    monkeypatch.setattr(commands, "_call", lambda words: called.append(words[0]) or int(words[0] == "ruff"))
    assert run(["lint"]) == 1
    assert called == ["set-up", "ruff", "ruff", "python", "python"]


@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_only_root_is_allowed_to_be_root_in_jupyterlab(called, monkeypatch, user, allowed):
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    run(["lab", "--no-browser"])
    assert ("--allow-root" in called[1]) is allowed
    assert called[1][-1] == "--no-browser"


def test_every_benchmark_is_run_or_those_that_are_named(called):
    scripts = [path.stem for path in sorted(Path(ROOT / "benchmarks").glob("[!_]*.py"))]
    run(["bench"])
    run(["bench", "speed"])
    assert called == [
        "set-up",
        *(["python", "-m", f"benchmarks.{name}"] for name in scripts),
        "set-up",
        ["python", "-m", "benchmarks.speed"],
    ]


def test_a_program_runs_as_in_the_active_environment_and_its_exit_code_is_ours(monkeypatch):
    monkeypatch.setattr(commands, "program", lambda root, name: Path(sys.executable))
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    test = "from os import environ as e; exit('PYTHONPATH' in e or 7 * e['VIRTUAL_ENV'].endswith('.venv'))"
    assert commands._call(["python", "-c", test]) == 7
