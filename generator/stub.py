"""Adds a stub of an entry: valid, commented, in the right file and place."""

import re
from collections.abc import Mapping
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Any, cast

from generator.canonical import canonical_text, schema_of
from generator.findings import Place
from generator.load import BrokerFiles, load
from generator.output import write_file
from generator.strict_yaml import Document, parse

_FULL_ID = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9]*(?:_[a-z0-9]+)*)")

_STUB = """\
- # TODO: mend every line that says TODO; CONTRIBUTING.md and schema/entries.schema.json explain each field.
  id: {id}
  title: "TODO: a short phrase in our own words"
  # One of catalog/categories.yaml. It fixes which outcomes and retries are allowed.
  category: unspecified_refusal
  channels: [{channel}]
  signatures:
  # The message as the vendor sends it, with slots such as {{symbol:symbol}}; status and code as usual.
  - message: "TODO the message of {id}"
  meaning: "TODO: what happened, and whether it took effect."
  causes:
  - "TODO: the most likely cause first."
  retry: after_change
  remediation:
  # who: developer, account_owner or broker.
  - who: developer
    do: "TODO: what to do, as an imperative."
  # A source of broker.yaml, with a place in it behind #.
  sources: [{source}]
  examples:
  # observed: a real payload. documented: printed by the vendor. constructed: built from a published schema.
  - evidence: constructed
    source:
      body: "TODO the message of {id}"
  since: {version}
"""


class StubRefused(Exception):
    """A stub that cannot be added. ``mend`` says what to do instead."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


def add_stub(folder: Path, full_id: str, area: str | None, version: str) -> Place:
    """Add a stub of ``full_id`` to the catalog in ``folder``. Raises :class:`StubRefused`."""
    found = _FULL_ID.fullmatch(full_id)
    if found is None:
        raise StubRefused(f"{full_id} is not a full id.", "Write broker.some_error, in snake_case.")
    broker, id_ = found.groups()
    files, findings = load(folder)
    if files is None:
        raise StubRefused(f"The catalog cannot be read: {findings[0].message}", "python -m generator check")
    document = _area_document(files.brokers, broker, id_, area)
    text = document.text + _STUB.format(id=id_, version=version, **_first_names(files.brokers, broker))
    canonical = canonical_text(parse(text, document.file), schema_of(document.file))
    write_file(folder.parent / document.file, canonical)
    return _place_of(parse(canonical, document.file), id_)


def _area_document(brokers: tuple[BrokerFiles, ...], broker: str, id_: str, area: str | None) -> Document:
    files = next((one for one in brokers if one.id == broker), None)
    if files is None:
        known = ", ".join(one.id for one in brokers)
        raise StubRefused(f"There is no broker {broker}.", f"Use one of {known}.")
    taken = {name: _ids(document) for name, document in files.areas.items()}
    for name, ids in taken.items():
        if id_ in ids:
            raise StubRefused(f"{broker}.{id_} stands in {files.areas[name].file}.", "Choose another id.")
    if area is None:
        area = max(sorted(taken), key=lambda name: _likeness(id_, taken[name]))
    if area not in files.areas:
        raise StubRefused(f"{broker} has no area {area}.", f"Use one of {', '.join(sorted(taken))}.")
    return files.areas[area]


def _likeness(id_: str, ids: list[str]) -> tuple[int, int]:
    """How many words the id shares with the beginning of another one, then how many ids there are."""
    words = id_.split("_")
    return max((_shared(words, other.split("_")) for other in ids), default=0), len(ids)


def _shared(words: list[str], others: list[str]) -> int:
    """How many words both begin with."""
    return sum(takewhile(bool, map(eq, words, others)))


def _ids(document: Document) -> list[str]:
    entries = document.data.get("entries") if isinstance(document.data, dict) else None
    if not isinstance(entries, list):
        return []
    return [str(entry.get("id")) for entry in entries if isinstance(entry, dict)]


def _first_names(brokers: tuple[BrokerFiles, ...], broker: str) -> dict[str, str]:
    data = cast(Mapping[str, Any], next(one for one in brokers if one.id == broker).broker.data)
    return {"channel": data["channels"][0]["id"], "source": data["sources"][0]["id"]}


def _place_of(document: Document, id_: str) -> Place:
    return document.place("entries", _ids(document).index(id_))
