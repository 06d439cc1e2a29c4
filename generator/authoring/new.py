"""Adds a stub of an entry: valid, commented, in the right file and place."""

import re
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Any

from generator.authoring.format import canonical_text
from generator.findings import Place, has_errors
from generator.load.files import BrokerFiles, CatalogFiles, load
from generator.load.yaml import Document, parse
from generator.output import write_file
from generator.policies.identity import RESERVED_PAGES
from generator.shape import check_shape

FULL_ID = re.compile(r"([a-z][a-z0-9_]*)\.((?=.{1,64}\Z)[a-z][a-z0-9]*(?:_[a-z0-9]+)*)")

_STUB = """\
- # TODO: mend every line that says TODO; catalog/STYLE.md and schema/entries.schema.json explain each field.
  id: "{id}"
  title: "TODO: a short phrase in our own words"
  # One of catalog/categories.yaml. It fixes which outcomes and retries are allowed.
  category: unspecified_refusal
  channels: [{channel}]
  signatures:
  # The message as the vendor sends it, with slots such as {{symbol:symbol}}; status and code as usual.
  # evidence: observed is a real payload, documented is printed by the vendor, constructed is made from a
  # schema.
  # source: one of broker.yaml, with a place in it behind #.
  - message: "TODO the message of {id}"
    evidence: constructed
    source: {source}
  meaning: "TODO: what happened, and whether it took effect."
  causes:
  - "TODO: the most likely cause first."
  retry: after_change
  remediation:
  # who: developer, account_owner or broker.
  - who: developer
    do: "TODO: what to do, as an imperative."
  since: next
"""


class Refusal(Exception):
    """What was asked for cannot be done. ``mend`` says what to do instead."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


def add_stub(folder: Path, full_id: str, area: str | None) -> Place:
    """Add a stub of ``full_id`` to the catalog and return its place. Raises :class:`Refusal`."""
    found = FULL_ID.fullmatch(full_id)
    if found is None:
        raise Refusal(f"{full_id!r} is not a full id.", "Write broker.some_error, in snake_case.")
    broker, id_ = found.groups()
    if id_ in RESERVED_PAGES:
        raise Refusal(f"The page {id_} is another page's.", "Choose another id.")
    files = _files_of(readable(folder), broker)
    document = _area_document(files, id_, area)
    stub = _STUB.format(id=id_, **_first_names(files))
    grown = parse(canonical_text(document) + stub, document.file, document.kind)
    canonical = canonical_text(grown)
    write_file(folder.parent / document.file, canonical)
    return _place_of(parse(canonical, document.file, document.kind), id_)


def readable(folder: Path) -> CatalogFiles:
    """The files of a catalog in order. Raises :class:`Refusal`."""
    files, findings = load(folder)
    findings = findings if files is None else check_shape(files)
    if files is None or has_errors(findings):
        raise Refusal(f"The catalog is not in order: {findings[0].message}", "python -m generator check")
    return files


def _files_of(files: CatalogFiles, broker: str) -> BrokerFiles:
    found = next((one for one in files.brokers if one.id == broker), None)
    if found is None:
        known = ", ".join(one.id for one in files.brokers)
        raise Refusal(f"There is no broker {broker}.", f"Use one of {known}.")
    return found


def _area_document(files: BrokerFiles, id_: str, area: str | None) -> Document:
    taken = {name: _ids(document) for name, document in files.areas.items()}
    for name, ids in taken.items():
        if id_ in ids:
            raise Refusal(f"{files.id}.{id_} stands in {files.areas[name].file}.", "Choose another id.")
    if not taken:
        raise Refusal(
            f"{files.id} has no area yet.", f"Write the first file, such as {files.id}/orders.yaml."
        )
    if area is None:
        area = max(sorted(taken), key=lambda name: _likeness(id_, taken[name]))
        if _likeness(id_, taken[area])[0] == 0:
            raise Refusal(
                f"No entry has an id like {id_}, so where it belongs cannot be told.",
                f"Add --area with one of {', '.join(sorted(taken))}.",
            )
    if area not in files.areas:
        raise Refusal(f"{files.id} has no area {area}.", f"Use one of {', '.join(sorted(taken))}.")
    return files.areas[area]


def _likeness(id_: str, ids: list[str]) -> tuple[int, int]:
    """How many words the id shares with the beginning of another one, at the most, and of how many."""
    words = id_.split("_")
    shared = [_shared(words, other.split("_")) for other in ids]
    most = max(shared, default=0)
    return most, shared.count(most)


def _shared(words: list[str], others: list[str]) -> int:
    """How many words both begin with."""
    return sum(takewhile(bool, map(eq, words, others)))


def _ids(document: Document) -> list[str]:
    return [entry["id"] for entry in _data(document)["entries"]]


def _first_names(files: BrokerFiles) -> dict[str, str]:
    data = _data(files.broker)
    return {"channel": data["channels"][0]["id"], "source": data["sources"][0]["id"]}


def _data(document: Document) -> Any:
    """The data of a document, of which the shape was approved."""
    return document.data


def _place_of(document: Document, id_: str) -> Place:
    return document.place("entries", _ids(document).index(id_))
