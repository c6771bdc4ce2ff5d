"""A study with a grid: a report each, what failed with its reason, taken up again, and compared."""

import json
from pathlib import Path

import pytest

from discourse.cli.main import run
from discourse.errors import ParameterError, UnknownNameError
from discourse.reporting import declared_parameters, page_faults
from discourse.reporting.grid import grid_reports, study_labels
from discourse.reporting.grid_inputs import GridInputs
from discourse.reporting.study import read_study
from tests.reporting.small_notebook import write_notebook

PARAMETERS = """\
corpus: str = "sample"  # texts
frames: list = ["frames.yml"]  # words
where: str = ""  # which
title: str = "Words"  # headline
n: int = 1  # nothing"""
MAKE = """\
import pathlib
import pandas as pd, discourse as dc
from discourse.errors import ReadError
texts = dc.read_corpus(corpus).where(where) if where else dc.read_corpus(corpus)
if "Times" in texts.documents["outlet"].tolist() and not pathlib.Path("mended").exists():
    raise ReadError("the Times cannot be read")
few = len(texts) / 100
overall = pd.DataFrame({"frame": ["war", "crisis"], "n": [30, 10], "n_documents": 9, "total": 40,
    "total_documents": 9, "share": [few, 1 - few], "low": [few - 0.01, 0.9 - few], "high": [few + 0.01, 1.0],
    "too_few": False})
dc.show_title(title)"""
SHOW = 'dc.show_table(overall, caption="All.", name="overall")'
FRAMES = "frames: [{id: war, label: war & peace, terms: [war]}]\n"
TEXTS = "doc_id,outlet,date,text\n" + "".join(
    f"{n},{outlet},{year}-05-01,There is a war in the <b>north</b> and nobody speaks of it.\n"
    for n, (outlet, year) in enumerate(
        [("Mirror", 2022), ("Mirror", 2023), ("Sun <i>", 2023), ("Times", 2023)]
    )
)


@pytest.fixture
def study(tmp_path):
    (tmp_path / "texts.csv").write_text(TEXTS, encoding="utf-8")
    write_notebook(tmp_path / "own.ipynb", ("code", PARAMETERS, "parameters"), ("code", MAKE), ("code", SHOW))
    (tmp_path / "frames.yml").write_text(FRAMES, encoding="utf-8")
    file = tmp_path / "study.yml"
    file.write_text("notebook: own.ipynb\ncorpus: texts.csv\ngrid: {outlet: all}\n", encoding="utf-8")
    return file


def asked(study: Path, grid: str):
    text = study.read_text(encoding="utf-8").replace("grid: {outlet: all}", f"grid: {grid}")
    study.write_text(text, encoding="utf-8")
    return grid_reports(read_study(study), declared_parameters(study.with_name("own.ipynb")))


def test_a_grid_gives_each_combination_its_own_parameters(study):
    found = asked(study, '{outlet: [Mirror, "O\'Neil"], year: all, n: [1, 2]}')
    assert len(found) == 8
    assert found[0].label == "Mirror, 2022, 1"
    assert found[0].parameters == {
        "corpus": "texts.csv",
        "where": "outlet == 'Mirror' and date >= '2022' and date < '2023'",
        "title": "Words: Mirror, 2022, 1",
        "n": 1,
    }
    assert 'outlet == "O\'Neil"' in found[-1].parameters["where"]


def test_names_of_reports_differ(study):
    assert [report.name for report in asked(study, "{outlet: [A b, a-b]}")] == ["a-b", "a-b-2"]


def test_what_the_grid_cannot_mean_is_said(study):
    with pytest.raises(UnknownNameError, match=r"^line of the grid 'outlett' is unknown\."):
        asked(study, "{outlett: all}")
    study.write_text("notebook: own.ipynb\ncorpus: texts.csv\ngrid: {outlet: []}\n", encoding="utf-8")
    empty, declared = read_study(study), declared_parameters(study.with_name("own.ipynb"))
    with pytest.raises(ParameterError, match=r"^the grid names no outlet; list some"):
        grid_reports(empty, declared)
    study.write_text("grid: [outlet]\n", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"must hold lines of the form 'outlet: all'"):
        read_study(study)


