"""Proves that no two message templates can match one text, or names those that can.

Two templates are compared as automata only where their literal beginnings and ends leave room for a common
text. The automata are of supersets (bounded counts are made unbounded), so a proof holds for the templates
themselves. ``interegular.Comparator`` is the only entry of that library that compares over one common
alphabet, and it calls "disjoint" what it could not compile; hence the check that it could.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from interegular.comparator import Comparator

from generator.messages.template import MessageTemplate

_BUCKET = 6


class NotProvable(Exception):
    """A template could not be made into an automaton."""


def overlapping(templates: Sequence[MessageTemplate]) -> Iterator[tuple[int, int]]:
    """Yield the positions of every two templates that are not proved to be disjoint."""
    for left, right in _candidates(templates):
        if not are_disjoint(templates[left], templates[right]):
            yield left, right


def are_disjoint(left: MessageTemplate, right: MessageTemplate) -> bool:
    """Tell whether no text matches both. Raises :class:`NotProvable` where nothing can be proved."""
    if left.pattern == right.pattern:
        return False
    comparator = Comparator.from_regexes({"left": left.widened_pattern, "right": right.widened_pattern})
    for side, template in (("left", left), ("right", right)):
        if comparator.get_fsm(side) is None:
            raise NotProvable(template.text)
    disjoint: bool = comparator.isdisjoint("left", "right")
    return disjoint


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
