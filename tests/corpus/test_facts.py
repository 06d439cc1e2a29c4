"""No documented fact is dropped unnoticed: each is held by the entry that the list names."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .rows import Fact, facts

CATALOG = json.loads((Path(__file__).parents[2] / "generated" / "catalog.json").read_text("utf-8"))
ENTRIES = {entry["id"]: entry for broker in CATALOG["brokers"] for entry in broker["entries"]}
ALL = list(facts())


def name(fact: Fact) -> str:
    """Where the fact stands."""
    return f"{fact.broker}:{fact.line}"


def general(message: str) -> str:
    """A message with its variable parts left open, whatever they are called."""
    return re.sub(r"\{[^{}]*\}|<[^<>]*>", "*", " ".join(message.split())).rstrip(".").lower()


def held(fact: Fact) -> bool:
    """Whether the entry holds the fact in the way that the list says."""
    entry = ENTRIES[fact.entry or ""]
    signatures, bodies = entry["signatures"], [example["body"].lower() for example in entry["examples"]]
    texts = [re.escape(general(text)).replace(r"\*", ".*") for text in (fact.code, fact.message) if text]
    ways = {
        "message": any(general(one.get("message", "")) == general(fact.message or "-") for one in signatures),
        "code": any(fact.code in (one.get("code"), one.get("is")) for one in signatures),
        "field": any(fact.code == f"{one.get('field')}:{one.get('is')}" for one in signatures),
        "status": any(fact.status == one.get("status") for one in signatures),
        "example": any(re.search(text, body) for text in texts for body in bodies),
        "text": any((fact.says or "-") in text for text in told(entry)),
    }
    return ways[fact.by or ""]


def told(entry: dict[str, Any]) -> Iterator[str]:
    """What an entry tells people."""
    yield entry["meaning"]
    yield from entry["causes"]
    yield from (step["do"] for step in entry["remediation"])
    yield from (dated["fact"] for dated in entry["dated"])
    yield from (entry[name] for name in ("note", "earlier_attempt", "on_the_way") if name in entry)


@pytest.mark.parametrize("fact", [one for one in ALL if one.entry is not None], ids=name)
def test_a_fact_is_held_by_its_entry(fact: Fact) -> None:
    assert held(fact)


@pytest.mark.parametrize("fact", [one for one in ALL if one.entry is None], ids=name)
def test_a_fact_without_an_entry_says_why(fact: Fact) -> None:
    assert fact.why
