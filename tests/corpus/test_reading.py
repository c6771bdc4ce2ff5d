"""From a path to a corpus."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse.corpus import read_corpus
from discourse.errors import DiscourseError, ReadError, UnknownNameError

ARTICLE = (
    "The minister said on Monday that the talks would go on for as long as it takes to end the war. " * 3
)
OTHER = "Nobody in the capital believed that the negotiations would bring peace before the winter came. " * 3
GERMAN = "Der Außenminister sagte am Montag, dass die Gespräche noch lange fortgesetzt werden würden. " * 3


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(tmp_path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def findings(corpus) -> dict[str, list[tuple]]:
    """Kind → where, file, row and detail of each finding."""
    rows = corpus.import_report.rows.astype(object).where(corpus.import_report.rows.notna(), None)
    return {
        kind: list(zip(found["doc_id"], found["file"], found["row"], found["detail"], strict=True))
        for kind, found in rows.groupby("kind")
    }


def refusal(*args, **options) -> str:
    with pytest.raises(DiscourseError) as error:
        read_corpus(*args, **options)
    return str(error.value)


# Folders of texts


def test_a_folder_is_one_document_per_text_file(tmp_path):
    write(tmp_path, {"texts/b.txt": ARTICLE, "texts/a.txt": OTHER, "texts/sub/c.TXT": "War."})
    documents = read_corpus("texts").documents
    assert documents["doc_id"].tolist() == ["a", "b", "c"]
    assert documents["file"].tolist() == ["a.txt", "b.txt", "sub/c.TXT"]
    assert documents["text"].tolist() == [OTHER, ARTICLE, "War."]


def test_files_of_the_same_stem_are_named_by_their_path(tmp_path):
    write(tmp_path, {"t/2021/a.txt": ARTICLE, "t/2022/a.txt": OTHER, "t/b.txt": "War."})
    assert read_corpus("t").documents["doc_id"].tolist() == ["2021/a.txt", "2022/a.txt", "b"]


def test_file_names_give_metadata(tmp_path):
    write(
        tmp_path,
        {"t/Times_2022-03-05_talks.txt": ARTICLE, "t/Mirror_2022-03_war.txt": OTHER, "t/x.txt": "War."},
    )
    corpus = read_corpus("t", pattern=r"(?P<newspaper>[^_]+)_(?P<date>[^_]+)_(?P<slug>.+)")
    assert repr(corpus) == "Corpus(3 documents, 2 outlets, 2022-03 to 2022-03-05; 1 warning in import_report)"
    assert corpus.documents["slug"].tolist()[:2] == ["war", "talks"]
    assert findings(corpus)["unmatched"] == [(None, "x.txt", None, "")]
    assert findings(corpus)["undated"] == [("x", "x.txt", None, "")]


def test_a_speaker_in_the_file_name_marks_a_speech_and_that_is_said(tmp_path):
    write(tmp_path, {"t/Lavrov_1.txt": ARTICLE, "t/Wang_2.txt": OTHER})
    corpus = read_corpus("t", pattern="(?P<speaker>[^_]+)_")
    assert corpus.documents["speaker"].tolist() == ["Lavrov", "Wang"]
    assert (
        "In 2 of 2 documents the whole text counts as its speaker's own words; "
        "say columns={'speaker': None} if it is not." in corpus.import_report.sentences
    )


def test_what_is_no_text_is_a_row_of_the_report(tmp_path):
    files = {"a.txt": ARTICLE, "picture.txt": b"\x89PNG\r\n\0\0", "paper.docx": b"PK\x03\x04", "x.foo": "?"}
    more = {
        "paper.txt": b"%PDF-1.7",
        "._a.txt": b"\0",
        "meta.csv": "id\n1\n",
        "nexis.txt": "1 of 9 DOCUMENTS\n",
    }
    write(tmp_path, {f"t/{name}": content for name, content in (files | more).items()})
    corpus = read_corpus("t")
    assert len(corpus) == 1
    found = findings(corpus)
    assert found["junk"] == [(None, "._a.txt", None, "._*")]
    assert found["skipped"] == [
        (None, "meta.csv", None, "table among texts (read it by its own name)"),
        (None, "paper.docx", None, "Word document (save it as plain text, UTF-8, in Word)"),
        (None, "x.foo", None, ".foo (give it the ending .txt if it is plain text)"),
    ]
    assert [(file, detail) for _, file, _, detail in found["unreadable"]] == [
        (
            "nexis.txt",
            "it looks like a LexisNexis export "
            "(make it a table, .csv, with one article per row, or one .txt per article)",
        ),
        (
            "paper.txt",
            "it is in truth a file of another kind: "
            "PDF (extract its text into a .txt file with a tool such as pdftotext)",
        ),
        ("picture.txt", "it is binary data (a NUL character in line 2)"),
    ]


def test_a_file_that_cannot_be_opened_is_a_row_of_the_report(tmp_path):
    write(tmp_path, {"t/a.txt": ARTICLE})
    (tmp_path / "t" / "b.txt").symlink_to("nowhere")
    ((_, file, _, detail),) = findings(read_corpus("t"))["unreadable"]
    assert (file, detail) == ("b.txt", "it cannot be opened (No such file or directory)")


def test_progress_is_told_file_by_file(tmp_path):
    write(tmp_path, {"t/a.txt": ARTICLE, "t/b.txt": OTHER, "t/c.docx": b"", "u/1.csv": f"text\n{ARTICLE}\n"})
    done = []
    read_corpus("t", progress=done.append)
    read_corpus("u/*.csv", progress=done.append)
    assert done == [1, 1, 1]


# Texts, to the character


@given(st.text(alphabet=st.characters(codec=None, exclude_characters="\0")))
@settings(max_examples=60)
def test_a_text_is_kept_to_the_character(tmp_path_factory, text):
    """But for one byte-order mark and lone surrogates, whatever the line ends."""
    path = tmp_path_factory.mktemp("t") / "a.txt"
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text.removeprefix("\ufeff"))
    if expected.strip():
        assert read_corpus(path).documents["text"].tolist() == [expected]
    else:
        with pytest.raises(ReadError, match="has any words"):
            read_corpus(path)


@pytest.mark.parametrize(
    "text", ["x", "😀", "שלום עולם", "a\u202eb", "\ufeff\ufeffx", "\x1b[31m", "a\r\n\tb\u2028c\x0c"]
)
def test_odd_texts_are_texts(tmp_path, text):
    write(tmp_path, {"a.txt": text})
    assert read_corpus("a.txt").documents["text"].tolist() == [text.removeprefix("\ufeff")]


def test_lone_surrogates_are_replaced_and_reported_wherever_they_come_from(tmp_path):
    write(
        tmp_path,
        {
            "a.jsonl": json.dumps({"id": "x", "title": "a \ud83d b", "text": ARTICLE}),
            "b.txt": b"a \xed\xa0\xbd b",
        },
    )
    corpus = read_corpus("a.jsonl")
    assert corpus.documents["title"].tolist() == ["a \ufffd b"]
    assert findings(corpus)["broken"] == [("x", "a.jsonl", 1, "lone surrogates")]
    corpus = read_corpus("b.txt")
    assert corpus.documents["text"].tolist() == ["a \ufffd b"]
    assert findings(corpus)["broken"] == [(None, "b.txt", None, "1 character")]


def test_encodings_are_told_file_by_file_and_the_users_word_wins(tmp_path):
    write(
        tmp_path,
        {"t/a.txt": "Núñez spoke.".encode("cp1252"), "t/b.txt": "War.", "c.txt": "Łódź".encode("cp1250")},
    )
    corpus = read_corpus("t")
    assert corpus.documents["text"].tolist() == ["Núñez spoke.", "War."]
    assert findings(corpus)["encoding"] == [(None, "a.txt", None, "cp1252")]
    assert read_corpus("c.txt", encoding="cp1250").documents["text"].tolist() == ["Łódź"]


# Columns and cells


def test_a_text_column_that_is_guessed_is_said_aloud():
    corpus = read_corpus(pd.DataFrame({"headline": ["Talks"], "content": [ARTICLE], "body": [OTHER]}))
    assert repr(corpus) == "Corpus(1 document; text from 'body' (not 'content'))"
    assert corpus.import_report.sentences[1] == (
        "2 columns were guessed: title from 'headline', text from 'body' (not 'content'). "
        "If one is wrong, say which is right: text='…', columns={'date': '…'}."
    )
    assert read_corpus(pd.DataFrame({"content": [ARTICLE]}), text="content").import_report.rows[
        "kind"
    ].tolist() == [
        "read",
        "undated",
    ]


def test_a_column_with_a_reserved_name_is_kept_under_another():
    documents = read_corpus(pd.DataFrame({"text": [ARTICLE], "actor": ["China"], "part": [3]})).documents
    assert documents["meta_actor"].tolist() == ["China"]
    assert documents["meta_part"].tolist() == [3]
    assert documents["actor"].isna().all()


def test_missing_texts_stay_as_documents_without_words():
    corpus = read_corpus(pd.DataFrame({"id": [1, 2, 3, 4], "text": [None, " ", ARTICLE, float("nan")]}))
    assert corpus.documents["text"].tolist() == ["", " ", ARTICLE, ""]
    assert findings(corpus)["empty"] == [
        ("1", "text", 1, ""),
        ("2", "text", 2, "only white space"),
        ("4", "text", 4, ""),
    ]


def test_doc_ids_that_come_twice_are_made_unique_and_reported():
    corpus = read_corpus(pd.DataFrame({"id": ["a", "a", None], "text": [ARTICLE, OTHER, "War."]}))
    assert corpus.documents["doc_id"].tolist() == ["a", "a#2", "text-3"]
    assert [row[:1] + row[3:] for row in findings(corpus)["renamed"]] == [
        ("a#2", "'a' was taken"),
        ("text-3", "it had none"),
    ]


def test_numbers_and_lists_can_be_texts_and_names():
    documents = read_corpus(
        pd.DataFrame({"id": [7.0], "outlet": [24], "text": [["First paragraph.", "Second."]], "score": [0.5]})
    ).documents
    assert documents.loc[0, ["doc_id", "outlet", "text"]].tolist() == [
        "7",
        "24",
        "First paragraph.\n\nSecond.",
    ]
    assert documents["score"].dtype == "float64"


def test_a_broken_line_of_json_is_reported_and_the_others_are_read(tmp_path):
    write(tmp_path, {"a.jsonl": f'{{"text": "{ARTICLE}"}}\n{{"text": \n{{"text": "War."}}\n'})
    corpus = read_corpus("a.jsonl")
    assert corpus.documents["doc_id"].tolist() == ["a-1", "a-2"]
    assert findings(corpus)["unreadable"] == [(None, "a.jsonl", 2, "no valid JSON: Expecting value")]


def test_titles_and_ids_are_kept_to_the_character_and_names_are_trimmed():
    cells = {"id": "a  b ", "title": " War \u00a0 or crisis ", "outlet": " The  Times ", "text": ARTICLE}
    documents = read_corpus(pd.DataFrame([cells])).documents
    assert documents.loc[0, ["doc_id", "title", "outlet"]].tolist() == [
        cells["id"],
        cells["title"],
        "The Times",
    ]


def test_columns_of_the_same_name_and_several_indexes_are_kept():
    table = pd.DataFrame([[ARTICLE, 1, 2]], columns=["text", "n", "n"])
    table.index = pd.MultiIndex.from_tuples([("Times", 7)], names=["outlet", "page"])
    documents = read_corpus(table).documents
    assert documents.loc[0, ["outlet", "page", "n", "n.2"]].tolist() == ["Times", 7, 1, 2]


# Dates


def test_dates_that_cannot_be_read_are_reported_and_kept_as_written():
    corpus = read_corpus(
        pd.DataFrame({"date": ["2022-03-05", "soon", None, "02/03/2022"], "text": [ARTICLE] * 4})
    )
    assert corpus.documents["date"].fillna("-").tolist() == ["2022-03-05", "-", "-", "-"]
    assert corpus.documents["meta_date"].fillna("-").tolist() == ["2022-03-05", "soon", "-", "02/03/2022"]
    sentences = corpus.import_report.sentences
    assert "1 document has no date: text-3." in sentences
    assert "Warning: 1 date cannot be read: text-2 ('soon'). This document counts as undated." in sentences
    assert (
        "Warning: 1 date may have the day or the month first: text-4 ('02/03/2022'). "
        "This document counts as undated until you say dayfirst=True or dayfirst=False, or "
        "write them as 2022-04-03." in sentences
    )


def test_one_clear_date_settles_the_order_and_that_is_said():
    dates = pd.DataFrame({"date": ["02/03/2022", "24/02/2022"], "text": [ARTICLE, OTHER]})
    corpus = read_corpus(dates)
    assert corpus.documents["date"].tolist() == ["2022-03-02", "2022-02-24"]
    assert (
        "Dates such as '02/03/2022' have the day first, because '24/02/2022' has. "
        "Say dayfirst=False if that is wrong." in corpus.import_report.sentences
    )
    assert "date-order" not in findings(read_corpus(dates, dayfirst=True))


def test_a_precision_in_other_words_is_metadata():
    table = pd.DataFrame({"date": ["2014-09-01"], "date_precision": ["circa"], "text": [ARTICLE]})
    assert read_corpus(table).documents.loc[0, ["date", "meta_date_precision"]].tolist() == [
        "2014-09-01",
        "circa",
    ]


def test_a_meta_date_of_the_users_is_left_alone():
    table = pd.DataFrame({"date": ["5 March 2022"], "meta_date": ["mine"], "text": [ARTICLE]})
    documents = read_corpus(table).documents
    assert documents.loc[0, ["meta_date", "meta_meta_date"]].tolist() == ["mine", "5 March 2022"]


def test_a_coarser_precision_of_the_users_is_believed():
    documents = read_corpus(
        pd.DataFrame({"date": ["2014-09-01"], "date_precision": ["month"], "text": [ARTICLE]})
    ).documents
    assert documents.loc[0, ["date", "date_precision"]].tolist() == ["2014-09", "month"]


# A critical look


def test_near_duplicates_are_marked_and_never_dropped():
    corpus = read_corpus(pd.DataFrame({"id": ["a", "b", "c"], "text": [ARTICLE, OTHER, ARTICLE + "Reuters"]}))
    assert corpus.documents["duplicate_group"].fillna("-").tolist() == ["a", "-", "a"]
    assert findings(corpus)["duplicate"] == [("c", "text", 3, "like a")]
    assert corpus.without_duplicates().documents["doc_id"].tolist() == ["a", "b"]


def test_other_languages_markup_and_cut_texts_are_told():
    texts = [GERMAN, f"<p>{ARTICLE}</p>", ("word " * 7_000)[:32_767], "War."]
    found = findings(read_corpus(pd.DataFrame({"id": list("abcd"), "text": texts})))
    assert found["language"] == [("a", "text", 1, "German")]
    assert found["markup"] == [("b", "text", 2, "'<p>'")]
    assert found["cut"] == [("c", "text", 3, "32,767 characters, as many as an Excel cell holds")]
    assert found["short"] == [("d", "text", 4, "1 word")]


@pytest.mark.slow
def test_a_document_of_fifty_megabytes_is_read(tmp_path):
    write(tmp_path, {"a.txt": "The talks failed on day one. " * 1_800_000})
    assert read_corpus("a.txt").documents["text"].str.len().tolist() == [52_200_000]


# What cannot be read


def test_a_path_that_is_wrong_is_refused_with_what_would_be_right(tmp_path):
    write(tmp_path, {"articles.csv": "id,body\n", "tables/a.csv": "", "tables/b.csv": "", "docs/a.pdf": b""})
    assert refusal("articels.csv").endswith("Did you mean 'articles.csv'?")
    both = str(Path("tables", "*.csv"))
    assert refusal("tables") == f"'tables' holds tables, not texts; read them by their own name: {both!r}"
    pdf = "PDF (extract its text into a .txt file with a tool such as pdftotext)"
    assert refusal("docs/a.pdf") == f"no text could be read from 'docs/a.pdf': {pdf}"
    assert refusal("docs") == f"no text could be read from 'docs': {pdf}"


def test_options_that_do_not_fit_are_refused(tmp_path):
    write(tmp_path, {"a.csv": f"id,body\n1,{ARTICLE}\n", "a.txt": ARTICLE})
    assert (
        refusal("a.csv", text="bodi")
        == "text column 'bodi' is unknown. Known: 'id', 'body'. Did you mean 'body'?"
    )
    assert (
        refusal("a.csv", columns={"outlet": "Zeitung"})
        == "outlet column 'Zeitung' is unknown. Known: 'id', 'body'."
    )
    assert (
        refusal("a.csv", pattern="(?P<x>.)")
        == "a pattern is for the names of .txt files, and there are none in 'a.csv'"
    )
    assert refusal("a.txt", encoding="utf-88") == "there is no encoding 'utf-88'. Did you mean 'utf-8'?"
    with pytest.raises(UnknownNameError):
        read_corpus("a.csv", columns={"outlets": "id"})


@pytest.mark.parametrize(
    "table, message",
    [
        (pd.DataFrame(), "the table has no rows"),
        (pd.DataFrame({"text": []}), "the table has no rows"),
        (
            pd.DataFrame({"n": [1]}),
            "no column looks like the text; name the right one 'text', or say text='…' with one of 'n'",
        ),
        (pd.DataFrame({"text": [None, " "]}), "no text in the table has any words"),
    ],
)
def test_a_table_without_words_is_refused(table, message):
    assert refusal(table) == message


def test_of_many_reasons_the_most_frequent_are_told(tmp_path):
    write(tmp_path, {"t/a.docx": b"", "t/b.docx": b"", "t/c.pdf": b"", "t/d.txt": b"\0"})
    assert refusal("t") == (
        "no text could be read from 't': 2 × Word document (save it as plain text, UTF-8, in Word), "
        "1 × PDF (extract its text into a .txt file with a tool such as pdftotext), "
        "1 × it is binary data (a NUL character in line 1)"
    )


# The sample


def test_the_sample_is_there_wherever_one_stands():
    corpus = read_corpus("sample")
    assert len(corpus) >= 60
    assert corpus.documents["outlet"].nunique() == 4
    assert "error" not in set(corpus.import_report.rows["severity"])
