"""Sentences made to trip a tokeniser: emoticons in pieces, odd quotes, abbreviations, control characters."""

import random

from discourse.lexicons.tone_words import textblob_signs, textblob_words

_WORDS = (
    "he went home said to we I Putin minister war 3 8 D O X x o is of it's don’t isn't cannot END-OF-SENTENCE"
)
_TURNING = "not no never No NOT very really most not very n't"
_MARKS = (
    "! !! !!! !. (!) ( ! ) ... … . , : ; ( ) ' \" '' “ ” ‘ ’ — - * < > / \\ = @ [ ] { } ° ♥ 's 'll o. S P"
)
_ODD = [
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xa0",
    "\x00",
    "\x1c",
    "\x85",
    "\u2028",
    "\u200b",
    "İ",
    "K",
    "é",
    "\ud800",
    " ",
]
_LETTERS = "abcXxDOopPsS8:;'\"()-.!,=<>*°_^ "


def pieces() -> list[list[str]]:
    """Give groups of pieces from which hostile sentences are put together."""
    listed = list(textblob_words())
    signs = textblob_signs()
    return [
        listed,
        [word.title() for word in listed] + [word.upper() for word in listed],
        _WORDS.split(),
        _TURNING.split(),
        _MARKS.split(),
        _ODD,
        sorted(signs.emoticons),
        sorted(signs.abbreviations),
    ]


def sentences(n: int, seed: int) -> list[str]:
    """Give `n` hostile sentences, the same for the same seed."""
    dice = random.Random(seed)
    groups = pieces()
    return [_sentence(dice, groups) for _ in range(n)]


def _sentence(dice: random.Random, groups: list[list[str]]) -> str:
    joints = [" "] * 8 + ["", "", "  ", ", ", ". ", "“", "'", "\n"]
    return "".join(_piece(dice, groups) + dice.choice(joints) for _ in range(dice.randrange(12)))


def _piece(dice: random.Random, groups: list[list[str]]) -> str:
    if dice.random() < 0.05:
        return "".join(dice.choices(_LETTERS, k=dice.randrange(1, 6)))
    return dice.choice(dice.choices(groups, weights=[6, 1, 8, 4, 3, 1, 1, 1])[0])
