"""What README and the guides print runs: Python in front of a fake broker, the command in a shell."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import broker_errors
import pytest
from alpaca.trading.client import TradingClient
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import MarketOrderRequest

from tests.clients.fake_broker import Answer, http_broker
from tests.snippets import GUIDES, ROOT, blocks

PAGES = [ROOT / "README.md", *sorted(GUIDES.glob("*.md"))]
BUYING_POWER = Answer(
    403,
    '{"buying_power":"558660.03","code":40310000,"cost_basis":"680930026.5",'
    '"message":"insufficient buying power"}',
)
LOG = (
    "2026-11-25 10:00:00 ERROR {'failureReason': 'LiquidationOnly', 'failureText': 'Liquidation only'}\n"
    '2026-11-25 10:00:01 ERROR bot {"code":40310000,"message":"insufficient buying power"}\n'
    '2026-11-25 10:00:02 ERROR {"p-ticket":"ticket-1","p-time":15}\n'
)

UNTITLED = [
    pytest.param(page, number, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page, "python"))
    if block.title is None
]


@pytest.fixture
def given() -> Iterator[SimpleNamespace]:
    """What a reader has: a client of alpaca-py, here in front of a broker that refuses, and an order."""
    with http_broker(lambda _: BUYING_POWER) as url:
        yield SimpleNamespace(
            client=TradingClient("key", "secret", url_override=url),
            order=MarketOrderRequest(symbol="SPY", qty=1, side=OrderSide.BUY, time_in_force=TimeInForce.DAY),
        )


@pytest.mark.parametrize(("page", "number"), UNTITLED)
def test_python_runs_and_prints_what_it_says(
    page: Path, number: int, given: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = blocks(page, "python")[number].code
    exec(compile(code, str(page), "exec"), vars(given))
    printed = capsys.readouterr().out.splitlines()
    said = re.findall(r"print\(.*\)  # (.*)", code)
    assert [line for line in said if line not in printed] == []


COMMANDS = [
    pytest.param(line, id=f"{page.name}: {line[:60]}")
    for page in PAGES
    for block in blocks(page, "sh")
    for line in block.code.splitlines()
    if "broker-errors " in line and "pip install" not in line and "--follow" not in line
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what the commands read."""
    for name in ("trading.log", "bot.log"):
        (tmp_path / name).write_text(LOG)
    (tmp_path / "bot.log.1.gz").write_bytes(gzip.compress(LOG.encode()))
    (overlay,) = (block for block in blocks(GUIDES / "overlay.md", "json") if block.title == "overlay.json")
    (tmp_path / "overlay.json").write_text(overlay.code)
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize("line", COMMANDS)
def test_command_finds_something(line: str, folder: Path) -> None:
    command = folder / "broker-errors"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m broker_errors "$@"\n')
    command.chmod(0o755)
    environment = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(broker_errors.__file__).parents[1]),
        "BROKER_ERRORS_OVERLAY": str(folder / "overlay.json"),
    }
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    told = b"" if "--why" not in line else ended.stderr  # which tells the steps there
    assert (ended.returncode, ended.stderr) == (0, told)
