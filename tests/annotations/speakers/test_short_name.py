"""What to call a speaker for short."""

import pytest

from discourse.annotations.speakers.short_name import short_name


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Mr. Leo Ruiz", "Leo Ruiz"),
        ("Ruiz, the mayor", "Ruiz"),
        ("a spokesman for the bank", "spokesman for the bank"),
        ("officials of the ministry", "officials of the ministry"),
        ("Hugh Penhallow of Corran Shipping", "Hugh Penhallow"),
        ("Her envoy, Farid Qassem", "Farid Qassem"),
        ("the envoy who", "envoy"),
        ("…", "…"),
    ],
)
def test_the_short_name_leaves_out_what_only_describes(words, short):
    assert short_name(words) == short
