"""The report that is kept under reports/reference: today's code makes it again, to the byte."""

import json
import re
from pathlib import Path

import pytest

from discourse.reporting import render_report
from discourse.reporting.study import shipped_notebook

KEPT = Path(__file__).parents[2] / "reports" / "reference"
DRAWING = re.compile(r"<svg.*?</svg>", flags=re.DOTALL)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return render_report(shipped_notebook(), tmp_path_factory.mktemp("reference") / "sample.html").parent


def record(folder: Path) -> dict:
    return json.loads((folder / "sample_files" / "run.json").read_text(encoding="utf-8"))


def same_machine(made: Path) -> bool:
    return all(record(made)[key] == record(KEPT)[key] for key in ("platform", "versions"))


def test_the_tables_are_the_same(made):
    kept = {file.name: file.read_bytes() for file in (KEPT / "sample_files").glob("*.csv")}
    assert kept
    assert {file.name: file.read_bytes() for file in (made / "sample_files").glob("*.csv")} == kept


def test_the_text_is_the_same(made):
    """But for the lines on versions and platform, which differ where those do, and for the drawings."""
    told = re.compile(r"<dt>(?:versions|platform)</dt><dd>.*?</dd>", flags=re.DOTALL)
    pages = [(folder / "sample.html").read_text(encoding="utf-8") for folder in (made, KEPT)]
    first, second = (told.sub("", DRAWING.sub("", page)) for page in pages)
    assert first == second


def test_on_the_same_platform_and_versions_everything_is_the_same(made):
    if not same_machine(made):
        pytest.skip("another platform or other versions than those of the kept report")
    names = [f.relative_to(KEPT) for f in KEPT.rglob("*") if f.is_file() and f.name != "README.md"]
    assert [str(name) for name in names if (made / name).read_bytes() != (KEPT / name).read_bytes()] == []
