"""Which cues are looked at, and how far around them."""

from discourse.annotations.statements.cutting import cut
from discourse.annotations.statements.find import outer_statements
from discourse.annotations.statements.reading import read
from discourse.annotations.statements.tagging.candidates import candidates
from discourse.lexicons import read_cues
from discourse.text import sentences

CUES = read_cues()


def looked_at(text):
    reading = read(text, sentences(text), cut(text))
    return reading, candidates(reading, outer_statements(reading, CUES), CUES)


def test_statements_of_the_rules_and_further_cues_outside_quotations_are_candidates():
    reading, found = looked_at("Lee said that it rained. Asked, nobody. “I said so,” Ruiz claimed.")
    hearts = [reading.words[candidate.heart[0]] for candidate in found]
    assert hearts == ["said", "claimed", "asked"]
    assert [candidate.origin for candidate in found] == [0, 1, None]


def test_a_window_holds_the_statement_and_a_sentence_on_either_side_within_its_paragraph():
    reading, [one] = looked_at("It was late. It was dark. Lee said that it rained. We left. All.\n\nNobody.")
    start, end = one.window
    assert reading.text[reading.starts[start] : reading.ends[end - 1]] == (
        "It was dark. Lee said that it rained. We left."
    )


def test_however_many_cues_a_sentence_has_windows_together_stay_short():
    reading, found = looked_at("said " * 3_000)
    assert sum(end - start for start, end in (one.window for one in found)) < 3 * len(reading.words)
