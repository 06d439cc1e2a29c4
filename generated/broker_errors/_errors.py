"""The base of the brokers' error enums, and the facts of their members."""

from enum import StrEnum

from ._loading import categories, common_errors, entries, formerly
from ._tuples import NamedTuple
from ._words import Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from ._catalog import Category
    from ._common_errors import CommonError
    from ._info import EntryInfo
    from ._wait import Wait


_OUTCOMES = {word.value: word for word in Outcome}
_RETRIES = {word.value: word for word in Retry}
"""Looked up faster than the enums themselves, some hundred times when a broker is imported."""


class EntryRow(NamedTuple):
    """The facts of an entry that programs branch on, as words.

    ``may_repeat`` says that the answer may follow an earlier attempt of the same request that arrived.
    ``fields`` are body fields that become params.
    """

    category: str
    outcome: str
    retry: str
    retry_read: str
    fallback: bool = False
    may_repeat: bool = False
    wait: "Wait | None" = None
    fields: tuple[str, ...] = ()
    common: str | None = None


class BrokerError(StrEnum):
    """An error of a broker. Its value is the full id, such as ``alpaca.wash_trade``, which never changes.

    Attributes:
        category: what kind of error it is.
        outcome: what happened to the request's effect.
        retry: what a program may do with the same request if it changes something; the stricter of the two.
        retry_read: what it may do with the same request if it only reads.
        fallback: whether this stands for what no other entry names.
    """

    category: "Category"
    outcome: Outcome
    retry: Retry
    retry_read: Retry
    fallback: bool

    def __new__(cls, value: str) -> "Self":
        """The member with this full id, or with one that it had. Raises ValueError where there is none."""
        row = entries(value.partition(".")[0])[value]
        member = str.__new__(cls, value)
        member._value_ = value
        member.category = categories()[row.category]
        member.outcome = _OUTCOMES[row.outcome]
        member.retry = _RETRIES[row.retry]
        member.retry_read = _RETRIES[row.retry_read]
        member.fallback = row.fallback
        return member

    @classmethod
    def _missing_(cls, value: object) -> "Self | None":
        if not isinstance(value, str) or not cls.__members__:
            return None
        broker = next(iter(cls)).broker
        now = formerly(broker).get(value)
        return None if now is None else cls(now)

    @property
    def broker(self) -> str:
        """The broker's id, such as ``alpaca``."""
        return self.partition(".")[0]

    @property
    def common(self) -> "CommonError | None":
        """Its name across brokers; None where it has none."""
        word = entries(self.broker)[self].common
        return None if word is None else common_errors()[word]

    @property
    def info(self) -> "EntryInfo":
        """All that the catalog says about this error. Texts are loaded on first use."""
        from ._info import info_of

        return info_of(self)

    def matches(self, source: object, *, status: int | None = None, channel: str | None = None) -> bool:
        """Tell whether ``source`` is this error, read as an answer of this error's broker. Never raises."""
        from ._matching import match

        found = match(source, broker=self.broker, status=status, channel=channel)
        return found is not None and found.error is self
