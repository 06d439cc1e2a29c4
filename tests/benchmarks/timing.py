"""Ratios that can be trusted: all contestants in turn, in one process, many rounds, medians of ratios.

Every round uses fresh text objects, because a text that was hashed before flatters every look-up by its hash.
"""

import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from statistics import median
from typing import Any

ROUNDS = 15
_NUMBERS = count(1_000_000)
Contestant = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """The time of each contestant for one source, in nanoseconds, a round each."""

    rounds: tuple[Mapping[str, float], ...]

    def ratio(self, name: str, base: str) -> float:
        """The median over rounds of one contestant's time by another's."""
        return median(one[name] / one[base] for one in self.rounds)

    def nanoseconds(self, name: str) -> float:
        """The median over rounds of what one contestant takes."""
        return median(one[name] for one in self.rounds)


def fresh(source: Any) -> Any:
    """The same value in new text objects."""
    if isinstance(source, str):
        return (source + "\0")[:-1]
    if isinstance(source, dict):
        return {key: fresh(value) for key, value in source.items()}
    if isinstance(source, list | tuple):
        return type(source)(fresh(item) for item in source)
    return deepcopy(source)


def numbered(text: str) -> str:
    """The text with a number behind it that no other one has: who remembers texts has not met it."""
    return f"{text} {next(_NUMBERS)}"


def measure(
    contestants: Mapping[str, Contestant],
    sources: Sequence[Any],
    *,
    rounds: int = ROUNDS,
    repeats: int = 40,
    made: Callable[[Any], Any] = fresh,
) -> Measured:
    """Time each contestant on what is made of all sources, in a new order every round."""
    chance = random.Random(20261125)
    found: list[Mapping[str, float]] = []
    gc.disable()
    try:
        for _ in range(rounds):
            names = list(contestants)
            chance.shuffle(names)
            times: dict[str, float] = {}
            for name in names:
                copies = [made(source) for _ in range(repeats) for source in sources]
                call = contestants[name]
                start = time.thread_time_ns()
                for copy in copies:
                    call(copy)
                times[name] = (time.thread_time_ns() - start) / len(copies)
            found.append(times)
    finally:
        gc.enable()
    return Measured(tuple(found))
