"""The Jinja environment that all targets share."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(
    folder: Path, filters: Mapping[str, Callable[..., str]], *, autoescape: bool = False
) -> Environment:
    """An environment for the templates in ``folder``: an undefined name is an error.

    ``autoescape`` is for HTML; every other target escapes for its own language, by the filters it is given.
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
    return made
