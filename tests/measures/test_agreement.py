"""Krippendorff's alpha against the examples that he published."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import agreement

# Krippendorff (2011), Computing Krippendorff's alpha-reliability: twelve units, four observers, missing data.
FOUR = {
    "a": "1 2 3 3 2 1 4 1 2 . . .",
    "b": "1 2 3 3 2 2 4 1 2 5 . 3",
    "c": ". 3 3 3 2 3 4 2 2 5 1 .",
    "d": "1 2 3 3 2 4 4 1 2 5 1 .",
}
TWO_NOMINAL = {"a": "a a b b d c c c e d d a", "b": "b a b b b c c c e d d d"}
TWO_BINARY = {"a": "0 1 0 0 0 0 0 0 1 0", "b": "1 1 1 0 0 1 0 0 0 0"}


def coded(judgements: dict[str, str]) -> pd.DataFrame:
    rows = [
        (item, coder, code)
        for coder, line in judgements.items()
        for item, code in enumerate(line.split())
        if code != "."
    ]
    return pd.DataFrame(rows, columns=["item", "coder", "code"]).assign(variable="frame")


@pytest.mark.parametrize(
    ("judgements", "level", "alpha"),
    [
        (FOUR, "nominal", 0.743),
        (FOUR, "ordinal", 0.815),
        (FOUR, "interval", 0.849),
        (TWO_NOMINAL, "nominal", 0.692),
        (TWO_BINARY, "nominal", 0.095),
    ],
)
def test_alpha_is_that_of_the_published_example(judgements, level, alpha):
    found = agreement(coded(judgements), level=level, seed=1, draws=20).iloc[0]
    assert round(found["alpha"], 3) == alpha


def test_an_item_that_one_coder_judged_says_nothing():
    found = agreement(coded(FOUR), seed=1).iloc[0]
    assert found["n"] == 11
    assert found["n_coders"] == 4


def test_the_interval_lies_around_alpha_and_depends_on_the_seed_alone():
    first, again = (agreement(coded(FOUR), seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(first, again)
    assert first["low"][0] < first["alpha"][0] <= first["high"][0] <= 1


def test_ten_items_of_one_document_tell_less_than_ten_documents():
    codes = pd.concat([coded(FOUR).assign(item=lambda t, n=n: t["item"] + 12 * n) for n in range(5)])
    apart = agreement(codes.assign(doc_id=codes["item"]), seed=1).iloc[0]
    together = agreement(codes.assign(doc_id=codes["item"] % 12), seed=1).iloc[0]
    assert apart["high"] - apart["low"] < together["high"] - together["low"]


def test_coders_who_always_say_the_same_have_no_alpha():
    found = agreement(coded({"a": "x x x", "b": "x x x"}), seed=1).iloc[0]
    assert pd.isna(found["alpha"])
    assert found["agreed"] == 1


def test_labels_of_tone_have_an_order():
    codes = coded({"a": "negative neutral positive", "b": "negative neutral neutral"}).assign(
        variable="label"
    )
    near = agreement(codes, level="ordinal", seed=1)["alpha"][0]
    far = agreement(codes.replace({"code": {"positive": "p"}}).replace("p", "positive"), seed=1)["alpha"][0]
    assert near > far


def test_each_variable_has_its_row():
    codes = pd.concat([coded(FOUR), coded(TWO_BINARY).assign(variable="use")])
    assert agreement(codes, seed=1)["variable"].tolist() == ["frame", "use"]


def test_bad_codes_are_named():
    codes = coded(TWO_NOMINAL)
    with pytest.raises(DiscourseError) as error:
        agreement(codes, level="interval", seed=1)
    assert str(error.value) == "the code 'a' of frame is no number; interval codes must be numbers"
    with pytest.raises(DiscourseError) as error:
        agreement(pd.concat([codes, codes.head(1)]), seed=1)
    assert str(error.value) == "a judged the frame of 0 twice"
    with pytest.raises(UnknownNameError):
        agreement(codes, level="ratio", seed=1)
