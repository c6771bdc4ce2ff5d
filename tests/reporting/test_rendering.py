"""Whole reports of small notebooks: the same everywhere, safe, and never half done."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discourse.errors import ParameterError, ReadError, ReportError
from discourse.reporting import page_faults, render_report
from discourse.reporting.notebook_file import read_cells
from tests.reporting.small_notebook import write_notebook

ROOT = Path(__file__).parents[2]

PARAMETERS = 'title: str = "Who says war?"  # the headline\nn: int = 3\ncorpus: str = "texts"'
BODY = """\
import os, sys, warnings
import pandas as pd
from discourse.reporting import show_findings, show_provenance, show_table, show_title
show_title(title)"""
SHOW = """\
warnings.warn("two texts are alike")
print({"b", "a", "c"}, object(), os.environ["TZ"], corpus, os.path.join(os.getcwd(), "x"))
show_table(pd.DataFrame({"word": ["<script>war</script>", "=crisis"] * n, "n": range(2 * n)}),
           caption="Words.", name="words", n=2)"""
PROVENANCE = """\
show_provenance({"corpus": "ab12"}, texts=pd.DataFrame({"doc_id": ["a"], "text": ["War."]}), seed=1)"""
SLEEP = """\
import pathlib, tempfile, time
pathlib.Path(tempfile.gettempdir(), "here").touch()
time.sleep(60)"""
FINDINGS = 'show_findings([("War is said.", "table-words")])'


HOSTILE = 'x"""\n<script>alert(1)</script>\\ {title} $(ls) \u2028'


def report_cells():
    return (
        ("code", PARAMETERS, "parameters"),
        ("code", BODY, "hide-input"),
        ("markdown", "## What is said\n\nText."),
        ("code", FINDINGS),
        ("code", SHOW),
        ("markdown", "## What is said\n\nTwice."),
        ("code", PROVENANCE),
    )


