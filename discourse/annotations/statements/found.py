"""What a rule has found, in tokens, before statements are made of it."""

from dataclasses import dataclass, field

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """Speaker, cue and content as token ranges, and the rule that found them."""

    rule: str
    take: str
    lemma: str
    cue_class: str
    cue: list[Range]
    speaker: list[Range]
    content: list[Range]
    negated: bool = False
    spoken: bool = False
    via: "Found | None" = None
    notes: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    def covers(self, token: int) -> bool:
        """Whether a token lies in the content."""
        return any(first <= token < behind for first, behind in self.content)
