"""How a voice uses a frame's word: asserts it, negates it or refuses it, or holds it at arm's length.

All rules look only at the sentence around the word:

* *refused*: an act of not naming leads to it ("has yet to call it a war", "avoids the word invasion");
* *negated*: a negation stands right before it ("not a war", "no invasion", "denied that it was a war");
* *asserted*: everything else;
* *distanced*: "so-called" before it, quotation marks tight around it, or a phrase that calls it a word
  ("the term", "what Moscow calls").
"""

import re
from typing import NamedTuple

_ARTICLE = (
    r"(?:(?:a|an|any|the|this|that|its|their|his|her|real|true|such|kind of|sort of|form of|act of|"
    r"full-scale|all-out)\s+){0,3}"
)
_QUOTE = r"[\"'“”‘’«»„]?"
_NAMING = (
    r"(?:call|calls|called|calling|describe|describes|described|describing|label|labels|labelled|labeled|term|terms|termed|"
    r"name|names|named|say|says|said|saying|use|uses|used|using|utter|uttered|speak of|speaks of|spoke of|speaking of|"
    r"refer to|refers to|referred to|contain|contains|contained|mention|mentions|mentioned|recognise|recognize|admit)"
)
_WITHIN = r"(?:\s+[\w’'“”\"-]+){0,7}?\s+"
_REFUSAL = re.compile(
    rf"""(?ix)\b(?:
      (?:has|have|had|'ve|'s)\s+(?:yet|still)\s+(?:to|not)\s+(?:\w+ly\s+)?{_NAMING}
    | (?:declin|refus|hesitat|loath|reluctan|unwilling)\w*\s+to\s+(?:\w+ly\s+)?{_NAMING}
    | (?:did|does|do|has|have|had|will|would|could|can)\s*(?:n[o']t|n’t|\s+not|\s+never)
      \s+(?:yet\s+|once\s+|\w+ly\s+)?{_NAMING}
    | never\s+(?:once\s+)?{_NAMING}
    | (?:stop|stops|stopped|fell|falls|fall|stopping|falling)\s+short\s+of\s+{_NAMING}
    | (?:avoid|avoids|avoided|avoiding|shun|shuns|shunned|eschew|eschews|eschewed|without|
      instead\s+of|rather\s+than|nor\s+does\s+it)
      \s+(?:ever\s+)?{_NAMING}
    | not\s+{_NAMING}
    | (?:reject|dismiss|disput|resist|object)\w*\s+(?:to\s+)?(?:the|any|all)\s+
      (?:word|term|label|description|characteri[sz]ation|talk)s?
    )(?:{_WITHIN}|\s*){_QUOTE}$"""
)
_LACKING = (
    r"\b(?:avoid\w*|shun\w*|omit\w*|lack\w*|without|missing|no mention of|"
    r"(?:do|does|did)(?:n['’]t| not) (?:contain|say|use|mention))"
)
_WORD_ABSENT = re.compile(
    rf"(?i){_LACKING}(?:{_WITHIN}|\s+)(?:the|a) (?:word|term|label|noun|name|expression)\s+(?:is\s+)?{_QUOTE}$"
    rf"|\b(?:avoid\w*|shun\w*|omit\w*|no mention of)\s+{_ARTICLE}{_QUOTE}$"
)
_NEGATION = re.compile(
    rf"""(?ix)(?:\b(?:not|never|no|nor|neither|without|hardly|isn't|isn’t|wasn't|wasn’t|aren't|aren’t|
    (?:rather|other)\s+than|instead\s+of|nothing\s+like)\s+(?:at\s+|in\s+(?:a\s+)?(?:state\s+of\s+)?|called\s+)?{_ARTICLE}
    | \b(?:den(?:y|ies|ied|ying))\b\s+(?:(?:that\s+)?(?:there|it|this|that|they|he|she|its\s+\w+|\w+)\s+
      (?:is|was|were|are|had\s+been|has\s+been)\s+)?{_ARTICLE}
    | \b(?:den(?:y|ies|ied|ying))\s+(?:it|this|that|being)\s+(?:is|was|were|a|an)\s+{_ARTICLE}
    ){_QUOTE}$"""
)
_ONLY = re.compile(r"(?i)\b(?:not|no)\s+(?:only|just|merely|simply|longer|doubt)\b")
_SO_CALLED = re.compile(rf"(?i)\b(?:so[- ]called|self-styled|supposed|alleged)\s+{_QUOTE}$")
_CALLED = re.compile(
    rf"(?i)\bwhat\s+(?:[\w.’'-]+\s+){{1,6}}?(?:calls?|called|calling|terms?|termed|describes?(?:\s+as)?|described(?:\s+as)?|"
    rf"labels?|labelled|labeled|dubs?|dubbed|refers?\s+to\s+as|referred\s+to\s+as)\s+{_ARTICLE}{_QUOTE}$"
)
_AS_A_WORD = re.compile(
    rf"(?i)\b(?:the|its|their|his|her|that)\s+(?:word|term|label|phrase|expression|formula|euphemism|noun)s?\s+{_QUOTE}$"
)
_OPENING, _CLOSING = "\"'“‘«„‹", "\"'”’»“›"
_REACH = 160
_LABEL = 45


class Use(NamedTuple):
    """The use of a frame's word, and where the words that distance it begin (None: not distanced)."""

    use: str
    distanced_at: int | None


def find_use(text: str, sentence: tuple[int, int], start: int, end: int) -> Use:
    """Give the use of the word at `[start, end)` in its sentence.

    Examples
    --------
    >>> text = "It has yet to call it an invasion."
    >>> find_use(text, (0, len(text)), 25, 33)
    Use(use='refused', distanced_at=None)
    >>> text = "This is not a war but a so-called conflict."
    >>> [find_use(text, (0, len(text)), text.index(w), text.index(w) + len(w)) for w in ("war", "conflict")]
    [Use(use='negated', distanced_at=None), Use(use='asserted', distanced_at=24)]
    """
    begin = max(sentence[0], start - _REACH)
    before = text[begin:start]
    return Use(_use(before), _distanced_at(text, sentence, begin, before, start, end))


def _use(before: str) -> str:
    if _REFUSAL.search(before) or _WORD_ABSENT.search(before):
        return "refused"
    negation = _NEGATION.search(before)
    if negation and not _ONLY.search(before[negation.start() :]):
        return "negated"
    return "asserted"


def _distanced_at(text, sentence, begin, before, start, end) -> int | None:
    for phrase in (_SO_CALLED, _CALLED, _AS_A_WORD):
        if found := phrase.search(before):
            return begin + found.start()
    return _tight_quotation(text, sentence, start, end)


def _tight_quotation(text, sentence, start, end) -> int | None:
    """Where quotation marks open that hold the word and little else."""
    opening = max(
        (text.rfind(mark, max(sentence[0], start - _LABEL), start) for mark in _OPENING), default=-1
    )
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, end + _LABEL)) >= 0), default=-1)
    if opening < 0 or closing < 0 or text[opening - 1 : opening].isalnum() or text[opening + 1].isspace():
        return None
    inside = text[opening + 1 : closing]
    label = len(inside.split()) <= 4 and not inside.rstrip().endswith((",", ".", "!", "?"))
    return opening if label and not any(mark in inside for mark in ".;:!?") else None
