"""Registries of actors: what a file may say, and what the shipped ones say."""

from pathlib import Path

import pandas as pd
import pytest

from discourse import annotate, read_corpus, read_frames
from discourse.errors import LexiconError, ReadError, UnknownNameError
from discourse.lexicons import read_actors

ADA = "  - {id: ada, name: Ada Lovelace, type: person, speaks_for: england}\n"
ENGLAND = "  - {id: england, name: England, type: state, metonyms: [London]}\n"


def read(tmp_path, *entries: str, **options):
    file = tmp_path / "mine.yml"
    file.write_text("actors:\n" + "".join(entries), encoding="utf-8")
    return read_actors(file, **options)


def refusal(tmp_path, *entries: str) -> str:
    with pytest.raises(LexiconError) as told:
        read(tmp_path, *entries)
    return str(told.value)


def mentions(*texts: str, date: str = "2024-06-01") -> list[tuple[str, str]]:
    corpus = read_corpus(pd.DataFrame({"text": texts, "date": date}))
    said = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    return list(zip(said.mentions["text"], said.mentions["actor"], strict=True))


def test_a_registry_says_what_it_holds(tmp_path):
    actors = read(tmp_path, ADA, ENGLAND)
    assert repr(actors) == "Actors(2: 1 person, 1 state)"
    assert actors.speaks_for() == {"ada": "england", "england": "england"}
    assert actors.table["wordings"].tolist() == [2, 2]
    assert actors.labels["ada"] == "Ada Lovelace"


def test_metonyms_can_be_switched_off(tmp_path):
    actors = read(tmp_path, ADA, ENGLAND, metonyms=False)
    assert repr(actors) == "Actors(2: 1 person, 1 state; no metonyms)"
    assert "London" not in {pattern.text for pattern in actors.patterns}


def test_the_fingerprint_changes_with_all_that_makes_a_difference(tmp_path):
    whole, without = read(tmp_path, ADA, ENGLAND), read(tmp_path, ADA, ENGLAND, metonyms=False)
    renamed = read(tmp_path, ADA, ENGLAND.replace("London", "Londinium"))
    assert len({whole.fingerprint, without.fingerprint, renamed.fingerprint}) == 3
    assert read(tmp_path, ADA, ENGLAND).fingerprint == whole.fingerprint


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (["  - {id: ada, type: person}\n"], "mine.yml, line 2: actor 'ada' lacks 'name'"),
        (["  - ada\n"], "mine.yml, line 2: an actor must be a mapping with 'id', 'name' and 'type'"),
        ([ADA, ADA, ENGLAND], "mine.yml, line 3: actor 'ada' is listed twice"),
        (
            [ENGLAND, "  - {id: a, name: A, type: person, speaks_for: englnd}\n"],
            "actor 'a' speaks for 'englnd', which is in none of the files. Did you mean 'england'?",
        ),
        (
            [ADA, "  - {id: england, name: England, type: state, speaks_for: ada}\n"],
            "the actors ada → england → ada speak for each other in a circle",
        ),
        (
            ["  - {id: a, name: A, type: state, roles: [{title: king, from: 2020, to: 2019}]}\n"],
            "mine.yml, line 2: actor 'a', role 'king': 'from' 2020 is after 'to' 2019",
        ),
        (
            ["  - {id: a, name: A, type: state, roles: [{title: king, from: May 2020}]}\n"],
            "mine.yml, line 2: actor 'a', role 'king': 'May 2020' is not a date; write it as 2022-02-24",
        ),
        (
            ["  - {id: a, name: A, type: state, aliases: Albion}\n"],
            "mine.yml, line 2: actor 'a': 'aliases' must be a list, such as [Albion, ...]",
        ),
    ],
)
def test_an_entry_that_does_not_hold_together_is_told_with_its_line(tmp_path, entries, message):
    assert refusal(tmp_path, *entries) == message


def test_words_that_yaml_would_take_for_something_else_are_words(tmp_path):
    actors = read(tmp_path, "  - {id: no, name: NO, type: state, aliases: [1e3, 2022-02-24, on]}\n")
    assert [wording.text for wording in actors["no"].aliases] == ["1e3", "2022-02-24", "on"]


def test_files_and_names_are_told_apart(tmp_path):
    with pytest.raises(ReadError, match="is a folder; name the actors file in it"):
        read_actors(tmp_path)
    with pytest.raises(ReadError, match="no actors file is named"):
        read_actors([])
    with pytest.raises(UnknownNameError, match="Did you mean 'nato'"):
        read_actors("world-politics")["nata"]


def test_relatives_of_the_famous_are_not_the_famous():
    texts = ["Melania Trump smiled.", "Eric Trump spoke.", "Hunter Biden left.", "Michelle Obama wrote."]
    assert mentions(*texts) == []


def test_an_office_means_who_held_it_on_that_day():
    told = "The US president spoke."
    assert mentions(told, date="2024-06-01") == [("US president", "joe-biden")]
    assert mentions(told, date="2025-06-01") == [("US president", "donald-trump")]


@pytest.mark.parametrize(
    "decoy",
    [
        "The Washington Post reported.",
        "A ship crossed the South China Sea.",
        "George Washington slept here.",
        "Moscow, Idaho, is small.",
        "He ordered Chicken Kiev.",
        "The Indian Ocean is wide.",
    ],
)
def test_decoys_are_nobody(decoy):
    assert mentions(decoy) == []


@pytest.mark.parametrize("name", ["campaign-2016-actors", "un-debate-actors"])
def test_the_registries_of_the_benchmarks_are_read(name):
    path = Path(__file__).parents[2] / "benchmarks" / f"{name}.yml"
    assert len(read_actors(path)) > 150
