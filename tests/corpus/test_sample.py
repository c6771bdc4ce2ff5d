"""The sample corpus is what its README says."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from discourse.corpus.duplicates import duplicate_groups
from discourse.lexicons import read_actors

SAMPLE = Path(__file__).parents[2] / "discourse" / "corpus" / "data" / "sample"
OUTLETS = ("Harbour Courier", "The Meridian Post", "Northern Ledger", "Eastward Review")
QUARTERS = {f"{year}Q{quarter}" for year in range(2022, 2026) for quarter in range(1, 5)}
MARKS = {"Harbour Courier": "“”", "The Meridian Post": '"', "Northern Ledger": "‘’", "Eastward Review": "“”"}
SAYING = (
    r"(?:said|says|added|told|argued|warned|denied|admitted|conceded|replied|answered|insisted|noted|"
    r"observed|remarked|predicted|asked|explained|recalled|called|accused|praised|thinks|believes|"
    r"according to|welcomed|protested|maintained|claimed|complained|pointed out|stressed|repeated|"
    r"reported|promised|rejected|dismissed|wrote|urged|thanked|acknowledged|stated|hailed|expects|"
    r"described|asserted|doubted|went on)"
)

with (SAMPLE / "dispatches.csv").open(encoding="utf-8", newline="") as handle:
    DISPATCHES = {row["doc_id"]: row for row in csv.DictReader(handle)}
ACTORS = read_actors(["world-politics", "sample-actors"])
INVENTED = [actor for actor in read_actors("sample-actors") if actor.type == "person"]


def test_sixty_dispatches_fifteen_from_each_of_four_outlets():
    assert len(DISPATCHES) == 60
    assert Counter(d["outlet"] for d in DISPATCHES.values()) == dict.fromkeys(OUTLETS, 15)


def test_ids_are_unique_in_the_file():
    with (SAMPLE / "dispatches.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows[0] == ["doc_id", "date", "outlet", "author", "title", "text"]
    assert len({row[0] for row in rows[1:]}) == len(rows) - 1 == 60


@pytest.mark.parametrize("doc_id", DISPATCHES)
def test_a_dispatch_has_a_title_paragraphs_and_250_to_600_words(doc_id):
    dispatch = DISPATCHES[doc_id]
    assert dispatch["title"]
    assert 250 <= len(dispatch["text"].split()) <= 600
    assert dispatch["text"].count("\n\n") >= 4
    assert "  " not in dispatch["text"]
    assert dispatch["text"] == dispatch["text"].strip()


def test_every_quarter_of_the_four_years_has_at_least_three_dispatches():
    months = [d["date"].split("-") for d in DISPATCHES.values() if d["date"]]
    per_quarter = Counter(f"{year}Q{(int(month) + 2) // 3}" for year, month, *_ in months)
    assert set(per_quarter) == QUARTERS
    assert min(per_quarter.values()) >= 3


def test_one_dispatch_is_dated_by_month_and_one_not_at_all():
    precision = Counter(d["date"].count("-") if d["date"] else None for d in DISPATCHES.values())
    assert precision == {2: 58, 1: 1, None: 1}


@pytest.mark.parametrize("outlet", OUTLETS)
def test_an_outlet_keeps_to_its_own_quotation_marks(outlet):
    texts = "".join(d["text"] for d in DISPATCHES.values() if d["outlet"] == outlet)
    foreign = set("“”\"'‘") - set(MARKS[outlet])
    if outlet == "The Meridian Post":
        foreign -= {"'"}
    nested = {"Eastward Review": {"‘"}}.get(outlet, set())
    assert {mark for mark in foreign - nested if mark in texts} == set()
    assert all(mark in texts for mark in MARKS[outlet])


def test_the_same_agency_copy_stands_in_two_outlets_and_nothing_else_is_repeated():
    ids = list(DISPATCHES)
    groups = duplicate_groups([d["text"] for d in DISPATCHES.values()])
    assert {ids[i] for i, group in enumerate(groups) if group is not None} == {
        "ledger-2023-07-18",
        "courier-2023-07-18",
    }


def test_thirteen_invented_persons_of_whom_two_share_a_surname():
    assert len(INVENTED) == 13
    shared = [surname for surname, n in Counter(p.surname for p in INVENTED).items() if n > 1]
    assert shared == ["Renner"]


def test_a_spokesman_speaks_for_a_ministry_and_so_for_a_state():
    assert ACTORS["jonas-falk"].speaks_for == "valmera-foreign-ministry"
    assert ACTORS.speaks_for()["jonas-falk"] == "valmera"


@pytest.mark.parametrize("person", INVENTED, ids=lambda person: person.id)
def test_every_invented_person_speaks_in_five_dispatches(person):
    assert len(dispatches_with_words_of(person)) >= 5


def test_nine_actors_have_twenty_statements_in_five_dispatches():
    enough = [p.id for p in INVENTED if len(dispatches_with_words_of(p)) >= 5 and statements_of(p) >= 20]
    assert len(enough) >= 9


def dispatches_with_words_of(person) -> list[str]:
    return [doc_id for doc_id, d in DISPATCHES.items() if cues_near(person, d["text"])]


def statements_of(person) -> int:
    return sum(cues_near(person, d["text"]) for d in DISPATCHES.values())


def cues_near(person, text: str) -> int:
    """Count roughly: cues beside the name, or beside a pronoun where the paragraph names nobody else."""
    pronoun = {"f": "she", "m": "he"}[person.gender]
    count = 0
    for paragraph in text.split("\n\n"):
        named = [p for p in INVENTED if re.search(rf"\b{_names(p)}", paragraph)]
        if person not in named:
            continue
        who = rf"(?:{_names(person)}|\b{pronoun})" if len(named) == 1 else _names(person)
        beside = rf"\b{who}\b[^.“”\"‘]{{0,60}}?\b{SAYING}\b|\b{SAYING}\s+{who}\b"
        count += len(re.findall(beside, paragraph, re.IGNORECASE))
    return count


def _names(person) -> str:
    """Name and surname; of two who share one, only with first name or title."""
    if person.surname == "Renner":
        return {"f": r"(?:Clara Renner|Dr Renner)", "m": r"(?:Tobias Renner|Mr\.? Renner)"}[person.gender]
    return rf"(?:{person.name}|{person.surname})"


def test_the_outlets_differ_in_what_they_call_it():
    def share(term, outlet):
        texts = " ".join(d["text"].lower() for d in DISPATCHES.values() if d["outlet"] == outlet)
        of_all = re.findall(r"\b(war|invasion|aggression|crisis|conflict)\b", texts)
        return of_all.count(term) / len(of_all)

    assert share("invasion", "The Meridian Post") > 2 * share("invasion", "Eastward Review")
    assert share("crisis", "Eastward Review") > 3 * share("crisis", "The Meridian Post")
    assert share("conflict", "Northern Ledger") > share("conflict", "Harbour Courier")


def test_the_texts_hold_decoys():
    texts = " ".join(d["text"] for d in DISPATCHES.values())
    wars = {"World War", "Cold War", "trade war", "war chest", "war room", "prisoners of war"}
    others = {"energy crisis", "housing crisis", "conflict of interest"}
    assert {decoy for decoy in wars | others if decoy in texts} == wars | others
