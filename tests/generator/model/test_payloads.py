"""Bodies that are made of envelopes have what the envelopes ask for."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.model.catalog import Broker, Condition, Envelope
from generator.model.payloads import as_body


@pytest.mark.parametrize(
    ("when", "body"),
    [
        pytest.param(
            {"kind": Condition(one_of=("refused", "late"))}, {"kind": "refused", "message": "M"}, id="one of"
        ),
        pytest.param({"kind": Condition(is_=3)}, {"kind": 3, "message": "M"}, id="is"),
        pytest.param({"orders": Condition("empty")}, {"orders": [], "message": "M"}, id="empty"),
        pytest.param({"result": Condition("absent")}, {"message": "M"}, id="absent"),
        pytest.param(
            {"errors": Condition("value"), "errors.0.code": Condition("integer")},
            {"errors": [{"code": 1}], "message": "M"},
            id="within what stands above",
        ),
    ],
)
def test_a_body_has_what_its_envelope_asks_for(
    when: Mapping[str, Condition], body: Mapping[str, Any], acme: Broker
) -> None:
    envelope = Envelope("made", "For a test.", when, message="message")
    assert _made(acme, envelope) == body


def test_a_place_in_a_path_makes_a_list(acme: Broker) -> None:
    envelope = Envelope("made", "For a test.", {"errors.0.text": Condition("text")}, message="errors.0.text")
    assert _made(acme, envelope) == {"errors": [{"text": "M"}]}


def _made(acme: Broker, envelope: Envelope) -> Any:
    """The body of a message M that this envelope wraps."""
    entry = acme.entries_by_id["order_closed"]
    signature = replace(entry.signatures[0], message="M", code=None, status=None, channel=None)
    broker = replace(acme, envelopes=(envelope,))
    return json.loads(as_body(broker, entry, signature).body or "")
