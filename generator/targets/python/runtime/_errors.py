# This line is another one in the package: it says where the module is from.
"""The base of the brokers' error enums, and the facts of their members."""

from enum import StrEnum

from ._loading import categories, common_errors, entries, formerly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from ._categories import Category
    from ._common_errors import CommonError
    from ._info import EntryInfo
    from ._words import Outcome, Retry

_FACTS = ("category", "outcome", "retry", "retry_read", "fallback")


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
    outcome: "Outcome"
    retry: "Retry"
    retry_read: "Retry"
    fallback: bool

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            """The facts, which become attributes when one is first asked for: few members are ever used."""
            if name not in _FACTS:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            from ._words import Outcome, Retry

            row = entries(self.broker)[self]
            self.category = categories()[row.category]
            self.outcome = Outcome(row.outcome)
            self.retry = Retry(row.retry)
            self.retry_read = Retry(row.retry_read)
            self.fallback = row.fallback
            return getattr(self, name)

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
