"""What README and the guides print runs, all of it: Python in front of a fake broker, and every shell line.

A block of code is run here, or has a title by which a test of its page runs it. Where a line cannot be run as
it stands, because it asks an index or takes minutes, its test says what is asked of it instead.
"""

import ast
import gzip
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
import venv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import broker_errors
import pytest
from alpaca.trading.client import TradingClient
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import MarketOrderRequest

from tests.clients.fake_broker import Answer, http_broker
from tests.snippets import GUIDES, ROOT, Block, blocks, every_block

PAGES = [ROOT / "README.md", *sorted(GUIDES.glob("*.md"))]
TESTS = ROOT / "tests"
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
LONGEST = 120
"""Seconds after which what is run here is ended."""

KINDS = {
    "asks": r"export [A-Z_]+=\S+|(tail [^|]+\| )?broker-errors (?!.*--follow).*",
    "follows": r"broker-errors scan --follow .* > \S+",
    "installs": r"pip install .*",
    "makes": r"make [a-z]+",
    "goes without make": r"python3 -m venv .*|\.venv/bin/.*",
}
"""What the lines of a block of shell do, each kind with a test of its own below."""


def lines(block: Block) -> list[str]:
    """The commands of a block of shell, without comments."""
    words = (shlex.split(line, comments=True, posix=False) for line in block.code.splitlines())
    return [" ".join(line) for line in words if line]


def kind(block: Block) -> str | None:
    """What all lines of a block of shell do; None if no test runs it."""
    kinds = (name for name, form in KINDS.items() if all(re.fullmatch(form, line) for line in lines(block)))
    return next(kinds, None)


def shell(wanted: str) -> list[Any]:
    """The blocks of shell of a kind."""
    return [
        pytest.param(block, id=f"{page.name}:{block.above}")
        for page in PAGES
        for block in blocks(page, "sh")
        if kind(block) == wanted
    ]


def shell_lines(wanted: str) -> list[str]:
    """The single lines of shell of a kind."""
    return [line for block in shell(wanted) for line in lines(block.values[0])]


@cache
def titles_in_tests(page: str) -> frozenset[str]:
    """The texts in the tests that read a page: among them the titles of the blocks that they run."""
    return frozenset(text for one in texts_of_tests() if page in one for text in one)


@cache
def texts_of_tests() -> list[set[str]]:
    """The texts in each module of tests."""
    return [
        {
            node.value
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and type(node.value) is str
        }
        for path in TESTS.glob("*/test_*.py")
    ]


ALL = [
    pytest.param(page, language, block, id=f"{page.name}:{block.above}")
    for page in PAGES
    for language, block in every_block(page)
]


@pytest.mark.parametrize(("page", "language", "block"), ALL)
def test_block_is_run_by_a_test(page: Path, language: str, block: Block) -> None:
    if language == "sh":
        assert kind(block) is not None
    elif block.title is not None:
        assert block.title in titles_in_tests(page.name)
    else:
        assert language == "python"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_block_is_written_so_that_it_is_overlooked(page: Path) -> None:
    fences = re.findall(r"^[ \t>]*(?:```|~~~)", page.read_text("utf-8"), re.MULTILINE)
    assert len(fences) == 2 * len(every_block(page))


UNTITLED = [
    pytest.param(page, block, id=f"{page.name}:{block.above}")
    for page in PAGES
    for language, block in every_block(page)
    if (language, block.title) == ("python", None)
]


@pytest.fixture
def given() -> Iterator[SimpleNamespace]:
    """What a reader has: a client of alpaca-py, here in front of a broker that refuses, and an order."""
    with http_broker(lambda _: BUYING_POWER) as url:
        yield SimpleNamespace(
            client=TradingClient("key", "secret", url_override=url),
            order=MarketOrderRequest(symbol="SPY", qty=1, side=OrderSide.BUY, time_in_force=TimeInForce.DAY),
        )


