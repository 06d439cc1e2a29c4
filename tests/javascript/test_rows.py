"""The compact data stand for the rows that Python reads: nothing is lost by leaving out what follows."""

import json
import re
from typing import Any

import pytest

from generator.model.catalog import Catalog, Entry
from generator.plan.common import common
from generator.policies.registry import Subject
from generator.targets.javascript.data import keys_of
from generator.targets.python.runtime._rows import (
    ChannelRow,
    CodeSetRow,
    EnvelopeRow,
    FormRow,
    Plan,
    SignatureRow,
    TemplateRow,
)
from generator.targets.python.runtime._slots import SLOTS, SlotType
from tests.generator.helpers import real_subject
from tests.javascript.node import GENERATED, TESTS, node

_VARYING = re.compile(r"(\{[0-9]+,[0-9]+\}|(?<!\()\?)")
_POSSESSIVE = re.compile(_VARYING.pattern + r"\+")


@pytest.fixture(scope="module")
def subject() -> Subject:
    """The catalog and its plans."""
    return real_subject()


@pytest.fixture(scope="module")
def made(subject: Subject) -> Any:
    """What JavaScript makes of the data."""
    brokers = [plan.broker for plan in subject.plans]
    return json.loads(node(TESTS / "rows.mjs", GENERATED, *brokers))


@pytest.mark.parametrize(
    "table", ["channels", "codeSets", "envelopes", "forms", "templates", "signatures", "anchors", "heads"]
)
def test_a_table_is_what_python_reads(subject: Subject, made: Any, table: str) -> None:
    wanted = [_tables(plan)[table] for plan in subject.plans]
    assert [_sorted(table, plan[table]) for plan in made["plans"]] == json.loads(json.dumps(wanted))


def test_the_facts_of_entries_are_those_of_the_catalog(subject: Subject, made: Any) -> None:
    catalog: Catalog = subject.catalog
    wanted = [{entry.full_id: _facts(entry) for entry in broker.entries} for broker in catalog.brokers]
    assert [plan["entries"] for plan in made["plans"]] == json.loads(json.dumps(wanted))


def test_operations_are_those_of_the_catalog(subject: Subject, made: Any) -> None:
    wanted = [
        {"reads": broker.reads, "writes": broker.writes, "keys": keys_of(broker)}
        for broker in subject.catalog.brokers
    ]
    assert [plan["operations"] for plan in made["plans"]] == json.loads(json.dumps(wanted))


def test_what_everybody_writes_alike_is_the_same(made: Any) -> None:
    row = common()
    codes, *words = made["common"].values()
    assert [code for first, last in codes for code in range(first, last + 1)] == sorted(row.codes)
    ours = (row.before, row.before_closed, row.behind, row.phrases, row.levels)
    assert words == [list(one) for one in (*ours, row.introducing, row.continuing)]


def test_slots_are_the_same_but_for_possessive_quantifiers(made: Any) -> None:
    assert made["slots"] == {name: _without_possession(slot) for name, slot in SLOTS.items()}


def _without_possession(slot: SlotType) -> dict[str, Any]:
    """A slot as JavaScript has it. There a value as a whole is not given back: so must all parts of it."""
    possessive = _POSSESSIVE.findall(slot.pattern)
    pattern = _POSSESSIVE.sub(r"\1", slot.pattern)
    assert not possessive or possessive == _VARYING.findall(pattern)
    marks = {"whole": bool(possessive), "open": slot.open}
    return {
        "pattern": pattern.replace("\n", "\\n"),
        "longest": slot.longest,
        **{name: True for name, value in marks.items() if value},
    }


def _tables(plan: Plan) -> dict[str, Any]:
    return {
        "channels": [_channel(row) for row in plan.channels],
        "codeSets": [_code_set(row) for row in plan.code_sets],
        "envelopes": [_envelope(row) for row in plan.envelopes],
        "forms": [_form(row) for row in plan.forms],
        "templates": [_template(row) for row in plan.templates],
        "signatures": [_signature(row) for row in plan.signatures],
        "anchors": {word: sorted(keys) for word, keys in plan.anchors.items()},
        "heads": {word: sorted(keys) for word, keys in plan.heads.items()},
    }


def _sorted(table: str, made: Any) -> Any:
    if table in ("anchors", "heads"):
        return {word: sorted(keys) for word, keys in made.items()}
    return [{**row, "words": sorted(row["words"])} if "words" in row else row for row in made]


def _channel(row: ChannelRow) -> dict[str, Any]:
    marks = (*row.hosts, *row.marks)
    return {"id": row.id, "http": row.transport == "http", "marks": marks, "framing": row.framing}


def _code_set(row: CodeSetRow) -> dict[str, Any]:
    return {"name": row.name, "pattern": row.pattern, "codes": row.codes, "telling": row.telling}


def _envelope(row: EnvelopeRow) -> dict[str, Any]:
    data = _camel(row._asdict())
    conditions = [one._asdict() for one in row.when]
    return {**data, "when": [{k: v for k, v in one.items() if v is not None} for one in conditions]}


def _form(row: FormRow) -> dict[str, Any]:
    return {**row._asdict(), "words": sorted(row.words.split())}


def _template(row: TemplateRow) -> dict[str, Any]:
    data = _camel(row._asdict())
    del data["alone"]  # spares Python a look for others
    return {
        **data,
        "words": sorted(row.words.split()),
        "early": row.early.split(),
        "signatures": [_signature(one) for one in row.signatures],
    }


def _signature(row: SignatureRow) -> dict[str, Any]:
    return row._asdict()


def _facts(entry: Entry) -> dict[str, Any]:
    wait = entry.wait
    return {
        "category": entry.category,
        "outcome": entry.outcome,
        "retry": entry.retry,
        "retryRead": entry.retry_read,
        "fallback": entry.fallback,
        "mayRepeat": entry.earlier_attempt is not None,
        "wait": wait and {name: value for name, value in wait._asdict().items() if value not in (None, ())},
        "fields": entry.fields,
    }


def _camel(row: dict[str, Any]) -> dict[str, Any]:
    return {re.sub("_([a-z])", lambda found: found[1].upper(), name): value for name, value in row.items()}
