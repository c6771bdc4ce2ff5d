"""Where lexicon files are: the user's own, and those that come with the package."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from discourse.errors import ReadError, nearest

_DATA = Path(__file__).parent / "data"


def lexicon_paths(path: str | Path | Sequence[str | Path], kind: str) -> list[Path]:
    """Give the files meant by a path, the name of a shipped lexicon of this kind, or a list of such.

    Raises
    ------
    ReadError
        If one is neither a file nor shipped.
    """
    listed = [path] if isinstance(path, str | Path) else list(path)
    if not listed:
        raise ReadError(f"no {kind} file is named; give a path, or one of {', '.join(shipped(kind))}")
    return [_found(one, kind) for one in listed]


def shipped(kind: str) -> list[str]:
    """Give the names of the lexicons of a kind ("actors" or "frames") that come with the package.

    Examples
    --------
    >>> shipped("frames")
    ['ukraine']
    """
    return sorted(p.stem for p in _DATA.glob("*.yml") if f"\n{kind}:" in p.read_text(encoding="utf-8"))


def fingerprint(parts: Sequence[str]) -> str:
    """Give the SHA-256 of some texts, each with its length, in hexadecimal."""
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(encoded)}:".encode() + encoded)
    return digest.hexdigest()


def _found(one: str | Path, kind: str) -> Path:
    names = shipped(kind)
    if str(one) in names and not Path(one).exists():
        return _DATA / f"{one}.yml"
    if Path(one).is_dir():
        raise ReadError(f"{one} is a folder; name the {kind} file in it")
    if not Path(one).exists():
        raise ReadError(
            f"there is no {kind} file {one}; shipped are {', '.join(names)}.{nearest(str(one), names)}"
        )
    return Path(one)
