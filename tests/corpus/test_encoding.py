"""From bytes to text, to the character."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.corpus.encoding import Decoded, check_encoding, decode, without_surrogates
from discourse.errors import ReadError

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"))
FRENCH = "Le président a déclaré que la crise était finie, « à jamais ». " * 3
RUSSIAN = "Президент заявил, что переговоры продолжатся на следующей неделе в столице. " * 3


@given(ANY_TEXT)
def test_utf8_comes_back_as_it_was(text):
    """Any text without a byte-order mark in front, and that mark is no text."""
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8")) == Decoded(text, "utf-8")


@given(st.text(alphabet=st.characters(codec=None, exclude_characters="\0\ufeff")))
def test_lone_surrogates_become_replacement_characters(text):
    decoded = decode(text.encode("utf-8", errors="surrogatepass"))
    surrogates = [c for c in text if "\ud800" <= c <= "\udfff"]
    assert decoded.n_broken == len(surrogates)
    assert len(decoded.text) == len(text)
    assert all(
        now == before for now, before in zip(decoded.text, text, strict=True) if before not in surrogates
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_the_byte_order_mark_tells_the_encoding_and_is_no_text(encoding):
    assert decode(f"\ufeff{RUSSIAN}".encode(encoding)) == Decoded(RUSSIAN, encoding)


def test_utf16_without_its_mark_is_recognised():
    assert decode("The talks failed.".encode("utf-16-le")) == Decoded("The talks failed.", "utf-16-le")


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("El señor Núñez habló.", "cp1252"),
        ("The “special operation” — a café’s naïve view", "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
    ],
)
def test_legacy_encodings_are_told_apart(text, encoding):
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else():
    decoded = decode(RUSSIAN.encode() + b"\xff the end")
    assert decoded == Decoded(f"{RUSSIAN}\ufffd the end", "utf-8", 1)


def test_bytes_that_windows_1252_lacks_are_counted():
    assert decode(b"a caf\xe9 and \x81") == Decoded("a café and \ufffd", "cp1252", 1)


def test_the_users_encoding_wins():
    assert decode("Łódź".encode("cp1250"), encoding="cp1250") == Decoded("Łódź", "cp1250")
    assert decode("\ufeffŁódź".encode(), encoding="utf8") == Decoded("Łódź", "utf-8")


def test_an_unknown_encoding_is_refused_with_the_nearest():
    with pytest.raises(ReadError) as error:
        check_encoding("utf-88")
    assert str(error.value) == "there is no encoding 'utf-88'. Did you mean 'utf-8'?"


def test_a_nul_in_a_text_stays():
    assert decode(b"The talks" * 20 + b"\0 failed.").text.endswith("talks\0 failed.")


def test_binary_data_is_refused():
    with pytest.raises(ReadError) as error:
        decode(b"PNG\n\x00\x01\x02\x03\xff")
    assert str(error.value) == "it is binary data (a NUL character in line 2)"


def test_surrogates_are_counted():
    assert without_surrogates("a\ud800b\udfff") == ("a\ufffdb\ufffd", 2)
