"""The package ``broker_errors``: generated modules and texts, and the runtime beside them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.model.catalog import (
    Broker,
    Catalog,
    Category,
    Citation,
    CodeSet,
    CommonError,
    Entry,
    Term,
    code_member,
)
from generator.model.plain import plain
from generator.targets.python.literals import Call, Name, python_docstring, python_literal, python_rows
from generator.targets.python.runtime._rows import Common, Plan
from generator.targets.rendering import environment
from generator.targets.shipping import shipped

PACKAGE = "broker_errors"
RUNTIME = Path(__file__).parent / "runtime"
GENERATED = "# Generated from the catalog by `python -m generator build`. Do not edit.\n"

_WORDS = ("Actor", "Evidence", "MatchedOn", "Outcome", "Retry", "When")
_LAZY = {
    "Advice": "_advice",
    "BrokerError": "_errors",
    "Category": "_categories",
    "Columns": "_classify",
    "CommonError": "_common_errors",
    "EntryInfo": "_info",
    "Match": "_match",
    "Report": "_report",
    **dict.fromkeys(_WORDS, "_words"),
}
_FUNCTIONS = ("classify", "error", "errors_of", "load", "match", "match_all", "reads")

_TEMPLATES = environment(
    Path(__file__).parent / "templates", {"py": python_literal, "rows": python_rows, "doc": python_docstring}
)


def generate(catalog: Catalog, plans: Iterable[Plan], common: Common, version: str) -> dict[str, str]:
    """The package's files, by their paths below ``generated/``."""
    files = {
        "__init__.py": _render("package.py.jinja", **_package(catalog)),
        "__init__.pyi": _render("package.pyi.jinja", **_package(catalog)),
        "_catalog.py": _render("catalog.py.jinja", **_catalog(catalog, version)),
        "_categories.py": _render("categories.py.jinja", categories=_categories(catalog)),
        "_common_errors.py": _render("common_errors.py.jinja", common=_common_errors(catalog)),
        "_common.py": _render("plan.py.jinja", name=Name("COMMON"), row=common),
        "py.typed": "",
        "texts/words.json": _json(_terms(catalog)),
        **_runtime(),
    }
    for broker in catalog.brokers:
        files[f"{broker.id}.py"] = _render("broker.py.jinja", **_broker(broker))
        files[f"{broker.id}.pyi"] = _render("broker.pyi.jinja", **_broker(broker))
        files[f"_{broker.id}_errors.py"] = _render("errors.py.jinja", **_errors(broker))
        files[f"_{broker.id}_entries.py"] = _render("entries.py.jinja", **_entries(broker))
        files[f"texts/{broker.id}.json"] = _json({one.full_id: _texts(broker, one) for one in broker.entries})
    for plan in plans:
        files[f"_{plan.broker}_plan.py"] = _render("plan.py.jinja", name=Name("PLAN"), row=plan)
    return {f"{PACKAGE}/{path}": text for path, text in files.items()}


def _render(template: str, **context: object) -> str:
    return GENERATED + _TEMPLATES.get_template(template).render(context)


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _runtime() -> dict[str, str]:
    own = RUNTIME / "__init__.py"  # the package has a generated one
    return shipped(RUNTIME, (path for path in RUNTIME.rglob("*.py") if path != own), "#")


def _package(catalog: Catalog) -> dict[str, object]:
    """The package's own names, and those of the brokers' modules that are loaded on demand."""
    enums = {broker.id: _enums(broker) for broker in catalog.brokers}
    lazy = {**_LAZY, **{name: module for module, names in enums.items() for name in names}}
    exported = [*lazy, *enums, "BROKERS", *_FUNCTIONS]
    return {
        "ids": tuple(enums),
        "words": [Name(word) for word in _WORDS],
        "brokers": [
            {
                "id": broker.id,
                "name": Name(broker.id),
                "enum": Name(broker.enum),
                "channel": Name(_channel(broker)),
                "exported": [Name(name) for name in enums[broker.id]],
            }
            for broker in catalog.brokers
        ],
        "lazy": {name: lazy[name] for name in sorted(lazy)},
        "functions": _FUNCTIONS,
        "exported": sorted(exported, key=_export_order),
    }


def _enums(broker: Broker) -> list[str]:
    return sorted([broker.enum, *(codes.enum for codes in broker.code_sets)])


def _channel(broker: Broker) -> str:
    """The name of the type of the broker's channels."""
    return f"{broker.enum.removesuffix('Error')}Channel"


def _export_order(name: str) -> tuple[bool, bool, str]:
    """Constants first, then classes, then functions and modules, as linters ask for."""
    return not name.isupper(), not name[0].isupper(), name


