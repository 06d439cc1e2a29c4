"""What a program is told about an answer, and what the catalog's files say, for the tests of both brokers."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import broker_errors
import yaml

CATALOG = Path(__file__).parents[2] / "catalog"


class Told(NamedTuple):
    """What decides about a program's next request."""

    id: str
    outcome: str
    read: str
    write: str


def told(source: object, status: int | None = None, **how: Any) -> Told | None:
    """What a program is told, None for what is no error; ``how`` is what else ``match`` accepts."""
    text = source if isinstance(source, str) else json.dumps(source)
    found = broker_errors.match(text, status=status, **how)
    if found is None:
        return None
    error = found.error
    return Told(
        error.value.partition(".")[2],
        error.outcome.value,
        found.advice("read").retry.value,
        found.advice("write").retry.value,
    )


def id_of(source: object, status: int | None = None, **how: Any) -> str | None:
    """The id alone."""
    found = told(source, status, **how)
    return None if found is None else found.id


@cache
def entries(broker: str) -> dict[str, dict[str, Any]]:
    """The entries of a broker's areas, as they are written."""
    files = (path for path in (CATALOG / broker).glob("*.yaml") if path.stem != "broker")
    areas = [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in files]
    return {entry["id"]: entry for area in areas for entry in area["entries"]}


def steps(broker: str, id_: str) -> list[str]:
    """What the steps of an entry say, each on one line."""
    return [" ".join(step["do"].split()) for step in entries(broker)[id_]["remediation"]]
