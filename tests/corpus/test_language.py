"""Which documents seem not to be in English."""

from discourse.corpus.language import foreign_texts

ENGLISH = "The foreign minister said that the talks would go on until there is an agreement on the border. "
GERMAN = (
    "Der Außenminister sagte, die Gespräche würden fortgesetzt, bis es eine Einigung über die Grenze gibt. "
)
RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжатся до достижения соглашения о границе. "


def test_foreign_languages_are_named():
    assert list(foreign_texts([ENGLISH * 3, GERMAN * 3, RUSSIAN * 3])) == [(1, "German"), (2, "Russian")]


def test_languages_that_share_words_with_english_are_told_from_it():
    dutch = "De minister was maandag in Brussel. Het is niet duidelijk of er een akkoord komt over de grens. "
    polish = (
        "Minister powiedział w poniedziałek, że to są trudne rozmowy i że to nie jest koniec, bo to wojna. "
    )
    assert [language for _, language in foreign_texts([dutch * 3, polish * 3])] == ["Dutch", "Polish"]


def test_plain_english_needs_no_model(monkeypatch):
    """Neither among the remains of a page's style, nor with Spanish names or a word in other letters."""
    monkeypatch.setattr("discourse.corpus.language._identifier", None)
    style = ".wrap { width:100%; padding-top:20px; height:120px; border-top:1px solid #cccccc; } "
    names = "The mayor of Santiago de la Ribera and those who were with him called it Правда. "
    assert list(foreign_texts([ENGLISH * 3, style * 3 + ENGLISH * 2, ENGLISH * 3 + names])) == []


def test_english_quotations_do_not_make_a_text_english():
    chinese = "外交部长表示，谈判将继续进行，直到双方就边界问题达成协议，并且恢复两国之间的正常贸易往来。"
    texts = [GERMAN * 3 + ENGLISH * 2, RUSSIAN * 3 + ENGLISH * 2, chinese * 5 + ENGLISH * 2]
    assert [language for _, language in foreign_texts(texts)] == ["German", "Russian", "Chinese"]


def test_short_texts_are_not_judged():
    assert list(foreign_texts([GERMAN])) == []


def test_a_foreign_quotation_does_not_make_a_text_foreign():
    assert list(foreign_texts([ENGLISH * 10 + GERMAN * 2 + ENGLISH * 10])) == []


def test_capitals_and_names_do_not_make_a_text_foreign():
    assert list(foreign_texts([ENGLISH.upper() * 3, "Lavrov, Wang Yi and Peskov met in Astana. " * 6])) == []
