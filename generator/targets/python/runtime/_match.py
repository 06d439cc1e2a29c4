# This line is another one in the package: it says where the module is from.
"""A recognized report. What is asked of it is worked out then, and what that needs is loaded then."""

from functools import cache

from ._loading import entries, errors_by_id
from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Generic, Protocol, TypeVar

    from ._advice import Advice
    from ._errors import BrokerError
    from ._report import Report
    from ._words import MatchedOn

    ErrorT_co = TypeVar("ErrorT_co", bound=BrokerError, covariant=True)

    class _Base(Generic[ErrorT_co]):
        __slots__ = ()

    class Finding(Protocol):
        """What a matcher found."""

        @property
        def entry(self) -> str: ...
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


class Match(_Base["ErrorT_co"]):
    """A report that was recognized. It is compared by what it says, and can be pickled."""

    __slots__ = ("_error", "_found", "_params", "_report")

    def __init__(self, found: "Finding") -> None:
        self._found = found
        self._error: ErrorT_co | None = None
        self._params: dict[str, str] | None = None
        self._report: Report | None = None

    @property
    def error(self) -> "ErrorT_co":
        """The member of the broker's enum."""
        if self._error is None:
            entry = self._found.entry
            self._error = errors_by_id(_broker(entry))[entry]  # type: ignore[assignment]  # is one of its
        return self._error  # type: ignore[return-value]

    @property
    def matched_on(self) -> "MatchedOn":
        """What decided: a body field, the message, the code or the status."""
        return _word(self._found.matched_on)

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
            entry = self._found.entry
            self._params = self._found.params(entries(_broker(entry))[entry].fields)
        return self._params

    def advice(self, operation: str | None = None, *, now: float | None = None) -> "Advice":
        """Say what may be done with the request. Loads no texts.

        Args:
            operation: ``read`` or ``write``, or the operation itself, such as ``POST /v2/orders``. By default
                the one that the source names, and a write where it names none. What is not known to only
                read is a write.
            now: the time in seconds since the epoch, for a wait that ends at a stated time; by default the
                clock's.
        """
        return _advise()(self.error, self.report, operation, now)

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

    def __repr__(self) -> str:
        params = f", params={self.params!r}" if self.params else ""
        return f"Match({self._found.entry!r}, matched_on={self.matched_on.value!r}{params})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return self._parts() == other._parts()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> "tuple[object, ...]":
        return _restored, self._parts()

    def _parts(self) -> "tuple[object, ...]":
        return self.error, self._found.matched_on, self.report, self.params


class _Kept(NamedTuple):
    """What was found, without what it was found in."""

    entry: str
    matched_on: str
    report: "Report"
    values: dict[str, str]

    def params(self, _fields: tuple[str, ...]) -> dict[str, str]:
        return self.values


def _restored(
    error: "BrokerError", matched_on: str, report: "Report", params: dict[str, str]
) -> "Match[BrokerError]":
    return Match(_Kept(error.value, matched_on, report, params))


def _broker(entry: str) -> str:
    return entry.partition(".")[0]


@cache
def _word(matched_on: str) -> "MatchedOn":
    from ._words import MatchedOn

    return MatchedOn(matched_on)


@cache
def _advise() -> "Callable[[BrokerError, Report, str | None, float | None], Advice]":
    """What gives advice. Remembered, because to import in a function takes a microsecond every time."""
    from ._advice import advise

    return advise
