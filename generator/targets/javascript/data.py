"""Plans and facts as compact data: what follows from the rest is left out, as is what is usual.

The runtime's module ``rows`` makes them whole again.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.catalog import Broker, Entry
from generator.targets.python.runtime._fold import lowered
from generator.targets.python.runtime._rows import (
    RANKS,
    ChannelRow,
    EnvelopeRow,
    FormRow,
    Plan,
    SignatureRow,
    TemplateRow,
)

_SLOT = re.compile(r"\{([a-z_][a-z0-9_]*:[a-z]+)\}")
_DEFAULTS = SignatureRow._field_defaults


def tables(broker: Broker, plan: Plan) -> Mapping[str, Any]:
    """The tables of a broker, in the order in which they are written."""
    anchors = {key: word for word, keys in plan.anchors.items() for key in keys}
    heads = {key: word for word, keys in plan.heads.items() for key in keys}
    return {
        "channels": [_channel(row) for row in plan.channels],
        "codeSets": [[one.name, one.pattern, one.codes, one.telling] for one in plan.code_sets],
        "envelopes": [_envelope(row) for row in plan.envelopes],
        "forms": [_form(row) for row in plan.forms],
        "templates": [
            [_text(row), _led(anchors.get(row.key, ""), heads.get(row.key, "")), *map(_said, row.signatures)]
            for row in plan.templates
        ],
        "signatures": [_signature(row, "status") for row in plan.signatures],
        "entries": {entry.id: _entry(entry) for entry in broker.entries},
    }


def lists(broker: Broker, plan: Plan) -> Mapping[str, Any]:
    """What else is known of a broker, each on one line."""
    return {
        "broker": plan.broker,
        "marks": plan.marks,
        "hosts": plan.hosts,
        "fields": plan.fields,
        "operations": {"reads": broker.reads, "writes": broker.writes, "keys": keys_of(broker)},
    }


def keys_of(broker: Broker) -> list[tuple[str, str]]:
    """The operations that have an idempotency key, with the field that it is in."""
    return [
        (operation, group.idempotency_key)
        for group in broker.operations
        if group.idempotency_key is not None
        for operation in group.operations
    ]


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _channel(row: ChannelRow) -> list[object]:
    telling = (*row.hosts, *row.marks)
    return _without_usual([row.id, row.transport == "http", telling, row.framing], [None, False, (), ()])


def _envelope(row: EnvelopeRow) -> dict[str, object]:
    paths = {
        "status": row.status,
        "code": row.code,
        "message": row.message,
        "requestId": row.request_id,
        "inner": row.inner,
        "each": row.each,
    }
    others = {
        "channel": row.channel,
        "codeSets": row.code_sets,
        "single": row.single,
        "success": row.success,
        "unmistakable": row.unmistakable,
    }
    conditions = [
        _without_usual([".".join(one.path), one.shape, one.value], [None, None, None]) for one in row.when
    ]
    return {
        "id": row.id,
        "when": conditions,
        **{name: ".".join(path) for name, path in paths.items() if path},
        **{name: value for name, value in others.items() if value},
    }


def _form(row: FormRow) -> list[object]:
    return _without_usual(
        [row.id, _joined(row.pieces) or row.pieces, row.trigger, row.unmistakable], [None, None, None, False]
    )


def _text(row: TemplateRow) -> object:
    """A template's text, from which its pieces and spellings follow; else both."""
    if len(row.pieces) > 1:
        return _joined(row.pieces) or {"pieces": row.pieces, "spelled": row.spelled}
    first, *others = row.spelled
    if (lowered(first),) != row.pieces or _SLOT.search(first):
        return {"pieces": row.pieces, "spelled": row.spelled}
    return row.spelled if others else first


def _joined(pieces: tuple[str, ...]) -> str | None:
    """The pieces as one text; None where a literal looks like a slot."""
    text = "".join(f"{{{piece}}}" if number % 2 else piece for number, piece in enumerate(pieces))
    return text if tuple(_SLOT.split(text)) == pieces else None


def _led(anchor: str, head: str) -> str:
    """The word that leads to a message and the one that leads to its beginning, which may be the same."""
    return anchor if anchor == head else f"{anchor} {head}"


def _said(row: SignatureRow) -> object:
    return _signature(row, "message")


def _signature(row: SignatureRow, usual: str) -> object:
    names = ("fallback", "unmistakable", "channel", "status", "code", "body", "value")
    paths = {"path": row.path, "beside": row.beside}
    unusual = {
        **({} if row.kind == usual else {"kind": row.kind}),
        **({"below": below} if (below := RANKS[row.fallback, row.kind] - row.rank) else {}),
        **{name: value for name in names if (value := getattr(row, name)) != _DEFAULTS[name]},
        **{name: ".".join(path) for name, path in paths.items() if path},
    }
    entry = row.entry.removeprefix(f"{row.broker}.")
    return {"entry": entry, **unusual} if unusual else entry


def _entry(entry: Entry) -> object:
    words = [entry.category, entry.outcome.value, entry.retry.value, entry.retry_read.value]
    if entry.retry_read == entry.retry:
        words.pop()
    others = {
        "fallback": entry.fallback,
        "mayRepeat": entry.earlier_attempt is not None,
        "wait": None
        if entry.wait is None
        else {name: value for name, value in entry.wait._asdict().items() if value not in (None, ())},
        "fields": entry.fields,
    }
    unusual = {name: value for name, value in others.items() if value}
    return [" ".join(words), unusual] if unusual else " ".join(words)


def _without_usual(values: list[object], usual: list[object]) -> list[object]:
    """The values without those at the end that are as usual."""
    while values and values[-1] == usual[len(values) - 1]:
        values = values[:-1]
    return values
