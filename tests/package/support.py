"""What the tests of the package share: the catalog's examples, data files, and short ways to ask."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import broker_errors
from broker_errors import BrokerError, Match

ask: Callable[..., Match[BrokerError] | None] = broker_errors.match
ask_all: Callable[..., Iterator[Match[BrokerError]]] = broker_errors.match_all
"""What is offered, for tests that ask with texts which no type checker can know."""

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated"
DATA = Path(__file__).parent / "data"

BUYING_POWER = (
    '{"buying_power":"607.24","code":40310000,"cost_basis":"50007.2","message":"insufficient buying power"}'
)
SHORTING = '{"code":40310000,"message":"account is not allowed to short"}'
NOT_FRACTIONABLE = '{"code":40310000,"message":"asset \\"CWVX\\" is not fractionable"}'


@dataclass(frozen=True)
class Example:
    """An example of the catalog: an answer, what is known of it, and what it is."""

    name: str
    error: str
    broker: str
    body: str
    status: int | None
    channel: str | None
    params: dict[str, str]
    evidence: str


def load(name: str) -> Any:
    """The content of a data file of these tests."""
    return json.loads((DATA / name).read_text("utf-8"))


@dataclass(frozen=True)
class Answer:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


@cache
def catalog() -> dict[str, Any]:
    """The normalized catalog from which the package is generated."""
    content: dict[str, Any] = json.loads((GENERATED / "catalog.json").read_text("utf-8"))
    return content


@cache
def catalog_entries() -> dict[str, dict[str, Any]]:
    """The entries of all brokers, by full id."""
    return {entry["id"]: entry for broker in catalog()["brokers"] for entry in broker["entries"]}


def catalog_examples() -> list[Example]:
    """The examples of all entries."""
    return [
        Example(
            f"{entry['id']}-{number}",
            entry["id"],
            entry["id"].partition(".")[0],
            example["body"],
            example.get("status"),
            example.get("channel"),
            example["params"],
            example["evidence"],
        )
        for entry in catalog_entries().values()
        for number, example in enumerate(entry["examples"], 1)
    ]


def found(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> Match[BrokerError]:
    """The match of ``source``, which has one."""
    match = ask(source, broker=broker, status=status, channel=channel)
    assert match is not None, f"not recognized: {source!r}"
    return match


def error_of(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> str | None:
    """The full id of what ``source`` is, None where it is not recognized."""
    match = ask(source, broker=broker, status=status, channel=channel)
    return None if match is None else match.error.value
