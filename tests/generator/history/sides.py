"""Builds comparisons out of little: a fixture folder, or a few entries and answers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.history.answers import NOTHING, Answer
from generator.history.comparison import Comparison, Side
from generator.history.facts import Facts
from generator.history.payloads import Payload
from generator.history.places import Places

EMPTY_PACKAGE = Path(__file__).parent / "package"

ENTRY: Mapping[str, Any] = {
    "title": "Something was refused",
    "area": "orders",
    "category": "funds",
    "outcome": "not_applied",
    "retry": "after_change",
    "signatures": [],
}
"""What an entry of a fixture has where the fixture does not say otherwise."""

CATEGORIES = [{"id": "funds", "title": "Funds", "meaning": "Money.", "outcomes": ["not_applied"]}]


def comparison(folder: Path) -> Comparison:
    """The comparison of what stands in ``base`` and ``head`` below a fixture's folder."""
    asked: dict[tuple[str, bool], None] = {}
    answered: dict[str, dict[tuple[str, bool], Answer]] = {}
    for side in ("base", "head"):
        rows = _read(folder / side / "answers.json", [])
        answered[side] = {(row["text"], row["named"]): _answer(row) for row in rows}
        asked.update(dict.fromkeys(answered[side]))
    questions = tuple((Payload("acme", text), named) for text, named in asked)
    base, head = (
        _side(folder / side, tuple(answered[side].get(key, NOTHING) for key in asked))
        for side in ("base", "head")
    )
    return Comparison(base, head, questions, {payload: "a fixture" for payload, _ in questions})


def _side(folder: Path, answers: tuple[Answer, ...]) -> Side:
    return Side(
        Facts(_catalog(_read(folder / "catalog.json", {}))),
        answers,
        Places(folder),
        folder if (folder / "broker_errors").is_dir() else EMPTY_PACKAGE,
        _read(folder / "catalog.schema.json", None),
    )


def _catalog(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A whole catalog.json of one broker from what a fixture states of it."""
    entries = [{**ENTRY, "id": id_, **stated} for id_, stated in data.get("entries", {}).items()]
    broker = {"id": "acme", "entries": entries}
    broker |= {name: data[name] for name in ("code_sets", "channels") if name in data}
    return {"version": "0.1.0", "categories": data.get("categories", CATEGORIES), "brokers": [broker]}


def _answer(row: Mapping[str, Any]) -> Answer:
    error = row["error"]
    if error is None:
        return NOTHING
    if error.startswith("!"):
        return Answer(error[1:], raised=True)
    return Answer(error, row.get("matched_on", "message"), row["params"])


def _read(path: Path, default: Any) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else default
