"""From plain data of an approved shape to the model. The fields of the dataclasses decide what is read."""

from collections.abc import Mapping
from typing import Any, TypeVar

from generator.load.files import BrokerFiles, CatalogFiles
from generator.load.yaml import Document, NodePath
from generator.model.catalog import Area, Broker, Catalog, Category, CommonError, Entry, OperationGroup, Term
from generator.model.origin import Origins
from generator.targets.python.runtime._fields import made, value
from generator.targets.python.runtime._info import Data
from generator.targets.python.runtime._words import Outcome

T = TypeVar("T")


def read(files: CatalogFiles) -> tuple[Catalog, Origins]:
    """Read the catalog from files whose shape was approved, and where each part of it stands."""
    origins = Origins()
    reader = _Reader(files.categories, origins)
    data = reader.data
    categories = reader.value(tuple[Category, ...], data["categories"], ("categories",))
    catalog = Catalog(
        outcomes=reader.value(tuple[Term, ...], data["outcomes"], ("outcomes",)),
        retries=reader.value(tuple[Term, ...], data["retries"], ("retries",)),
        categories=categories,
        common=() if files.common is None else _common(_Reader(files.common, origins)),
        brokers=tuple(_broker(broker, categories, origins) for broker in files.brokers),
    )
    return catalog, origins


def _common(reader: "_Reader") -> tuple[CommonError, ...]:
    found: tuple[CommonError, ...] = reader.value(tuple[CommonError, ...], reader.data["common"], ("common",))
    return found


def _broker(files: BrokerFiles, categories: tuple[Category, ...], origins: Origins) -> Broker:
    reader = _Reader(files.broker, origins)
    groups = reader.value(tuple[OperationGroup, ...], reader.data.get("operations", ()), ("operations",))
    defaults = {category.id: category.outcomes[0] for category in categories}
    areas = tuple(
        _area(_Reader(area, origins), files.id, name, defaults, {one.id: one for one in groups})
        for name, area in files.areas.items()
    )
    return reader.made(Broker, reader.data, (), operations=groups, areas=areas)


def _area(
    reader: "_Reader",
    broker: str,
    name: str,
    outcomes: Mapping[str, Outcome],
    groups: Mapping[str, OperationGroup],
) -> Area:
    entries = tuple(
        reader.made(
            Entry,
            item,
            ("entries", index),
            broker=broker,
            area=name,
            outcome=Outcome(item.get("outcome", outcomes.get(item["category"], Outcome.UNKNOWN))),
            operations=_operations(item.get("operations", ()), groups),
        )
        for index, item in enumerate(reader.data["entries"])
    )
    return reader.made(Area, reader.data, (), id=name, file=reader.document.file, entries=entries)


def _operations(names: tuple[str, ...], groups: Mapping[str, OperationGroup]) -> tuple[str, ...]:
    """The operations that are named, one by one or by the id of a group of the broker's."""
    named = (groups[name].operations if name in groups else (name,) for name in names)
    return tuple(dict.fromkeys(operation for group in named for operation in group))


class _Reader:
    """Makes the model's parts from a document's data and notes where each of them stands."""

    def __init__(self, document: Document, origins: Origins) -> None:
        self.document = document
        self.data: Any = document.data  # a mapping, as its schema says
        self._origins = origins

    def made(self, kind: type[T], data: Data, path: NodePath, **given: object) -> T:
        """An instance of a class; fields that are not ``given`` are read."""
        return made(kind, data, path, self._note, **given)

    def value(self, hint: Any, data: Any, path: NodePath) -> Any:
        """The data as a value of a type."""
        return value(hint, data, path, self._note)

    def _note(self, part: object, path: NodePath) -> None:
        self._origins.add(part, self.document, path)
