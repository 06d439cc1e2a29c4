# This line is another one in the package: it says where the module is from.
"""What was found, how much each finding counts, and which one is the answer."""

from ._rows import TELLS_BROKER
from ._tuples import NamedTuple
from ._values import as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from ._report import AnyReading, Part, Report
    from ._rows import SignatureRow
    from ._template import Spans, Template


class Found(NamedTuple):
    """A signature that holds, and where.

    Attributes:
        signature: the signature.
        rank: how much it counts.
        reading: where it was read.
        template: the message template, for a signature of the kind message.
        spans: where the template's slots stand in ``text``, or the match that knows it.
        text: the folded text in which the message was found.
        start: where it begins there; of a body's findings, where the body begins in its text.
        end: where it ends.
        part: where the body stands in the source, if that is a text, and the reading does not tell.
    """

    signature: "SignatureRow"
    rank: int
    reading: "AnyReading"
    template: "Template | None" = None
    spans: "Spans | re.Match[str]" = ()
    text: str = ""
    start: int = 0
    end: int = 0
    part: "Part | None" = None

    @property
    def entry(self) -> str:
        """The full id of the entry."""
        return self.signature.entry

    @property
    def matched_on(self) -> str:
        """What decided: field, message, code or status."""
        return self.signature.kind

    @property
    def report(self) -> "Report":
        """What was read, made when it is asked for."""
        return self.reading.report(self.signature.broker, self.place)

    @property
    def place(self) -> tuple[int, int] | None:
        """Where it stands in the source, if that is a text: the message itself, else what holds it."""
        part = self.part or self.reading.part
        if part is None:
            return None
        if part.folded is not None and self.template is not None and self.text is part.folded.plain:
            part = part._replace(start=self.start, end=self.end)
        return part.place

    @property
    def slots(self) -> dict[str, str]:
        """The values that the message's slots hold."""
        if self.template is None:
            return {}
        spans = self.spans if isinstance(self.spans, tuple) else self.spans.regs[1:]
        names = self.template.names
        return {name: self.text[start:end] for name, (start, end) in zip(names, spans, strict=False)}

    def params(self, fields: tuple[str, ...]) -> dict[str, str]:
        """The values of the message's slots and of those ``fields`` of the body that it has."""
        values = (
            (name.rpartition(".")[2], as_text(self.reading.value(tuple(name.split("."))))) for name in fields
        )
        return {**{name: value for name, value in values if value is not None}, **self.slots}


def best(found: "list[Found]", broker: str | None) -> Found | None:
    """The answer: the highest rank; of one rank the earliest, of those that overlap it the longest.

    Of two in one place, the one that demands more counts. Without ``broker``, what tells two brokers is
    nobody's.
    """
    if len(found) == 1:
        return found[0]
    rank = max([one.rank for one in found])
    rivals = [one for one in found if one.rank == rank]
    top = rivals[0]
    if len(rivals) > 1:
        top = min(rivals, key=_place)
        for one in rivals:
            if _overlap(one, top) and _weight(one) > _weight(top):
                top = one
    if broker is None and any(
        one.signature.broker != top.signature.broker and one.rank >= TELLS_BROKER for one in found
    ):
        return None
    return top


def distinct(found: "Iterable[Found]", broker: str | None) -> "Iterator[Found]":
    """Each error once, the best first. What says less of the same place is not another error."""
    left = list(found)
    while left:
        top = best(left, broker)
        if top is None:
            return
        yield top
        left = [one for one in left if one.entry != top.entry and not _says_less(one, top)]


def _says_less(one: Found, top: Found) -> bool:
    if one.reading.order != top.reading.order:
        return False
    return one.signature.fallback or one.signature.kind != "message" or _overlap(one, top)


def _overlap(one: Found, other: Found) -> bool:
    if one.reading.order != other.reading.order:
        return False
    one_at, other_at = one.reading.at, other.reading.at
    return one_at + one.start < other_at + other.end and one_at + one.end > other_at + other.start


def _place(found: Found) -> tuple[int, int, int, int, str]:
    at = found.reading.at + found.start
    return found.reading.order, at, -_weight(found), -found.signature.demands, found.entry


def _weight(found: Found) -> int:
    return found.template.weight if found.template is not None else int(found.signature.value is not None)
