"""From the catalog to the plans of its brokers: pure functions, once a run."""

from collections.abc import Iterable, Iterator

from generator.model.catalog import Broker, Catalog, Condition, Envelope
from generator.model.specificity import ranks
from generator.plan.anchors import Rarity, anchors, heads
from generator.plan.forms import form_row
from generator.plan.signatures import order, signature_row
from generator.plan.templates import template_rows
from generator.plan.unmistakable import telling_codes, telling_templates
from generator.targets.python.runtime._rows import (
    ChannelRow,
    CodeSetRow,
    Common,
    ConditionRow,
    EnvelopeRow,
    Plan,
    TemplateRow,
)
from generator.targets.python.runtime._words import MatchedOn

Foreign = Iterable[tuple[str, str]]


def make_plans(catalog: Catalog, common: Common, foreign: Foreign) -> tuple[Plan, ...]:
    """The plan of each broker. Unmistakable is what neither another one nor a foreign text says."""
    foreign = tuple(foreign)
    plans = [_plan(broker, common) for broker in catalog.brokers]
    rarity = Rarity([row for plan in plans for row in plan.templates], [text for text, _ in foreign])
    plans = [_led(plan, rarity) for plan in plans]
    telling = telling_templates(plans, common, foreign)
    return tuple(
        plan._replace(templates=tuple(_telling(row, telling) for row in plan.templates)) for plan in plans
    )


def _plan(broker: Broker, common: Common) -> Plan:
    depths = ranks(broker.entries)
    rows = [
        (entry, signature, signature_row(entry, signature, depths))
        for entry in broker.entries
        for signature in entry.signatures
    ]
    return Plan(
        broker=broker.id,
        marks=broker.marks,
        hosts=broker.hosts,
        request_id_headers=tuple(header.lower() for header in broker.request_id_headers),
        attributes=broker.attributes,
        channels=tuple(
            ChannelRow(channel.id, channel.transport, channel.hosts, channel.marks, channel.framing)
            for channel in broker.channels
        ),
        code_sets=tuple(
            CodeSetRow(one.enum, broker.id, one.pattern, one.codes, telling_codes(one))
            for one in broker.code_sets
        ),
        envelopes=tuple(_envelope_row(broker, envelope) for envelope in broker.envelopes),
        forms=tuple(form_row(broker, form) for form in broker.texts),
        templates=tuple(
            template_rows([row for row in rows if row[1].kind is MatchedOn.MESSAGE], common.phrases)
        ),
        fields=tuple(
            sorted({key for entry in broker.entries for path in entry.fields for key in path.split(".")})
        ),
        anchors={},
        heads={},
        signatures=tuple(
            sorted((row for _, one, row in rows if one.kind is not MatchedOn.MESSAGE), key=order)
        ),
    )


def _led(plan: Plan, rarity: Rarity) -> Plan:
    return plan._replace(
        anchors=dict(anchors(plan.templates, rarity)), heads=dict(heads(plan.templates, rarity))
    )


def _telling(row: TemplateRow, telling: frozenset[str]) -> TemplateRow:
    signatures = tuple(
        one._replace(unmistakable=one.unmistakable and one.free and row.key in telling)
        for one in row.signatures
    )
    return row._replace(signatures=signatures)


def _envelope_row(broker: Broker, envelope: Envelope) -> EnvelopeRow:
    return EnvelopeRow(
        id=envelope.id,
        broker=broker.id,
        when=tuple(_conditions(envelope)),
        channel=envelope.channel,
        status=_path(envelope.status),
        code=_path(envelope.code),
        code_sets=envelope.code_sets,
        message=_path(envelope.message),
        request_id=_path(envelope.request_id),
        inner=_path(envelope.inner),
        each=_path(envelope.each),
        single=getattr(envelope, "single", False),
        success=envelope.success,
        unmistakable=envelope.unmistakable,
    )


def _conditions(envelope: Envelope) -> Iterator[ConditionRow]:
    for path, condition in envelope.when.items():
        yield ConditionRow(_path(path), *_asked(condition))


def _asked(condition: Condition) -> tuple[str, object]:
    if condition.shape is not None:
        return condition.shape, None
    if condition.one_of:
        return "one_of", condition.one_of
    if condition.like is not None:
        return "like", condition.like
    return "is", condition.is_


def _path(path: str | None) -> tuple[str, ...]:
    return tuple(path.split(".")) if path is not None else ()
