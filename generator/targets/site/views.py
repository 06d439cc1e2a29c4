"""What the templates show: the catalog's entries with their pages, addresses and neighbors."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeVar

from generator.model.catalog import Area, Broker, Catalog, Category, Entry
from generator.model.payloads import as_body
from generator.targets.python.runtime._info import EntryFacts, EntryInfo, Example, Source
from generator.targets.python.runtime._page import Page
from generator.targets.python.runtime._words import MatchedOn

Key = TypeVar("Key", bound=Hashable)

OTHERS_SHOWN = 3
"""How many entries of other brokers are named that a program handles alike."""

_LONG_WORD = 4

_FACTS = tuple(one.name for one in fields(EntryFacts))


@dataclass(frozen=True)
class View:
    """One entry, wherever it is shown."""

    catalog: Catalog
    broker: Broker
    area: Area
    entry: Entry
    page: Page

    @property
    def id(self) -> str:
        """The full id."""
        return self.entry.full_id

    @property
    def path(self) -> str:
        """The page's address below the site's root."""
        return self.entry.docs_path

    @property
    def category(self) -> Category:
        """The entry's category."""
        return self.catalog.categories_by_id[self.entry.category]

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The longer words of the title: what it is about."""
        return frozenset(word for word in self.entry.title.lower().split() if len(word) >= _LONG_WORD)

    @property
    def messages(self) -> tuple[str, ...]:
        """The broker's messages, as templates."""
        return tuple(one.message for one in self.entry.signatures if one.message)

    @property
    def words(self) -> str:
        """What stands below the title in a list: the broker's own words, else the id."""
        return self.id if self.entry.fallback or not self.messages else self.messages[0]

    @property
    def has_words(self) -> bool:
        """Whether there are words of the broker to show in a list."""
        return self.words is not self.id

    @cached_property
    def payloads(self) -> tuple[Example, ...]:
        """The entry's examples, or one made from its first signature that has something to show."""
        if self.entry.examples:
            return self.entry.examples
        shown = next(
            (one for one in self.entry.signatures if one.kind is not MatchedOn.STATUS),
            self.entry.signatures[0],
        )
        return (as_body(self.broker, self.entry, shown),)

    @property
    def is_made(self) -> bool:
        """Whether the payload that is shown was made from a signature."""
        return not self.entry.examples


class Views:
    """All entries, in the order of the catalog, with the questions that pages ask of them."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.all = tuple(
            View(catalog, broker, area, entry, Page(info(broker, entry)))
            for broker in catalog.brokers
            for area in broker.areas
            for entry in sorted(area.entries, key=lambda one: one.title.lower())
        )
        self.by_id = {view.id: view for view in self.all}

    def of(self, broker: Broker) -> tuple[View, ...]:
        """The entries of a broker."""
        return self._by_broker[broker.id]

    @cached_property
    def _by_broker(self) -> Mapping[str, tuple[View, ...]]:
        empty: dict[str, tuple[View, ...]] = {broker.id: () for broker in self.catalog.brokers}
        return empty | dict(_grouped(self.all, lambda view: (view.broker.id,)))

    @cached_property
    def by_category(self) -> Mapping[str, tuple[View, ...]]:
        """The entries of each category."""
        return _grouped(self.all, lambda view: (view.entry.category,))

    @cached_property
    def by_common(self) -> Mapping[str, tuple[View, ...]]:
        """The entries of each common error, whoever's they are."""
        return _grouped(self.all, lambda view: (view.entry.common,) if view.entry.common else ())

    @cached_property
    def by_operation(self) -> Mapping[tuple[str, str], tuple[View, ...]]:
        """The entries that answer each operation, by broker and operation."""
        return _grouped(self.all, lambda view: tuple((view.broker.id, one) for one in view.entry.operations))

    @cached_property
    def neighbors(self) -> Mapping[str, tuple[View | None, View | None]]:
        """The entries before and behind each one in its area."""
        found: dict[str, tuple[View | None, View | None]] = {}
        for area in _grouped(self.all, lambda view: ((view.broker.id, view.area.id),)).values():
            around = (None, *area, None)
            for before, view, behind in zip(around, area, around[2:], strict=False):
                found[view.id] = (before, behind)
        return found

    def related(self, view: View) -> tuple[View, ...]:
        """The entries that an entry names."""
        return tuple(self.by_id[f"{view.broker.id}.{name}"] for name in view.entry.related)

    def elsewhere(self, view: View) -> tuple[View, ...]:
        """The same common error at other brokers, what is most alike first."""
        alike = self.by_common.get(view.entry.common or "", ())
        others = [one for one in alike if one.broker is not view.broker]
        return tuple(sorted(others, key=lambda one: _unlike(view, one))[:OTHERS_SHOWN])


def info(broker: Broker, entry: Entry) -> EntryInfo:
    """The entry as the package gives it to its users."""
    facts = {name: getattr(entry, name) for name in _FACTS}
    return EntryInfo(
        **facts,
        id=entry.full_id,
        docs_path=entry.docs_path,
        sources=tuple(_source(broker, one.source, one.place) for one in entry.citations),
    )


def with_code(views: Iterable[View], code: str) -> tuple[View, ...]:
    """The entries that a vendor's code may stand for."""
    return tuple(view for view in views if any(one.code == code for one in view.entry.signatures))


def _source(broker: Broker, id_: str, place: str | None) -> Source:
    source = broker.sources_by_id[id_]
    return Source(source.id, source.title, source.kind, source.url, source.date, place)


def _unlike(view: View, other: View) -> tuple[float, ...]:
    one, two = view.entry, other.entry
    either = view.title_words | other.title_words
    return (
        one.fallback != two.fallback,
        one.category != two.category,
        1 - len(view.title_words & other.title_words) / max(1, len(either)),
        one.outcome != two.outcome,
        one.retry != two.retry,
    )


def _grouped(views: Iterable[View], keys: Callable[[View], Iterable[Key]]) -> Mapping[Key, tuple[View, ...]]:
    groups: dict[Key, list[View]] = {}
    for view in views:
        for key in keys(view):
            groups.setdefault(key, []).append(view)
    return {key: tuple(group) for key, group in groups.items()}