def _catalog(catalog: Catalog, version: str) -> dict[str, object]:
    return {
        "version": version,
        "brokers": {broker.id: broker.enum for broker in catalog.brokers},
    }


def _categories(catalog: Catalog) -> list[dict[str, object]]:
    return [
        {"name": Name(one.id.upper()), "value": one.id, "meaning": one.title} for one in catalog.categories
    ]


def _common_errors(catalog: Catalog) -> list[dict[str, object]]:
    return [
        {
            "name": Name(one.id.upper()),
            "value": one.id,
            "title": f"{one.title}.",
            "row": Call(Name("Equivalents"), {"fix": one.fix, "grpc": one.grpc, "ccxt": one.ccxt or None}),
        }
        for one in catalog.common
    ]


def _terms(catalog: Catalog) -> dict[str, object]:
    """What each word of the closed lists means to people."""
    lists: dict[str, Iterable[Category | CommonError | Term]] = {
        "common": catalog.common,
        "categories": catalog.categories,
        "outcomes": catalog.outcomes,
        "retries": catalog.retries,
    }
    return {
        kind: {one.id: {"title": one.title, "meaning": one.meaning} for one in terms}
        for kind, terms in lists.items()
    }


def _broker(broker: Broker) -> dict[str, object]:
    return {
        "id": broker.id,
        "title": broker.name,
        "enum": Name(broker.enum),
        "channel": Name(_channel(broker)),
        "errors": Name(f"_{broker.id}_errors"),
        "enums": [Name(name) for name in _enums(broker)],
        "channels": tuple(sorted(channel.id for channel in broker.channels)),
        "exported": sorted([*_enums(broker), "match", "match_all"]),
    }


def _errors(broker: Broker) -> dict[str, object]:
    return {
        "id": Name(broker.id),
        "title": broker.name,
        "enum": Name(broker.enum),
        "entries": [
            {"name": Name(entry.member), "value": entry.full_id, "title": _docstring(entry)}
            for entry in broker.entries
        ],
        "aliases": [
            {"name": Name(former.id.upper()), "now": Name(entry.member)}
            for entry in broker.entries
            for former in entry.formerly
        ],
        "code_sets": [_code_set(broker, codes) for codes in broker.code_sets],
    }


def _docstring(entry: Entry) -> str:
    retired = f" Retired since {entry.deprecated.since}." if entry.deprecated else ""
    return f"{entry.title}.{retired}"


def _code_set(broker: Broker, codes: CodeSet) -> dict[str, object]:
    return {
        "name": Name(codes.enum),
        "meaning": f"{broker.name}: {codes.title}, as the vendor spells them.",
        "members": [
            {"name": Name(code_member(code)), "value": code}
            for code in sorted({*codes.codes, *codes.success})
        ],
    }


def _entries(broker: Broker) -> dict[str, object]:
    return {
        "broker": broker.name,
        "entries": {entry.full_id: _row(entry) for entry in broker.entries},
        "formerly": {
            f"{broker.id}.{former.id}": entry.full_id for entry in broker.entries for former in entry.formerly
        },
        "channels": tuple(channel.id for channel in broker.channels),
        "reads": broker.reads,
        "writes": broker.writes,
        "keys": tuple(
            (operation, group.idempotency_key)
            for group in broker.operations
            if group.idempotency_key is not None
            for operation in group.operations
        ),
    }


def _row(entry: Entry) -> Call:
    words = (entry.category, entry.outcome.value, entry.retry.value, entry.retry_read.value)
    wait = None if entry.wait is None else Call(Name("Wait"), _set_fields(entry.wait))
    others = {
        "fallback": entry.fallback or None,
        "may_repeat": entry.earlier_attempt is not None or None,
        "wait": wait,
        "fields": entry.fields or None,
        "common": entry.common,
    }
    return Call(Name("EntryRow"), others, words)


def _set_fields(row: Any) -> dict[str, object]:
    """The fields of a named tuple that say something."""
    return {name: item for name, item in row._asdict().items() if item not in (None, ())}


def _texts(broker: Broker, entry: Entry) -> dict[str, Any]:
    """What the package tells of an entry when asked."""
    left_out = ("category", "more_specific_than")
    said = {name: item for name, item in entry.said.items() if name not in left_out}
    return {
        **{name: item for name, item in said.items() if item not in ([], {}, False)},
        "id": entry.full_id,
        "docs_path": entry.docs_path,
        "sources": [_source(broker, citation) for citation in entry.citations],
    }


def _source(broker: Broker, citation: Citation) -> dict[str, Any]:
    source = plain(broker.sources_by_id[citation.source])
    return source if citation.place is None else {**source, "place": citation.place}
