"""A broker's plan and envelopes as the plain data that the Python runtime reads."""

from types import ModuleType, SimpleNamespace
from typing import cast

from generator.matching_plan import FieldRule, Leaf, Node, Plan, Rule
from generator.model.catalog import Broker, Envelope
from generator.runtime._engine import Recogniser, recogniser


def plan_data(broker: Broker, plan: Plan) -> dict[str, object]:
    """The names and values of a plan module. Errors are named by their full ids."""
    return {
        "BROKER": broker.id,
        "ENUM": broker.enum,
        "HTTP_CHANNEL": next((channel.id for channel in broker.channels if channel.transport == "http"), ""),
        "MARKS": broker.marks,
        "CODE_SETS": tuple(
            (codes.enum, codes.pattern, codes.codes, codes.unmistakable) for codes in broker.code_sets
        ),
        "ENVELOPES": tuple(_envelope(envelope) for envelope in broker.envelopes),
        "RULES": tuple(_rule(broker, rule) for rule in plan.rules),
        "EXACT": dict(plan.exact),
        "STAGES": tuple(_node(stage) for stage in plan.stages),
        "FIELD_RULES": _field_rules(plan.fields),
        "CODE_RULES": dict(plan.codes),
        "STATUS_RULES": dict(plan.statuses),
        "LAST_FIELD_RULES": _field_rules(plan.last_fields),
        "PARAM_FIELDS": {entry.full_id: entry.fields for entry in broker.entries if entry.fields},
    }


def recogniser_of(broker: Broker, plan: Plan) -> Recogniser:
    """The runtime's recogniser for a plan that was never written to a file. Its errors are full ids."""
    return recogniser(cast(ModuleType, SimpleNamespace(**plan_data(broker, plan))))


def _envelope(envelope: Envelope) -> tuple[object, ...]:
    options = {
        "channel": envelope.channel,
        "status": envelope.status,
        "code": envelope.code,
        "message": envelope.message,
        "request_id": envelope.request_id,
        "inner": envelope.inner,
        "success": envelope.success,
        "owned": envelope.unmistakable,
    }
    return (
        tuple((path, one.shape or "is", one.is_) for path, one in envelope.when.items()),
        envelope.code_sets,
        {name: value for name, value in options.items() if value},
    )


def _rule(broker: Broker, rule: Rule) -> tuple[object, ...]:
    error = f"{broker.id}.{rule.entry}"
    return (error, rule.own, rule.slots, rule.channel, rule.status, rule.code, rule.body)


def _node(node: Node) -> tuple[object, ...]:
    return (
        node.prefix_length,
        {prefix: _node(deeper) for prefix, deeper in node.prefixes.items()},
        {suffix: tuple(_leaf(leaf) for leaf in leaves) for suffix, leaves in node.suffixes.items()},
        tuple(_leaf(leaf) for leaf in node.others),
    )


def _leaf(leaf: Leaf) -> tuple[object, ...]:
    templates = tuple((planned.template.possessive_pattern, planned.rules) for planned in leaf.templates)
    return (leaf.longest or 0, templates)


def _field_rules(rules: tuple[FieldRule, ...]) -> tuple[tuple[str, str | None, int], ...]:
    return tuple((rule.path, rule.value, rule.rule) for rule in rules)
