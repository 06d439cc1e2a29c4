"""No documented fact is dropped unnoticed: each is held by the entry that the list names."""

import json
import re
from pathlib import Path

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
    signatures, bodies = entry["signatures"], [example["body"] for example in entry["examples"]]
    if fact.by == "message":
        return any(general(one.get("message", "")) == general(fact.message or "") for one in signatures)
    if fact.by == "code":
        return any(fact.code in (one.get("code"), one.get("is")) for one in signatures)
    if fact.by == "status":
        return any(one.get("status") == fact.status for one in signatures)
    if fact.by == "example":
        texts = [text for text in (fact.code, fact.message) if text is not None]
        patterns = [re.escape(general(text)).replace(r"\*", ".*") for text in texts]
        return any(re.search(pattern, body.lower()) for pattern in patterns for body in bodies)
    return fact.by == "entry"


@pytest.mark.parametrize("fact", [one for one in ALL if one.entry is not None], ids=name)
def test_a_fact_is_held_by_its_entry(fact: Fact) -> None:
    assert held(fact)


@pytest.mark.parametrize("fact", [one for one in ALL if one.entry is None], ids=name)
def test_a_fact_without_an_entry_says_why(fact: Fact) -> None:
    assert fact.why
