"""What both revisions are asked."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.history.payloads import Payload, payloads_of, questions

PATTERNS = [
    {"id": "symbol", "pattern": "[a-z0-9][a-z0-9._/-]{0,39}"},
    {"id": "int", "pattern": "[+-]?[0-9]{1,24}"},
    {"id": "uuid", "pattern": "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"},
    {"id": "timestamp", "pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[t ][0-9][0-9:.+z-]{0,39})?"},
]
ERROR_BODY = {"when": {"message": {"shape": "text"}}, "code": "code", "message": "message", "channel": "rest"}


def catalog(entry: Mapping[str, Any], **broker: Any) -> Mapping[str, Any]:
    whole = {"id": "acme", "envelopes": [ERROR_BODY], **broker}
    entry = {"id": "acme.refused", "channels": ["rest"], "signatures": [], **entry}
    return {"slot_types": PATTERNS, "brokers": [{**whole, "entries": [entry]}]}


def asked(entry: Mapping[str, Any], **broker: Any) -> list[Payload]:
    return list(payloads_of([catalog(entry, **broker)], []))


def bodies(signature: Mapping[str, Any], **broker: Any) -> list[Any]:
    texts = [payload.text for payload in asked({"signatures": [signature]}, **broker)]
    return [json.loads(text) for text in texts if text.startswith("{")]


def test_an_example_is_asked_with_its_status_and_channel() -> None:
    example = {"body": "no money", "status": 403, "channel": "rest"}
    assert asked({"examples": [example]}) == [Payload("acme", "no money", 403, "rest")]


def test_a_wording_is_asked_as_a_body_as_a_bare_text_and_in_a_log_line() -> None:
    body, bare, line = asked({"signatures": [{"message": "no money", "code": "42", "status": 403}]})
    assert (json.loads(body.text), body.status) == ({"message": "no money", "code": 42}, 403)
    assert (bare.text, bare.status) == ("no money", None)
    assert line.text.endswith(": no money")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("{a:symbol} is short of {b:int}", "AAPL is short of 7"),
        ("{{{a:int}}}", "{7}"),
        ("order {a:uuid} of {b:timestamp}", "order 00000000-0000-4000-8000-000000000001 of 2026-01-05"),
    ],
)
def test_slots_have_a_value_of_their_type(message: str, text: str) -> None:
    assert asked({"signatures": [{"message": message}]})[1].text == text


def test_a_code_stands_in_the_envelope_that_lists_it() -> None:
    other = {"when": {"reason": {"shape": "name"}}, "code": "reason", "code_sets": ["Reasons"]}
    code_sets = [{"enum": "Reasons", "codes": ["TooLate"]}, {"enum": "Numbers", "codes": ["1"]}]
    numbers = {**ERROR_BODY, "code_sets": ["Numbers"]}
    assert bodies({"code": "TooLate"}, envelopes=[numbers, other], code_sets=code_sets) == [
        {"reason": "TooLate"}
    ]


def test_an_envelope_of_another_channel_is_not_used() -> None:
    stream = {"when": {"T": {"is": "error"}}, "message": "msg", "channel": "stream"}
    assert bodies({"message": "no money"}, envelopes=[stream, ERROR_BODY]) == [{"message": "no money"}]


def test_an_envelope_has_what_it_is_told_by() -> None:
    frame = {"when": {"T": {"is": "error"}}, "message": "d.msg", "channel": "rest"}
    assert bodies({"message": "no money"}, envelopes=[frame]) == [{"T": "error", "d": {"msg": "no money"}}]


def test_conditions_that_are_listed_are_read_too() -> None:
    """As catalogs of schema version 1 had them at first."""
    frame = {"when": [{"path": "T", "shape": "is", "value": "error"}], "message": "msg"}
    assert bodies({"message": "no money"}, envelopes=[frame]) == [{"T": "error", "msg": "no money"}]


def test_a_field_is_asked_with_its_value() -> None:
    assert bodies({"field": "violations.0.description", "value": "x"}) == [
        {"violations": [{"description": "x"}]}
    ]


def test_a_status_is_asked_without_a_body() -> None:
    assert asked({"signatures": [{"status": 503}]}) == [Payload("acme", "", 503)]


def test_the_same_payload_is_asked_once() -> None:
    same = catalog({"examples": [{"body": "no money"}, {"body": "no money"}]})
    assert list(payloads_of([same, same], [])) == [Payload("acme", "no money")]


def test_corpora_are_asked(tmp_path: Path) -> None:
    for kind, row in (("payloads", {"text": "no money", "status": 403}), ("facts", {"message": "too late"})):
        file = tmp_path / "tests" / "corpus" / kind / "acme.jsonl"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(row) + "\n", "utf-8")
    assert payloads_of([], [tmp_path]) == {
        Payload("acme", "no money", 403): "line 1 of tests/corpus/payloads/acme.jsonl",
        Payload("acme", "too late"): "line 1 of tests/corpus/facts/acme.jsonl",
    }


def test_a_payload_is_asked_with_and_without_its_broker_named() -> None:
    payload = Payload("acme", "no money")
    assert questions([payload]) == ((payload, True), (payload, False))
