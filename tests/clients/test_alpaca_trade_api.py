"""alpaca-trade-api, which pins old libraries and so has an environment of its own: see make test-legacy."""

import json
import os
import subprocess
from pathlib import Path

import broker_errors
import pytest

from tests.clients.fake_broker import Answer, Fault, Request, http_broker
from tests.clients.situations import Group, Situation, alpaca_situations

PYTHON = os.environ.get("ALPACA_TRADE_API_PYTHON")
"""The interpreter of an environment in which alpaca-trade-api is installed."""

pytestmark = pytest.mark.skipif(PYTHON is None, reason="ALPACA_TRADE_API_PYTHON names no interpreter")

SITUATIONS = [one for one in alpaca_situations() if one.answer.fault is Fault.NONE]


@pytest.fixture(scope="module")
def answered() -> list[tuple[Situation, str | None]]:
    """Every situation with what the client's exception is."""
    left = [situation.answer for situation in SITUATIONS]

    def respond(_: Request) -> Answer:
        return left.pop(0)

    program = Path(__file__).parent / "legacy_program.py"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(broker_errors.__file__).parents[1])}
    with http_broker(respond) as url:
        ended = subprocess.run(
            [str(PYTHON), "-W", "ignore", str(program), url, str(len(SITUATIONS))],
            env=environment,
            capture_output=True,
            check=True,
        )
    return list(zip(SITUATIONS, json.loads(ended.stdout), strict=True))


REFUSALS = [Group.RECORDED, Group.UNKNOWN, Group.GATEWAY, Group.EMPTY, Group.COMPRESSED]


@pytest.mark.parametrize("group", REFUSALS)
def test_every_answer_is_its_entry(answered: list[tuple[Situation, str | None]], group: Group) -> None:
    of_group = [(one, error) for one, error in answered if one.group is group]
    assert [(one.name, error, one.entry) for one, error in of_group if error != one.entry] == []


def test_success_is_no_error(answered: list[tuple[Situation, str | None]]) -> None:
    assert [error for one, error in answered if one.group is Group.SUCCESS and error is not None] == []