@pytest.mark.parametrize(("page", "block"), UNTITLED)
def test_python_runs_and_prints_what_it_says(
    page: Path, block: Block, given: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(block.code, str(page), "exec"), vars(given))
    printed = capsys.readouterr().out.splitlines()
    promised = re.findall(r"^ *print\(.*\)(?:  # (.*))?$", block.code, re.MULTILINE)
    assert [said or line for said, line in zip(promised, printed, strict=True)] == printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what the commands read, and with the command itself."""
    for name in ("trading.log", "bot.log"):
        (tmp_path / name).write_text(LOG)
    (tmp_path / "bot.log.1.gz").write_bytes(gzip.compress(LOG.encode()))
    (overlay,) = (block for block in blocks(GUIDES / "overlay.md", "json") if block.title == "overlay.json")
    (tmp_path / "overlay.json").write_text(overlay.code)
    program(tmp_path / "broker-errors", f'exec "{sys.executable}" -m broker_errors "$@"')
    return tmp_path


def program(path: Path, command: str) -> None:
    """Make a program that does this."""
    path.write_text(f"#!/bin/sh\n{command}\n")
    path.chmod(0o755)


def here(block: Block, folder: Path) -> str:
    """A block as a script, with the folder instead of those of a server."""
    return re.sub("/etc/trading|/var/log", str(folder), block.code)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Where the programs of the folder come first."""
    package = str(Path(broker_errors.__file__).parents[1])
    return {"PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": package} | more


def run(script: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a script to its end, or to its first error."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment(folder, **more),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")


@needs_bash
@pytest.mark.parametrize("block", shell("asks"))
def test_commands_find_something(block: Block, folder: Path) -> None:
    ended = run(here(block, folder), folder)
    told = "" if "--why" not in block.code else ended.stderr  # which tells the steps there
    assert (ended.returncode, ended.stderr) == (0, told)


@needs_bash
@pytest.mark.parametrize("block", shell("follows"))
def test_log_that_grows_is_followed_until_it_is_interrupted(block: Block, folder: Path) -> None:
    script = here(block, folder)
    (folder / script.rpartition(">")[2].strip()).symlink_to("/dev/stdout")
    following = subprocess.Popen(
        ["bash", "-c", script],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert following.stdout is not None
    too_long = threading.Timer(LONGEST, following.kill)
    too_long.start()
    try:
        with following.stdout as told:
            assert '"alpaca.insufficient_buying_power"' in told.readline()
            with (folder / "bot.log").open("a") as log:
                log.write("2026-11-25 10:00:03 ERROR bot HTTP 503\n")
            assert '"time": "2026-11-25 10:00:03"' in told.readline()
            os.killpg(following.pid, signal.SIGINT)
            assert (following.wait(), told.read()) == (130, "")
    finally:
        too_long.cancel()
        following.kill()
        following.wait()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this checkout, as pip's only index."""
    made = tmp_path_factory.mktemp("index")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(made), str(ROOT)]
    subprocess.run(build, capture_output=True, check=True)
    return made


@needs_bash
@pytest.mark.parametrize("line", shell_lines("installs"))
def test_line_installs_the_command(line: str, index: Path, tmp_path: Path) -> None:
    """Instead of an index there is the wheel of this checkout, and what extras ask for is here already."""
    venv.create(tmp_path / "empty", symlinks=True)
    python = tmp_path / "empty" / "bin" / "python"
    (packages,) = (tmp_path / "empty").glob("lib/*/site-packages")
    (packages / "tests.pth").write_text(sysconfig.get_path("purelib"))
    program(tmp_path / "pip", f'cd "{ROOT}" && exec "{sys.executable}" -m pip --python "{python}" "$@"')
    installed = run(
        line,
        tmp_path,
        PYTHONPATH="",
        PIP_NO_INDEX="1",
        PIP_FIND_LINKS=str(index),
        PIP_NO_BUILD_ISOLATION="0",  # which is how pip spells that there is none
        PIP_DISABLE_PIP_VERSION_CHECK="1",
    )
    assert (installed.returncode, installed.stderr) == (0, "")  # an extra that is not there is warned of
    used = [str(python.with_name("broker-errors")), "explain", "alpaca.wash_trade"]
    assert subprocess.run(used, capture_output=True, cwd=tmp_path, env={}, check=False).returncode == 0


def made_by(target: str) -> list[str]:
    """The lines that make would run for a target if nothing were there yet."""
    asked = subprocess.run(
        ["make", "--dry-run", "--always-make", "--no-print-directory", target],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return asked.stdout.splitlines()


@needs_make
@pytest.mark.parametrize("line", shell_lines("makes"))
def test_target_can_be_made(line: str) -> None:
    """What takes minutes, and runs these very tests, is asked of make without doing it."""
    assert made_by(line.removeprefix("make "))


@needs_make
@pytest.mark.parametrize("line", shell_lines("goes without make"))
def test_line_that_goes_without_make_is_what_make_runs(line: str) -> None:
    made = [ran for target in ("check", "build", "serve", "test") for ran in made_by(target)]
    assert any(set(line.split()) <= set(ran.split()) for ran in made)
