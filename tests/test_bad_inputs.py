"""What somebody gets who hands over something odd: one plain sentence, or a row in a report; never a traceback."""

import json
import os

import pandas as pd
import pytest

import discourse as dc
from discourse.cli.main import run

TEXT = "The minister said the talks would go on until both sides had signed. " * 4
ODD = {
    "right-to-left": "قال الرئيس إن الحرب ستستمر حتى النهاية. " * 10,
    "emoji": f"🎉👩‍👩‍👧 President Vladimir Putin said the “war” 🇺🇦 would end. {TEXT}",
    "surrogate": f"One half \ud83d of a pair. {TEXT}",
    "nul": f"A NUL \0 in the war. {TEXT}",
    "markup": f"<script>alert(1)</script> Vladimir Putin said the war was a crisis. {TEXT}",
    "one-character": "x",
    "white-space": " \n\t ",
    "one-word": "war" * 100_000,
    "no-sentence-end": "a war here " * 20_000,
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def odd(here):
    rows = [{"id": name, "title": "<script>alert(2)</script>", "text": text} for name, text in ODD.items()]
    (here / "odd.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return "odd.jsonl"


def refusal(capsys, *arguments: str, code: int = 2) -> str:
    assert run(list(arguments)) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err.rstrip("\n").splitlines()[-1].removeprefix("discourse: ")


FILES = {
    "binary.txt": (
        bytes(range(256)) * 20,
        "no text could be read from 'binary.txt': it is binary data (a NUL character in line 1)",
    ),
    "spaces.txt": (b" \n\t \n", "no text in 'spaces.txt' has any words"),
    "nothing.txt": (b"", "no text in 'nothing.txt' has any words"),
    "wrong.csv": (
        b"id,outlet\n1,Mirror\n",
        "no column looks like the text; name the right one 'text', or say text='…' with one of 'id', 'outlet'",
    ),
    "empty.csv": (b"", "no text could be read from 'empty.csv': it is empty"),
    "header.csv": (
        b"id,text\n",
        "no text could be read from 'header.csv': it has a header but no rows below it",
    ),
    "nan.csv": (b"id,text\n1,\n2,\n", "no text in 'nan.csv' has any words"),
    "broken.json": (
        b'[{"text": "a"',
        "no text could be read from 'broken.json': it has no JSON objects in it "
        "(row 1: no valid JSON: Expecting ',' delimiter)",
    ),
    "paper.docx": (
        b"PK\3\4",
        "no text could be read from 'paper.docx': Word document (save it as plain text, UTF-8, in Word)",
    ),
    "paper.pdf": (
        b"%PDF-1.7",
        "no text could be read from 'paper.pdf': "
        "PDF (extract its text into a .txt file with a tool such as pdftotext)",
    ),
    "page.html": (
        b"<html>",
        "no text could be read from 'page.html': web page "
        "(copy the article's text into a .txt file, or extract it with a tool such as trafilatura)",
    ),
    "articles.rtf": (
        b"{\\rtf1",
        "no text could be read from 'articles.rtf': "
        "rich-text document (save it as plain text, UTF-8, in Word)",
    ),
    "nexis.txt": (
        b"\r\n                1 of 10 DOCUMENTS\r\n\r\n             The Times\r\n",
        "no text could be read from 'nexis.txt': it looks like a LexisNexis export "
        "(make it a table, .csv, with one article per row, or one .txt per article)",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_readable_texts_is_named_with_what_helps(here, capsys, name):
    content, message = FILES[name]
    (here / name).write_bytes(content)
    assert refusal(capsys, "corpus", name) == message


@pytest.mark.parametrize("thing", [None, 3, ["A text."], pd.Series(["A text."])])
def test_what_is_no_path_is_told(thing):
    with pytest.raises(dc.ReadError, match="is no path; give a folder, a file, a pattern or a DataFrame"):
        dc.read_corpus(thing)


def test_a_missing_file_is_named_with_the_nearest_there_is(here, capsys):
    (here / "articles.csv").touch()
    assert refusal(capsys, "corpus", "artcles.csv") == (
        "there is no file or folder 'artcles.csv'. Did you mean 'articles.csv'?"
    )


def test_an_empty_folder_is_named(here, capsys):
    (here / "texts").mkdir()
    assert refusal(capsys, "corpus", "texts") == "the folder 'texts' holds no files"


LEXICONS = {
    "indented.yml": (
        "actors:\n  - id: a\n   name: b\n",
        "indented.yml, line 3: this is not YAML; look at the indentation, colons and quotation marks here "
        "and just above (expected <block end>, but found '<block mapping start>')",
    ),
    "keys.yml": (
        "actors:\n  - id: ada\n    name: Ada\n    type: persn\n    aliasses: [A.]\n",
        "keys.yml, line 4: actor 'ada': type 'persn' must be one of person, institution, state, group. "
        "Did you mean 'person'?; keys.yml, line 5: actor 'ada': 'aliasses' is not a known key. Known: id, name, "
        "type, gender, aliases, surname, surname_alone, demonyms, metonyms, roles, not, speaks_for, note. "
        "Did you mean 'aliases'?",
    ),
    "nobody.yml": (
        "actors:\n  - {id: ada, name: Ada, type: person, speaks_for: valmra}\n"
        "  - {id: valmera, name: V, type: state}\n",
        "actor 'ada' speaks for 'valmra', which is in none of the files. Did you mean 'valmera'?",
    ),
    "empty.yml": ("", "empty.yml is empty; a lexicon begins with 'actors:' or 'frames:'"),
}


@pytest.mark.parametrize("name", LEXICONS)
def test_a_lexicon_that_does_not_hold_together_is_told_with_line_and_entry(here, capsys, name):
    content, message = LEXICONS[name]
    (here / name).write_text(content, encoding="utf-8")
    assert refusal(capsys, "frames", "--actors", name) == message


def test_a_lexicon_that_is_not_there_is_named_with_the_nearest(capsys):
    assert refusal(capsys, "frames", "--actors", "world-politcs") == (
        "there is no actors file world-politcs; shipped are sample-actors, world-politics. "
        "Did you mean 'world-politics'?"
    )


def test_an_unknown_actor_is_named_with_the_nearest():
    with pytest.raises(dc.UnknownNameError) as told:
        dc.read_actors("sample-actors")["jonas-flak"]
    assert str(told.value).endswith("Did you mean 'jonas-falk'?")


def test_a_parameter_with_a_typo_stops_the_report_before_it_starts(here, capsys):
    assert refusal(capsys, "report", "-p", "sed", "3").endswith("Did you mean 'seed'?")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["report", "--out", "taken/r"], "the report cannot be written into 'taken/r': Not a directory", 1),
        (["frames", "--out", "taken/f.csv"], "'taken/f.csv' cannot be written: Not a directory", 2),
        (["annotate", "--out", "taken"], "cannot write the annotations to taken: File exists", 2),
        (["init", "taken"], "the folder 'taken' cannot be written: File exists", 2),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the system words its refusals differently")
def test_a_place_that_cannot_be_written_is_named(here, capsys, arguments, message, code):
    (here / "taken").touch()
    assert refusal(capsys, *arguments, code=code) == message


def test_missing_texts_doubled_names_and_bad_dates_are_rows_of_the_report():
    table = pd.DataFrame(
        {
            "id": ["a", "a", "b", "c", "d"],
            "date": ["2022-03-05", "2022-13-45", "soon", "03/04/2022", None],
            "text": [f"{name} {TEXT}" for name in ("One", "Two", "Three")] + [None, "NaN"],
        }
    )
    corpus = dc.read_corpus(table)
    assert corpus.documents["doc_id"].tolist() == ["a", "a#2", "b", "c", "d"]
    rows = corpus.import_report.rows
    found = {kind: part["doc_id"].tolist() for kind, part in rows[rows["doc_id"].notna()].groupby("kind")}
    assert found["renamed"] == ["a#2"]
    assert found["bad-date"] == ["a#2", "b"]
    assert found["ambiguous-date"] == ["c"]
    assert found["undated"] == ["d"]
    assert found["empty"] == ["c"]
    assert found["short"] == ["d"]


def test_no_odd_text_makes_a_document_vanish_or_changes(odd):
    corpus = dc.read_corpus(odd)
    said = dc.annotate(corpus, actors=dc.read_actors("world-politics"), frames=dc.read_frames("ukraine"))
    texts = corpus.documents.set_index("doc_id")["text"]
    assert texts.to_dict() == ODD | {"surrogate": ODD["surrogate"].replace("\ud83d", "\ufffd")}
    assert said.documents["doc_id"].tolist() == list(ODD)
    assert "annotation" not in set(said.problems["stage"])
    body = said.framings[said.framings["part"] == "body"]
    for row in body.itertuples():
        assert texts[row.doc_id][row.start : row.end].lower() in {"war", "crisis"}
    assert set(body["doc_id"]) == {"emoji", "nul", "markup", "no-sentence-end"}


def test_script_in_a_text_a_headline_or_a_title_is_text_in_the_report(odd, here, capsys):
    assert run(["report", odd, "-p", "title", "<script>alert(3)</script>", "--out", "out"]) == 0
    page = (here / "out" / "odd.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(3)" in page


@pytest.mark.slow
def test_a_single_document_of_fifty_megabytes_is_read_to_the_character(here):
    text = "The minister said that the war would go on. " * 1_150_000
    (here / "long.txt").write_text(text, encoding="utf-8")
    assert dc.read_corpus("long.txt").documents["text"][0] == text
