"""From plain data of an approved shape to the model. The fields of the dataclasses decide what is read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from generator.load.files import BrokerFiles, CatalogFiles
from generator.load.yaml import Document, NodePath
from generator.model.catalog import Area, Broker, Catalog, Category, Data, Entry, OperationGroup, Term
from generator.model.origin import Origins
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
        brokers=tuple(_broker(broker, categories, origins) for broker in files.brokers),
    )
    return catalog, origins


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
    """Makes dataclasses from a document's data and notes where each of them stands."""

    def __init__(self, document: Document, origins: Origins) -> None:
        self.document = document
        self.data: Any = document.data  # a mapping, as its schema says
        self._origins = origins

    def made(self, kind: type[T], data: Data, path: NodePath, **given: object) -> T:
        """An instance of a dataclass. Fields are read by their names, but for those that are ``given``."""
        values = {
            name: self.value(hint, data[key], (*path, key))
            for name, key, hint in _fields(kind)  # type: ignore[arg-type]  # a class can be hashed
            if name not in given and key in data
        }
        part = kind(**values, **given)
        self._origins.add(part, self.document, path)
        return part

    def value(self, hint: Any, data: Any, path: NodePath) -> Any:
        """The data as a value of the type that a field has."""
        if isinstance(hint, type) and is_dataclass(hint):
            expanded = getattr(hint, "expanded", None)
            return self.made(hint, data if expanded is None else expanded(data), path)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(data)
        origin = get_origin(hint)
        if origin is tuple:
            kind = get_args(hint)[0]
            return tuple(self.value(kind, item, (*path, index)) for index, item in enumerate(data))
        if origin is Mapping:
            kind = get_args(hint)[1]
            return {key: self.value(kind, item, (*path, key)) for key, item in data.items()}
        return data


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    """Each field's name, the key that it is read from, and its type, without the None of what is optional."""
    hints = get_type_hints(kind)
    return tuple((one.name, one.name.rstrip("_"), _without_none(hints[one.name])) for one in fields(kind))


def _without_none(hint: Any) -> Any:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    return choices[0] if NoneType in get_args(hint) and len(choices) == 1 else hint
