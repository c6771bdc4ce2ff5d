"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from discourse import annotate, keyness, read_actors, read_corpus, read_frames, stop_words
from discourse.cli.main import run
from discourse.errors import ReadError, ReportError
from discourse.reporting.notebook_file import read_cells
from tests.reporting.small_notebook import write_notebook

ROOT = Path(__file__).parents[1]
COMMANDS = (
    "report",
    "verify",
    "bundle",
    "init",
    "corpus",
    "annotate",
    "statements",
    "terms",
    "keyness",
    "frames",
    "tone",
    "kwic",
)
TEXTS = {
    "one": 'The minister, Sergei Lavrov, said: "This is not a war." Kyiv called it an invasion.',
    "two": "Xi Jinping spoke of a crisis. The crisis, he said, must end at the table.",
}


@pytest.fixture
def texts(tmp_path):
    """A folder of two short texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path):
    """A notebook that shows what it was given."""
    source = "from discourse.reporting import show_title\nshow_title(corpus, subtitle=str(n))"
    return write_notebook(
        tmp_path / "small.ipynb",
        ("code", 'corpus: str = "sample"  # what to read\nn: int = 3  # how many', "parameters"),
        ("code", source),
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_shows_an_example(command, capsys):
    assert run([command, "--help"]) == 0
    assert f"discourse {command}" in capsys.readouterr().out.partition("Example")[2].replace("\n  ", " ")


def test_the_command_alone_says_what_there_is(capsys):
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {command} " in out for command in COMMANDS)
    assert "Exit codes: 0 fine" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["repot"], "No such command 'repot'"),
        (["report", "--outt", "x"], "No such option"),
        (["kwic"], "Missing argument 'CORPUS'"),
        (["terms", "-n", "many"], "'many' is not a valid integer"),
    ],
)
def test_a_command_that_is_not_understood_is_2(arguments, message, capsys):
    assert run(arguments) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["corpus", "nowhere"], "there is no file or folder 'nowhere'"),
        (["report", "nowhere.yml"], "the study 'nowhere.yml' cannot be read: No such file or directory"),
        (
            ["report", "-p", "corpsu", "x"],
            "parameter 'corpsu' is unknown. Known: 'corpus', 'actors', 'frames', 'second_frames', "
            "'contrast', 'period', 'title', 'voices', 'rows', 'sentences', 'where', 'about', 'tone_codes', "
            "'full_text', 'specifications', 'seed'. "
            "Did you mean 'corpus'?",
        ),
        (["report", "-p", "rows", "many"], "parameter 'rows' must be a whole number, not 'many'"),
        (
            ["report", "--notebook", "no.ipynb"],
            "the notebook 'no.ipynb' cannot be read: No such file or directory",
        ),
        (
            ["corpus", "--format", "parquet"],
            "Parquet cannot be written to the terminal; name a file with --out",
        ),
    ],
)
def test_wrong_input_is_one_plain_sentence_and_2(arguments, message, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"discourse: {message}")
    assert shown.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_debug_shows_where_an_error_came_from(capsys, monkeypatch):
    assert run(["corpus", "nowhere", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err
    monkeypatch.setenv("DISCOURSE_DEBUG", "1")
    assert run(["corpus", "nowhere"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_what_nobody_foresaw_is_told_and_1(capsys, monkeypatch):
    monkeypatch.setattr("discourse.corpus.read_corpus", lambda path: 1 / 0)
    assert run(["corpus"]) == 1
    assert capsys.readouterr().err == (
        "discourse: something unforeseen happened (ZeroDivisionError: division by zero); "
        "--debug shows where\n"
    )


def test_an_interrupt_is_130(capsys, monkeypatch):
    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("discourse.corpus.read_corpus", interrupted)
    assert run(["corpus"]) == 130
    assert capsys.readouterr().err.strip() == "discourse: interrupted; what was there before is unchanged"


def test_a_report_is_named_after_its_corpus_and_its_path_is_the_last_line(
    small, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert run(["report", "data/mirror.csv", "--notebook", str(small), "-p", "n", "007"]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{Path('reports/mirror.html')}\n"
    assert shown.err == ""
    page = Path("reports/mirror.html").read_text(encoding="utf-8")
    assert '<h1 id="data-mirror-csv">data/mirror.csv</h1>' in page
    assert '<p class="subtitle">7</p>' in page


@pytest.fixture
def asked(monkeypatch):
    """What the command asks of `render_report`, which here makes nothing."""
    heard = []

    def render_report(notebook, out, parameters, *, folder, on_cell):
        heard.append((notebook, out, parameters, folder))
        return out

    monkeypatch.setattr("discourse.reporting.render_report", render_report)
    return heard


def test_a_study_is_reported_beside_itself_and_the_line_wins_over_the_file(
    small, tmp_path, monkeypatch, asked
):
    study = tmp_path / "study"
    study.mkdir()
    small.rename(study / "own.ipynb")
    (study / "study.yml").write_text("notebook: own.ipynb\ncorpus: no\nn: 1\n")
    (tmp_path / "more.yml").write_text("n: 2\n")
    monkeypatch.chdir(tmp_path)
    assert run(["report", "study", "-f", "more.yml", "-p", "corpus", "007"]) == 0
    values = {"corpus": "007", "n": 2}
    assert asked == [(Path("study/own.ipynb"), Path("study/reports/study.html"), values, Path("study"))]


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        ([], "reports/sample.html"),
        (["--out", "made"], "made/sample.html"),
        (["--out", "made/mine.html"], "made/mine.html"),
        (["texts/*.txt"], "reports/texts.html"),
        (["articles.csv", "--out", "."], "articles.html"),
        (["-p", "corpus", "../speeches/"], "reports/speeches.html"),
    ],
)
def test_where_a_report_goes(arguments, target, small, asked):
    assert run(["report", "--notebook", str(small), *arguments]) == 0
    assert asked[0][1] == Path(target)


def test_a_report_that_fails_is_1_and_a_mistake_of_the_user_2(small, monkeypatch, capsys):
    def fail(cause):
        def render_report(*_, **__):
            raise ReportError("the report stopped in cell 1") from cause

        monkeypatch.setattr("discourse.reporting.render_report", render_report)

    fail(None)
    assert run(["report", "--notebook", str(small)]) == 1
    assert capsys.readouterr().err == "discourse: the report stopped in cell 1\n"
    fail(ReadError("there is no such text"))
    assert run(["report", "--notebook", str(small)]) == 2


def test_the_parameters_are_listed_with_their_help(small, capsys):
    assert run(["report", "--notebook", str(small), "--parameters"]) == 0
    assert capsys.readouterr().out == (
        "corpus  str          what to read ['sample']\nn       int          how many [3]\n"
    )


def test_a_study_is_made_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["init", "mine"]) == 0
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == [
        str(Path("mine", name)) for name in ("study.yml", "actors.yml", "frames.yml", "report.ipynb")
    ] + ["mine/study.yml"]
    assert read_cells(Path("mine/report.ipynb")) == read_cells(ROOT / "notebooks" / "report.ipynb")
    assert run(["init", "mine"]) == 2
    assert capsys.readouterr().err == (
        "discourse: the folder 'mine' already has study.yml, actors.yml, frames.yml, report.ipynb; "
        "nothing was written\n"
    )


def test_the_import_report_is_shown_in_sentences_or_as_a_table(texts, tmp_path, capsys):
    assert run(["corpus", str(texts)]) == 0
    assert capsys.readouterr().out.startswith("Corpus(2 documents")
    target = tmp_path / "found.csv"
    assert run(["corpus", str(texts), "--out", str(target)]) == 0
    assert list(pd.read_csv(target))[:2] == ["severity", "kind"]


def test_statements_are_lines_of_json_with_places_in_the_text(texts, capsys):
    assert run(["statements", str(texts)]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    first = records[0]
    assert list(first) == ["doc", "source", "cue", "content", "actor", "kind", "confidence"]
    assert first["doc"] == "one"
    assert first["kind"] == "direct"
    assert [TEXTS["one"][start:end].strip('"') for start, end in first["content"]] == ["This is not a war."]


def test_every_table_is_written(texts, tmp_path, capsys):
    folder = tmp_path / "tables"
    assert run(["annotate", str(texts), "--out", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}\n"
    assert len(pd.read_parquet(folder / "documents.parquet")) == 2


def test_a_table_leaves_as_text_csv_json_or_parquet(texts, tmp_path, capsys):
    assert run(["frames", str(texts)]) == 0
    text = capsys.readouterr().out
    assert run(["frames", str(texts), "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert len(text.splitlines()) == len(out.splitlines()) > 1
    target = tmp_path / "table.parquet"
    assert run(["frames", str(texts), "--out", str(target)]) == 0
    assert list(pd.read_parquet(target)) == out.splitlines()[0].split(",")
    assert run(["frames", str(texts), "--format", "json", "-n", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_terms_are_counted_apart_for_each_group(texts, capsys):
    assert run(["terms", str(texts), "--by", "doc_id", "-n", "1", "--format", "csv"]) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()] == ["doc_id", "one", "two"]


def test_the_words_that_set_an_outlet_apart_are_shown(capsys):
    assert run(["keyness", "sample", "Eastward Review", "--by", "outlet", "-n", "1"]) == 0
    heading, first = capsys.readouterr().out.splitlines()
    assert heading.split("  ")[0] == "term"
    assert first.startswith("liang  ")


def test_keyness_is_the_measure_with_all_its_columns_in_a_file(texts, tmp_path, capsys):
    target = tmp_path / "keyness.csv"
    asked = ["keyness", str(texts), "one", "--by", "doc_id", "--reference", "two", "--min-count", "1"]
    assert run([*asked, "-n", "0", "--out", str(target)]) == 0
    said = annotate(read_corpus(texts), actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    wanted = keyness(
        said.tokens,
        target="one",
        reference="two",
        by="doc_id",
        documents=said.documents,
        stop_words=stop_words(),
        min_count=1,
    )
    pd.testing.assert_frame_equal(pd.read_csv(target), wanted, check_dtype=False)
    assert run(["keyness", str(texts), "three", "--by", "doc_id"]) == 2
    assert "target doc_id 'three' is unknown. Known: 'one', 'two'." in capsys.readouterr().err


def test_tone_is_too_few_in_two_texts(texts, capsys):
    assert run(["tone", str(texts), "-n", "1"]) == 0
    assert "too few" in capsys.readouterr().out


def test_a_word_is_shown_in_its_sentences(texts, capsys):
    assert run(["kwic", str(texts), "crisis"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all("  crisis  " in line for line in lines[1:])


def test_a_column_that_is_not_there_is_said(texts, capsys):
    assert run(["terms", str(texts), "--by", "outlett"]) == 2
    assert "Did you mean 'outlet'?" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_who_leaves_early_is_no_error(texts):
    command = f"{sys.executable} -m discourse statements {texts} | head -n 0"
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stderr) == (0, "")
