"""The Python target: the package ``broker_errors``, from templates and from the runtime's source files."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.matching_plan import Plan
from generator.model.catalog import Broker, Catalog, Category, CodeSet, Entry, Term
from generator.model.payloads import as_body
from generator.plan_data import plan_data
from generator.policies.identity import code_member
from generator.targets.python.literals import Call, Name, python_docstring, python_literal
from generator.targets.python.runtime._words import Actor, Evidence, MatchedOn, Outcome, Retry
from generator.targets.rendering import environment

PACKAGE = "broker_errors"
RUNTIME = Path(__file__).parents[2] / "runtime"
_COMMAND = "python -m generator build"
_GENERATED = f"# Generated from the catalog by `{_COMMAND}`. Do not edit.\n"
_COPIED = f"# Copied from generator/runtime by `{_COMMAND}`. Do not edit.\n"
_VALUES: dict[str, tuple[str, ...]] = {
    enum.__name__: tuple(word.value for word in enum) for enum in (Outcome, Retry, Actor, Evidence, MatchedOn)
}

_VOCABULARY = {
    "Category": "What kind of error it is. The list is the same for all brokers.",
    "Outcome": "What happened to the request's effect.",
    "Retry": "What a program may do with the same request.",
    "Actor": "Who has to act.",
    "Evidence": "Where an example is from.",
    "MatchedOn": "What decided when a report was recognised.",
}
_LAZY = {
    "Advice": "_match",
    "BrokerError": "_errors",
    "EntryInfo": "_info",
    "Match": "_match",
    "Report": "_report",
}
_PLAN_TYPES = {
    "MARKS": "tuple[str, ...]",
    "CODE_SETS": "tuple[tuple[str, str, tuple[str, ...], bool], ...]",
    "ENVELOPES": "tuple[tuple[tuple[tuple[str, str, object], ...], tuple[str, ...], dict[str, object]], ...]",
    "RULES": '"tuple[RuleData, ...]"',
    "EXACT": "dict[str, tuple[int, ...]]",
    "STAGES": '"tuple[NodeData, ...]"',
    "FIELD_RULES": '"tuple[FieldData, ...]"',
    "CODE_RULES": "dict[str, tuple[int, ...]]",
    "STATUS_RULES": "dict[int, tuple[int, ...]]",
    "LAST_FIELD_RULES": '"tuple[FieldData, ...]"',
    "PARAM_FIELDS": "dict[str, tuple[str, ...]]",
}

_TEMPLATES = environment(Path(__file__).parent / "templates", {"py": python_literal, "doc": python_docstring})


def generate(catalog: Catalog, plans: Mapping[str, Plan], version: str) -> dict[str, str]:
    """The package's files, by their paths below ``generated/``."""
    files = {
        "__init__.py": _render("package.py.jinja", **_package(catalog, version)),
        "_vocabulary.py": _render(
            "vocabulary.py.jinja", enums=_vocabulary(catalog), meanings=_meanings(catalog)
        ),
        "py.typed": "",
        **_runtime(),
    }
    for broker in catalog.brokers:
        files[f"{broker.id}.py"] = _render("broker.py.jinja", **_broker(broker))
        files[f"_{broker.id}_plan.py"] = _render("plan.py.jinja", **_plan(broker, plans[broker.id]))
        files[f"_{broker.id}_info.py"] = _render("info.py.jinja", infos=_infos(broker), broker=broker.name)
    return {f"{PACKAGE}/{path}": text for path, text in files.items()}


def _render(template: str, **context: object) -> str:
    return _GENERATED + _TEMPLATES.get_template(template).render(context)


def _runtime() -> dict[str, str]:
    return {
        path.name: _COPIED + path.read_text("utf-8")
        for path in sorted(RUNTIME.glob("_*.py"))
        if path.name != "__init__.py"
    }


def _package(catalog: Catalog, version: str) -> dict[str, object]:
    """The package's own names, and those of the brokers' modules that are loaded on demand."""
    enums = {
        broker.id: sorted([broker.enum, *(codes.enum for codes in broker.code_sets)])
        for broker in catalog.brokers
    }
    lazy = {**_LAZY, **{name: module for module, names in enums.items() for name in names}}
    exported = [*lazy, *enums, *_VOCABULARY, "BROKERS", "errors_of", "match", "match_all"]
    return {
        "version": version,
        "brokers": tuple(enums),
        "enums": {Name(module): [Name(name) for name in names] for module, names in enums.items()},
        "lazy": {name: lazy[name] for name in sorted(lazy)},
        "exported": sorted(exported, key=_export_order),
    }


def _export_order(name: str) -> tuple[bool, bool, str]:
    """Constants first, then classes, then functions and modules, as linters ask for."""
    return not name.isupper(), not name[0].isupper(), name


