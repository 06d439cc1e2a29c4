"""Every payload of the corpus is recognized as what it is, and every negative as nothing.

What is known not to be recognized yet has to fail, so that the row is put right when it is.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.load.files import load
from generator.model.read import read
from generator.policies.privacy import Privacy

from .__main__ import figures
from .rows import Payload, payloads

FILES, _ = load(Path(__file__).parents[2] / "catalog")
assert FILES is not None
PRIVACY = Privacy.of(read(FILES)[0].brokers)
ALL = list(payloads())
ERRORS = [payload for payload in ALL if not payload.is_negative]
NEGATIVES = [payload for payload in ALL if payload.is_negative]


def name(payload: Payload) -> str:
    """Where the payload stands."""
    return f"{payload.broker}:{payload.line}"


def asked(question: str, rows: Iterable[Payload]) -> list[Any]:
    """The payloads that a question is asked of; those without the right answer yet must not have it."""
    return [pytest.param(one, id=name(one), marks=_marks(one.not_yet.get(question))) for one in rows]


def _marks(kind: str | None) -> tuple[pytest.MarkDecorator, ...]:
    return () if kind is None else (pytest.mark.xfail(reason=kind, strict=True),)


@pytest.mark.parametrize("payload", asked("named", ERRORS))
def test_a_payload_is_recognized_as_what_it_is(payload: Payload) -> None:
    assert payload.answered() == payload.wanted


@pytest.mark.parametrize("payload", asked("status", (one for one in ERRORS if one.status is not None)))
def test_a_payload_with_its_status_is_recognized_as_what_it_is(payload: Payload) -> None:
    assert payload.answered(with_status=True) == payload.wanted_with_status


@pytest.mark.parametrize("payload", asked("unnamed", ERRORS))
def test_without_its_broker_a_payload_is_the_same_or_nothing(payload: Payload) -> None:
    assert payload.answered(named=False) in (payload.wanted, None)


@pytest.mark.parametrize("payload", NEGATIVES, ids=name)
def test_a_negative_is_no_error_of_the_broker(payload: Payload) -> None:
    answer = payload.answered(named=False) or ""
    assert not answer.startswith(f"{payload.broker}.")


@pytest.mark.parametrize("payload", NEGATIVES, ids=name)
def test_a_negative_is_what_its_row_says_where_the_broker_is_claimed(payload: Payload) -> None:
    assert payload.answered() == payload.wanted


def test_few_answers_differ_from_the_expected_ones() -> None:
    assert sum(payload.why is not None for payload in ERRORS) <= len(ERRORS) // 30


def test_few_payloads_are_not_recognized_yet() -> None:
    assert sum("named" in payload.not_yet for payload in ERRORS) <= len(ERRORS) // 40


def test_the_figures_cover_every_payload() -> None:
    assert sum(int(line.rpartition("of")[2]) for line in figures()) == len(ALL)


@pytest.mark.parametrize("payload", ALL, ids=name)
def test_no_payload_identifies_a_person(payload: Payload) -> None:
    assert list(PRIVACY.identifying(payload.text)) == []
