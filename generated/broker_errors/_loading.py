# From generator/targets/python/runtime/_loading.py by `python -m generator build`. Do not edit.
"""What is generated beside these modules: the only one that knows its names. Loaded when it is asked for."""

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._common_errors import CommonError
    from ._equivalents import Equivalents
    from ._errors import BrokerError
    from ._operations import OperationTable
    from ._rows import EntryRow
    from .overlay import Added

ADDED: "dict[str, Added]" = {}
"""What overlays add, by broker."""


def brokers() -> tuple[str, ...]:
    """The ids of all brokers."""
    return tuple(_catalog().BROKERS)


def version() -> str:
    """The version of the catalog and of the package."""
    text: str = _catalog().VERSION
    return text


@cache
def categories() -> "dict[str, Any]":
    """The members of the generated enum of categories, by their words."""
    return {word.value: word for word in _module("_categories").Category}


@cache
def entries(broker: str) -> "dict[str, EntryRow]":
    """The facts of a broker's entries, by full id."""
    rows: dict[str, EntryRow] = _entries(broker).ENTRIES
    return rows


def formerly(broker: str) -> dict[str, str]:
    """The full ids that entries had, with those that they have now."""
    ids: dict[str, str] = _entries(broker).FORMERLY
    return ids


def channels(broker: str) -> tuple[str, ...]:
    """The ids of a broker's channels."""
    ids: tuple[str, ...] = _entries(broker).CHANNELS
    return ids


def operations(broker: str) -> "OperationTable":
    """What a broker says about its operations."""
    table: OperationTable = _entries(broker).OPERATIONS
    return table


def errors(broker: str) -> "tuple[BrokerError, ...]":
    """A broker's errors: the members of its enum, and those of overlays."""
    enum: type[BrokerError] = getattr(_module(f"_{broker}_errors"), _catalog().BROKERS[broker])
    added = ADDED.get(broker)
    return tuple(enum) if added is None else (*enum, *added.errors)


@cache
def errors_by_id(broker: str) -> "dict[str, BrokerError]":
    """The same by their full ids. Forgotten when an overlay adds some."""
    return {one.value: one for one in errors(broker)}


def plan(broker: str) -> "Any":
    """The matching plan of a broker, overlays included."""
    added = ADDED.get(broker)
    return catalog_plan(broker) if added is None else added.plan


def catalog_plan(broker: str) -> "Any":
    """The matching plan of a broker as it was generated."""
    return _module(f"_{broker}_plan").PLAN


def common() -> "Any":
    """What everybody writes alike, whichever broker it is."""
    return _module("_common").COMMON


@cache
def common_errors() -> "dict[str, CommonError]":
    """The members of the generated enum of common errors, by their words."""
    return {word.value: word for word in _module("_common_errors").CommonError}


def equivalents() -> "dict[str, Equivalents]":
    """What comes nearest to each common error elsewhere."""
    rows: dict[str, Equivalents] = _module("_common_errors").EQUIVALENTS
    return rows


def texts(name: str) -> "Any":
    """The texts of a broker's entries by full id, or those of the words of closed lists under ``words``."""
    import json
    from pkgutil import get_data

    data = get_data(__package__ or "", f"texts/{name}.json")
    if data is None:
        raise FileNotFoundError(f"texts/{name}.json")
    found: dict[str, Any] = json.loads(data)
    return found | ADDED[name].texts if name in ADDED else found


@cache
def _catalog() -> "Any":
    return _module("_catalog")


@cache
def _entries(broker: str) -> "Any":
    return _module(f"_{broker}_entries")


def _module(name: str) -> "Any":
    """A module beside this one, by ``__import__``: to import ``importlib`` would take longer."""
    return __import__(f"{__package__}.{name}", fromlist=("",))
