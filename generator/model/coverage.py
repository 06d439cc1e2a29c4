"""What is covered: how many entries each area has, on what evidence, and what rests on schemas alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalog import Broker, Catalog, Entry
from generator.targets.python.runtime._words import Evidence


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """The figures of one area. Examples are counted one by one; an entry counts by its strongest example."""

    title: str
    entries: int
    observed_examples: int
    documented_examples: int
    constructed_examples: int
    constructed_only: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OperationCoverage:
    """An operation that entries name, how many do, and how many of those were observed."""

    operation: str
    entries: int
    observed: int


@dataclass(frozen=True, slots=True)
class BrokerCoverage:
    """The figures of one broker."""

    broker: Broker
    areas: tuple[AreaCoverage, ...]
    operations: tuple[OperationCoverage, ...]
    without_operation: tuple[Entry, ...]

    @property
    def entries(self) -> int:
        """How many entries the broker has."""
        return len(self.broker.entries)


def coverage(catalog: Catalog) -> tuple[BrokerCoverage, ...]:
    """The figures of every broker."""
    return tuple(_broker(broker) for broker in catalog.brokers)


def _broker(broker: Broker) -> BrokerCoverage:
    return BrokerCoverage(
        broker,
        tuple(_area(area.title, area.entries) for area in broker.areas),
        _operations(broker.entries),
        tuple(entry for entry in broker.entries if not entry.operations),
    )


def _area(title: str, entries: tuple[Entry, ...]) -> AreaCoverage:
    examples = Counter(example.evidence for entry in entries for example in entry.examples)
    return AreaCoverage(
        title,
        len(entries),
        examples[Evidence.OBSERVED],
        examples[Evidence.DOCUMENTED],
        examples[Evidence.CONSTRUCTED],
        tuple(
            sorted(
                (entry for entry in entries if entry.evidence is Evidence.CONSTRUCTED), key=lambda one: one.id
            )
        ),
    )


def _operations(entries: Iterable[Entry]) -> tuple[OperationCoverage, ...]:
    named: Counter[str] = Counter()
    observed: Counter[str] = Counter()
    for entry in entries:
        named.update(entry.operations)
        if entry.evidence is Evidence.OBSERVED:
            observed.update(entry.operations)
    return tuple(
        OperationCoverage(operation, named[operation], observed[operation]) for operation in sorted(named)
    )
