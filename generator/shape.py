"""The shape of catalog files: JSON Schema, with findings that name the line and what mends it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from generator.findings import Finding
from generator.load.files import CatalogFiles
from generator.load.yaml import Document, NodePath

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

Schema = dict[str, Any]

SCHEMAS = Path(__file__).parent.parent / "schema"
SHOWN = 80
"""Characters of a value that a finding shows."""


def check_shape(files: CatalogFiles) -> list[Finding]:
    """What in the files does not have the shape that the schemas ask for."""
    written = () if files.released is None else (files.released,)
    findings = [finding for document in (*files.documents, *written) for finding in shape_of(document)]
    return [
        *findings,
        *(one for broker in files.brokers for one in _folder_findings(broker.id, broker.broker)),
    ]


@cache
def schema(name: str) -> Schema:
    """A schema in the schema folder, by its name."""
    found: Schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return found


@cache
def validator(name: str) -> "Draft202012Validator":
    """The validator of a schema, which says what is wrong."""
    from jsonschema import Draft202012Validator  # takes long, and is needed where something is wrong

    Draft202012Validator.check_schema(schema(name))
    return Draft202012Validator(schema(name))


@cache
def quick_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """The same, which says only whether anything is wrong, and in a hundredth of the time."""
    return jsonschema_rs.Draft202012Validator(schema(name))


def shape_of(document: Document) -> Iterator[Finding]:
    """What in one file does not have the shape that its schema asks for."""
    if quick_validator(document.kind).is_valid(document.data):
        return
    errors = [_innermost(error) for error in validator(document.kind).iter_errors(document.data)]
    broken = [_Broken(error, document) for error in errors]
    too_long = {one.path for one in broken if one.rule == "maxLength"}
    meant = {(one.path, one.close) for one in broken if one.rule == "additionalProperties"}
    for one in broken:
        if one.rule == "required":
            one.missing = [name for name in one.missing if (one.path, name) not in meant]
        is_told = (one.rule == "pattern" and one.path in too_long) or (
            one.rule == "required" and not one.missing
        )
        if not is_told:
            yield one.finding()


def _folder_findings(folder: str, document: Document) -> Iterator[Finding]:
    declared = document.data.get("id") if isinstance(document.data, dict) else None
    if declared != folder:
        yield Finding(
            document.place("id"),
            "broker-folder",
            f"The broker's id is {declared}, and its folder is {folder}.",
            "Give both the same name.",
        )


def _innermost(error: "ValidationError") -> "ValidationError":
    """For a choice of shapes, what is wrong with the one of the same kind."""
    from jsonschema.exceptions import best_match

    if error.validator != "oneOf" or not error.context:
        return error
    same_kind = [one for one in error.context if one.validator not in ("type", "enum") or one.path]
    return best_match(same_kind or error.context) or error


class _Broken:
    """A rule of a schema that something in a file breaks."""

    def __init__(self, error: "ValidationError", document: Document) -> None:
        schema = error.schema if isinstance(error.schema, Mapping) else {}
        self._document = document
        self.path: NodePath = tuple(error.absolute_path)
        self.rule = str(error.validator)
        self.wanted: Any = error.validator_value
        self.found: Any = error.instance
        self.message = error.message
        self.description: str = schema.get("description", "")
        self.known: Mapping[str, Any] = schema.get("properties", {})
        self.missing = _missing(self.wanted, self.found) if self.rule == "required" else []

    @property
    def shown(self) -> str:
        """Where it is, in words: an item of a list by its id, an entry by its id alone."""
        return _shown_path(self._document.data, self.path) or "the file"

    @property
    def unknown(self) -> list[str]:
        """The fields that the schema does not know."""
        return sorted(name for name in self.found if name not in self.known)

    @property
    def close(self) -> str | None:
        """The field that was meant by the first unknown one."""
        return next(iter(get_close_matches(self.unknown[0], self.known, n=1)), None)

    def finding(self) -> Finding:
        """What is wrong, and what mends it."""
        message, mend = _SAY.get(self.rule, _anything)(self)
        path = (*self.path, self.unknown[0]) if self.rule == "additionalProperties" else self.path
        return Finding(self._document.place(*path), "schema", message, mend)


def _missing(wanted: Any, found: Any) -> list[str]:
    return [name for name in wanted if name not in found]


def _shown_path(data: Any, path: NodePath) -> str:
    shown: list[str] = []
    for name in path:
        data = data[name]
        if isinstance(name, int) and isinstance(data, dict):
            id_ = data.get("id", data.get("enum"))
            if isinstance(id_, str):
                shown = [id_] if shown == ["entries"] else [*shown, id_]
                continue
        shown.append(str(name))
    return ".".join(shown)


def _unknown_field(broken: _Broken) -> tuple[str, str]:
    name, close = broken.unknown[0], broken.close
    mend = f"Write {close}." if close else f"Remove it; known are {', '.join(broken.known)}."
    return f"The field {name} is unknown in {broken.shown}.", mend


def _missing_field(broken: _Broken) -> tuple[str, str]:
    descriptions = {name: broken.known.get(name, {}).get("description", "") for name in broken.missing}
    told = " ".join(f"{name}: {text}" for name, text in descriptions.items() if text)
    return f"{broken.shown} lacks {', '.join(broken.missing)}.", f"Add it. {told}".rstrip()


def _wrong_type(broken: _Broken) -> tuple[str, str]:
    message = f"{broken.shown} is {_type_name(broken.found)}, not {_types(broken.wanted)}."
    name = str(broken.path[-1]) if broken.path else ""
    hint = _as_wanted(broken.found, broken.wanted, name)
    return message, " ".join(filter(None, (hint, broken.description))) or "Change it."


def _wrong_value(broken: _Broken) -> tuple[str, str]:
    allowed = ", ".join(_in_yaml(value) for value in broken.wanted)
    return f"{broken.shown} is {_shortened(broken.found)}, which is not allowed.", f"Use one of {allowed}."


def _wrong_form(broken: _Broken) -> tuple[str, str]:
    message = f"{broken.shown} is {_shortened(broken.found)}, which has not the right form."
    if broken.description == "snake_case":
        return message, f"Write {_snake_case(broken.found)}"
    return message, broken.description or f"It must match {broken.wanted}."


def _twice(broken: _Broken) -> tuple[str, str]:
    return f"{broken.shown} has an item twice.", "Remove one of them."


def _too_short(broken: _Broken) -> tuple[str, str]:
    return f"{broken.shown} is empty or too short.", broken.description or "Write what belongs here."


def _out_of_bounds(broken: _Broken) -> tuple[str, str]:
    units = {"maxLength": "characters", "maxItems": "items"}
    if broken.rule in units:
        unit = units[broken.rule]
        message = f"{broken.shown} has {len(broken.found):,} {unit}."
        return message, f"At most {broken.wanted:,} {unit} are allowed. Say it shorter."
    message = f"{broken.shown} is out of bounds: {broken.rule} is {broken.wanted}."
    return message, broken.description or "Keep to the bound."


def _no_signature(broken: _Broken) -> tuple[str, str]:
    message = f"{broken.shown} lacks field, message, code and status; one of them must be there."
    return message, "Add one of them."


def _alone(broken: _Broken) -> tuple[str, str]:
    return f"{broken.shown}: {broken.message}.", "Add the field that belongs to it, or remove it."


def _reserved(broken: _Broken) -> tuple[str, str]:
    return f"{broken.shown} is {_shortened(broken.found)}, which is reserved.", "Choose another name."


def _anything(broken: _Broken) -> tuple[str, str]:
    return f"{broken.shown}: {broken.message}.", broken.description or "See the schema."


_SAY: Mapping[str, Callable[[_Broken], tuple[str, str]]] = {
    "additionalProperties": _unknown_field,
    "required": _missing_field,
    "type": _wrong_type,
    "enum": _wrong_value,
    "pattern": _wrong_form,
    "not": _reserved,
    "uniqueItems": _twice,
    "minItems": _too_short,
    "minLength": _too_short,
    "minProperties": _too_short,
    "maxItems": _out_of_bounds,
    "maxLength": _out_of_bounds,
    "maximum": _out_of_bounds,
    "minimum": _out_of_bounds,
    "anyOf": _no_signature,
    "dependentRequired": _alone,
}
"""What is wrong and what mends it, by the rule that is broken."""


def _as_wanted(found: Any, wanted: Any, name: str) -> str:
    """How to write what was found so that it has the wanted type; empty where that is not clear."""
    if wanted == "string" and isinstance(found, int):
        return f'Write "{json.dumps(found)}" in quotes.'
    if wanted == "integer" and isinstance(found, str) and found.isdecimal():
        return f"Write {found} without quotes."
    if wanted == "array" and not isinstance(found, list | dict):
        return f"Write it as a list: {name}: [{_in_yaml(found)}]."
    return "Write it as a mapping of names and values." if wanted == "object" else ""


def _types(wanted: Any) -> str:
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    shown = {
        "object": "a mapping",
        "array": "a list",
        "string": "a text",
        "integer": "a whole number",
        "boolean": "true or false",
    }
    return " or ".join(shown[name] for name in names)


def _type_name(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    for kind, name in ((dict, "a mapping"), (list, "a list"), (str, "a text")):
        if isinstance(value, kind):
            return name
    return "a whole number"


def _snake_case(name: str) -> str:
    """The name as ids are written, such as order_not_open for OrderNotOpen."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", str(name))
    return "_".join(words).lower()


def _in_yaml(value: Any) -> str:
    """A value as it stands in a file."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shortened(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else _in_yaml(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."
