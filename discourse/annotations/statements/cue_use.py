"""One use of a verb as a cue: where it stands, and a short way to make a finding of it."""

from dataclasses import dataclass, field

from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.verb_groups import VerbGroup
from discourse.lexicons.cues import Cue, Cues


@dataclass(slots=True)
class CueUse:
    """A cue of the lexicon in its verb group.

    `behind` is the token behind the cue and its particles, `floor` the token behind the last content of the unit,
    and `previous` the statement which that content belongs to. `words` are all words of the text, and `limit` is
    the token behind the unit.
    """

    reading: Reading
    cues: Cues
    cue: Cue
    group: VerbGroup
    behind: int
    unit: Range
    floor: int
    previous: Found | None
    words: list[str] = field(init=False)
    limit: int = field(init=False)

    def __post_init__(self) -> None:
        self.words, self.limit = self.reading.words, self.unit[1]

    @property
    def start(self) -> int:
        """The first token of the unit that belongs to no content yet."""
        return max(self.unit[0], self.floor)

    @property
    def reports(self) -> bool:
        """Whether the verb reports what is said: `It rained, she said`, not `It rained, she continued`."""
        return "clause" in self.cue.takes and "quote" in self.cue.takes

    def found(
        self, rule: str, take: str, speaker: list[Range], content: list[Range], *, cue_end: int | None = None
    ) -> Found:
        """Make a finding whose cue is this verb group, up to `cue_end` if that is further on."""
        takes = self.cue.takes
        return Found(
            rule=rule,
            take=take,
            lemma=self.cue.lemma,
            cue_class=takes.get(take) or takes.get("clause") or next(iter(takes.values())),
            cue=[(self.group.start, cue_end or self.behind)],
            speaker=speaker,
            content=content,
            negated=self.group.negated,
            spoken="quote" in takes or "person" in takes,
        )
