"""What the words for somebody in no registry tell of him."""

import pytest

from discourse.annotations.speakers.unknown import unknown


@pytest.mark.parametrize(
    ("words", "surname", "is_short"),
    [
        ("Ruiz", "ruiz", True),
        ("Mrs. Leyla Ruiz", "ruiz", True),
        ("Leyla Ruiz", "ruiz", False),
        ("the senator", None, True),
    ],
)
def test_a_surname_alone_or_behind_a_title_is_short_for_a_full_name(words, surname, is_short):
    assert (unknown(words).surname, unknown(words).is_short) == (surname, is_short)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("the senator", True),
        ("farmers", True),
        ("the report", False),
        ("Ruiz", None),
        ("the committee", False),
    ],
)
def test_the_noun_tells_whether_a_person_is_meant(words, person):
    assert unknown(words).person is person


@pytest.mark.parametrize(
    ("words", "gender"), [("Phyllis Okonjo", "f"), ("Mr. Okonjo", "m"), ("Okonjo", None), ("his widow", "f")]
)
def test_gender_is_told_by_a_title_a_first_name_or_a_noun(words, gender):
    assert unknown(words).gender == gender


def test_only_a_group_without_a_name_is_several():
    assert unknown("two lawmakers").plural
    assert not unknown("Simon Rogers").plural
