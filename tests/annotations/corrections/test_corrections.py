"""The file of corrections wins over what is found, and says where it cannot."""

import csv

import pandas as pd
import pytest

from discourse import ReadError, annotate, read_actors, read_corpus, read_frames, write_corrections

ACTORS = read_actors("world-politics")
FRAMES = read_frames("ukraine")
TEXT = "Ruiz said that it was a war. “We are leaving,” he added. The mayor whispered: late."


@pytest.fixture
def study(tmp_path):
    """A study of one text: gives a function that annotates it, and the file of corrections."""

    def run(text=TEXT, corrections=None):
        pd.DataFrame({"doc_id": ["a"], "text": [text]}).to_csv(tmp_path / "texts.csv", index=False)
        corpus = read_corpus(tmp_path / "texts.csv")
        return annotate(corpus, actors=ACTORS, frames=FRAMES, engine="serial", corrections=corrections)

    path = tmp_path / "corrections.csv"
    write_corrections(run(), path)
    return run, path


def edit(path, change):
    """Read the rows, let `change` work on them, and write them again."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def mark(**cells):
    return lambda rows: rows[0].update(cells)


def test_a_file_without_a_correction_changes_nothing(study):
    run, path = study
    before, after = run(), run(corrections=path)
    assert after.statements.equals(before.statements)
    assert after.speakers.equals(before.speakers)


def test_rows_changed_to_themselves_keep_every_statement_where_it_was(study):
    run, path = study
    edit(path, lambda rows: [row.update(correction="change") for row in rows])
    columns = ["statement_id", "start", "end", "speaker", "cue", "cue_class", "kind", "via"]
    before, after = run().statements[columns], run(corrections=path).statements[columns]
    assert after.equals(before)


def test_the_whole_sample_changed_to_itself_stays_as_it_was(tmp_path):
    corpus = read_corpus("sample").head(8)
    before = annotate(corpus, actors=ACTORS, frames=FRAMES, engine="serial")
    path = write_corrections(before, tmp_path / "all.csv")
    edit(path, lambda rows: [row.update(correction="change") for row in rows])
    after = annotate(corpus, actors=ACTORS, frames=FRAMES, engine="serial", corrections=path)
    assert after.problems.equals(before.problems)
    spans = ["statement_id", "speaker_spans", "cue_spans", "content_spans", "kind", "via"]
    assert after.statements[spans].equals(before.statements[spans])


def test_a_changed_actor_wins_and_so_does_its_voice(study):
    run, path = study
    edit(path, mark(correction="change", actor="china"))
    found = run(corrections=path)
    assert found.statements["actor"].iloc[0] == "china"
    assert found.statements["confidence"].iloc[0] == 1.0
    assert found.speakers["route"].iloc[0] == "correction"
    assert found.framings["voice"].tolist() == ["china"]


def test_two_actors_are_two_speakers_and_no_single_actor(study):
    run, path = study
    edit(path, mark(correction="change", actor="china; russia"))
    found = run(corrections=path)
    assert found.speakers["actor"].tolist()[:2] == ["china", "russia"]
    assert pd.isna(found.statements["actor"].iloc[0])


def test_a_removed_statement_is_gone_and_its_word_is_the_outlets(study):
    run, path = study
    edit(path, mark(correction="remove"))
    found = run(corrections=path)
    assert len(found.statements) == len(run().statements) - 1
    assert found.framings["voice"].tolist() == ["outlet"]


def test_an_added_statement_is_found_by_its_words(study):
    run, path = study

    def add(rows):
        words = {"speaker": "The mayor", "cue": "whispered", "content": "late", "actor": "", "kind": ""}
        places = dict.fromkeys(("start", "end", "check", "statement_id"), "")
        rows.append({**rows[0], **words, **places, "correction": "add"})

    edit(path, add)
    added = run(corrections=path).statements.iloc[-1]
    assert (added["speaker"], added["cue"], added["kind"]) == ("The mayor", "whispered", "indirect")
    assert [TEXT[start:end] for start, end in added["content_spans"]] == ["late"]


def test_a_row_whose_text_has_changed_is_a_problem_and_others_still_count(study):
    run, path = study
    edit(path, lambda rows: [row.update(correction="remove") for row in rows[:2]])
    found = run(TEXT.replace("leaving", "staying"), corrections=path)
    assert "it was a war" not in " ".join(found.statements["speaker"].astype("str"))
    problem = found.problems.iloc[-1]
    assert (problem["doc_id"], problem["stage"], problem["row"]) == ("a", "corrections", 3)
    assert problem["reason"].endswith("has changed since the row was written")
    assert problem["file"] == str(path)


def test_a_row_for_a_document_that_is_not_there_is_a_problem(study):
    run, path = study
    edit(path, mark(correction="remove", doc_id="b"))
    assert run(corrections=path).problems["reason"].tolist() == ["the corpus has no document of this name"]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"correction": "delete"},
            "correction 'delete' is unknown. Known: 'change', 'remove', 'add'.",
        ),
        (
            {"correction": "change", "cue_class": "warning"},
            "cue_class 'warning' is unknown. Known: 'neutral', 'assert', 'claim', 'concede', 'warn', 'deny', "
            "'praise', 'accuse'. Did you mean 'warn'?",
        ),
        ({"correction": "change", "start": "x"}, "start 'x' is not a whole number"),
        (
            {"correction": "change", "content": ""},
            "to change a statement its 'content' is needed, in the words of the text",
        ),
        (
            {"correction": "remove", "check": ""},
            "to remove a statement its 'start', 'end' and 'check' are needed, as they were written",
        ),
        (
            {"correction": "change", "cue_negated": "perhaps"},
            "cue_negated 'perhaps' is neither true nor false",
        ),
    ],
)
def test_a_wrong_cell_is_named_with_file_and_line(study, cells, message):
    run, path = study
    edit(path, mark(**cells))
    with pytest.raises(ReadError) as raised:
        run(corrections=path)
    assert str(raised.value) == f"corrections.csv, line 2: {message}"


def test_an_unknown_actor_is_named_with_the_nearest(study):
    run, path = study
    edit(path, mark(correction="change", actor="chian"))
    with pytest.raises(ReadError, match=r"corrections\.csv, line 2: actor 'chian' is unknown.*'china'"):
        run(corrections=path)


def test_a_missing_column_and_a_missing_file_are_said(study, tmp_path):
    run, path = study
    path.write_text("correction,doc_id\nremove,a\n", encoding="utf-8")
    with pytest.raises(ReadError, match="lacks the column 'speaker'; write_corrections writes it"):
        run(corrections=path)
    with pytest.raises(ReadError, match="cannot read the corrections in"):
        run(corrections=tmp_path / "none.csv")


def test_work_already_done_is_not_written_over(study):
    run, path = study
    with pytest.raises(ReadError, match="is there already and may hold corrections"):
        write_corrections(run(), path)


def test_semicolons_for_commas_are_read(study):
    run, path = study
    edit(path, mark(correction="remove"))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert len(run(corrections=path).statements) == len(run().statements) - 1


def test_words_that_look_like_formulas_come_back_as_they_were(tmp_path):
    text = "Ruiz: “-5 degrees are cold enough,” she said."
    pd.DataFrame({"doc_id": ["a"], "text": [text]}).to_csv(tmp_path / "t.csv", index=False)
    corpus = read_corpus(tmp_path / "t.csv")
    found = annotate(corpus, actors=ACTORS, frames=FRAMES, engine="serial")
    path = write_corrections(found, tmp_path / "c.csv")
    edit(path, mark(correction="change"))
    again = annotate(corpus, actors=ACTORS, frames=FRAMES, engine="serial", corrections=path)
    assert again.problems.empty
    assert again.statements["content_spans"].tolist() == found.statements["content_spans"].tolist()
