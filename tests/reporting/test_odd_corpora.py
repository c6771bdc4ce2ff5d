"""The shipped report goes through on corpora that lack what it shows most: outlets, statements, contrast sets."""

import pandas as pd
import pytest

from discourse.reporting import render_report
from discourse.reporting.study import shipped_notebook

FRAMES = """\
frames:
  - {id: rain, label: rain, terms: [rain]}
  - {id: war, label: war, terms: [war]}
"""
CORPORA = {
    "speeches": {
        "text": ["The war goes on.", "We want peace, I say."],
        "speaker": ["Maria Nobody", "Xi Jinping"],
    },
    "nothing said": {"text": ["It rained all day."]},
}


@pytest.mark.parametrize("name", CORPORA)
def test_the_shipped_report_goes_through(name, tmp_path):
    pd.DataFrame(CORPORA[name]).to_csv(tmp_path / "texts.csv", index=False)
    (tmp_path / "own.yml").write_text(FRAMES, encoding="utf-8")
    wanted = {"corpus": str(tmp_path / "texts.csv"), "frames": [str(tmp_path / "own.yml")]}
    page = render_report(shipped_notebook(), tmp_path / "report.html", parameters=wanted)
    assert "Methods and provenance" in page.read_text(encoding="utf-8")
