# This line is another one in the package: it says where the module is from.
"""What programs hang into their own machinery: retries, exceptions, logs. No library is imported.

None of them sends anything or waits: how often and how long to try is the program's own business.
"""

import logging
import sys
from contextlib import contextmanager
from random import uniform

from ._matching import match
from ._telemetry import attributes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, MutableMapping
    from typing import Any, Protocol, overload

    from ._advice import Advice
    from ._errors import BrokerError
    from ._match import Match

    class Attempt(Protocol):
        """What tenacity says of an attempt: the part of its ``RetryCallState`` that is read here."""

        attempt_number: int

        @property
        def outcome(self) -> Any: ...


__all__ = ["RefusalFilter", "RefusalProcessor", "Refused", "Resend", "refusals"]

LONGEST_BACKOFF = 60.0
"""Seconds that a back-off grows to, where tenacity asks for one."""


class Resend:
    """Tells a retry library whether a call may be made once more, and when.

    It serves stamina as ``on=``, and tenacity as both ``retry=`` and ``wait=``. Not called again by itself
    is what is no answer of a broker, what has to be sent with something of the answer (``advice.echo``), and
    what the broker knows by a key, unless ``same_key`` says that every call sends the same one.
    """

    def __init__(
        self, operation: str | None = None, *, broker: str | None = None, same_key: bool = False
    ) -> None:
        self.operation = operation
        self.broker = broker
        self.same_key = same_key

    if TYPE_CHECKING:

        @overload
        def __call__(self, failure: BaseException, /) -> bool | float: ...
        @overload
        def __call__(self, failure: Attempt, /) -> Any: ...

    def __call__(self, failure: "BaseException | Attempt", /) -> object:
        """For an exception: False, True or seconds to wait. For an attempt of tenacity: seconds, 0 for no."""
        if isinstance(failure, BaseException):
            return self._decide(failure)
        error = failure.outcome.exception() if failure.outcome is not None else None
        decided = False if error is None else self._decide(error)
        if decided is True:
            return uniform(0.5, 1.0) * min(2.0**failure.attempt_number, LONGEST_BACKOFF)  # noqa: S311 - no secret
        return float(decided)

    def _decide(self, error: BaseException) -> bool | float:
        found = match(error, broker=self.broker)
        advice = None if found is None else found.advice(self.operation)
        if advice is None or not advice.resend or advice.echo:
            return False
        wait = True if advice.wait_seconds is None else advice.wait_seconds
        return (self.same_key or advice.idempotency_key is None) and wait


class Refused(Exception):
    """A broker said no. The cause is the client's own error.

    Attributes:
        found: what was recognized.
        advice: what may be done.
    """

    def __init__(self, found: "Match[BrokerError]", advice: "Advice") -> None:
        super().__init__(found, advice)
        self.found = found
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.found.error.value} (retry: {self.advice.retry}, outcome: {self.advice.outcome})"


@contextmanager
def refusals(operation: str | None = None, *, broker: str | None = None) -> "Generator[None]":
    """Raise :class:`Refused` instead of the client's own error, around calls that may be refused.

    What is not recognized passes through as it is. Serves ``with``, also around ``await``, and as a decorator
    of ordinary functions.
    """
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        found = match(error, broker=broker)
        if found is None:
            raise
        raise Refused(found, found.advice(operation)) from error


class RefusalFilter(logging.Filter):
    """Adds what was recognized to records of :mod:`logging`; lets every record pass.

    ``record.broker_error`` is the id or ``-``, ``record.refusal`` the attributes of the match. The exception
    is read where there is one, and else the message, from ``level`` upwards.
    """

    def __init__(
        self, operation: str | None = None, *, broker: str | None = None, level: int = logging.WARNING
    ) -> None:
        super().__init__()
        self.operation = operation
        self.broker = broker
        self.level = level

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the attributes."""
        error = record.exc_info[1] if record.exc_info else None
        read = record.levelno >= self.level
        refusal = _refusal(error or record.getMessage(), self.operation, self.broker) if read else {}
        vars(record).update(broker_error=refusal.get("error.type", "-"), refusal=refusal)
        return True


class RefusalProcessor:
    """Adds what was recognized to events of structlog, as attributes such as ``error.type``.

    It reads ``exc_info``, whatever form that has, the text under ``exception`` where a processor before has
    rendered it, and else the event itself.
    """

    def __init__(self, operation: str | None = None, *, broker: str | None = None) -> None:
        self.operation = operation
        self.broker = broker

    def __call__(
        self, _logger: object, _method: str, event: "MutableMapping[str, Any]"
    ) -> "MutableMapping[str, Any]":
        """Add the attributes; what the event says itself stays."""
        held = sys.exc_info()[1] if event.get("exc_info") is True else event.get("exc_info")
        source: object = held or event.get("exception") or event.get("event")
        for name, value in _refusal(source, self.operation, self.broker).items():
            event.setdefault(name, value)
        return event


def _refusal(
    source: object, operation: str | None, broker: str | None
) -> "dict[str, str | int | float | bool]":
    found = match(source, broker=broker)
    return {} if found is None else attributes(found, operation)
