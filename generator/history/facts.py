"""What a revision's catalog.json states, read so that every revision's form will do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Data = Mapping[str, Any]

OPERATIONS = ("read", "write")


@dataclass(frozen=True)
class Facts:
    """A normalized catalog, by id."""

    data: Data

    @property
    def version(self) -> str:
        """The project's version."""
        version: str = self.data.get("version", "0.0.0")
        return version

    @cached_property
    def brokers(self) -> Mapping[str, Data]:
        """The brokers by id."""
        return {broker["id"]: broker for broker in self.data["brokers"]}

    @cached_property
    def entries(self) -> Mapping[str, Data]:
        """The entries by full id."""
        return {entry["id"]: entry for broker in self.brokers.values() for entry in broker["entries"]}

    @cached_property
    def categories(self) -> Mapping[str, Data]:
        """The categories by id."""
        return {category["id"]: category for category in self.data["categories"]}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The full id that a former full id has now."""
        return dict(self._former())

    def _former(self) -> Iterator[tuple[str, str]]:
        for id_, entry in self.entries.items():
            for former in entry.get("formerly", ()):
                old = former["id"]
                yield (old if "." in old else f"{id_.partition('.')[0]}.{old}"), id_

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str]]:
        """The codes of each enum of codes, by the enum's name."""
        return {
            one["enum"]: frozenset((*one["codes"], *one.get("success", ())))
            for broker in self.brokers.values()
            for one in broker.get("code_sets", ())
        }

    @cached_property
    def code_owners(self) -> Mapping[str, str]:
        """The broker of each enum of codes."""
        return {
            one["enum"]: broker["id"]
            for broker in self.brokers.values()
            for one in broker.get("code_sets", ())
        }

    @cached_property
    def channels(self) -> frozenset[str]:
        """Every channel, such as ``alpaca.rest``."""
        return frozenset(
            f"{broker['id']}.{one['id']}"
            for broker in self.brokers.values()
            for one in broker.get("channels", ())
        )

    def is_fallback(self, id_: str) -> bool:
        """Whether this entry stands for what no entry names."""
        return bool(self.entries.get(id_, {}).get("fallback"))


def retries(entry: Data) -> Mapping[str, str]:
    """An entry's retry, by operation."""
    retry = entry["retry"]
    return dict.fromkeys(OPERATIONS, retry) if isinstance(retry, str) else retry


def short(id_: str) -> str:
    """A full id without its broker."""
    return id_.partition(".")[2] or id_
