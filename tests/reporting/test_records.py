"""What a report rests on, then and now: each thing that changed has a line of its own."""

import pytest

from discourse.reporting.records import changed_inputs

OLD = {
    "texts": {"12": "a", "13": "b", "14": "c"},
    "lexicons": {"frames": {"war": "1", "crisis": "2"}},
    "versions": {"python": "3.11.2", "matplotlib": "3.9"},
    "parameters": {"rows": 15},
    "shipped_lists": {"cues.yml": "1"},
    "inputs": {"corpus": "x"},
    "platform": "Linux x86_64",
    "notebook": {"name": "report.ipynb", "hash": "n"},
}


@pytest.mark.parametrize(
    ("part", "now", "line"),
    [
        ("texts", {"12": "a", "13": "b", "14": "d"}, "text '14' changed"),
        ("texts", {"12": "a", "13": "b"}, "text '14' removed"),
        ("lexicons", {"frames": {"war": "1", "crisis": "2", "raid": "3"}}, "frames: entry 'raid' added"),
        ("lexicons", {"frames": {"war": "9", "crisis": "2"}}, "frames: entry 'war' changed"),
        (
            "versions",
            {"python": "3.11.2", "matplotlib": "3.10"},
            "version of matplotlib: 3.9 before, 3.10 now",
        ),
        ("parameters", {"rows": 20}, "parameter rows: 15 before, 20 now"),
        ("shipped_lists", {"cues.yml": "2"}, "shipped list cues.yml changed"),
        ("inputs", {"corpus": "y"}, "input corpus changed"),
        ("platform", "Darwin arm64", "platform: Linux x86_64 before, Darwin arm64 now"),
        ("notebook", {"name": "report.ipynb", "hash": "m"}, "the notebook's cells changed"),
    ],
)
def test_what_changed_is_named(part, now, line):
    assert changed_inputs(OLD, {**OLD, part: now}) == [line]


def test_nothing_is_named_where_nothing_changed():
    assert changed_inputs(OLD, OLD) == []
    assert changed_inputs({}, {}) == []
