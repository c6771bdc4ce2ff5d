"""The documents do what they say: their code runs and prints what stands below it, their links lead somewhere."""

import ast
import contextlib
import io
import re
import shlex
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pandas as pd
import pytest

import discourse
from discourse import read_actors, read_frames
from discourse.cli.main import run as run_command
from tools.commands import COMMANDS

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
WIDTH = 120


def blocks(document: Path) -> list[tuple[str, str]]:
    """The fenced blocks of a document: language and content."""
    found = BLOCK.findall(document.read_text(encoding="utf-8"))
    return [
        (language, re.sub(f"^{indent}", "", code, flags=re.MULTILINE)) for indent, language, code in found
    ]


def name(document: Path) -> str:
    return str(document.relative_to(ROOT))


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An empty folder with the texts that the documents speak of."""
    monkeypatch.chdir(tmp_path)
    sample = pd.read_csv(ROOT / "discourse" / "corpus" / "data" / "sample" / "dispatches.csv")
    sample.to_csv("articles.csv", index=False)
    (tmp_path / "articles").mkdir()
    for row in sample.head(3).itertuples():
        (tmp_path / "articles" / f"{row.outlet}_{row.date}.txt").write_text(row.text, encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
@pytest.mark.usefixtures("elsewhere")
def test_python_in_the_documents_prints_what_stands_below_it(document):
    parts, names = blocks(document), {}
    for place, (language, code) in enumerate(parts):
        if language == "python":
            printed = run(code, names)
            following = parts[place + 1] if place + 1 < len(parts) else ("", "")
            if following[0] == "text":
                assert_prints(printed, following[1])


def run(code: str, names: dict) -> str:
    """Run a block as a notebook would: the value of its last line is shown."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with (
        contextlib.redirect_stdout(io.StringIO()) as printed,
        pd.option_context("display.width", WIDTH, "display.max_columns", None),
    ):
        exec(compile(tree, "a block of code", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "its last line", "eval"), names) if last else None
        if value is not None:
            printed.write(f"{value!r}\n")
    return printed.getvalue()


def assert_prints(printed: str, expected: str) -> None:
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    assert OutputChecker().check_output(expected, printed, flags), f"it prints:\n{printed}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
@pytest.mark.usefixtures("elsewhere")
def test_commands_in_the_documents_work(document):
    for language, code in blocks(document):
        for line in code.splitlines() if language == "sh" else ():
            program, *arguments = shlex.split(line, comments=True) or [""]
            if program == "discourse":
                assert run_command(arguments) == 0, line
            elif program == "make":
                assert arguments[0] in COMMANDS, line


@pytest.mark.parametrize("kind", ["actors", "frames"])
def test_the_lexicons_in_the_documents_hold_together(kind, tmp_path):
    texts = [code for language, code in blocks(ROOT / "docs" / "lexicons.md") if language == "yaml"]
    for place, text in enumerate(text for text in texts if f"\n{kind}:" in text):
        file = tmp_path / f"{place}.yml"
        file.write_text(text, encoding="utf-8")
        assert len({"actors": read_actors, "frames": read_frames}[kind](file)) == 2


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_in_the_documents_lead_somewhere(document):
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_readme_shows_the_two_commands_and_a_figure_by_line_20():
    first = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20])
    assert "make report" in first
    assert "make test" in first
    assert "![" in first


def test_what_the_readme_says_is_in_the_box_is_in_the_box():
    table = re.findall(r"^\|.*\|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    names = {name for row in table for name in re.findall(r"`([a-z_]+)`", row.split("|")[2])}
    assert len(names) > 20
    assert names <= set(discourse.__all__)
