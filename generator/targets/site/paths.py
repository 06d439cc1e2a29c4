"""Addresses of pages, below the site's root."""

import re

_UNSAFE = re.compile(r"[^A-Za-z0-9_.~-]+")


def code(broker: str, code_: str) -> str:
    """The page of a vendor's code."""
    return f"codes/{broker}/{_slug(code_)}/"


def operation(broker: str, operation_: str) -> str:
    """The page of an operation, such as ``POST /v2/orders``."""
    return f"operations/{broker}/{_slug(operation_).lower()}/"


def up(path: str) -> str:
    """The way from a page to the site's root."""
    return "../" * path.count("/")


def file(path: str) -> str:
    """The file of mkdocs for a page."""
    return f"{path.removesuffix('/')}.md" if path else "index.md"


def _slug(text: str) -> str:
    return _UNSAFE.sub("-", text).strip("-.") or "-"