def _vocabulary(catalog: Catalog) -> list[dict[str, object]]:
    meanings = _meanings(catalog)
    values = {"Category": tuple(meanings["Category"]), **_VALUES}
    return [
        {
            "name": Name(name),
            "meaning": meaning,
            "members": [
                {"name": Name(value.upper()), "value": value, "meaning": meanings.get(name, {}).get(value)}
                for value in values[name]
            ],
        }
        for name, meaning in _VOCABULARY.items()
    ]


def _meanings(catalog: Catalog) -> dict[str, dict[str, str]]:
    """What each word of the catalog's closed lists means, by the enum that it is a member of."""
    lists: dict[str, tuple[Category | Term, ...]] = {
        "Category": catalog.categories,
        "Outcome": catalog.outcomes,
        "Retry": catalog.retries,
    }
    return {name: {term.id: term.meaning for term in terms} for name, terms in lists.items()}


def _broker(broker: Broker) -> dict[str, object]:
    return {
        "id": broker.id,
        "title": broker.name,
        "enum": Name(broker.enum),
        "exported": sorted([broker.enum, *(codes.enum for codes in broker.code_sets), "match", "match_all"]),
        "entries": [
            {
                "name": Name(entry.member),
                "value": (
                    entry.full_id,
                    Name("Category", entry.category.upper()),
                    Name("Outcome", entry.outcome.upper()),
                    Name("Retry", entry.retry.write.upper()),
                    Name("Retry", entry.retry.read.upper()),
                    entry.fallback,
                ),
                "title": _docstring(entry),
            }
            for entry in broker.entries
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
        "members": [{"name": Name(code_member(code)), "value": code} for code in _in_order(codes)],
    }


def _plan(broker: Broker, plan: Plan) -> dict[str, object]:
    data = plan_data(broker, plan)
    return {
        "broker": broker.name,
        "constants": [
            {"name": Name(name), "type": _PLAN_TYPES.get(name, "str"), "value": data[name]} for name in data
        ],
    }


def _in_order(codes: CodeSet) -> Iterable[str]:
    return sorted({*codes.codes, *codes.success})


def _infos(broker: Broker) -> dict[str, Call]:
    return {entry.full_id: _info(broker, entry) for entry in broker.entries}


def _info(broker: Broker, entry: Entry) -> Call:
    deprecated = entry.deprecated
    return Call(
        Name("EntryInfo"),
        {
            "id": entry.full_id,
            "broker": entry.broker,
            "title": entry.title,
            "category": Name("Category", entry.category.upper()),
            "outcome": Name("Outcome", entry.outcome.upper()),
            "retry": Name("Retry", entry.retry.write.upper()),
            "retry_read": Name("Retry", entry.retry.read.upper()),
            "fallback": entry.fallback,
            "channels": entry.channels,
            "operations": entry.operations,
            "meaning": entry.meaning,
            "causes": entry.causes,
            "remediation": tuple(
                Call(Name("Step"), {"who": Name("Actor", step.who.upper()), "do": step.do, "code": step.code})
                for step in entry.remediation
            ),
            "signatures": tuple(
                Call(
                    Name("Signature"),
                    {
                        "message": signature.message,
                        "code": signature.code,
                        "status": signature.status,
                        "channel": signature.channel,
                        "field": signature.field,
                        "value": signature.is_,
                        "requires": signature.requires or None,
                        "body": signature.body,
                    },
                )
                for signature in entry.signatures
            ),
            "examples": tuple(
                Call(
                    Name("Example"),
                    {
                        "evidence": Name("Evidence", example.evidence.upper()),
                        "body": example.body,
                        "status": example.status,
                        "channel": example.channel,
                    },
                )
                for example in entry.examples or (as_body(broker, entry, entry.signatures[0]),)
            ),
            "evidence": Name("Evidence", entry.evidence.upper()),
            "sources": tuple(
                _source(broker, citation.source, citation.place) for citation in entry.citations
            ),
            "related": entry.related,
            "since": entry.since,
            "docs_path": entry.docs_path,
            "reads": broker.reads or None,
            "fields": entry.fields or None,
            "wait": _wait(entry),
            "note": entry.note,
            "deprecated": None
            if deprecated is None
            else Call(
                Name("Deprecation"),
                {
                    "since": deprecated.since,
                    "reason": deprecated.reason,
                    "use": deprecated.use,
                    "note": deprecated.note,
                },
            ),
        },
    )


def _source(broker: Broker, id_: str, place: str | None) -> Call:
    source = broker.sources_by_id[id_]
    return Call(
        Name("Source"), {"title": source.title, "kind": source.kind, "url": source.url, "place": place}
    )


def _wait(entry: Entry) -> Call | None:
    wait = entry.wait
    if wait is None:
        return None
    return Call(
        Name("Wait"),
        {
            "seconds": wait.seconds,
            "field": wait.field,
            "header": wait.header,
            "until_header": wait.until_header,
            "cap": wait.cap,
            "echo": wait.echo or None,
        },
    )
