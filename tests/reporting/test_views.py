"""What notebooks show: escaped, captioned, and as CSV beside the report."""

import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.reporting import markdown_text, show_figure, show_findings, show_table, show_title
from discourse.reporting.gate import page_faults
from discourse.reporting.running import FILES_VARIABLE

mpl.use("Agg")
HOSTILE = "</td><script>alert(1)</script><img src=x onerror=y>"


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """The folder that a report in the making would name."""
    folder = tmp_path / "mirror_files"
    monkeypatch.setenv(FILES_VARIABLE, str(folder))
    return folder


def cells(view) -> list[list[str]]:
    html = re.sub("</?span[^>]*>", "", view.html).replace("\N{NO-BREAK SPACE}", " ")
    rows = re.findall(r"<tr>(.*?)</tr>", html, flags=re.DOTALL)
    return [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in rows]


def test_numbers_are_written_as_people_write_them():
    table = pd.DataFrame(
        {
            "actor": ["Kyiv", "Kremlin"],
            "n": [1204, 7],
            "war_share": [0.123, 1.0],
            "tone": [0.12, -0.3],
            "low": [0.05, -0.4],
            "high": [0.19, -0.204],
        }
    )
    assert cells(show_table(table, caption="Tone.", labels={"n": "statements"})) == [
        ["actor", "statements", "war share", "tone"],
        ["Kyiv", "1,204", "12.3 %", "0.12 [0.05, 0.19]"],
        ["Kremlin", "7", "100.0 %", "−0.30 [−0.40, −0.20]"],
    ]


def test_the_interval_of_a_share_is_in_per_cent():
    table = pd.DataFrame({"share": [0.5], "share_low": [0.25], "share_high": [0.75], "n": [1]})
    assert cells(show_table(table, caption="Shares."))[1] == ["50.0 % [25.0, 75.0]", "1"]


def test_a_count_and_its_whole_are_one_column():
    table = pd.DataFrame({"n": [20], "n_documents": [18], "total": [1070], "total_documents": [39]})
    assert cells(show_table(table, caption="c")) == [["n", "documents"], ["20 of 1,070", "18 of 39"]]


def test_bounds_are_shown_only_where_they_say_more_than_the_share():
    table = pd.DataFrame({"share": [0.5, 0.25], "lowest": [0.5, 0.25], "highest": [0.5, 0.25]})
    assert cells(show_table(table, caption="c"))[0] == ["share"]
    wide = table.assign(highest=[0.5, 0.375])
    assert cells(show_table(wide, caption="c"))[2] == ["25.0 %", "25.0–37.5 %"]


def test_the_page_may_show_some_columns_and_the_file_has_all(beside):
    table = pd.DataFrame({"a": "x", "n": [1], "total": [4], "b": [2.5], "low": [1.5], "high": [3.5]})
    few = table.assign(too_few=False)
    shown = show_table(few, caption="c", name="c", columns=["n", "b"])
    assert cells(shown) == [["n", "b"], ["1 of 4", "2.50 [1.50, 3.50]"]]
    assert list(pd.read_csv(beside / "c.csv")) == list(few)


def test_empty_text_and_empty_lists_are_shown_as_missing():
    table = pd.DataFrame({"a": ["", "x"], "b": [[], ["y", "z"]]})
    assert cells(show_table(table, caption="c"))[1:] == [["–", "–"], ["x", "y, z"]]


def test_low_and_high_without_a_number_before_them_are_columns():
    table = pd.DataFrame({"low": [1.5], "high": [2.5]})
    assert cells(show_table(table, caption="c"))[1] == ["1.50", "2.50"]


def test_what_is_missing_is_a_dash_and_never_a_zero():
    table = pd.DataFrame(
        {"actor": ["a", None], "tone": [0.5, np.nan], "low": [0.4, np.nan], "high": [0.6, np.nan]}
    )
    assert cells(show_table(table, caption="c"))[2] == ["–", "–"]


def test_too_few_is_said_where_the_number_would_stand():
    table = pd.DataFrame(
        {
            "actor": ["a", "b"],
            "n": [3, 50],
            "polarity": [np.nan, 0.5],
            "low": [np.nan, 0.4],
            "high": [np.nan, 0.6],
        }
    ).assign(too_few=[True, False])
    assert cells(show_table(table, caption="c")) == [
        ["actor", "n", "polarity"],
        ["a", "3", "too few"],
        ["b", "50", "0.50 [0.40, 0.60]"],
    ]


def test_hostile_text_stays_text():
    view = show_table(pd.DataFrame({HOSTILE: [HOSTILE]}), caption=HOSTILE, labels={})
    assert page_faults(view.html) == []
    assert view.html.count("&lt;script&gt;") == 3
    assert page_faults(show_title(HOSTILE, subtitle=HOSTILE).html) == []
    assert page_faults(show_findings([(HOSTILE, "table-" + HOSTILE), HOSTILE]).html) == []


