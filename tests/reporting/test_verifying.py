"""A report made again: identical, or what differs and why; and the package that lets others do so."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from discourse.cli.main import run
from discourse.errors import ReportError
from discourse.reporting import bundle_report, render_report, verify_report
from tests.reporting.small_study import FRAMES, TEXTS, make_report, write_study


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return make_report(tmp_path_factory.mktemp("study"))


@pytest.fixture
def kept(report):
    """The report, whose texts and lexicon are put back after the test."""
    folder = report.parents[1]
    yield report
    (folder / "texts" / "one.txt").write_text(TEXTS["one"], encoding="utf-8")
    (folder / "frames.yml").write_text(FRAMES, encoding="utf-8")


def test_the_same_inputs_give_an_identical_report(report, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    before = report.read_bytes()
    assert run(["verify", str(report)]) == 0
    assert capsys.readouterr().out == "identical\n"
    assert report.read_bytes() == before


def test_a_text_that_changed_is_named_and_the_exit_code_is_3(kept, capsys):
    (kept.parents[1] / "texts" / "one.txt").write_text("It is a war and a crisis.", encoding="utf-8")
    assert run(["verify", str(kept)]) == 3
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == ["differs", "  because text 'one' changed"]
    assert "  sentences.csv differs" in out


def test_an_entry_that_was_added_is_named(kept):
    frames = FRAMES.replace("contrasts:", "  - {id: winter, label: winter, terms: [winter]}\ncontrasts:")
    (kept.parents[1] / "frames.yml").write_text(frames, encoding="utf-8")
    assert verify_report(kept).reasons == ("frames: entry 'winter' added",)


def test_a_table_that_somebody_changed_is_found(report):
    table = report.with_name("count_files") / "sentences.csv"
    before = table.read_bytes()
    try:
        table.write_bytes(before.replace(b"war", b"peace"))
        found = verify_report(report)
    finally:
        table.write_bytes(before)
    assert str(found) == ("differs\n  because of nothing that the record names\n  sentences.csv differs")


def test_what_is_no_report_is_said(tmp_path):
    (tmp_path / "a.html").write_text("")
    with pytest.raises(ReportError) as error:
        verify_report(tmp_path / "a.html")
    assert str(error.value) == f"'{tmp_path / 'a.html'}' is not a whole report: there is no run.json"
    (tmp_path / "a.zip").write_text("")
    with pytest.raises(ReportError) as error:
        verify_report(tmp_path / "a.zip")
    assert str(error.value) == f"the package '{tmp_path / 'a.zip'}' cannot be read"


def test_a_report_without_its_notebook_is_made_again_if_it_was_the_shipped_one(report, tmp_path):
    kept = shutil.copytree(report.parent, tmp_path / "kept")
    (kept / "count.ipynb").unlink()
    with pytest.raises(ReportError) as error:
        verify_report(kept)
    assert str(error.value) == (
        f"'{kept / 'count.html'}' cannot be made again: there is no count.ipynb beside it, and it was made with "
        "another notebook than the one that comes with this version"
    )


@pytest.mark.slow
def test_the_kept_report_of_the_sample_can_be_verified(capsys):
    """On another platform or with other versions the drawings may differ; the tables may not."""
    code = run(["verify", str(Path(__file__).parents[2] / "reports" / "reference")])
    said = capsys.readouterr().out.splitlines()
    assert (code, said[0]) in [(0, "identical"), (3, "the tables are identical; how they are shown differs")]


def test_of_a_folder_with_several_reports_one_must_be_named(report, tmp_path):
    both = shutil.copytree(report.parent, tmp_path / "both")
    shutil.copytree(both / "count_files", both / "again_files")
    shutil.copyfile(both / "count.html", both / "again.html")
    with pytest.raises(
        ReportError, match=r"holds 2 reports \(again.html, count.html …\); name the page of one$"
    ):
        verify_report(both)
    (tmp_path / "none").mkdir()
    with pytest.raises(ReportError, match=r"none' holds no report$"):
        verify_report(tmp_path / "none")


def test_a_package_holds_no_text_and_can_be_verified_by_who_holds_the_texts(report, tmp_path, monkeypatch):
    package = bundle_report(report, tmp_path / "package.zip")
    with zipfile.ZipFile(package) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for text in TEXTS.values():
        assert not any(text[:60].encode() in content for content in members.values())
    assert members["tables/sentences.csv"] == b"doc_id,frame\none,war\ntwo,crisis\n"
    assert members["frames.yml"] == FRAMES.encode()
    described = {entry["@id"] for entry in json.loads(members["ro-crate-metadata.json"])["@graph"]}
    assert set(members) <= described

    elsewhere = tmp_path / "their texts"
    (report.parents[1] / "texts").rename(elsewhere)
    try:
        monkeypatch.chdir(tmp_path)
        assert str(verify_report(package, {"corpus": str(elsewhere)})) == "identical"
    finally:
        elsewhere.rename(report.parents[1] / "texts")


def test_a_second_lexicon_is_in_the_package_too(tmp_path):
    notebook = write_study(tmp_path)
    (tmp_path / "other.yml").write_text(FRAMES, encoding="utf-8")
    declared = '\\nsecond_frames: list = [\\"other.yml\\"]  # another frames file'
    source = notebook.read_text(encoding="utf-8")
    notebook.write_text(source.replace("  # frames", f"  # frames{declared}"), encoding="utf-8")
    page = render_report(notebook, tmp_path / "reports" / "count.html", {"corpus": "texts"}, folder=tmp_path)
    with zipfile.ZipFile(bundle_report(page, tmp_path / "package.zip")) as archive:
        assert archive.read("other.yml") == FRAMES.encode()


def test_the_same_report_gives_the_same_package(report, tmp_path):
    first, second = (bundle_report(report, tmp_path / name) for name in ("a.zip", "b.zip"))
    assert first.read_bytes() == second.read_bytes()


def test_other_texts_or_a_text_in_the_notebook_give_no_package(kept, tmp_path):
    target = tmp_path / "package.zip"
    with pytest.raises(ReportError) as error:
        bundle_report(kept, target, max_words=0)
    assert "holds more than 0 words of a text in a row" in str(error.value)
    (kept.parents[1] / "texts" / "one.txt").write_text("Another text.", encoding="utf-8")
    with pytest.raises(ReportError) as error:
        bundle_report(kept, target)
    assert str(error.value) == (
        f"{Path('texts')} does not hold the texts that the report was made of: "
        "text 'one' is missing or another one"
    )
    assert list(tmp_path.iterdir()) == []
