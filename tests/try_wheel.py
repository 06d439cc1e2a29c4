"""Installs the wheel into an empty environment, without any index, and uses it there as a user would.

Run with the folder that holds the wheel. Fails loudly.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PAYLOAD = (
    '{"buying_power":"558660.03","code":40310000,"cost_basis":"680930026.5",'
    '"message":"insufficient buying power"}'
)
PROGRAM = f"""
import broker_errors

found = broker_errors.match({PAYLOAD!r})
assert found is not None
assert found.error is broker_errors.AlpacaError.INSUFFICIENT_BUYING_POWER
assert found.params == {{"buying_power": "558660.03", "cost_basis": "680930026.5"}}
assert found.advice("POST /v2/orders").retry is broker_errors.Retry.AFTER_CHANGE
assert found.error.info.remediation
"""


def main(dist: Path) -> None:
    """Install the only wheel in ``dist`` and use it."""
    (wheel,) = dist.glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        run(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--no-deps",
            str(wheel.resolve()),
            cwd=folder,
        )
        run(python, "-I", "-c", PROGRAM, cwd=folder)
        run(Path(folder) / "bin" / "broker-errors", "match", PAYLOAD, cwd=folder)
        run(Path(folder) / "bin" / "broker-errors", "explain", "tradovate.penalty_ticket", cwd=folder)
        listed = run(python, "-m", "pip", "list", "--format", "freeze", cwd=folder)
        extra = {line.partition("==")[0] for line in listed.split()} - {"broker-errors", "pip", "setuptools"}
        assert not extra, f"the wheel brought {extra}"
        package = run(python, "-c", "import broker_errors; print(broker_errors.__path__[0])", cwd=folder)
        assert (Path(package.strip()) / "py.typed").exists(), "py.typed is missing"
    print(f"{wheel.name} was installed into an empty environment and used there.")


def run(*command: object, cwd: str) -> str:
    """Run a command; its output is shown if it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{command} failed with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main(Path(sys.argv[1]))
