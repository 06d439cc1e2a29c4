"""Errors."""

__all__ = ["match", "version"]

version = "1"


def match(source: object, *, broker: str | None = None, status: int | None = None) -> None:
    """Match."""
