"""What is asked of both revisions: everything that either has as example, corpus or wording."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

CORPUS = "tests/corpus"
_LOG_LINE = "2026-01-05 09:30:00,125 ERROR app: {}"
_SAMPLES = (
    "AAPL",
    "7",
    "0x1f",
    "2026-01-05",
    "00000000-0000-4000-8000-000000000001",
    "2026-01-05T09:30:00Z",
)
"""Values for slots; each gets the first one that its type takes."""
_SHAPES: Mapping[str, Any] = {"text": "text", "name": "Name", "integer": 1, "object": {}}
"""A value of each shape that an envelope may ask for."""


class Payload(NamedTuple):
    """Something that a broker answered, or may answer, and how it would be handed over."""

    broker: str
    text: str
    status: int | None = None
    channel: str | None = None


Payloads = Mapping[Payload, str]
"""Each payload with where it is from, for people."""

Data = Mapping[str, Any]


def payloads_of(catalogs: Iterable[Data], folders: Iterable[Path]) -> Payloads:
    """The payloads of all catalogs (as in catalog.json) and of the corpora in the folders, each one once."""
    found: dict[Payload, str] = {}
    for catalog in catalogs:
        for payload, origin in _catalog_payloads(catalog):
            found.setdefault(payload, origin)
    for folder in folders:
        for payload, origin in _corpus_payloads(folder / CORPUS):
            found.setdefault(payload, origin)
    return found


def _catalog_payloads(catalog: Data) -> Iterator[tuple[Payload, str]]:
    patterns = {slot["id"]: slot["pattern"] for slot in catalog.get("slot_types", ())}
    for broker in catalog["brokers"]:
        for entry in broker["entries"]:
            for number, example in enumerate(entry.get("examples", ()), 1):
                yield _example(broker["id"], example), f"example {number} of {entry['id']}"
            for number, signature in enumerate(entry["signatures"], 1):
                origin = f"signature {number} of {entry['id']}"
                for payload, form in _signature_payloads(broker, entry, signature, patterns):
                    yield payload, f"{origin} {form}"


def _example(broker: str, example: Data) -> Payload:
    source = example.get("source", example)
    return Payload(broker, source.get("body", ""), source.get("status"), source.get("channel"))


def _signature_payloads(
    broker: Data, entry: Data, signature: Data, patterns: Mapping[str, str]
) -> Iterator[tuple[Payload, str]]:
    id_, status = broker["id"], signature.get("status")
    channel = signature.get("channel") or next(iter(entry.get("channels", ())), None)
    message = signature.get("message")
    text = None if message is None else _filled(message, patterns)
    body = _body(broker, channel, signature, text)
    if body is not None:
        yield (
            Payload(id_, json.dumps(body, ensure_ascii=False), status, signature.get("channel")),
            "as a body",
        )
    if text is not None:
        yield Payload(id_, text), "as a bare text"
        yield Payload(id_, _LOG_LINE.format(text)), "in a log line"
    elif body is None:
        yield Payload(id_, "", status, signature.get("channel")), "without a body"


def _filled(message: str, patterns: Mapping[str, str]) -> str:
    """A template's message with a sample in each slot."""

    def value(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        pattern = patterns.get(found[1].partition(":")[2], "")
        return next((sample for sample in _SAMPLES if re.fullmatch(pattern, sample.lower())), _SAMPLES[0])

    return re.sub(r"\{\{|\}\}|\{([^{}]*)\}", value, message)


def _body(broker: Data, channel: str | None, signature: Data, text: str | None) -> Data | None:
    """A body that says what the signature looks for, in the envelope that asks for the least besides."""
    if "field" in signature:
        told: Data = _with({}, signature["field"], signature.get("value", "text"))
        return told
    code = signature.get("code")
    if text is None and code is None:
        return None
    fitting = [one for one in broker.get("envelopes", ()) if _has_place(broker, one, channel, code, text)]
    if not fitting:
        return None
    envelope = min(
        fitting, key=lambda one: len(_asks_for(one).keys() - {one.get("code"), one.get("message")})
    )
    body: dict[str, Any] = {}
    for path, wanted in _asks_for(envelope).items():
        body = _with(body, path, wanted)
    if code is not None:
        body = _with(body, envelope["code"], int(code) if code.isdecimal() else code)
    if text is not None:
        body = _with(body, envelope["message"], text)
    return body


def _asks_for(envelope: Data) -> Data:
    """A value for each path that the envelope asks for, which revisions state in one of two forms."""
    when = envelope["when"]
    conditions = when.items() if isinstance(when, Mapping) else ((one["path"], one) for one in when)
    return {
        path: one.get("is", one.get("value", _SHAPES.get(one.get("shape"), "value")))
        for path, one in conditions
    }


def _has_place(broker: Data, envelope: Data, channel: str | None, code: str | None, text: str | None) -> bool:
    if envelope.get("success") or envelope.get("inner") or envelope.get("channel") not in (None, channel):
        return False
    if text is not None and envelope.get("message") is None:
        return False
    if code is None:
        return envelope.get("code") not in _asks_for(envelope)
    sets = envelope.get("code_sets", ())
    listed = {one["enum"]: one["codes"] for one in broker.get("code_sets", ())}
    return envelope.get("code") is not None and (
        not sets or any(code in listed.get(name, ()) for name in sets)
    )


def _with(body: Any, path: str, value: Any) -> Any:
    """The body with a value at a path such as ``d.reason`` or ``violations.0.description``."""
    head, _, rest = path.partition(".")
    if head.isdecimal():
        return [_with(body[0] if isinstance(body, list) and body else {}, rest, value) if rest else value]
    inner = body if isinstance(body, dict) else {}
    return {**inner, head: _with(inner.get(head, {}), rest, value) if rest else value}


def _corpus_payloads(folder: Path) -> Iterator[tuple[Payload, str]]:
    for kind, name in (("payloads", "text"), ("facts", "message")):
        for path in sorted((folder / kind).glob("*.jsonl")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                row = json.loads(line)
                if row.get(name) is not None:
                    payload = Payload(path.stem, row[name], row.get("status"))
                    yield payload, f"line {number} of {CORPUS}/{kind}/{path.name}"


def questions(payloads: Iterable[Payload]) -> Sequence[tuple[Payload, bool]]:
    """Each payload with the broker named, and without."""
    return tuple((payload, named) for payload in payloads for named in (True, False))
