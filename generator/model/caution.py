"""How careful an answer makes a program, and what it claims: the one place where both are ordered.

The order is that of the harm a wrong word does. A program that repeats an order of which the first one
arrived buys twice; one that looks up an order in vain loses a second.
"""

from collections.abc import Mapping
from enum import IntEnum

from generator.targets.python.runtime._words import Outcome, Retry


class Dare(IntEnum):
    """What a retry lets a program do that may turn out wrong, from what harms least on."""

    RESUME = 0
    """Send the request again once nothing at all was sent for the stated time."""
    DECIDE = 1
    """Send it again by somebody's decision: after a look-up, or when something has changed."""
    LEAVE = 2
    """Carry on without a look-up of what became of it."""
    REPEAT = 3
    """Send it again by itself, after a wait."""
    HURRY = 4
    """Send it again by itself, soon."""


_DARES: Mapping[str, frozenset[Dare]] = {
    Retry.BACKOFF: frozenset(Dare),
    Retry.RECONNECT: frozenset(Dare),
    Retry.WAIT: frozenset(Dare) - {Dare.HURRY},
    Retry.AFTER_CHANGE: frozenset({Dare.LEAVE, Dare.DECIDE}),
    Retry.NEVER: frozenset({Dare.LEAVE}),
    Retry.RECONCILE: frozenset({Dare.DECIDE}),
    Retry.HALT: frozenset({Dare.RESUME}),
}


def is_laxer(one: Retry, other: Retry) -> bool:
    """Whether the worst that ``one`` lets a program do is worse than the worst of ``other``."""
    return max(_DARES[one]) > max(_DARES[other])


def is_stricter(after: str, before: str) -> bool:
    """Whether ``after`` lets a program do less than ``before``, and nothing besides.

    A word that is no retry's, as another revision may have, lets it do who knows what.
    """
    return _DARES.get(after, frozenset(Dare)) < _DARES.get(before, frozenset())


def repeats(retry: str) -> bool:
    """Whether a program sends the same request again by itself."""
    return Dare.REPEAT in _DARES.get(retry, ())


def claims_more(one: Outcome, other: Outcome) -> bool:
    """Whether ``one`` says something of the request's effect that is not so where ``other`` is true.

    ``unknown`` claims nothing. Each other word excludes all but itself.
    """
    return one not in (Outcome.UNKNOWN, other)
