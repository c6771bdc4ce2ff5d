"""From a count to its sentences: every list is where its link leads, no more is shown than is said."""

import re

import pandas as pd

from discourse.reporting import page_faults, show_evidence, show_table

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


def test_texts_under_licence_are_shown_a_few_words_at_a_time():
    found = show_evidence(rows(FIRST), DOCUMENTS, SENTENCES, by=["voice"], name="w", full_text=False)
    assert found.text.splitlines()[1] == "  … three four five six</b> war seven eight nine ten … (a)"
    whole = rows(0).assign(end=SENTENCES["end"][0])
    found = show_evidence(whole, DOCUMENTS, SENTENCES, by=["voice"], name="w", full_text=False)
    assert found.text.splitlines()[1] == "  <b>One two three four … (a)"


def test_names_that_look_alike_keep_lists_of_their_own():
    both = pd.concat([rows(FIRST, frame="A b"), rows(SECOND, frame="a-b")])
    found = show_evidence(both, DOCUMENTS, SENTENCES, by=["frame"], name="w")
    assert len(set(found.anchors.values())) == 2
    assert page_faults(found.html) == []
