# This line is another one in the package: it says where the module is from.
"""What a program may do with the request that was refused."""

from ._loading import entries, operations
from ._operations import idempotency_key, only_reads
from ._tuples import NamedTuple
from ._values import as_text, value_at
from ._wait import wait_seconds
from ._words import Outcome, Retry, When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._errors import BrokerError
    from ._info import Step
    from ._report import Report
    from ._rows import EntryRow

_RESEND = (Retry.BACKOFF, Retry.WAIT)
"""Retries with which the same request may be sent again without a look-up."""


class Advice(NamedTuple):
    """What a program may do with the request that was refused.

    Attributes:
        error: what was recognized.
        operation: what was asked about.
        retry: what it may do with the same request, for this operation.
        outcome: what happened to the request's effect.
        resend: whether the same request may be sent again without a look-up and without a person. Where
            ``idempotency_key`` is set, only under the same key.
        wait_seconds: how long to wait first, in seconds; None where no wait is stated.
        idempotency_key: the field of the request by which the broker knows a repeated one; None where it
        knows none.
        echo: what has to be sent along with the request, by field.
    """

    error: "BrokerError"
    operation: str
    retry: Retry
    outcome: Outcome
    resend: bool
    wait_seconds: float | None = None
    idempotency_key: str | None = None
    echo: "Mapping[str, str]" = {}  # noqa: RUF012 - the default of a tuple's field; nobody changes it

    @property
    def steps(self) -> "tuple[Step, ...]":
        """What to do, in order, and who acts. Texts are loaded on first use."""
        return self.error.info.remediation

    @property
    def first_step(self) -> "Step":
        """What to do now."""
        return next((step for step in self.steps if step.when is When.NOW), self.steps[0])

    def __repr__(self) -> str:
        names = ("wait_seconds", "idempotency_key", "echo")
        said = "".join(f", {name}={value!r}" for name in names if (value := getattr(self, name)))
        return f"Advice({self.retry}, {self.outcome}, resend={self.resend}{said})"


def advise(error: "BrokerError", report: "Report", operation: str | None, now: float | None) -> Advice:
    """Say what may be done with the request that a report answers. Loads no texts."""
    row = entries(error.broker)[error]
    asked = operation or report.operation or "write"
    table = operations(error.broker)
    reading = only_reads(asked, (table,))
    retry = error.retry_read if reading else error.retry
    key = None if reading else idempotency_key(asked, table)
    wait = row.wait if retry in (Retry.WAIT, Retry.HALT) else None
    return Advice(
        error,
        asked,
        retry,
        error.outcome,
        retry in _RESEND and (reading or _is_safe(error, row, key)),
        None if wait is None else wait_seconds(wait, _field(report, wait.field), report.headers, now),
        key,
        {} if wait is None else _echo(report, wait.echo),
    )


def _is_safe(error: "BrokerError", row: "EntryRow", key: str | None) -> bool:
    """Whether a write may be sent again unseen: neither it nor an earlier attempt can have had an effect."""
    return error.outcome is Outcome.NOT_APPLIED and (key is not None or not row.may_repeat)


def _field(report: "Report", path: str | None) -> str | None:
    return None if path is None else as_text(value_at(report.fields, tuple(path.split("."))))


def _echo(report: "Report", names: tuple[str, ...]) -> dict[str, str]:
    values = ((name, _field(report, name)) for name in names)
    return {name: value for name, value in values if value is not None}