def contents(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != "timings.json"]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A report with a hostile title, made once, and what was heard while it was made."""
    folder = tmp_path_factory.mktemp("study one")
    path = write_notebook(folder / "small.ipynb", *report_cells())
    heard = []
    parameters = {"n": 4, "title": HOSTILE, "corpus": str(folder / "texts")}
    target = render_report(
        path,
        folder / "reports" / "mirror.html",
        parameters,
        folder=folder,
        on_cell=lambda *at: heard.append(at),
    )
    return target, heard


def test_a_report_is_page_notebook_tables_and_records(made):
    target, heard = made
    assert sorted(contents(target.parent)) == [
        "mirror.html",
        "mirror.ipynb",
        "mirror_files/run.json",
        "mirror_files/words.csv",
    ]
    assert heard[-1] == (7, 8)
    run = json.loads((target.parent / "mirror_files/run.json").read_text(encoding="utf-8"))
    assert run["parameters"] == {"title": HOSTILE, "n": 4, "corpus": "texts"}
    assert run["inputs"] == {"corpus": "ab12"}
    assert list(run["texts"]) == ["a"]
    assert run["warnings"] == ["UserWarning: two texts are alike"]
    assert list(run["tables"]) == ["words.csv"]
    assert list(run["pages"]) == ["mirror.html", "mirror.ipynb"]
    assert run["given"] == ["corpus", "n", "title"]


def test_the_page_has_title_contents_numbers_and_no_parameters(made):
    page = made[0].read_text(encoding="utf-8")
    assert page_faults(page) == []
    assert "<title>x&#34;&#34;&#34;\n&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert '<a class="see" href="#table-words">Table\N{NO-BREAK SPACE}1</a>' in page
    assert '<a href="#what-is-said-2">What is said</a>' in page
    assert "&lt;script&gt;war" in page
    assert "n: int" not in page


def test_nothing_written_tells_of_this_machine(made):
    target, _ = made
    for name, content in contents(target.parent).items():
        for place in (target.parents[1], ROOT, Path.home() / ""):
            assert str(place).encode() not in content, name


def test_another_run_is_the_same_to_the_byte_wherever_it_runs(made, tmp_path, monkeypatch):
    study = tmp_path / "study"
    path = write_notebook(study / "small.ipynb", *report_cells())
    for name, value in {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "77",
        "HOME": str(study),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.chdir(study)
    other = tmp_path / "deep" / "down" / "mirror.html"
    render_report(path, other, {"n": 4, "title": HOSTILE, "corpus": str(study / "texts")}, folder=".")
    assert contents(other.parent) == contents(made[0].parent)


def test_parameters_are_checked_before_anything_runs(tmp_path):
    path = write_notebook(tmp_path / "small.ipynb", ("code", PARAMETERS, "parameters"))
    with pytest.raises(ParameterError) as error:
        render_report(path, tmp_path / "reports" / "a.html", {"titel": "x"})
    assert str(error.value) == (
        "parameter 'titel' is unknown. Known: 'title', 'n', 'corpus'. Did you mean 'title'?"
    )
    assert not (tmp_path / "reports").exists()


def test_a_cell_that_fails_is_named_and_the_old_report_stands_until_one_goes_well(tmp_path):
    target = tmp_path / "reports" / "a.html"
    beside = target.with_name("a_files")
    beside.mkdir(parents=True)
    (beside / "old.csv").write_text("old")
    target.write_text("old")
    path = write_notebook(
        tmp_path / "small.ipynb",
        ("code", "fails: bool = True", "parameters"),
        ("markdown", "## Who says what"),
        ("code", "print('before')"),
        ("code", "if fails:\n    {}['war']"),
        ("code", "print('after')"),
    )
    with pytest.raises(ReportError) as error:
        render_report(path, target)
    left = target.with_name("a.failed.ipynb")
    assert str(error.value) == (
        f"the report stopped in cell 4 (Who says what): KeyError: 'war'; the half-filled notebook is {left}"
    )
    assert error.value.__cause__ is None
    assert contents(target.parent).keys() == {"a.html", "a.failed.ipynb", "a_files/old.csv"}
    assert target.read_text() == "old"
    assert any("papermill-error-cell-tag" in cell.tags for cell in read_cells(left))

    render_report(path, target, {"fails": False})
    assert contents(target.parent).keys() == {"a.html", "a.ipynb", "a_files/run.json"}


def test_what_the_user_can_mend_is_told_in_the_words_of_the_package(tmp_path):
    source = "from discourse.errors import ReadError\nraise ReadError(\"there is no file 'x.csv'\")"
    path = write_notebook(tmp_path / "small.ipynb", ("code", source))
    with pytest.raises(ReportError) as error:
        render_report(path, tmp_path / "a.html")
    assert str(error.value) == (
        "the report stopped in cell 1: there is no file 'x.csv'; "
        f"the half-filled notebook is {tmp_path / 'a.failed.ipynb'}"
    )
    assert isinstance(error.value.__cause__, ReadError)


def test_a_kernel_that_dies_is_told(tmp_path):
    path = write_notebook(tmp_path / "small.ipynb", ("code", "import os; os._exit(9)"))
    with pytest.raises(ReportError, match=r"^the report stopped in cell 1: DeadKernelError: Kernel died"):
        render_report(path, tmp_path / "a.html")


def test_a_page_that_would_not_be_safe_is_not_written(tmp_path):
    source = "from IPython.display import HTML\nHTML('<script>1</script>')"
    path = write_notebook(tmp_path / "small.ipynb", ("code", source))
    with pytest.raises(
        ReportError, match=r"^a.html did not pass the safety check: line \d+: <script> is not allowed$"
    ):
        render_report(path, tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()


def test_a_report_goes_nowhere_where_nobody_may_write(tmp_path):
    (tmp_path / "file").write_text("")
    path = write_notebook(tmp_path / "small.ipynb", ("markdown", "# T"))
    with pytest.raises(ReportError) as error:
        render_report(path, tmp_path / "file" / "a.html")
    assert str(error.value).startswith(f"the report cannot be written into '{tmp_path / 'file'}': ")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_leaves_the_old_report_and_nothing_else(tmp_path):
    """Ctrl-C and a polite end from outside, both while a cell runs; two processes at once."""
    path = write_notebook(
        tmp_path / "small.ipynb",
        ("code", SLEEP),
    )
    numbers = {signal.SIGINT: 130, signal.SIGTERM: 143}
    children = [_start(path, tmp_path / number.name) for number in numbers]
    for child, (number, code) in zip(children, numbers.items(), strict=True):
        scratch, target = tmp_path / number.name / "scratch", tmp_path / number.name / "out" / "sample.html"
        _wait_for_cell(scratch)
        child.send_signal(number)
        out, err = child.communicate(timeout=60)
        assert child.returncode == code
        assert "Traceback" not in err
        assert out == ""
        assert target.read_text() == "old"
        assert list(target.parent.iterdir()) == [target]
        assert list(scratch.iterdir()) == []


def _start(notebook: Path, folder: Path) -> subprocess.Popen:
    for name in ("scratch", "out"):
        (folder / name).mkdir(parents=True)
    (folder / "out" / "sample.html").write_text("old")
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "discourse",
            "report",
            "--notebook",
            str(notebook),
            "--out",
            str(folder / "out"),
        ],
        env={**os.environ, "TMPDIR": str(folder / "scratch")},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _wait_for_cell(scratch: Path) -> None:
    until = time.monotonic() + 60
    while not list(scratch.glob("*/tmp/here")):
        assert time.monotonic() < until
        time.sleep(0.05)
