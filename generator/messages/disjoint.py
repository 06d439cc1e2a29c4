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
    """Yield the positions of every two templates that are not proved to be disjoint.

    Raises :class:`NotProvable` where nothing can be proved.
    """
    pairs = list(_candidates(templates))
    needed = sorted({index for pair in pairs for index in pair})
    # One comparator for all: each automaton is built once, over one alphabet.
    comparator = Comparator.from_regexes({index: templates[index].widened_pattern for index in needed})
    for index in needed:
        if comparator.get_fsm(index) is None:
            raise NotProvable(templates[index].text)
    for left, right in pairs:
        same = templates[left].pattern == templates[right].pattern
        if same or not comparator.isdisjoint(left, right):
            yield left, right


def are_disjoint(left: MessageTemplate, right: MessageTemplate) -> bool:
    """Tell whether no text matches both. Raises :class:`NotProvable` where nothing can be proved."""
    return not any(overlapping([left, right]))


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
