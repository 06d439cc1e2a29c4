"""What the plan needs besides the catalog: what everybody writes alike, and texts of others."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.targets.python.runtime._rows import Common

_FOLDER = Path(__file__).parent


@cache
def common() -> Common:
    """The words of HTTP and of logs."""
    data = yaml.safe_load((_FOLDER / "common.yaml").read_text("utf-8"))
    rows: dict[str, Any] = {name: tuple(map(_row, words)) for name, words in data.items()}
    return Common(**rows)


@cache
def foreign() -> tuple[tuple[str, str], ...]:
    """Texts that somebody else says, each with who: none of them may tell a broker that it is not of."""
    lines = (_FOLDER / "foreign.jsonl").read_text("utf-8").splitlines()
    return tuple((row["text"], row["of"]) for row in map(json.loads, lines))


def _row(word: str | int | list[str]) -> str | int | tuple[str, ...]:
    return tuple(word) if isinstance(word, list) else word
