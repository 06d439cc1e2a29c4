# From generator/targets/python/runtime/_classify.py by `python -m generator build`. Do not edit.
"""Many texts at once, as plain columns: for data frames, query engines and workers."""

from ._matching import match
from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Columns(NamedTuple):
    """What texts were recognized as: a list for each fact, as long as the texts; None where nothing was.

    ``_asdict()`` gives the columns by their names, as data frames take them.

    Attributes:
        error: full ids.
        category: what kind of error each is.
        retry: what a program may do with the same request, for the operation that was asked about.
        outcome: what happened to each request's effect.
        matched_on: what decided: a body field, the message, the code or the status.
    """

    error: list[str | None]
    category: list[str | None]
    retry: list[str | None]
    outcome: list[str | None]
    matched_on: list[str | None]


_NOTHING = (None, None, None, None, None)


def classify(
    texts: "Iterable[str | None]", *, broker: str | None = None, operation: str | None = None
) -> Columns:
    """Recognize the first error of each text. A text that comes again is looked at once.

    Args:
        texts: lines, bodies or messages; None is nothing.
        broker: whose answers they are. Without it only what is unmistakable counts.
        operation: what was asked of the broker, as for ``Match.advice``; a write where it is left out.

    Raises:
        ValueError: there is no such broker.
    """
    known: dict[str | None, tuple[str | None, ...]] = {None: _NOTHING}
    rows: list[tuple[str | None, ...]] = []
    for text in texts:
        row = known.get(text)
        if row is None:
            row = known[text] = _row(text, broker, operation)
        rows.append(row)
    if not rows:
        return Columns([], [], [], [], [])
    return Columns(*(list(column) for column in zip(*rows, strict=True)))


def _row(text: "str | None", broker: "str | None", operation: "str | None") -> tuple[str | None, ...]:
    found = match(text, broker=broker)
    if found is None:
        return _NOTHING
    error, advice = found.error, found.advice(operation)
    values = (error, error.category, advice.retry, advice.outcome, found.matched_on)
    return tuple(value.value for value in values)  # plain text: engines know no enums
