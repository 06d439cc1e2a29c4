"""``coverage.json``: which entries are covered by what, in a form that merges."""

from collections.abc import Iterator
from typing import Any

from generator.model.catalog import Catalog
from generator.targets.json.coverage import covered


def numbers(data: Any) -> Iterator[int]:
    if isinstance(data, dict):
        for value in data.values():
            yield from numbers(value)
    elif isinstance(data, list):
        for value in data:
            yield from numbers(value)
    elif isinstance(data, int):
        yield data


def test_nothing_is_counted_that_two_branches_would_change_alike(real_catalog: Catalog) -> None:
    assert list(numbers(covered(real_catalog))) == []


def test_every_entry_is_listed_in_its_area(real_catalog: Catalog) -> None:
    data = covered(real_catalog)
    for broker in real_catalog.brokers:
        areas = data["brokers"][broker.id]["areas"].values()
        ids = [id_ for area in areas for kind in area.values() for id_ in kind]
        assert sorted(ids) == sorted(entry.full_id for entry in broker.entries)


def test_every_entry_is_listed_under_its_operations_or_without_one(real_catalog: Catalog) -> None:
    data = covered(real_catalog)
    for broker in real_catalog.brokers:
        listed = data["brokers"][broker.id]
        ids = {id_ for group in listed["operations"].values() for id_ in group}
        assert ids | set(listed["without_operation"]) == {entry.full_id for entry in broker.entries}


def test_an_area_lists_its_entries_by_their_strongest_evidence(real_catalog: Catalog) -> None:
    data = covered(real_catalog)
    for broker in real_catalog.brokers:
        for area in broker.areas:
            for kind, ids in data["brokers"][broker.id]["areas"][area.title].items():
                assert ids == sorted(one.full_id for one in area.entries if one.evidence == kind)
