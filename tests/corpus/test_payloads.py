"""Every payload of the corpus is recognised as what it is, and every negative as nothing."""

import pytest

from generator.policies.privacy import identifying

from .__main__ import figures
from .rows import Payload, payloads

ALL = list(payloads())
ERRORS = [payload for payload in ALL if not payload.is_negative]
NEGATIVES = [payload for payload in ALL if payload.is_negative]


def name(payload: Payload) -> str:
    """Where the payload stands."""
    return f"{payload.broker}:{payload.line}"


@pytest.mark.parametrize("payload", ERRORS, ids=name)
def test_a_payload_is_recognised_as_what_it_is(payload: Payload) -> None:
    assert payload.answered() == payload.wanted


@pytest.mark.parametrize(
    "payload", [one for one in ERRORS if one.status is not None and one.why is None], ids=name
)
def test_a_payload_with_its_status_is_recognised_as_what_it_is(payload: Payload) -> None:
    assert payload.answered(with_status=True) == payload.expected


@pytest.mark.parametrize("payload", ERRORS, ids=name)
def test_without_its_broker_a_payload_is_the_same_or_nothing(payload: Payload) -> None:
    assert payload.answered(named=False) in (payload.wanted, None)


@pytest.mark.parametrize("payload", NEGATIVES, ids=name)
@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_a_negative_is_no_error_of_the_broker(payload: Payload, named: bool) -> None:
    assert payload.answered(named=named) == (payload.wanted if named else None)


def test_few_answers_differ_from_the_expected_ones() -> None:
    assert sum(payload.why is not None for payload in ALL) <= len(ALL) // 50


def test_the_figures_cover_every_payload() -> None:
    assert sum(int(line.rpartition("of")[2]) for line in figures()) == len(ALL)


@pytest.mark.parametrize("payload", ALL, ids=name)
def test_no_payload_identifies_a_person(payload: Payload) -> None:
    assert list(identifying(payload.text)) == []
