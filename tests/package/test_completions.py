"""Completions for shells, as they are made when the package is built."""

import shutil
import subprocess
from pathlib import Path

import pytest
import shtab
from broker_errors._cli._options import parser


def completed(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    script = folder / "broker-errors"
    script.write_text(shtab.complete(parser(), "bash"))
    program = (
        f"source {script}; COMP_WORDS=(broker-errors {' '.join(words)}); COMP_CWORD={len(words)}; "
        '_shtab_broker_errors; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ended = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    return ended.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ex",), ["explain"]),
        (("list", "--re"), ["--retry"]),
        (("list", "--retry", "rec"), ["reconcile", "reconnect"]),
        (("match", "--broker", "a"), ["alpaca"]),
    ],
)
def test_bash_offers_what_fits(tmp_path: Path, words: tuple[str, ...], offered: list[str]) -> None:
    assert completed(tmp_path, *words) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_knows_every_command(shell: str) -> None:
    script = shtab.complete(parser(), shell)
    assert all(command in script for command in ("match", "explain", "list", "scan"))
