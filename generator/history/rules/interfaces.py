"""What programs are written against: the Python package's names and the shape of catalog.json."""

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

from generator.history.changes import At
from generator.history.comparison import Comparison, Side
from generator.history.json_shape import Node, nodes
from generator.history.rules.registry import MAJOR, MINOR, Seen, rule

_PACKAGE = "broker_errors"
_DECLARATIONS = "javascript/index.d.ts"
_EXPORT = re.compile(
    r"^export (?:declare )?(?:default )?(?:abstract )?(?:const|let|class|interface|type|enum|function) (\w+)",
    re.MULTILINE,
)
_SCHEMA = "generated/catalog.schema.json"


@rule("python-api-broken", MAJOR)
def python_api_broken(compared: Comparison) -> Iterator[Seen]:
    """A public name of the package, a parameter or its default is gone or has another form.

    Members that come from the catalog have rules of their own.
    """
    base, head = _public_api(compared.base), _public_api(compared.head)
    seen: set[tuple[str, str]] = set()
    for breakage in griffe.find_breaking_changes(base, head):
        name = breakage.obj.path
        told = (name, breakage.kind.value)
        if _is_from_catalog(compared, name) or told in seen:
            continue
        seen.add(told)
        yield Seen(
            name,
            breakage.kind.value.lower(),
            _source_of(compared, breakage.obj),
            {"kind": breakage.kind.name},
        )


@rule("javascript-export-removed", MAJOR)
def javascript_exports_removed(compared: Comparison) -> Iterator[Seen]:
    """A name that the JavaScript module exports, or one of its types, is gone."""
    for name in sorted(_exports(compared.base) - _exports(compared.head)):
        yield Seen(name, "is no longer exported to JavaScript", At(f"generated/{_DECLARATIONS}"))


@rule("json-field-removed", MAJOR)
def json_fields_removed(compared: Comparison) -> Iterator[Seen]:
    """A field of catalog.json is gone, has another type, or may be missing where it never was."""
    present = _json(compared.head)
    for path, before in sorted(_json(compared.base).items()):
        after = present.get(path)
        if after is None:
            if _parent(path) in present:
                yield Seen(
                    path, "the field is gone from catalog.json", At(_SCHEMA), {"before": list(before.types)}
                )
        elif not set(after.types) <= set(before.types):
            says = f"the field's type is {' or '.join(after.types)}, not {' or '.join(before.types)}"
            yield Seen(path, says, At(_SCHEMA), {"before": list(before.types), "after": list(after.types)})
        elif before.required and not after.required:
            yield Seen(path, "the field may be missing from catalog.json", At(_SCHEMA), {"required": False})


@rule("json-field-added", MINOR)
def json_fields_added(compared: Comparison) -> Iterator[Seen]:
    """catalog.json has a further field. Readers must ignore fields that they do not know."""
    former = _json(compared.base)
    for path in sorted(_json(compared.head)):
        if path not in former and _parent(path) in former:
            yield Seen(path, "new field in catalog.json", At(_SCHEMA))


def _exports(side: Side) -> frozenset[str]:
    """What the module's declarations export."""
    file = side.package / _DECLARATIONS
    return frozenset(_EXPORT.findall(file.read_text("utf-8"))) if file.is_file() else frozenset()


def _json(side: Side) -> dict[str, Node]:
    return {} if side.schema is None else nodes(side.schema)


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _public_api(side: Side) -> griffe.Object | griffe.Alias:
    return griffe.load(_PACKAGE, search_paths=[side.package], allow_inspection=False, resolve_aliases=True)


def _is_from_catalog(compared: Comparison, name: str) -> bool:
    """Whether this is a member of an enum that has one for each name in the catalog."""
    parts = name.split(".")
    owner = parts[1] if len(parts) > 3 else ""  # noqa: PLR2004  # package, module, class, member
    broker = owner.removeprefix("_").removesuffix("_errors")
    return broker in compared.base.facts.brokers or parts[-2:-1] == ["Category"]


def _source_of(compared: Comparison, found: griffe.Object | griffe.Alias) -> At:
    """Where the name is written, or used to be."""
    path = found.filepath
    for side in (compared.head, compared.base):
        if isinstance(path, Path) and path.is_relative_to(side.package):
            return At(f"generated/{path.relative_to(side.package).as_posix()}", found.lineno or 1)
    return At(f"generated/{_PACKAGE}/__init__.py")
