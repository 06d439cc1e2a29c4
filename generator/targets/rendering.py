"""What targets write with: the Jinja environment that all share, and JSON for people and programs."""

from collections.abc import Callable, Mapping
from json import JSONEncoder
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_scalar = JSONEncoder(ensure_ascii=False).encode


def json_text(data: Any, line: str = "\n") -> str:
    """Plain data as ``json.dumps`` writes it with an indent of 1 and sorted keys, in two thirds of the time.

    ``line`` is the line break with the indent that the data stands in.
    """
    inner = f"{line} "
    if isinstance(data, dict) and data:
        members = [f"{_scalar(key)}: {json_text(data[key], inner)}" for key in sorted(data)]
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if isinstance(data, list) and data:
        return f"[{inner}{f',{inner}'.join([json_text(item, inner) for item in data])}{line}]"
    return _scalar(data)


def environment(
    folder: Path,
    filters: Mapping[str, Callable[..., str]],
    names: Mapping[str, Any] | None = None,
    *,
    autoescape: bool = False,
) -> Environment:
    """An environment for the templates in ``folder``: an undefined name is an error.

    Args:
        folder: where the templates are.
        filters: what templates may call on a value.
        names: what is known to every template.
        autoescape: for HTML; every other target escapes for its own language, by its filters.
    """
    made = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,  # noqa: S701 - see above
    )
    made.filters.update(filters)
    made.globals.update(names or {})
    return made
