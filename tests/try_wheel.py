"""Installs the wheel into an empty environment, without any index, and uses it there as a user would.

Run with the folder that holds the wheel. Fails loudly.
"""

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

PAYLOAD = (
    '{"buying_power":"558660.03","code":40310000,"cost_basis":"680930026.5",'
    '"message":"insufficient buying power"}'
)
KEPT_OUT = ("catalog.json", "coverage.json", "plan.json", "released")
"""What is generated or kept beside the package and is no user's of it."""
LARGEST = 1_500_000
"""Bytes that a file of the wheel may have."""
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
    (source,) = dist.glob("*.tar.gz")
    check_wheel(wheel)
    check_source(source)
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
        expect(not extra, f"the wheel brought {extra}")
    print(f"{wheel.name} was installed into an empty environment and used there.")


def check_wheel(wheel: Path) -> None:
    """The wheel holds the modules, their types and the texts, and nothing else."""
    with zipfile.ZipFile(wheel) as opened:
        sizes = {info.filename: info.file_size for info in opened.infolist()}
    expect(
        {"broker_errors/__init__.pyi", "broker_errors/py.typed", "broker_errors/texts/words.json"}
        <= sizes.keys(),
        f"types or texts are missing in {sorted(sizes)}",
    )
    brokers = {Path(name).stem for name in sizes if name.startswith("broker_errors/texts/")} - {"words"}
    for broker in brokers:
        expect(f"broker_errors/{broker}.py" in sizes, f"there are texts of {broker} and no module")
    strange = [
        name
        for name in sizes
        if not name.startswith(("broker_errors/", "broker_errors-")) or Path(name).name.startswith(KEPT_OUT)
    ]
    expect(not strange, f"the wheel holds {strange}")
    large = {name: size for name, size in sizes.items() if size > LARGEST}
    expect(not large, f"the wheel's files are too large: {large}")


def check_source(archive: Path) -> None:
    """The source distribution holds the package, the normalized catalog and the license, and no generator."""
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    wanted = {
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "generated/catalog.json",
        "generated/broker_errors/py.typed",
    }
    expect(wanted <= names, f"the source distribution lacks {sorted(wanted - names)}")
    strange = [name for name in names if name.startswith(("generator/", "tests/", "site/", "catalog/"))]
    expect(not strange, f"the source distribution holds {strange[:5]}")


def expect(holds: bool, otherwise: str) -> None:
    """End with what is wrong."""
    if not holds:
        sys.exit(otherwise)


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
