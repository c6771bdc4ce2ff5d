"""The cue lexicon and what is said about a broken one."""

import pytest

from discourse.errors import LexiconError
from discourse.lexicons.cues import read_cues
from discourse.tables import CUE_CLASSES


def write(folder, text):
    path = folder / "my-cues.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_cue_has_a_known_class_in_every_company():
    cues = read_cues()
    for forms in (cues.verbs, cues.nouns, cues.adjectives):
        for form in forms.values():
            for cue in form.cues:
                assert cue.takes
                assert set(cue.takes.values()) <= set(CUE_CLASSES)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("argued", "argue"),
        ("admitted", "admit"),
        ("stressing", "stress"),
        ("told", "tell"),
        ("agreed", "agree"),
    ],
)
def test_forms_lead_to_their_verb(form, lemma):
    assert lemma in [cue.lemma for cue in read_cues().verbs[form].cues]


def test_longer_cues_come_first():
    lemmas = [cue.lemma for cue in read_cues().verbs["called"].cues]
    assert lemmas.index("call for") < lemmas.index("call")


def test_a_lexicon_of_ones_own_is_read(tmp_path):
    path = write(tmp_path, "verbs:\n- {words: 'mutter, growl', class: claim, takes: [quote]}\n")
    assert read_cues(path).verbs["growled"].cues[0].takes == {"quote": "claim"}


def test_a_cue_may_be_limited_to_some_inflections(tmp_path):
    path = write(tmp_path, "verbs:\n- {words: state, class: neutral, takes: [clause], only: [past]}\n")
    assert set(read_cues(path).verbs) == {"stated"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nouns: []", "my-cues.yml: a cue lexicon needs the entry 'verbs'"),
        ("verbs:\n- {class: claim}", "my-cues.yml: entry 1 of verbs lacks 'words'"),
        (
            "verbs:\n- {words: say, class: loud, takes: [quote]}",
            "my-cues.yml: entry 1 of verbs has the class 'loud'; it must be one of "
            "neutral, assert, claim, concede, warn, deny, praise, accuse",
        ),
        (
            "verbs:\n- {words: say, class: neutral}",
            "my-cues.yml: entry 1 of verbs (say) needs 'takes', a list of words such as [clause, quote]",
        ),
        (
            "verbs:\n- {words: say, class: neutral, takes: [quote]}\n"
            "phrases:\n- {form: in short, class: neutral}",
            "my-cues.yml: the phrase 'in short' needs X or X's, the place of the speaker",
        ),
    ],
)
def test_a_broken_entry_is_named(tmp_path, text, message):
    with pytest.raises(LexiconError) as raised:
        read_cues(write(tmp_path, text))
    assert str(raised.value) == message


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.yml: the cue lexicon cannot be read: "):
        read_cues(tmp_path / "none.yml")
