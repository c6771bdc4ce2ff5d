"""Findings in sentences: what the tables say, where their intervals carry it, and nothing else."""

from collections.abc import Iterable, Mapping

import pandas as pd

from discourse.measures.framing_contrasts import framing_contrasts
from discourse.measures.tone_differences import tone_differences
from discourse.reporting.numbers import number, percent

Finding = tuple[str, str]
_REFUSED = "is not claimed here:"


def framing_findings(
    shares: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    target: str,
    specifications: pd.DataFrame | None = None,
    most: int = 3,
) -> list[Finding]:
    """Say which voices, or which outlets, differ most in their choice among competing words.

    Parameters
    ----------
    shares
        What `framing_shares` gave, by voice or by one other column.
    labels
        What to call groups and frames by their ids.
    target
        The table that the sentences rest on, such as `"table-shares"`.
    specifications
        What `specification_curve` gave for these contrasts. A claim that half of its specifications or
        fewer carry is then not made; that it was not is said.
    most
        How many sentences at the most.

    Returns
    -------
    Pairs of a sentence and `target`. A sentence compares two groups whose intervals do not overlap; the
    widest gaps come first.

    Examples
    --------
    >>> shares = pd.DataFrame({"voice": ["a", "b"], "frame": "war", "n": [40, 4], "total": [50, 80],
    ...     "share": [0.8, 0.05], "low": [0.6, 0.01], "high": [0.9, 0.2], "too_few": False})
    >>> [(sentence, _)] = framing_findings(shares, labels={"a": "Ann", "b": "Bo"}, target="table-shares")
    >>> print(" ".join(sentence.split()))
    “war” is 80 % (60–90 %, 40 of 50) of the words for the event with Ann, but 5 % (1–20 %, 4 of 80) with Bo.
    """
    found = []
    for claim in framing_contrasts(shares).head(most).to_dict("records"):
        sentence = _contrast(claim, shares, labels)
        carried, rest = _support(claim, specifications)
        if carried is False:
            more, less, frame = (_name(claim[key], labels) for key in ("more", "less", "frame"))
            sentence = f"That {more} and {less} differ in “{frame}” {_REFUSED} {rest}"
        else:
            sentence += rest
        found.append((sentence, target))
    return found


def choice_findings(shares: pd.DataFrame, *, labels: Mapping[str, str], target: str) -> list[Finding]:
    """Say which of the competing words is chosen most by all together, if its interval lies above all others.

    Parameters
    ----------
    shares
        What `framing_shares` gave with `by=None`.
    labels, target
        As in `framing_findings`.

    Examples
    --------
    >>> shares = pd.DataFrame({"frame": ["war", "crisis"], "n": [60, 40], "total": 100, "share": [0.6, 0.4],
    ...                        "low": [0.52, 0.32], "high": [0.68, 0.48], "too_few": False})
    >>> [(sentence, _)] = choice_findings(shares, labels={}, target="table-overall")
    >>> print(" ".join(sentence.split()))
    All together choose “war” most: 60 % (52–68 %, 60 of 100); “crisis” follows with 40 % (32–48 %, 40 of 100).
    """
    known = shares[~shares["too_few"]].sort_values("share", ascending=False, kind="stable")
    if len(known) < 2 or known["high"].iloc[1:].max() >= known["low"].iloc[0]:
        return []
    first, second = known.iloc[0], known.iloc[1]
    sentence = (
        f"All together choose “{_name(first['frame'], labels)}” most: {_counted(first)}; "
        f"“{_name(second['frame'], labels)}” follows with {_counted(second)}."
    )
    return [(sentence, target)]


def tone_findings(
    means: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    target: str,
    specifications: pd.DataFrame | None = None,
    most: int = 2,
) -> list[Finding]:
    """Say of whom the texts speak more warmly or less so, or that nobody can be told apart.

    Parameters
    ----------
    means
        What `mean_tone` gave, by `toward`.
    labels, target, most
        As in `framing_findings`.
    specifications
        What `tone_specification_curve` gave for the differences; a claim that half of its specifications or
        fewer carry is not made.

    Examples
    --------
    >>> means = pd.DataFrame({"toward": ["ann", "bob"], "n": 50, "tone": [0.5, -0.4], "low": [0.2, -0.7],
    ...                       "high": [0.8, -0.1], "too_few": False})
    >>> [(sentence, _)] = tone_findings(means, labels={"ann": "Ann", "bob": "Bob"}, target="table-tone")
    >>> print(sentence)
    The texts speak more warmly of Ann than of Bob: by 0.90 (0.48–1.32) on a scale from −1 to 1.
    """
    known = means[~means["too_few"] & means["tone"].notna()]
    if len(known) < 2:
        return []
    pairs = tone_differences(known)
    claims = pairs[pairs["credible"]].head(most)
    if claims.empty:
        sentence = (
            f"In tone, no two of the {len(known)} actors of whom enough is said can be told apart: their "
            "differences lie within the errors of scorer and sampling."
        )
        return [(sentence, target)]
    return [(_warmer(pair, specifications, labels), target) for _, pair in claims.iterrows()]


