"""The JSON target: the normalised catalog, for programs in any language."""

import json
from collections.abc import Mapping

from generator.matching_plan import Plan
from generator.message_template import parse_template
from generator.model import Broker, Catalog, Category, Entry, Signature, Term
from generator.slots import SLOT_TYPES

SCHEMA_VERSION = 1


def generate(catalog: Catalog, _plans: Mapping[str, Plan], version: str) -> dict[str, str]:
    """``catalog.json``, as ``schema/catalog.schema.json`` describes it."""
    return {
        "catalog.json": json.dumps(normalised(catalog, version), indent=1, ensure_ascii=False, sort_keys=True)
        + "\n"
    }


def normalised(catalog: Catalog, version: str) -> dict[str, object]:
    """The catalog as plain data: defaults filled in, templates beside their regular expressions."""
    return {
        "generated": "From the catalog by `python -m generator build`. Do not edit.",
        "schema_version": SCHEMA_VERSION,
        "version": version,
        "slot_types": [
            {"id": slot.name, "meaning": slot.meaning, "pattern": slot.pattern}
            for slot in SLOT_TYPES.values()
        ],
        "outcomes": [_term(term) for term in catalog.outcomes],
        "retries": [_term(term) for term in catalog.retries],
        "categories": [_category(category) for category in catalog.categories],
        "brokers": [_broker(broker) for broker in catalog.brokers],
    }


def _term(term: Term) -> dict[str, object]:
    return {"id": term.id, "title": term.title, "meaning": term.meaning}


def _category(category: Category) -> dict[str, object]:
    return {
        "id": category.id,
        "title": category.title,
        "meaning": category.meaning,
        "outcomes": category.outcomes,
        "retries": category.retries,
    }


def _broker(broker: Broker) -> dict[str, object]:
    return {
        "id": broker.id,
        "name": broker.name,
        "docs": broker.docs,
        "support": broker.support,
        "marks": broker.marks,
        "reads": broker.reads,
        "channels": [
            {"id": one.id, "title": one.title, "meaning": one.meaning, "transport": one.transport}
            for one in broker.channels
        ],
        "code_sets": [
            {
                "enum": one.enum,
                "title": one.title,
                "pattern": one.pattern,
                "channels": one.channels,
                "codes": one.codes,
                "success": one.success,
                "unmistakable": one.unmistakable,
            }
            for one in broker.code_sets
        ],
        "envelopes": [
            {
                "id": one.id,
                "meaning": one.meaning,
                "when": [_without_none(path=c.path, shape=c.shape, value=c.value) for c in one.when],
                "success": one.success,
                "unmistakable": one.unmistakable,
                "code_sets": one.code_sets,
                **_without_none(
                    channel=one.channel,
                    status=one.status,
                    code=one.code,
                    message=one.message,
                    request_id=one.request_id,
                    inner=one.inner,
                ),
            }
            for one in broker.envelopes
        ],
        "sources": [
            _without_none(id=one.id, title=one.title, kind=one.kind, url=one.url) for one in broker.sources
        ],
        "areas": [{"id": area.id, "title": area.title, "meaning": area.meaning} for area in broker.areas],
        "entries": [_entry(entry) for entry in broker.entries],
    }


def _entry(entry: Entry) -> dict[str, object]:
    wait, deprecated = entry.wait, entry.deprecated
    return {
        "id": entry.full_id,
        "area": entry.area,
        "title": entry.title,
        "category": entry.category,
        "fallback": entry.fallback,
        "channels": entry.channels,
        "signatures": [_signature(signature) for signature in entry.signatures],
        "more_specific_than": entry.more_specific_than,
        "fields": entry.fields,
        "operations": entry.operations,
        "meaning": entry.meaning,
        "causes": entry.causes,
        "outcome": entry.outcome,
        "retry": {"read": entry.retry_read, "write": entry.retry_write},
        "remediation": [
            _without_none(who=step.who, do=step.do, code=step.code) for step in entry.remediation
        ],
        "sources": [_without_none(source=one.source, place=one.place) for one in entry.citations],
        "related": entry.related,
        "evidence": entry.evidence,
        "examples": [
            {
                "evidence": one.evidence,
                "body": one.body,
                "params": dict(one.params),
                **_without_none(status=one.status, channel=one.channel),
            }
            for one in entry.examples
        ],
        "since": entry.since,
        "docs_path": entry.docs_path,
        **_without_none(
            note=entry.note,
            wait=wait
            and _without_none(
                seconds=wait.seconds,
                field=wait.field,
                header=wait.header,
                until_header=wait.until_header,
                cap=wait.cap,
                echo=wait.echo,
            ),
            deprecated=deprecated
            and _without_none(
                since=deprecated.since, reason=deprecated.reason, use=deprecated.use, note=deprecated.note
            ),
        ),
    }


def _signature(signature: Signature) -> dict[str, object]:
    template = parse_template(signature.message) if signature.message is not None else None
    return {
        "kind": signature.kind,
        "required": dict(signature.required),
        **_without_none(
            body=signature.body,
            channel=signature.channel,
            status=signature.status,
            code=signature.code,
            field=signature.field,
            value=signature.value,
            message=signature.message,
            pattern=template and template.pattern,
            slots=template and [{"name": slot.name, "type": slot.type.name} for slot in template.slots],
        ),
    }


def _without_none(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
