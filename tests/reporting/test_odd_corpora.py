"""The shipped report goes through on corpora unlike the sample: without outlets or statements, or one-sided."""

import re

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


def test_a_plain_difference_in_tone_is_among_the_findings_with_the_ways_that_carry_it(tmp_path):
    praise = "The brilliant, brave and honest Volodymyr Zelensky won wonderful praise for his great success."
    blame = (
        "The brutal, corrupt and shameful Vladimir Putin committed terrible crimes, a disgusting murderer."
    )
    apart = [" ".join(f"place{n * 80 + k}" for k in range(80)) for n in range(25)]  # so that none is a copy
    texts = [f"{praise} {blame} He went to {places}." for places in apart]
    pd.DataFrame({"text": texts, "outlet": "Mirror"}).to_csv(tmp_path / "texts.csv", index=False)
    page = render_report(shipped_notebook(), tmp_path / "r.html", {"corpus": str(tmp_path / "texts.csv")})
    text = page.read_text(encoding="utf-8")
    said = "The texts speak more warmly of Volodymyr Zelensky than of Vladimir Putin: by "
    assert said in text
    assert re.search(r" ways of counting carry it\.\s<a class=.see. href=.#table-tone-toward", text)
    assert 'id="figure-tone-specifications"' in text
