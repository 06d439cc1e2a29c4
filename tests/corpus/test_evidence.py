"""A signature that calls itself observed has a payload that somebody had."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .rows import payloads

CATALOG = json.loads((Path(__file__).parents[2] / "generated" / "catalog.json").read_text("utf-8"))

# All payloads of a broker, whichever entry they are of: a code may come with the message of another entry.
TEXTS: dict[str, list[tuple[str, int | None]]] = {}
for payload in payloads():
    if not payload.is_negative:
        TEXTS.setdefault(payload.broker, []).append((payload.text, payload.status))


def observed() -> Iterator[Any]:
    """The signatures that call themselves observed, with the observed examples of their entry."""
    for broker in CATALOG["brokers"]:
        for entry in broker["entries"]:
            examples = [
                (one["body"], one.get("status")) for one in entry["examples"] if one["evidence"] == "observed"
            ]
            for number, signature in enumerate(entry["signatures"], 1):
                if signature["evidence"] == "observed":
                    yield pytest.param(
                        signature, [*examples, *TEXTS[broker["id"]]], id=f"{entry['id']}-{number}"
                    )


def words(text: str) -> str:
    """A text reduced to letters and digits: escapes, breaks and quotes of whoever told it do not count."""
    return re.sub(r"\\[nrtu]?|[^a-z0-9]", "", text.lower())


def is_said(signature: dict[str, Any], text: str, status: int | None) -> bool:
    """Whether a payload shows what the signature says."""
    if signature["kind"] == "message":
        literals = re.split(r"\{[^{}]*\}", signature["message"])
        return re.search(".*".join(map(words, literals)), words(text)) is not None
    if signature["kind"] == "code":
        return signature["code"] in text
    if signature["kind"] == "field":
        return all(part in text for part in (signature["field"].split(".")[-1], signature.get("value", "")))
    return signature.get("status") == status or str(signature.get("status")) in text


@pytest.mark.parametrize(("signature", "had"), list(observed()))
def test_an_observed_signature_was_had_by_somebody(
    signature: dict[str, Any], had: list[tuple[str, int | None]]
) -> None:
    assert any(is_said(signature, text, status) for text, status in had)
