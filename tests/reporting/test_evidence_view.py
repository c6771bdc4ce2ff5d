"""From a count to its sentences: every list is where its link leads, no more is shown than is said."""

import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd

from discourse.reporting import page_faults, show_evidence, show_figure, show_table
from discourse.reporting.running import FILES_VARIABLE

mpl.use("Agg")

TEXT = "<b>One two three four five six</b> war seven eight nine ten eleven twelve. It ended; the war did."
DOCUMENTS = pd.DataFrame({"doc_id": ["a"], "text": [TEXT]})
FIRST, SECOND = TEXT.index("war"), TEXT.rindex("war")
SENTENCES = pd.DataFrame(
    {"doc_id": "a", "part": "body", "start": [0, TEXT.index("It")], "end": [TEXT.index(" It"), len(TEXT)]}
)


def rows(*starts: int, frame="war") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "doc_id": "a",
            "part": "body",
            "start": starts,
            "end": [s + 3 for s in starts],
            "voice": "xi",
            "frame": frame,
        }
    )


def test_each_count_leads_to_a_list_in_the_page():
    found = show_evidence(rows(FIRST, SECOND), DOCUMENTS, SENTENCES, by=["voice", "frame"], name="w")
    table = pd.DataFrame({"voice": ["xi", "nato"], "frame": "war", "n": [2, 5]})
    page = show_table(table, caption="c", evidence=found).html + found.html
    links = re.findall(r'href="#([^"]+)"', page)
    assert links == ["evidence-w-1"]
    assert f'id="{links[0]}"' in page
    assert "<mark>war</mark> did." in page
    assert page_faults(page) == []


def test_the_cap_is_said_and_names_are_used():
    found = show_evidence(
        rows(FIRST, SECOND), DOCUMENTS, SENTENCES, by=["voice"], name="w", names={"xi": "Xi <3"}, most=1
    )
    assert "<b>Xi &lt;3</b> <span>1 of 2</span>" in found.html
    assert found.html.count("<li>") == 1


def test_the_places_of_all_are_beside_the_page_and_the_cap_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv(FILES_VARIABLE, str(tmp_path / "r_files"))
    both = rows(FIRST, SECOND)
    found = show_evidence(both, DOCUMENTS, SENTENCES, by=["voice"], name="w", most=1)
    assert found.html.startswith(
        '<div class="lists" id="evidence-w"><p class="note">One of each, drawn at random. All 2 places: '
        '<a href="r_files/evidence-w.csv">CSV</a> and <a href="r_files/evidence-w.parquet">Parquet</a>.</p>'
    )
    csv, parquet = (tmp_path / "r_files" / f"evidence-w.{ending}" for ending in ("csv", "parquet"))
    wanted = both[["doc_id", "part", "start", "end", "voice"]]
    assert pd.read_csv(csv).to_numpy().tolist() == wanted.to_numpy().tolist()
    assert pd.read_parquet(parquet).to_numpy().tolist() == wanted.to_numpy().tolist()


def test_where_nothing_is_behind_a_table_that_is_said():
    found = show_evidence(rows(), DOCUMENTS, SENTENCES, by=["voice"], name="w")
    assert found.html == '<div class="lists" id="evidence-w"><p class="note">There are none.</p>\n</div>'


def test_another_column_of_counts_may_lead_to_the_sentences():
    found = show_evidence(rows(FIRST), DOCUMENTS, SENTENCES, by=["voice"], name="w", counts="n_target")
    table = pd.DataFrame({"voice": ["xi"], "n_target": [1], "n": [9]})
    shown = show_table(table, caption="c", evidence=found).html
    assert '<a href="#evidence-w-1">1</a>' in shown
    assert ">9</a>" not in shown


def test_a_figure_leads_to_the_lists():
    found = show_evidence(rows(FIRST), DOCUMENTS, SENTENCES, by=["voice"], name="w")
    figure, _ = plt.subplots()
    shown = show_figure(figure, caption="c", alt="nothing", evidence=found).html
    assert '<p class="note"><a href="#evidence-w">Sentences behind it</a></p>' in shown


def test_texts_under_licence_are_shown_a_few_words_at_a_time():
    found = show_evidence(rows(FIRST), DOCUMENTS, SENTENCES, by=["voice"], name="w", full_text=False)
    assert found.text.splitlines()[1] == "  … four five six</b> war seven eight nine … (a)"
    whole = rows(0).assign(end=SENTENCES["end"][0])
    found = show_evidence(whole, DOCUMENTS, SENTENCES, by=["voice"], name="w", full_text=False)
    assert found.text.splitlines()[1] == "  <b>One two three four … (a)"


def test_names_that_look_alike_keep_lists_of_their_own():
    both = pd.concat([rows(FIRST, frame="A b"), rows(SECOND, frame="a-b")])
    found = show_evidence(both, DOCUMENTS, SENTENCES, by=["frame"], name="w")
    assert len(set(found.anchors.values())) == 2
    assert page_faults(found.html) == []
