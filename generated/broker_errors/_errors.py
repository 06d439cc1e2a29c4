# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""The base of the brokers' error enums."""

from enum import StrEnum

from ._vocabulary import Category, Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from ._info import EntryInfo


class BrokerError(StrEnum):
    """An error of a broker. Its value is the full id, such as ``alpaca.wash_trade``, which never changes.

    Attributes:
        category: what kind of error it is.
        outcome: what happened to the request's effect.
        retry: what a program may do with the same request if it changes something; the stricter of the two.
        retry_read: what it may do with the same request if it only reads.
        fallback: whether this stands for what no other entry names.
    """

    category: Category
    outcome: Outcome
    retry: Retry
    retry_read: Retry
    fallback: bool

    if TYPE_CHECKING:

        def __new__(cls, value: str, *details: object) -> "Self":
            """The member with this full id. Raises ValueError where there is none."""
            ...

    else:

        def __new__(  # noqa: PLR0917 - an enum passes a member's values by position
            cls,
            value: str,
            category: Category,
            outcome: Outcome,
            retry: Retry,
            retry_read: Retry,
            fallback: bool,
        ) -> "Self":
            member = str.__new__(cls, value)
            member._value_ = value
            member.category = category
            member.outcome = outcome
            member.retry = retry
            member.retry_read = retry_read
            member.fallback = fallback
            return member

    @property
    def broker(self) -> str:
        """The broker's id, such as ``alpaca``."""
        return self.partition(".")[0]

    @property
    def info(self) -> "EntryInfo":
        """All that the catalog says about this error. Texts are loaded on first use."""
        from ._info import info_of

        return info_of(self)

    def matches(self, source: object, *, status: int | None = None, channel: str | None = None) -> bool:
        """Tell whether ``source`` is this error, read as an answer of this error's broker. Never raises."""
        from ._engine import match_all

        found = next(match_all(source, (self.broker,), True, status, channel), None)
        return found is not None and found.error is self
