"""Which entry is more specific than which, directly and through others."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from generator.model.catalog import Entry


def circle(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The ids of entries that are more specific than themselves, in their order; empty where none is."""
    try:
        TopologicalSorter(_above(entries)).prepare()
    except CycleError as error:
        return tuple(error.args[1][:-1])
    return ()


def more_specific(entries: Sequence[Entry]) -> Mapping[str, frozenset[str]]:
    """For each entry those that are more specific. Raises :class:`graphlib.CycleError`."""
    above = _above(entries)
    found: dict[str, frozenset[str]] = {}
    for id_ in TopologicalSorter(above).static_order():
        uppers = above.get(id_, ())
        found[id_] = frozenset(uppers).union(*(found[upper] for upper in uppers))
    return found


def ranks(entries: Sequence[Entry]) -> Mapping[str, int]:
    """For each entry, how many steps lead down to it from the most specific one. Raises as above."""
    above = _above(entries)
    found: dict[str, int] = {}
    for id_ in TopologicalSorter(above).static_order():
        found[id_] = max((found[upper] + 1 for upper in above.get(id_, ())), default=0)
    return found


def _above(entries: Sequence[Entry]) -> Mapping[str, tuple[str, ...]]:
    above: dict[str, list[str]] = {entry.id: [] for entry in entries}
    for entry in entries:
        for lower in entry.more_specific_than:
            above.setdefault(lower, []).append(entry.id)
    return {id_: tuple(uppers) for id_, uppers in above.items()}
