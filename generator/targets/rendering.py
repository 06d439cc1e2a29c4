"""The Jinja environment that all targets share."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


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