def test_the_page_shows_some_rows_and_the_file_has_all(beside):
    view = show_table(pd.DataFrame({"n": range(1000)}), caption="Many.", name="many", n=3)
    assert len(cells(view)) == 4
    assert (
        '<p class="note">The first 3 of 1,000 rows. <a href="mirror_files/many.csv">All rows as CSV</a></p>'
        in view.html
    )
    assert len(pd.read_csv(beside / "many.csv")) == 1000


def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(beside):
    table = pd.DataFrame({"text": ["=cmd()", "+1", "-1", "@a", "\tb", "a=b", None], "n": [-1.0] * 7})
    show_table(table, caption="c", name="c")
    read = pd.read_csv(beside / "c.csv")
    assert read["text"].tolist()[:6] == ["'=cmd()", "'+1", "'-1", "'@a", "'\tb", "a=b"]
    assert read["n"].tolist() == [-1.0] * 7


def test_numbers_in_files_are_the_same_whatever_their_last_digits(beside):
    once, again = 0.1 + 0.2, 0.3
    assert once != again
    for name, value in (("a", once), ("b", again)):
        show_table(pd.DataFrame({"x": [value, -1e-9, 12.0, None]}), caption="c", name=name)
    assert (beside / "a.csv").read_bytes() == (beside / "b.csv").read_bytes() == b'x\n0.3\n-1e-09\n12.0\n""\n'


def test_no_file_is_written_where_no_report_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv(FILES_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert "href" not in show_table(pd.DataFrame({"n": [1]}), caption="c").html
    assert list(tmp_path.iterdir()) == []


def test_two_tables_of_one_name_are_refused(beside):
    show_table(pd.DataFrame({"n": [1]}), caption="c", name="a")
    with pytest.raises(DiscourseError) as error:
        show_table(pd.DataFrame({"n": [1]}), caption="c", name="a")
    assert str(error.value) == "two tables of the report are called 'a'; give one another name"


def test_the_table_is_left_as_it_was():
    table = pd.DataFrame({"text": ["=a"], "n": [1]}, index=pd.Index([5], name="doc_id"))
    before = table.copy()
    assert cells(show_table(table, caption="c"))[0] == ["document", "text", "n"]
    pd.testing.assert_frame_equal(table, before)


def test_an_empty_table_says_so():
    assert cells(show_table(pd.DataFrame({"n": []}), caption="c"))[1] == ["no rows"]


def curve():
    _, ax = plt.subplots(figsize=(4, 3))
    ax.plot([0, 1], [0, 1], color="#d55e00", clip_on=True)
    ax.set_title("Türkiye & <b>Sons</b>")
    return ax


def test_a_figure_is_the_same_each_time_and_shows_once():
    first, second = (show_figure(curve(), caption="c", alt="a line") for _ in range(2))
    assert first.html == second.html
    assert plt.get_fignums() == []


def test_a_figure_takes_the_ink_of_the_page_and_keeps_the_colour_of_its_data():
    html = show_figure(curve(), caption="c", alt="a line").html
    assert "var(--ink, #000000)" in html
    assert not re.search(r"(?<!, )#(000000|ffffff)", html)
    assert "#d55e00" in html
    assert "Türkiye &amp; &lt;b&gt;Sons&lt;/b&gt;" in html


def test_two_figures_on_a_page_share_no_id():
    page = "".join(show_figure(curve(), caption="c", alt="a line", name=name).html for name in ("one", "two"))
    assert page_faults(page) == []
    targets = re.findall(r'(?:url\(|href=")#([^)"]+)', page)
    assert targets
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', page))


def test_a_figure_without_an_alt_text_is_refused():
    with pytest.raises(DiscourseError) as error:
        show_figure(curve(), caption="c", alt=" ")
    assert str(error.value) == "a figure needs an alt text that says in words what it shows"


def test_the_data_of_a_figure_are_written_beside_it(beside):
    view = show_figure(curve(), caption="c", alt="a", name="tone", data=pd.DataFrame({"n": [1]}))
    assert '<a href="mirror_files/figure-tone.csv">Data as CSV</a>' in view.html
    assert (beside / "figure-tone.csv").read_text() == "n\n1\n"


def test_text_from_data_does_nothing_in_markdown():
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    text = "# **a** <script>x</script> [l](javascript:y) `c` $z$ ![i](u) http://e.org 1. _b_ | c |"
    html = markdown2html_mistune(markdown_text(text))
    assert page_faults(html) == []
    assert not re.search(r"<(?!/?p>)", html)


def test_views_are_plain_text_for_plain_terminals():
    assert repr(show_findings([("A says war.", "table-a"), "B."])) == "- A says war. (table-a)\n- B."
