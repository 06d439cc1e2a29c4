"""Proves that no two message templates can match one text, or names those that can.

Two templates are compared as automata only where their literal beginnings and ends leave room for a common
text. The automata are of supersets (no count is bounded), so a proof holds for the templates themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from generator.messages.automaton import Automaton, automaton, can_meet
from generator.messages.template import MessageTemplate

_BUCKET = 6


def overlapping(templates: Sequence[MessageTemplate]) -> Iterator[tuple[int, int]]:
    """Yield the positions of every two templates that are not proved to be disjoint."""

    @cache
    def made(index: int) -> Automaton:
        return automaton(templates[index])

    for left, right in _candidates(templates):
        start = min(len(templates[left].prefix), len(templates[right].prefix))
        if can_meet(made(left), made(right), start):
            yield left, right


def _candidates(templates: Sequence[MessageTemplate]) -> Iterator[tuple[int, int]]:
    """The pairs that their literal parts alone do not tell apart."""
    buckets: dict[str, list[int]] = defaultdict(list)
    short: list[int] = []
    for index, template in enumerate(templates):
        if len(template.prefix) >= _BUCKET:
            buckets[template.prefix[:_BUCKET]].append(index)
        else:
            short.append(index)
    for bucket in buckets.values():
        yield from _possible(templates, combinations(bucket, 2))
    for position, index in enumerate(short):
        begin = templates[index].prefix
        longer = (other for prefix, bucket in buckets.items() if prefix.startswith(begin) for other in bucket)
        yield from _possible(templates, ((index, other) for other in (*short[position + 1 :], *longer)))


def _possible(
    templates: Sequence[MessageTemplate], pairs: Iterator[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for left, right in pairs:
        if _can_meet(templates[left], templates[right]):
            yield left, right


def _can_meet(left: MessageTemplate, right: MessageTemplate) -> bool:
    if not left.slots and not right.slots:
        return left.prefix == right.prefix
    begins = left.prefix.startswith(right.prefix) or right.prefix.startswith(left.prefix)
    ends = left.suffix.endswith(right.suffix) or right.suffix.endswith(left.suffix)
    return begins and ends
