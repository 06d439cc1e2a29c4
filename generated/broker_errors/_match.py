"""A recognized report, and what to do about it."""

from ._errors import BrokerError, EntryRow
from ._loading import entries, operations
from ._operations import idempotency_key, only_reads
from ._tuples import NamedTuple
from ._values import as_text, value_at
from ._wait import wait_seconds
from ._words import MatchedOn, Outcome, Retry, When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Generic, Protocol, TypeVar

    from ._info import Step
    from ._report import Report

    ErrorT_co = TypeVar("ErrorT_co", bound=BrokerError, covariant=True)

    class _Base(Generic[ErrorT_co]):
        __slots__ = ()

    class Finding(Protocol):
        """What a matcher found."""

        @property
        def matched_on(self) -> str: ...
        @property
        def report(self) -> Report: ...
        def params(self, _fields: tuple[str, ...], /) -> dict[str, str]: ...

else:

    class _Base:
        """Lets ``Match[AlpacaError]`` be written, without importing ``typing``."""

        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls


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

    error: BrokerError
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


class Match(_Base["ErrorT_co"]):
    """A report that was recognized. It is compared by what it says, and can be pickled."""

    __slots__ = ("_error", "_found", "_params", "_report")

    def __init__(self, error: "ErrorT_co", found: "Finding") -> None:
        self._error = error
        self._found = found
        self._params: dict[str, str] | None = None
        self._report: Report | None = None

    @property
    def error(self) -> "ErrorT_co":
        """The member of the broker's enum."""
        return self._error

    @property
    def matched_on(self) -> MatchedOn:
        """What decided: a body field, the message, the code or the status."""
        return MatchedOn(self._found.matched_on)

    @property
    def report(self) -> "Report":
        """What was decoded from the source."""
        if self._report is None:
            self._report = self._found.report
        return self._report

    @property
    def params(self) -> dict[str, str]:
        """The values that were captured from the message and the body, as text. Read on first use."""
        if self._params is None:
            self._params = self._found.params(self._row().fields)
        return self._params

    def advice(self, operation: str | None = None, *, now: float | None = None) -> Advice:
        """Say what may be done with the request. Loads no texts.

        Args:
            operation: ``read`` or ``write``, or the operation itself, such as ``POST /v2/orders``. By default
            the one
                that the source names, and a write where it names none. What is not known to only read is a
                write.
            now: the time in seconds since the epoch, for a wait that ends at a stated time; by default the
            clock's.
        """
        error, report, row = self._error, self.report, self._row()
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
            None if wait is None else wait_seconds(wait, self._field(wait.field), report.headers, now),
            key,
            {} if wait is None else self._echo(wait.echo),
        )

    def attributes(
        self, operation: str | None = None, *, params: bool = False
    ) -> "dict[str, str | int | float | bool]":
        """Flat attributes for logs, spans and metrics; ``error.type`` is the full id.

        What was captured from the answer is personal to an account: it is left out unless ``params`` is set.
        """
        from ._telemetry import attributes

        return attributes(self, operation, params=params)

    def to_problem(
        self,
        operation: str | None = None,
        *,
        status: int | None = None,
        docs: str = "",
        params: bool = False,
    ) -> "dict[str, object]":
        """A problem document (RFC 9457), to answer a program that asked this one.

        Args:
            operation: the operation that was refused, as for :meth:`advice`.
            status: the HTTP status of this program's own answer, which is not the broker's.
            docs: the address of the team's own site of these pages; without it ``type`` is relative to it.
            params: whether to add the captured values and the broker's own words.
        """
        from ._telemetry import to_problem

        return to_problem(self, operation, status=status, docs=docs, params=params)

    def _row(self) -> EntryRow:
        return entries(self._error.broker)[self._error]

    def _field(self, path: str | None) -> str | None:
        return None if path is None else as_text(value_at(self.report.fields, tuple(path.split("."))))

    def _echo(self, names: tuple[str, ...]) -> dict[str, str]:
        values = ((name, self._field(name)) for name in names)
        return {name: value for name, value in values if value is not None}

    def __repr__(self) -> str:
        params = f", params={self.params!r}" if self.params else ""
        return f"Match({self._error.value!r}, matched_on={self.matched_on.value!r}{params})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return self._parts() == other._parts()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> "tuple[object, ...]":
        return _restored, self._parts()

    def _parts(self) -> "tuple[object, ...]":
        return self._error, self.matched_on.value, self.report, self.params


def _is_safe(error: BrokerError, row: EntryRow, key: str | None) -> bool:
    """Whether a write may be sent again unseen: neither it nor an earlier attempt can have had an effect."""
    return error.outcome is Outcome.NOT_APPLIED and (key is not None or not row.may_repeat)


class _Kept(NamedTuple):
    """What was found, without what it was found in."""

    matched_on: str
    report: "Report"
    values: dict[str, str]

    def params(self, _fields: tuple[str, ...]) -> dict[str, str]:
        return self.values


def _restored(
    error: BrokerError, matched_on: str, report: "Report", params: dict[str, str]
) -> Match[BrokerError]:
    return Match(error, _Kept(matched_on, report, params))
