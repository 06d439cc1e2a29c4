"""The code of README is run as it stands."""

import gzip
import re
import shlex
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.package.support import ROOT, Command

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^(?:tail[^|]*\| )?broker-errors (.*)$", README, re.MULTILINE)


REFUSED = (
    '{"buying_power":"558660.03","code":40310000,"cost_basis":"680930026.5",'
    '"message":"insufficient buying power"}'
)


def refuse(order: object) -> None:
    raise RuntimeError(REFUSED)


@pytest.mark.parametrize("code", BLOCKS, ids=range(len(BLOCKS)))
def test_a_block_of_code_does_what_it_says(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {"client": SimpleNamespace(submit_order=refuse), "order": None}
    exec(compile(code, "README.md", "exec"), names)
    printed = capsys.readouterr().out.splitlines()
    promised = re.findall(r"^ *print\(.*\)(?:  # (.*))?$", code, re.MULTILINE)
    assert [said or line for said, line in zip(promised, printed, strict=True)] == printed


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_line_is_accepted(
    arguments: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bot.log").write_text(f"ERROR {REFUSED}\n", "utf-8")
    Path("bot.log.1.gz").write_bytes(gzip.compress(f"ERROR {REFUSED}\n".encode()))
    assert command(*shlex.split(arguments), stdin=REFUSED.encode()).code in (0, 1)


def test_there_is_code_and_there_are_commands() -> None:
    assert len(BLOCKS) >= 2
    assert len(COMMANDS) >= 4
