"""A recognised report, and what to do about it."""

import math
import time

from ._decode import as_text, value_at
from ._errors import BrokerError
from ._report import Report
from ._vocabulary import MatchedOn, Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Generic, TypeVar

    from ._info import Step, Wait

    ErrorT_co = TypeVar("ErrorT_co", bound=BrokerError, covariant=True)

    class _Base(Generic[ErrorT_co]):
        __slots__ = ()
else:

    class _Base:
        """Lets ``Match[AlpacaError]`` be written, without importing ``typing``."""

        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls


SHORTEST_WAIT = 1.0
"""Seconds to wait for a time that has passed by this machine's clock, which may be wrong."""

_READING_METHODS = ("GET", "HEAD", "OPTIONS")


class Advice:
    """What a program may do with the request that was refused.

    Attributes:
        retry: what it may do with the same request, for the operation that was asked about.
        outcome: what happened to the request's effect.
        resend: whether the same request may be sent again without a look-up and without a person.
        wait_seconds: how long to wait first, in seconds; None where no wait is stated.
        echo: what has to be sent along with the request, by field.
        steps: what to do, in order, and who acts.
    """

    __slots__ = ("echo", "outcome", "resend", "retry", "steps", "wait_seconds")

    def __init__(
        self,
        retry: Retry,
        outcome: Outcome,
        wait_seconds: float | None,
        echo: "Mapping[str, str]",
        steps: "tuple[Step, ...]",
    ) -> None:
        self.retry = retry
        self.outcome = outcome
        self.resend = retry in (Retry.BACKOFF, Retry.WAIT)
        self.wait_seconds = wait_seconds
        self.echo = dict(echo)
        self.steps = steps

    def __repr__(self) -> str:
        wait = "" if self.wait_seconds is None else f", wait_seconds={self.wait_seconds:g}"
        return f"Advice({self.retry}, {self.outcome}, resend={self.resend}{wait})"


class Match(_Base["ErrorT_co"]):
    """A report that was recognised.

    Attributes:
        error: the member of the broker's enum.
        matched_on: what decided: a body field, the message, the code or the status.
        report: what was decoded from the source.
    """

    __slots__ = ("_params", "_read_params", "error", "matched_on", "report")

    def __init__(
        self,
        error: "ErrorT_co",
        matched_on: MatchedOn,
        report: Report,
        read_params: "Callable[[], dict[str, str]]",
    ) -> None:
        self.error = error
        self.matched_on = matched_on
        self.report = report
        self._read_params = read_params
        self._params: dict[str, str] | None = None

    @property
    def params(self) -> dict[str, str]:
        """The values that were captured from the message and the body, as text. Read on first use."""
        if self._params is None:
            self._params = self._read_params()
        return self._params

    def advice(self, operation: str = "write", *, now: float | None = None) -> Advice:
        """Say what may be done with the request.

        Args:
            operation: ``read`` or ``write``, or the operation itself, such as ``POST /v2/orders``. What is
                not known to only read counts as a write.
            now: the time in seconds since the epoch, for a wait that ends at a stated time; by default the
                clock's.
        """
        info = self.error.info
        retry = self.error.retry_read if _only_reads(operation, info.reads) else self.error.retry
        wait = info.wait if retry in (Retry.WAIT, Retry.HALT) else None
        return Advice(
            retry,
            self.error.outcome,
            None if wait is None else _wait_seconds(wait, self.report, now),
            {} if wait is None else self._echo(wait),
            info.remediation,
        )

    def _echo(self, wait: "Wait") -> dict[str, str]:
        values = ((name, as_text(value_at(self.report.fields, name))) for name in wait.echo)
        return {name: value for name, value in values if value is not None}

    def __repr__(self) -> str:
        return f"Match({self.error.value!r}, matched_on={self.matched_on.value!r}, params={self.params!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return self._parts() == other._parts()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> "tuple[object, ...]":
        return _restored, self._parts()

    def _parts(self) -> "tuple[object, ...]":
        return self.error, self.matched_on, self.report, self.params


def _restored(
    error: BrokerError, matched_on: MatchedOn, report: Report, params: dict[str, str]
) -> Match[BrokerError]:
    return Match(error, matched_on, report, lambda: params)


def _only_reads(operation: str, reads: "tuple[str, ...]") -> bool:
    words = operation.split()
    if not words:
        return False
    if operation in reads or words[0] in _READING_METHODS:
        return True
    return operation == "read"


def _wait_seconds(wait: "Wait", report: Report, now: float | None) -> float | None:
    stated = None
    if wait.field is not None:
        stated = _number(as_text(value_at(report.fields, wait.field)))
    if stated is None and wait.header is not None:
        stated = _number(report.headers.get(wait.header.lower()))
    if stated is None and wait.until_header is not None:
        until = _number(report.headers.get(wait.until_header.lower()))
        stated = None if until is None else max(until - (time.time() if now is None else now), SHORTEST_WAIT)
    if stated is None:
        return wait.seconds
    return min(max(stated, 0.0), wait.cap) if wait.cap is not None else max(stated, 0.0)


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None
