"""Which documents seem not to be in English."""

import re
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
# Every fifth word of English speeches and news, and hardly ever a word of another language.
_ENGLISH = frozenset(
    """
    about after and are because been but could from has have her him his into it its more not of or
    said she should than that the their them there these they this those were what when where which
    who with would you your
    """.split()
)
# The commonest words of the other languages in Latin letters, but for those that are English words too.
_OTHER = frozenset(
    """
    je se na že og er det som til ikke der und das den nicht von de la que el los las ja ei että oli
    le les et des une dans az és hogy nem egy yang dan di ini itu che il per della sono het een van en
    dat niet nie w się os não uma para și în cu din nu och att är inte bir ve bu için da và của là có
    """.split()
)
_SIGNS = _ENGLISH | _OTHER
_OTHER_LETTERS = re.compile(r"[\u0370-\u1dff\u3040-\ud7ff]\w*")
_ENOUGH = 0.06
_TIMES = 5


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
    """Whether common English words are frequent, and signs of other languages rare: it spares the model."""
    middle = _middle(text, _LOOK)
    words = middle.lower().split()
    signs = list(filter(_SIGNS.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, signs))
    other = len(signs) - english + len(_OTHER_LETTERS.findall(middle))
    return english > _ENOUGH * len(words) and english > _TIMES * other


@cache
def _identifier() -> Any:
    """The model, which takes a third of a second to unpack."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def _middle(text: str, length: int) -> str:
    """A stretch that is neither the headline nor the signature."""
    start = max(0, (len(text) - length) // 2)
    return text[start : start + length]
