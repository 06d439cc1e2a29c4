"""The shape of catalog files: JSON Schema, with findings that name the line and what mends it."""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from generator.findings import Finding
from generator.load import CatalogFiles
from generator.strict_yaml import Document

SCHEMAS = Path(__file__).parent.parent / "schema"


def check_shape(files: CatalogFiles) -> list[Finding]:
    """What in the files does not have the shape that the schemas ask for."""
    findings = list(_findings(files.categories, "categories"))
    for broker in files.brokers:
        findings += _findings(broker.broker, "broker")
        findings += _folder_findings(broker.id, broker.broker)
        for area in broker.areas.values():
            findings += _findings(area, "entries")
    return findings


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of a schema in the schema folder, by the schema's name."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _findings(document: Document, schema: str) -> Iterator[Finding]:
    for error in validator(schema).iter_errors(document.data):
        yield _finding(document, _innermost(error))


def _folder_findings(folder: str, document: Document) -> Iterator[Finding]:
    declared = document.data.get("id") if isinstance(document.data, dict) else None
    if declared != folder:
        yield Finding(
            document.place("id"),
            "broker-folder",
            f"The broker's id is {declared}, and its folder is {folder}.",
            "Give both the same name.",
        )


def _innermost(error: ValidationError) -> ValidationError:
    """For a choice of shapes, what is wrong with the closest one."""
    closest = best_match(error.context) if error.context else None
    return closest if closest is not None and error.validator == "oneOf" else error


def _finding(document: Document, error: ValidationError) -> Finding:
    path: tuple[str | int, ...] = tuple(error.absolute_path)
    shown = ".".join(str(part) for part in path) or "the file"
    message, mend = _say(error, shown)
    if error.validator == "additionalProperties" and (unknown := _unknown(error)):
        path = (*path, unknown[0])
    return Finding(document.place(*path), "schema", message, mend)


def _say(error: ValidationError, shown: str) -> tuple[str, str]:
    rule, wanted, found = error.validator, error.validator_value, error.instance
    description = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    if rule == "additionalProperties" and (unknown := _unknown(error)):
        known = list(error.schema.get("properties", {}))
        close = get_close_matches(unknown[0], known, n=1)
        mend = f"Write {close[0]}." if close else f"Remove it; known are {', '.join(known)}."
        return f"The field {unknown[0]} is unknown in {shown}.", mend
    if rule == "required":
        missing = [name for name in wanted if name not in found]
        return f"{shown} lacks {', '.join(missing)}.", "Add what is missing."
    if rule == "type":
        return f"{shown} is {_type_name(found)}, not {_types(wanted)}.", _quoted_hint(
            found, wanted
        ) or description or "Change it."
    if rule == "enum":
        allowed = ", ".join(str(value) for value in wanted)
        return f"{shown} is {found!r}, which is not allowed.", f"Use one of {allowed}."
    if rule == "pattern":
        return (
            f"{shown} is {_shortened(found)}, which has not the right form.",
            description or f"It must match {wanted}.",
        )
    if rule == "uniqueItems":
        return f"{shown} has an item twice.", "Remove one of them."
    if rule in ("minItems", "minLength", "minProperties"):
        return f"{shown} is empty or too short.", description or "Write what belongs here."
    if rule in ("maxItems", "maxLength", "maximum", "minimum"):
        return f"{shown} is out of bounds: {rule} is {wanted}.", description or "Keep to the bound."
    if rule == "anyOf":
        return (
            f"{shown} lacks field, message, code and status; one of them must be there.",
            "Add one of them.",
        )
    if rule == "dependentRequired":
        return f"{shown}: {error.message}.", "Add the field that belongs to it, or remove it."
    return f"{shown}: {error.message}.", description or "See the schema."


def _unknown(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {})
    return sorted(name for name in error.instance if name not in known)


def _quoted_hint(found: Any, wanted: Any) -> str:
    return f'Write "{found}" in quotes.' if wanted == "string" and isinstance(found, int) else ""


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


def _shortened(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
