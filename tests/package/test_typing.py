"""What type checkers and editors know of the package: a user's program is checked, completed and run."""

import ast
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import broker_errors
import jedi
import pytest

from tests.package.support import GENERATED, ROOT, catalog_entries

PROGRAM = Path(__file__).parent / "typing" / "program.py"
JEDI = jedi.Project(ROOT, added_sys_path=[str(GENERATED)])


def said_by(*command: str | Path, cwd: Path = ROOT) -> tuple[int, str]:
    """How a command ends, and what it prints."""
    ended = subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


def test_mypy_accepts_a_users_program_and_refuses_its_marked_lines() -> None:
    code, said = said_by("-m", "mypy", "--strict", PROGRAM)
    assert code == 0, said


def test_pyright_accepts_a_users_program_and_refuses_its_marked_lines() -> None:
    code, said = said_by("-m", "pyright", "--pythonpath", sys.executable, "-p", PROGRAM.parent)
    assert code == 0, said


def test_a_users_program_runs() -> None:
    run = f"import runpy; runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    assert said_by("-c", f"import sys; sys.path.insert(0, {str(GENERATED)!r}); {run}") == (0, "")


def completed(code: str) -> set[str]:
    """What an editor offers at the end of code."""
    return {one.name for one in jedi.Script(code, project=JEDI).complete()}


@pytest.mark.parametrize(
    ("begun", "name"),
    [
        ("import broker_errors\nbroker_errors.Alpaca", "AlpacaError"),
        ("import broker_errors\nbroker_errors.mat", "match_all"),
        ("import broker_errors\nbroker_errors.alp", "alpaca"),
        ("from broker_errors import Tradovate", "TradovateOrderCode"),
        ("from broker_errors import Adv", "Advice"),
        ("from broker_errors import Advice\nAdvice.first", "first_step"),
        ("from broker_errors import AlpacaError\nAlpacaError.WASH", "WASH_TRADE"),
        ("from broker_errors.alpaca import AlpacaError\nAlpacaError.WASH", "WASH_TRADE"),
    ],
)
def test_an_editor_completes_what_is_loaded_on_demand(begun: str, name: str) -> None:
    assert name in completed(begun)


@pytest.mark.parametrize("broker", broker_errors.BROKERS)
def test_the_title_of_a_member_stands_where_editors_look_for_it(broker: str) -> None:
    """Right behind it, as a text: nothing of it is kept when the module is loaded."""
    tree = ast.parse((GENERATED / "broker_errors" / f"_{broker}_errors.py").read_text("utf-8"))
    enum = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    shown = {
        ast.literal_eval(member.value): ast.literal_eval(text.value).partition(". Retired")[0].rstrip(".")
        for member, text in pairwise(enum.body)
        if isinstance(member, ast.Assign) and isinstance(text, ast.Expr)
    }
    titles = {key: entry["title"] for key, entry in catalog_entries().items() if key.startswith(broker)}
    assert shown == titles
