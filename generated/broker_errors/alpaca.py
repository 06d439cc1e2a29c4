# Generated from the catalog by `python -m generator build`. Do not edit.
"""Alpaca: its errors, its own codes, and what recognizes them."""
# pyright: basic, reportUnsupportedDunderAll=false
# The stub beside it is what type checkers read.

from . import _matching

__all__ = [
    "AlpacaCode",
    "AlpacaError",
    "AlpacaLegacyCode",
    "AlpacaLocatesCode",
    "AlpacaStreamCode",
    "AlpacaTravelRuleCode",
    "match",
    "match_all",
]


def match(source, *, status=None, channel=None):
    """Recognize the error in ``source``, read as an answer of this broker.

    Args:
        source: an exception, a response, a parsed body, bytes or text.
        status: the HTTP status, where the source does not carry it.
        channel: the way it travelled, such as ``rest``, where the source does not show it.

    Returns:
        None for what is not an error or cannot be told. Never raises, whatever the source.

    Raises:
        ValueError: there is no such channel.
    """
    return _matching.match(source, broker="alpaca", status=status, channel=channel)


def match_all(source, *, status=None, channel=None):
    """Recognize each distinct error in ``source``, the one that tells most first, as :func:`match` does."""
    return _matching.match_all(source, broker="alpaca", status=status, channel=channel)


def __getattr__(name):
    """The enums, made when they are first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _alpaca_errors

    enum = globals()[name] = getattr(_alpaca_errors, name)
    return enum


def __dir__():
    return [*{*globals(), *__all__}]
