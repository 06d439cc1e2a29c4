"""The project's version, which stands in pyproject.toml and nowhere else."""

import tomllib
from pathlib import Path


def version(root: Path) -> str:
    """The version of the project in ``root``."""
    with (root / "pyproject.toml").open("rb") as file:
        data = tomllib.load(file)
    return str(data["project"]["version"])
