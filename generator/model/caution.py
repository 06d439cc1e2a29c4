"""How careful an answer makes a program, and what it claims: the one place where both are ordered.

The order is that of the harm a wrong word does. A program that repeats an order of which the first one
arrived buys twice; one that looks up an order in vain loses a second.
"""

from generator.targets.python.runtime._words import Outcome, Retry

_CAUTION: tuple[frozenset[Retry], ...] = (
    frozenset({Retry.BACKOFF, Retry.RECONNECT}),
    frozenset({Retry.WAIT}),
    # Neither is sent again as it stands; they differ in whether it ever could be.
    frozenset({Retry.AFTER_CHANGE, Retry.NEVER}),
    frozenset({Retry.RECONCILE}),
    frozenset({Retry.HALT}),
)
"""From the laxest on: sent again soon, after a wait, not as it stands, after a look-up, nothing at all."""


def is_laxer(one: Retry, other: Retry) -> bool:
    """Whether ``one`` lets a program send again where ``other`` asks for more care."""
    return _level(one) < _level(other)


def claims_more(one: Outcome, other: Outcome) -> bool:
    """Whether ``one`` says something of the request's effect that is not so where ``other`` is true.

    ``unknown`` claims nothing. Each other word excludes all but itself.
    """
    return one not in (Outcome.UNKNOWN, other)


def _level(retry: Retry) -> int:
    return next(level for level, retries in enumerate(_CAUTION) if retry in retries)
