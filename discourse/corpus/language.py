"""Which documents seem not to be in English."""

from collections.abc import Iterator, Sequence

# Languages of large presses and archives; a choice among few is a safer one.
LANGUAGES: dict[str, str] = {
    **{"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese"},
    **{"nl": "Dutch", "pl": "Polish", "cs": "Czech", "sv": "Swedish", "fi": "Finnish", "hu": "Hungarian"},
    **{
        "ro": "Romanian",
        "el": "Greek",
        "ru": "Russian",
        "uk": "Ukrainian",
        "bg": "Bulgarian",
        "sr": "Serbian",
    },
    **{"tr": "Turkish", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian"},
    **{"zh": "Chinese", "ja": "Japanese", "ko": "Korean", "vi": "Vietnamese"},
}
SHORTEST = 200
_LOOK_AT = 2_000


def foreign_texts(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place and language of each text that seems not to be in English.

    Texts of fewer than 200 characters are too short to tell.

    Examples
    --------
    >>> list(foreign_texts(["The talks will go on in the capital. " * 8, "Die Gespräche gehen weiter. " * 8]))
    [(1, 'German')]
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    for place, text in enumerate(texts):
        if len(text) >= SHORTEST:
            language, _ = identifier.classify(_middle(text))
            if language != "en":
                yield place, LANGUAGES[language]


def _middle(text: str) -> str:
    """A stretch of the text that is not its headline or its signature."""
    start = max(0, (len(text) - _LOOK_AT) // 2)
    return text[start : start + _LOOK_AT]