def test_reports_are_made_compared_and_taken_up_again(study, capsys):
    assert run(["report", str(study)]) == 1
    shown = capsys.readouterr()
    folder = study.parent / "reports" / "study"
    assert "times: the report stopped in cell 3: the Times cannot be read" in shown.err
    assert shown.err.splitlines()[-1] == ("discourse: 1 of 3 reports failed; run the command again for these")
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page_faults(page) == []
    assert "the Times cannot be read" in page
    assert str(study.parent) not in page
    assert "Sun &lt;i&gt;" in page
    assert "“war” is 2 % in Mirror" not in page  # intervals of 1 and 2 per cent touch

    mirror = (folder / "mirror.html").stat().st_mtime_ns
    assert sorted(json.loads((folder / ".made.json").read_text())) == ["mirror", "sun-i"]
    (study.parent / "mended").touch()
    assert run(["report", str(study)]) == 0
    assert (folder / "mirror.html").stat().st_mtime_ns == mirror
    assert capsys.readouterr().out == f"{folder / 'index.html'}\n"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "<td>war &amp; peace</td>" in page
    assert "<td>crisis</td>" in page  # a frame of no lexicon keeps its id


def hashes(study: Path) -> dict[str, str]:
    """What each report of the grid rests on, as it lies there now."""
    inputs = GridInputs(study.with_name("own.ipynb"), study.parent)
    return {report.name: inputs.hash_of(report.parameters) for report in asked(study, "{outlet: all}")}


def changed(before: dict[str, str], now: dict[str, str]) -> list[str]:
    return [name for name in before if before[name] != now[name]]


def test_only_reports_whose_texts_changed_are_made_again(study):
    before, texts = hashes(study), study.with_name("texts.csv")
    assert changed(before, hashes(study)) == []
    texts.write_text(TEXTS.replace("3,Times,2023-05-01,There", "3,Times,2023-05-01,Here"), encoding="utf-8")
    assert changed(before, hashes(study)) == ["times"]
    texts.write_text(TEXTS.replace("0,Mirror,2022-05-01", "0,Mirror,2022-05-02"), encoding="utf-8")
    assert changed(before, hashes(study)) == ["mirror"]


def test_a_change_of_lexicon_notebook_or_parameter_makes_all_again(study):
    before = hashes(study)
    frames, notebook = study.with_name("frames.yml"), study.with_name("own.ipynb")
    frames.write_text(FRAMES.replace("terms: [war]", "terms: [war, battle]"), encoding="utf-8")
    assert changed(before, hashes(study)) == list(before)
    frames.write_text(FRAMES, encoding="utf-8")
    assert changed(before, hashes(study)) == []
    notebook.write_text(notebook.read_text(encoding="utf-8").replace("All.", "Everything."), encoding="utf-8")
    assert changed(before, hashes(study)) == list(before)


def test_texts_that_cannot_be_read_do_not_stop_the_others(study):
    (broken,) = asked(study, "{outlet: [Mirror]}")
    inputs = GridInputs(study.with_name("own.ipynb"), study.parent)
    study.with_name("texts.csv").unlink()
    assert inputs.hash_of(broken.parameters)
    assert inputs.unplaced(broken.parameters).empty


def test_actors_of_a_grid_are_called_by_their_names(study):
    text = "notebook: own.ipynb\ncorpus: texts.csv\nactors: [sample-actors]\ngrid: {about: [x]}\n"
    study.write_text(text, encoding="utf-8")
    labels = study_labels(read_study(study).parameters, study.parent)
    assert labels["mara-lindqvist"] == "Mara Lindqvist"
    assert study_labels({"actors": ["no such file"], "frames": ["frames.yml"]}, study.parent) == {
        "war": "war & peace"
    }
