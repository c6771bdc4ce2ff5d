"""Word shifts: by head, and as a law."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import tone_shift

words = st.sampled_from(["good", "war hero", "liar", "won"])
weights = st.floats(-1, 1).map(lambda w: round(w, 2))
spans = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob"]), st.floats(-1, 1), st.lists(st.tuples(words, weights), max_size=4)
    ),
    max_size=8,
)


@given(spans)
def test_the_shifts_add_up_to_the_difference_of_the_means(rows):
    rows = [("ann", 0.5, []), ("bob", 0.0, []), *rows]
    tone = pd.DataFrame(
        {
            "toward": [actor for actor, _, _ in rows],
            "polarity": [polarity for _, polarity, _ in rows],
            "evidence": [[f"{word} {weight:+.2f} word" for word, weight in told] for *_, told in rows],
        }
    )
    means = tone.groupby("toward")["polarity"].mean()
    found = tone_shift(tone, "ann", "bob")
    assert found["shift"].sum() == pytest.approx(means["ann"] - means["bob"], abs=1e-9)
    assert found["word"].iloc[-1] == "(rest)"


def test_two_scorers_are_not_mixed_and_an_actor_must_occur():
    tone = pd.DataFrame(
        {"toward": ["ann", "bob"], "polarity": 0.1, "evidence": [[], []], "scorer": ["textblob", "target"]}
    )
    with pytest.raises(DiscourseError) as error:
        tone_shift(tone, "ann", "bob")
    assert str(error.value) == "the tone table holds the scores of several scorers; choose one"
    with pytest.raises(UnknownNameError):
        tone_shift(tone.assign(scorer="target"), "ann", "cem")