def _warmer(pair: pd.Series, specifications: pd.DataFrame | None, labels: Mapping[str, str]) -> str:
    more, less = pair["first"], pair["second"]
    low, high = sorted((abs(pair["low"]), abs(pair["high"])))
    if pair["difference"] < 0:
        more, less = less, more
    claim = {"by": "toward", "frame": "tone", "more": more, "less": less}
    carried, rest = _support(claim, specifications)
    names = f"{_name(more, labels)} than of {_name(less, labels)}"
    if carried is False:
        return f"That the texts speak more warmly of {names} {_REFUSED} {rest}"
    size, *limits = (number(min(value, 2), decimals=2) for value in (abs(pair["difference"]), low, high))
    return f"The texts speak more warmly of {names}: by {size} ({'–'.join(limits)}) on a scale from −1 to 1.{rest}"


def claimed_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings in their order, but behind all others those that say what is not claimed.

    Examples
    --------
    >>> refused, plain = ("That A and B differ is not claimed here: ...", "table-a"), ("A is large.", "table-a")
    >>> claimed_first([refused, plain]) == [plain, refused]
    True
    """
    return sorted(findings, key=lambda finding: _REFUSED in finding[0])


def prominence_findings(prominence: pd.DataFrame, *, labels: Mapping[str, str], target: str) -> list[Finding]:
    """Say who has the largest share of the quoted words, and how much of them is nobody's we know.

    Somebody is said to have the largest share only where the interval of the next one lies below.

    Examples
    --------
    >>> shares = pd.DataFrame({"unit": "words", "actor": ["nato", "unknown"], "share": [0.4, 0.6],
    ...                        "low": [0.3, 0.5], "high": [0.5, 0.7], "too_few": False})
    >>> [(sentence, _), *others] = prominence_findings(shares, labels={"nato": "NATO"}, target="table-voices")
    >>> print(" ".join(sentence.split()))
    NATO has the largest share of the quoted words: 40 % (30–50 %).
    """
    words = prominence[prominence["unit"].eq("words") & ~prominence["too_few"]]
    known = words[words["actor"].ne("unknown")].nlargest(2, "share")
    unknown = words[words["actor"].eq("unknown")]
    found = [_most_quoted(known, labels)] if len(known) else []
    found += [
        f"{_share(row['share'])} of the quoted words are of speakers who are in no actors file, or "
        "could not be told."
        for _, row in unknown.iterrows()
    ]
    return [(sentence, target) for sentence in found]


def _most_quoted(known: pd.DataFrame, labels: Mapping[str, str]) -> str:
    first, others = known.iloc[0], known.iloc[1:]
    said = f"{_share(first['share'])} ({_range(first)})"
    name = _name(first["actor"], labels)
    if (others["high"] < first["low"]).all():
        return f"{name} has the largest share of the quoted words: {said}."
    second = others.iloc[0]
    return (
        f"Nobody stands out among the quoted: {name} has {said} of the quoted words, "
        f"{_name(second['actor'], labels)} {_share(second['share'])} ({_range(second)})."
    )


def _support(claim: Mapping[str, object], specifications: pd.DataFrame | None) -> tuple[bool | None, str]:
    """Say whether most specifications carry the claim (None where there are none), and how many do."""
    if specifications is None:
        return None, ""
    same = [specifications[name] == claim[name] for name in ("by", "frame", "more", "less")]
    rows = specifications[same[0] & same[1] & same[2] & same[3]]
    carried, few, count = int(rows["carried"].sum()), int(rows["too_few"].sum()), len(rows)
    if not count:
        return None, ""
    untold = f"; {few} leave too few words to tell" if few else ""
    if 2 * carried <= count:
        return False, f"only {carried} of {count} ways of counting carry it{untold}."
    return True, f" {carried} of {count} ways of counting carry it{untold}."


def _contrast(claim: Mapping[str, str], shares: pd.DataFrame, labels: Mapping[str, str]) -> str:
    of_frame = shares[shares["frame"] == claim["frame"]].set_index(claim["by"])
    more, less = (of_frame.loc[claim[side]] for side in ("more", "less"))
    names = (_name(claim[side], labels) for side in ("more", "less"))
    preposition = "with" if claim["by"] == "voice" else "in"
    return (
        f"“{_name(claim['frame'], labels)}” is {_counted(more)} of the words for the event {preposition} "
        f"{next(names)}, but {_counted(less)} {preposition} {next(names)}."
    )


def _counted(row: pd.Series) -> str:
    """Give a share with its interval and its counts."""
    return f"{_share(row['share'])} ({_range(row)}, {row['n']:,} of {row['total']:,})"


def _name(id_: str, labels: Mapping[str, str]) -> str:
    return labels.get(id_, id_)


def _share(share: float) -> str:
    return percent(share, decimals=_decimals(share))


def _range(row: pd.Series) -> str:
    decimals = _decimals(row["share"])
    return f"{number(100 * row['low'], decimals=decimals)}–{percent(row['high'], decimals=decimals)}"


def _decimals(share: float) -> int:
    """Whole per cent will do, but where they would say nothing."""
    return 1 if 0 < share < 0.015 else 0
