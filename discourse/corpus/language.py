"""Which documents seem not to be in English."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

# The languages of large presses and archives: a choice among few is a safer one.
LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
SHORTEST = 200
SURE = 0.9
_LOOK = 2_000
# Every seventh word of English speeches and news, and hardly ever a word of another language.
_COMMON = frozenset(("the", "of", "and", "that", "with"))
_ENOUGH = 0.06


def foreign_texts(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place and the language of each text that seems not to be in English.

    Texts of fewer than 200 characters are too short to tell, and texts made of names too doubtful.

    Examples
    --------
    >>> list(foreign_texts(["The talks will go on in the capital. " * 8, "Die Gespräche gehen weiter. " * 8]))
    [(1, 'German')]
    """
    for place, text in enumerate(texts):
        if len(text) >= SHORTEST and not _plainly_english(text):
            language, probability = _identifier().classify(_middle(text, _LOOK))
            if language != "en" and probability >= SURE:
                yield place, LANGUAGES[language]


def _plainly_english(text: str) -> bool:
    """Whether the commonest English words are as frequent as in English: quick, and spares the model."""
    words = _middle(text, _LOOK).lower().split()
    return sum(map(_COMMON.__contains__, words)) > _ENOUGH * len(words)


@cache
def _identifier() -> Any:
    """The model, which takes half a second to unpack."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def _middle(text: str, length: int) -> str:
    """A stretch that is neither the headline nor the signature."""
    start = max(0, (len(text) - length) // 2)
    return text[start : start + length]
