"""Who says what, sentence by sentence: each test is a phenomenon."""

import pytest

from discourse.annotations.statements import find_statements
from discourse.lexicons.cues import read_cues
from discourse.text import sentences

CUES = read_cues()


def found(text: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each statement, pieces joined by ' | '."""

    def words(spans):
        return " | ".join(text[start:end] for start, end in spans)

    return [
        (words(s.speaker_spans), words(s.cue_spans), words(s.content_spans))
        for s in find_statements(text, sentences(text), CUES)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the speaker before, behind and inside
        ("Ruiz said: “We are leaving.”", ("Ruiz", "said:", "“We are leaving.”")),
        ("Ruiz said, “We are leaving.”", ("Ruiz", "said", "“We are leaving.”")),
        ("“We are leaving,” Ruiz said.", ("Ruiz", "said", "“We are leaving,”")),
        (
            "“We are leaving,” said Ana Ruiz, the minister.",
            ("Ana Ruiz, the minister", "said", "“We are leaving,”"),
        ),
        ("“We are leaving,” she said, “and soon.”", ("she", "said", "“We are leaving,” | “and soon.”")),
        ("“Are we leaving?” Ruiz asked.", ("Ruiz", "asked", "“Are we leaving?”")),
        ("“We are leaving,” she fumed.", ("she", "fumed", "“We are leaving,”")),
        ("''We are leaving,'' Mr. Ruiz said.", ("Mr. Ruiz", "said", "''We are leaving,''")),
        # indirect speech
        ("Ruiz said that it was late.", ("Ruiz", "said", "that it was late")),
        ("Ruiz said it was late.", ("Ruiz", "said", "it was late")),
        ("Ruiz told reporters in Geneva that it was late.", ("Ruiz", "told", "that it was late")),
        ("She asked whether it was late.", ("She", "asked", "whether it was late")),
        ("It was late, the mayor said.", ("the mayor", "said", "It was late")),
        ("The plan, he said, is dead.", ("he", "said", "The plan | is dead")),
        ("According to the ministry, it was late.", ("the ministry", "According to", "it was late")),
        (
            "Talks have failed, according to two diplomats.",
            ("two diplomats", "according to", "Talks have failed"),
        ),
        ("In the mayor's view, it was late.", ("the mayor", "In | view", "it was late")),
        ("As the mayor put it, the war is lost.", ("the mayor", "As | put it", "the war is lost")),
        ("The mayor's claim that it was late is false.", ("The mayor", "claim", "that it was late")),
        # other companies
        ("Ruiz promised to leave.", ("Ruiz", "promised", "to leave")),
        ("Ruiz has denied knowing the man.", ("Ruiz", "has denied", "knowing the man")),
        ("Ruiz called for a ceasefire.", ("Ruiz", "called for", "a ceasefire")),
        ("Ruiz expressed support for the reform.", ("Ruiz", "expressed support for", "the reform")),
        ("Ruiz urged them to leave.", ("Ruiz", "urged", "them to leave")),
        (
            "Ruiz dismissed claims of torture as disinformation.",
            ("Ruiz", "dismissed", "claims of torture as disinformation"),
        ),
        # speakers
        ("Merkel and Macron agreed that it was late.", ("Merkel and Macron", "agreed", "that it was late")),
        ("Ana Ruiz, the minister, said it was late.", ("Ana Ruiz, the minister", "said", "it was late")),
        ("Ruiz, who said it was late, left.", ("Ruiz | who", "said", "it was late")),
        ("Those who had left say it was late.", ("Those who had left", "say", "it was late")),
        ("She left early, saying it was late.", ("She", "saying", "it was late")),
        (
            "The minister was quoted by TASS as saying it was late.",
            ("The minister", "was quoted by TASS as saying", "it was late"),
        ),
        ("It was reported that the bridge was gone.", ("", "was reported", "that the bridge was gone")),
        # headlines
        ("Judge: Ban is illegal", ("Judge", ":", "Ban is illegal")),
        ("Ruiz: “We are leaving”", ("Ruiz", ":", "“We are leaving”")),
    ],
)
def test_one_statement_with_speaker_cue_and_content(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “special operation” goes on.",
        "The film “Gone with the Wind” was shown.",
        "His calls were answered at the states level.",
        "Mr. Will Smith left the reported area.",
    ],
)
def test_titles_labels_and_nouns_are_no_statements(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "negated"),
    [
        ("The ministry did not confirm that it was late.", "did not confirm", True),
        ("Beijing has yet to say whether it will come.", "has yet to say", True),
        ("The spokesman declined to say who had won.", "declined to say", True),
        ("The ministry confirmed that it was late.", "confirmed", False),
    ],
)
def test_a_negated_cue_is_marked(text, cue, negated):
    [statement] = find_statements(text, sentences(text), CUES)
    assert (text[slice(*statement.cue_spans[0])], statement.cue_negated) == (cue, negated)


@pytest.mark.parametrize(
    ("verb", "cue_class"),
    [
        ("said", "neutral"),
        ("insisted", "assert"),
        ("claimed", "claim"),
        ("admitted", "concede"),
        ("warned", "warn"),
        ("denied", "deny"),
        ("complained", "deny"),
    ],
)
def test_the_cue_gives_the_class(verb, cue_class):
    text = f"Ruiz {verb} that it was late."
    assert [s.cue_class for s in find_statements(text, sentences(text), CUES)] == [cue_class]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are leaving,” Ruiz said.", "direct"),
        ("Ruiz said they were leaving.", "indirect"),
        ("Ruiz said they were leaving “for good.”", "mixed"),
    ],
)
def test_the_marks_give_the_kind(text, kind):
    assert [s.kind for s in find_statements(text, sentences(text), CUES)] == [kind]


def test_a_quotation_goes_on_with_the_speaker_of_its_paragraph():
    assert found("“We are leaving,” Ruiz said. “It is late.”") == [
        ("Ruiz", "said", "“We are leaving,” | “It is late.”")
    ]


def test_a_quotation_over_several_paragraphs_is_one():
    assert found("“We are leaving,” Ruiz said. “It is late.\n\n“It is dark.”") == [
        ("Ruiz", "said", "“We are leaving,” | “It is late. | “It is dark.”")
    ]


def test_the_next_attribution_ends_the_one_before():
    assert found("Ruiz said it was late, and Lee added that it was dark.") == [
        ("Ruiz", "said", "it was late"),
        ("Lee", "added", "that it was dark"),
    ]


def test_two_verbs_share_a_subject():
    assert found("Ruiz said it was late and warned that it was dark.") == [
        ("Ruiz", "said", "it was late"),
        ("Ruiz", "warned", "that it was dark"),
    ]


def test_a_statement_in_a_statement_points_to_it():
    text = "“Lee told me that the war was lost,” Ruiz said."
    outer, inner = find_statements(text, sentences(text), CUES)
    assert (outer.via, inner.via) == (None, 0)
    assert found(text)[1] == ("Lee", "told", "that the war was lost")


def test_a_chain_has_two_speakers():
    text = "The agency quoted Lee as saying that talks had failed."
    assert found(text) == [
        ("The agency", "quoted", "Lee as saying that talks had failed"),
        ("Lee", "as saying", "that talks had failed"),
    ]
    assert [s.via for s in find_statements(text, sentences(text), CUES)] == [None, 0]


def test_a_statement_tells_why_it_was_found():
    text = "Ruiz said that it was late."
    [statement] = find_statements(text, sentences(text), CUES)
    assert (statement.rule, statement.cue_lemma) == ("verb-clause", "say")


def test_marks_in_tags_are_no_quotations():
    assert found('<a href="http://example.org/a-long-address-of-a-page">link</a> It rains.') == []
