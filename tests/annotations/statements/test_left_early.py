"""Where a cheap look says that there is no statement, a close one finds none either."""

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discourse.annotations.statements import find_statements, verb_statements
from discourse.lexicons import read_cues
from discourse.text import sentences

CUES = read_cues()
WORDS = """Lee Ruiz the mayor she who said says told warned criticised quoted shows as saying that to it rained
reporters a plan was not would never and in by poll , , . : — “ ” “Why?” “It rained,” according""".split()
PHRASES = [phrase for of in CUES.openers.values() for phrase in of]


@example("“Why?” Lee said.")
@example("It rained all day, Lee said.")
@example("Lee said, with a smile, that it rained.")
@example("The survey showed 40% for the plan.")
@example("It rained all day (as Lee reported).")
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_a_verb_left_before_its_subject_is_looked_for_is_no_cue(text):
    found = find_statements(text, sentences(text), CUES)
    with (
        patch.object(verb_statements, "_has_no_content", return_value=False),
        patch.object(verb_statements, "may_be_chained", return_value=True),
    ):
        assert find_statements(text, sentences(text), CUES) == found


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: " ".join((*phrase.before, "X", *phrase.after)))
def test_each_phrase_of_the_lexicon_is_found(phrase):
    speaker = "a poll" if phrase.survey else "Lee’s" if phrase.possessive else "Lee"
    text = f"It rained all day in the north, {' '.join((*phrase.before, speaker, *phrase.after))}."
    assert [found.rule for found in find_statements(text, sentences(text), CUES)] == ["phrase"]
