# From generator/targets/python/runtime/_cli/_tally.py by `python -m generator build`. Do not edit.
"""What was found in logs, by error, and the refusals that no entry names, by their constant part."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._errors import BrokerError
    from .._match import Match

MOST_GROUPS = 1_000
"""Groups of unknown refusals that are kept; the rest is counted together, so that memory stays constant."""
OTHERS = "(other texts)"
LONGEST_TEXT = 300
"""Characters of an unknown refusal that tell it from others."""

_VARIABLE = re.compile(
    r"(?P<id>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})"
    r"|(?P<url>https?://[^ \"'<>]{1,200})"
    r"|(?P<text>\"[^\"]{0,200}(?:\"|$)|(?<![A-Za-z])'[^']{0,200}'(?![A-Za-z]))"
    r"|(?P<hex>\b[0-9a-fA-F]*[0-9][0-9a-fA-F]{15,}\b)"
    r"|(?P<number>[-+]?[0-9][0-9.,:]*)"
)


class Seen:
    """How often something was found, and when and where first and last. Times are as the log writes them."""

    __slots__ = ("count", "first", "last", "place")

    def __init__(self, place: str) -> None:
        self.count = 0
        self.first: str | None = None
        self.last: str | None = None
        self.place = place

    def add(self, time: "str | None") -> None:
        """Count one more."""
        self.count += 1
        if time is not None:
            self.first = time if self.first is None else min(self.first, time)
            self.last = time if self.last is None else max(self.last, time)


class Tally:
    """Counts what was found.

    Attributes:
        errors: by error.
        unknown: by the fallback that stands for it and the constant part of its text.
        records: how many records were read.
    """

    def __init__(self) -> None:
        self.errors: dict[BrokerError, Seen] = {}
        self.unknown: dict[tuple[BrokerError, str], Seen] = {}
        self.records = 0

    def add(self, found: "Match[BrokerError]", time: "str | None", place: str) -> None:
        """Count an error; one that is unknown also by its text."""
        self.errors.setdefault(found.error, Seen(place)).add(time)
        if found.error.fallback:
            key = (found.error, constant_part(found.report.message or ""))
            if key not in self.unknown and len(self.unknown) >= MOST_GROUPS:
                key = (found.error, OTHERS)
            self.unknown.setdefault(key, Seen(place)).add(time)


def telling(matches: "Iterable[Match[BrokerError]]") -> "list[Match[BrokerError]]":
    """The specific errors of a record, or the best of the fallbacks where there are none.

    A fallback beside a specific error says nothing more.
    """
    found = list(matches)
    return [one for one in found if not one.error.fallback] or found[:1]


def constant_part(message: str) -> str:
    """A message without what varies: ids, numbers, quoted texts and addresses."""
    folded = " ".join(message[:LONGEST_TEXT].split())
    return _VARIABLE.sub(lambda found: f"<{found.lastgroup}>", folded)
