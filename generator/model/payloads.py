"""Payloads that a signature stands for: what an answer recognized by it looks like.

They are made from the broker's envelopes with sample values, for checks and for pages of entries that have no
payload of their own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any, cast

from generator.messages.samples import filled
from generator.messages.template import parse_template
from generator.model.catalog import Broker, Condition, Entry, Envelope, Example, Signature
from generator.targets.python.runtime._words import MatchedOn

NOT_CATALOGED = "a text that no entry names"
"""What stands in the place of a message where the code or the status decides."""
LOG_LINE = "2026-01-05 18:30:00,123 ERROR order failed: {}"

_PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
_SHAPES: Mapping[str, Any] = {
    "text": NOT_CATALOGED,
    "name": "Sample",
    "integer": 1,
    "object": {},
    "value": "sample",
    "key": "sample",
    "empty": [],
}


def as_body(broker: Broker, entry: Entry, signature: Signature) -> Example:
    """The signature as the broker's own body, in the first envelope that can say it."""
    return next(as_bodies(broker, entry, signature))


def as_bodies(broker: Broker, entry: Entry, signature: Signature) -> Iterator[Example]:
    """The signature as the broker's own body, in each form that can say it; at least one."""
    channels = [signature.channel] if signature.channel is not None else entry.channels
    message, params = _message(signature)
    for channel in channels:
        for body in _bodies(broker, signature, channel, message):
            yield _example(signature, body, params, channel)


def _bodies(broker: Broker, signature: Signature, channel: str, message: str) -> Iterable[str]:
    if signature.body == "html":
        return [_page(signature.status)]
    if signature.body == "empty":
        return [""]
    if signature.kind is MatchedOn.STATUS:
        return ["", NOT_CATALOGED]
    envelopes = _envelopes(broker, signature, channel)
    bodies = (_body(envelope, signature, message) for envelope in envelopes)
    return (json.dumps(_with_lists(body)) for body in (bodies if envelopes else [_field_alone(signature)]))


def as_texts(entry: Entry, signature: Signature) -> tuple[Example, ...]:
    """A message alone and within a line of a log; nothing where more than a message is needed."""
    if signature.message is None or "code" in signature.requires or signature.body is not None:
        return ()
    message, params = _message(signature)
    channel = signature.channel or entry.channels[0]
    return tuple(_example(signature, text, params, channel) for text in (message, LOG_LINE.format(message)))


def _page(status: int | None) -> str:
    """The page of a gateway, with the status and its phrase as such pages have them."""
    phrases = {known.value: known.phrase for known in HTTPStatus}
    return _PAGE.format(f"{status} {phrases.get(status or 0, '')}".rstrip())


def _field_alone(signature: Signature) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if signature.field is not None:
        _set(body, signature.field, _value(signature.is_ or "sample"))
    if signature.with_ is not None:
        _set(body, signature.with_, 1)
    return body


def _message(signature: Signature) -> tuple[str, Mapping[str, str]]:
    if signature.message is None:
        return NOT_CATALOGED, {}
    return filled(parse_template(signature.message))


def _example(signature: Signature, body: str, params: Mapping[str, str], channel: str) -> Example:
    return Example(
        evidence=signature.evidence,
        body=body,
        status=signature.status or (int(signature.statuses[0]) * 100 + 99 if signature.statuses else None),
        channel=channel,
        params=params,
        cited=signature.source,
    )


def _envelopes(broker: Broker, signature: Signature, channel: str) -> Sequence[Envelope]:
    """The envelopes that can say what the signature needs, those first that name its code or its field."""
    sets = {codes.enum: codes.codes for codes in broker.code_sets}
    possible = [
        envelope
        for envelope in broker.envelopes
        if not envelope.success
        and not envelope.inner
        and envelope.channel in (None, channel)
        and (signature.message is None or envelope.message is not None)
    ]
    code, path = signature.code, signature.field
    if code is not None:
        listed = [one for one in possible if any(code in sets[name] for name in one.code_sets)]
        return [*listed, *(one for one in possible if one.code is not None and not one.code_sets)]
    if path is not None:
        return sorted(possible, key=lambda one: path not in one.when)
    return sorted(possible, key=_rarity)


def _rarity(envelope: Envelope) -> tuple[int, int]:
    """How much a body must have besides what the envelope reads, and how deep the message stands."""
    read = (envelope.message, envelope.code, envelope.status)
    return sum(path not in read for path in envelope.when), (envelope.message or "").count(".")


def _body(envelope: Envelope, signature: Signature, message: str) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for path, condition in envelope.when.items():
        if condition.shape != "absent":
            _set(body, path, _condition_value(condition))
    if envelope.status is not None and signature.status is not None:
        _set(body, envelope.status, signature.status)
    if envelope.code is not None and signature.code is not None:
        _set(body, envelope.code, _value(signature.code))
    if envelope.message is not None:
        _set(body, envelope.message, message)
    if signature.field is not None and (signature.is_ is not None or signature.field not in envelope.when):
        _set(body, signature.field, _value(signature.is_ or "sample"))
    if signature.with_ is not None:
        _set(body, signature.with_, 1)
    return body


def _condition_value(condition: Condition) -> object:
    if condition.shape is not None:
        return _SHAPES[condition.shape]
    return condition.one_of[0] if condition.one_of else condition.is_


def _value(text: str) -> object:
    """A code or a value as JSON has it: a number or a truth value where it is written like one."""
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if text.removeprefix("-").isdigit() else text


def _set(body: dict[str, Any], path: str, value: object) -> None:
    *parents, last = path.split(".")
    for parent in parents:
        if not isinstance(body.get(parent), dict):
            body[parent] = {}
        body = body[parent]
    body[last] = value


def _with_lists(value: Any) -> Any:
    """The body with a list where all keys of an object are places."""
    if not isinstance(value, dict):
        return value
    fields = cast("dict[str, Any]", value)
    inner = {key: _with_lists(item) for key, item in fields.items()}
    return list(inner.values()) if inner and all(key.isdecimal() for key in inner) else inner
