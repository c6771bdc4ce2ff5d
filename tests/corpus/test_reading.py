"""From files to a corpus."""

from discourse.corpus import read_corpus


def test_a_text_file_is_kept_to_the_character(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_corpus(tmp_path / "a.txt").documents["text"].tolist() == ["one\r\ntwo\rthree\n"]
