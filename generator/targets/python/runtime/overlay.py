# This line is another one in the package: it says where the module is from.
"""A team's own errors, before a release of the catalog has them.

An overlay is a file of entries in the catalog's own form, by broker: JSON, or YAML where PyYAML is installed.
It is loaded by :func:`load`, or with the package where the environment variable ``BROKER_ERRORS_OVERLAY``
names files. Its errors win over fallbacks, never over what the catalog knows, unless an entry names that in
``more_specific_than``. They are found where the broker is named.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, cast

from ._errors import BrokerError
from ._fields import made
from ._info import EntryInfo, Signature, forget_texts
from ._loading import ADDED, brokers, catalog_plan, categories, channels, entries, plan, version
from ._matching import forget
from ._pieces import literal_words, pieces_of
from ._rows import RANKS, EntryRow, Plan, SignatureRow, TemplateRow
from ._slots import SLOTS
from ._template import Template, Unprepared
from ._words import Actor, Outcome, Retry

VARIABLE = "BROKER_ERRORS_OVERLAY"
"""The environment variable; several files are separated as in PATH."""

_RANKS = {"field": 2400, "message": 2300, "code": 2200, "status": 2100}
"""Above every fallback, below everything specific of the catalog."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NEEDED = ("id", "title", "category", "signatures", "meaning", "causes", "remediation", "outcome", "retry")
_SLOT = re.compile(r"[a-z][a-z0-9_]{0,39}:([a-z]+)")
_FEW_WORDS = 4
"""Messages of so few words are part of many a sentence."""
_SAMPLES = {
    "decimal": "12.5",
    "int": "3",
    "symbol": "acme",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "field": "sample_field",
    "hex": "0x1f",
    "timestamp": "2026-01-05",
    "close": r"\x03\xe8",
}
"""A value for each type of slot; the others take any word."""


class OverlayError(BrokerError):
    """An error of an overlay. It can be pickled to processes that have loaded the same overlay."""

    def __reduce_ex__(self, protocol: object) -> tuple[object, tuple[str]]:
        return member, (self.value,)


class OverlayProblem(ValueError):
    """An overlay that cannot be used. Its text names each place, what is wrong and what mends it."""


class Own(NamedTuple):
    """An entry of an overlay: as data, as the catalog has it, and the full ids that it goes before."""

    data: Mapping[str, Any]
    info: EntryInfo
    over: frozenset[str]


class Added(NamedTuple):
    """What overlays add to a broker."""

    errors: tuple[BrokerError, ...]
    plan: Plan
    texts: dict[str, Any]


_LOADED: dict[Path, tuple[BrokerError, ...]] = {}


def load(path: str | os.PathLike[str]) -> tuple[BrokerError, ...]:
    """Add the errors of an overlay to the catalog, for this process. A file is loaded once.

    Raises:
        OSError: the file cannot be read.
        OverlayProblem: something in it is wrong. Nothing of it was added then.
    """
    file = Path(path).resolve()
    if file not in _LOADED:
        by_broker = _checked(_read(file), str(path))
        _LOADED[file] = tuple(error for broker, added in by_broker.items() for error in _add(broker, added))
        forget_texts()
        forget()
    return _LOADED[file]


def load_from_environment() -> None:
    """Load the overlays that the environment names."""
    for name in os.environ.get(VARIABLE, "").split(os.pathsep):
        if name:
            load(name)


def member(value: str) -> BrokerError:
    """The error of an overlay with this full id. Raises LookupError where no overlay with it is loaded."""
    for error in (error for added in ADDED.values() for error in added.errors):
        if error.value == value:
            return error
    raise LookupError(f"{value} is of an overlay that is not loaded here; load it, or name it in {VARIABLE}")


def _read(file: Path) -> object:
    text = file.read_text("utf-8")
    if file.suffix not in (".yaml", ".yml"):
        try:
            return json.loads(text)
        except ValueError as error:
            raise OverlayProblem(f"{file}: this is no JSON: {error}") from None
    try:
        import yaml
    except ImportError:
        raise OverlayProblem(f"{file}: to read YAML install PyYAML, or write the overlay in JSON") from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise OverlayProblem(f"{file}: this is no YAML: {error}") from None


def _checked(data: object, name: str) -> dict[str, list[Own]]:
    """The entries by broker. Raises OverlayProblem with everything that is wrong."""
    problems: list[str] = []
    found: dict[str, list[Own]] = {}
    by_broker = _mapping(data)
    if by_broker is None:
        raise OverlayProblem(f"{name}: an overlay is a mapping of brokers to lists of entries")
    for broker, items in by_broker.items():
        if broker not in brokers():
            problems.append(f"{name}: there is no broker {broker}; there are {', '.join(brokers())}")
            continue
        for number, item in enumerate(_list(items)):
            own, wrong = _entry(broker, item)
            problems += [f"{name}: {broker}[{number}]{place}: {what}" for place, what in wrong]
            found.setdefault(broker, []).extend([] if own is None else [own])
    for broker, added in found.items():
        problems += [f"{name}: {what}" for what in _collisions(broker, added)]
    if problems:
        raise OverlayProblem("\n".join(problems))
    return found


def _entry(broker: str, item: object) -> tuple[Own | None, list[tuple[str, str]]]:
    """An entry, or what is wrong about it and where."""
    data = _mapping(item)
    if data is None:
        return None, [("", "an entry is a mapping")]
    wrong = list(_wrong(broker, data))
    try:
        return None if wrong else _own(broker, data), wrong
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        return None, [("", f"this cannot be read as an entry of the catalog: {error!r}")]


def _wrong(broker: str, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    missing = [key for key in _NEEDED if not item.get(key)]
    if missing:
        yield "", f"{', '.join(missing)} must be given"
        return
    full_id = f"{broker}.{item['id']}"
    if not _ID.fullmatch(str(item["id"])):
        yield ".id", "an id is written in snake_case"
    if full_id in entries(broker):
        yield ".id", f"there is {full_id} already; choose another id"
    retries = _mapping(item["retry"]) or {"read": item["retry"], "write": item["retry"]}
    steps = [_mapping(step) or {} for step in _list(item["remediation"])]
    closed: list[tuple[str, object, Sequence[str]]] = [
        (".category", item["category"], list(categories())),
        (".outcome", item["outcome"], list(Outcome)),
        *((".retry", retries.get(kind), list(Retry)) for kind in ("read", "write")),
        *((".channels", one, channels(broker)) for one in _list(item.get("channels", []))),
        *((".remediation", step.get("who"), list(Actor)) for step in steps),
    ]
    for place, word, known in closed:
        if word not in known:
            yield place, f"there is no {word}; there are {', '.join(known)}"
    if not {"wait", "halt"}.isdisjoint(retries.values()) and not item.get("wait"):
        yield ".wait", "what is to be waited for has to say how long: wait: {seconds: 60}"
    for number, signature in enumerate(_list(item["signatures"])):
        for place, what in _wrong_signature(_mapping(signature) or {}):
            yield f".signatures[{number}]{place}", what


def _mapping(value: object) -> Mapping[str, Any] | None:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else None


def _list(value: object) -> list[object]:
    """The items of a list; anything else is one item, of which the next check says what is wrong."""
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _wrong_signature(signature: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not any(key in signature for key in ("message", "code", "status", "field")):
        yield "", "give a message, code, status or field by which the error is known"
    message = signature.get("message", "")
    slots = pieces_of(message)[1::2]
    for slot in slots:
        found = _SLOT.fullmatch(slot)
        if found is None or found[1] not in SLOTS:
            yield ".message", f"there is no slot {{{slot}}}; types are {', '.join(SLOTS)}"
    if re.search(r"(?<!\{)\{(?!\{)[^{}:]*\}", message):
        yield ".message", "a slot is written {name:type}, and a brace twice: {{"
    if "message" in signature and not next(literal_words(pieces_of(message)), None):
        yield ".message", "a message needs a word that stands free of slots"


def _own(broker: str, item: Mapping[str, Any]) -> Own:
    """An entry as the catalog has it; what an overlay need not say is filled in."""
    usual = {
        "broker": broker,
        "area": "overlay",
        "channels": channels(broker),
        "since": version(),
        "docs_path": "",
    }
    origin = {"evidence": "observed", "source": "overlay"}
    data = {
        **usual,
        **item,
        "id": f"{broker}.{item['id']}",
        "signatures": [origin | one for one in item["signatures"]],
        "examples": [origin | one for one in item.get("examples", ())],
    }
    over = frozenset(f"{broker}.{name}" for name in item.get("more_specific_than", ()))
    return Own(data, made(EntryInfo, data, (), lambda _part, _path: None), over)


def _collisions(broker: str, added: Sequence[Own]) -> Iterator[str]:
    """Messages that the catalog, an overlay before, or an entry before in this one knows already."""
    known = [Unprepared(row, row.signatures, ()) for row in plan(broker).templates]
    for own in added:
        mine = [Unprepared(row, row.signatures, ()) for row in _template_rows(own)]
        for one, other in product(mine, known):
            if not (_says(one, _sample(other.row)) or _says(other, _sample(one.row))):
                continue
            rivals = {signature.entry for signature in other.signatures if not signature.fallback} - own.over
            if rivals:
                yield (
                    f"{own.info.id}: the message {one.row.key!r} collides with {', '.join(sorted(rivals))}; "
                    "leave it out, make it more exact, or name what it goes before in more_specific_than"
                )
        known += mine


def _says(template: Template, message: str) -> bool:
    """Whether a template matches a message. Its words are asked first: expressions are slow to compile."""
    return all(word in message for word in template.row.words.split()) and template.whole(message) is not None


def _sample(row: TemplateRow) -> str:
    slots = (_SAMPLES.get(slot.partition(":")[2], "sample") for slot in row.pieces[1::2])
    literals = row.pieces[::2]
    return literals[0] + "".join(slot + literal for slot, literal in zip(slots, literals[1:], strict=True))


def _template_rows(own: Own) -> Iterator[TemplateRow]:
    for one in own.info.signatures:
        if one.message is not None:
            pieces = pieces_of(one.message)
            words = dict.fromkeys(word for word, _ in literal_words(pieces))
            yield TemplateRow(
                key="".join(f"{{{piece}}}" if number % 2 else piece for number, piece in enumerate(pieces)),
                spelled=(one.message,) if len(pieces) == 1 else (),
                pieces=pieces,
                words=" ".join(words),
                early="",
                beside="any" if len(words) > _FEW_WORDS else "no_sentence",
                exact_case=False,
                signatures=(_signature_row(own, one),),
            )


def _signature_row(own: Own, one: Signature) -> SignatureRow:
    kind = one.kind.value
    status = one.status if kind == "status" else one.required.get("status")
    code = one.code if kind == "code" else one.required.get("code")
    channel = one.required.get("channel")
    return SignatureRow(
        entry=own.info.id,
        broker=own.info.broker,
        kind=kind,
        rank=RANKS[False, kind] + 1 if own.over else _RANKS[kind],
        channel=None if channel is None else str(channel),
        status=None if status is None else int(status),
        code=None if code is None else str(code),
        body=one.body,
        path=tuple(one.field.split(".")) if one.field else (),
        value=one.is_,
    )


def _add(broker: str, added: Sequence[Own]) -> tuple[BrokerError, ...]:
    """Add the entries of a broker, and give their errors."""
    entries(broker).update({own.info.id: _entry_row(own.info) for own in added})
    names = {own.info.id.partition(".")[2].upper(): own.info.id for own in added}
    make = cast("Callable[..., Iterable[BrokerError]]", OverlayError)  # a call with names makes an enum
    enum = make("OverlayError", names, module=__name__)
    made_now = tuple(enum)
    before = ADDED.get(broker) or Added((), catalog_plan(broker), {})
    ADDED[broker] = Added(
        (*before.errors, *made_now),
        _extended(before.plan, added),
        before.texts | {own.info.id: own.data for own in added},
    )
    return made_now


def _entry_row(info: EntryInfo) -> EntryRow:
    return EntryRow(
        info.category,
        info.outcome.value,
        info.retry.value,
        info.retry_read.value,
        may_repeat=info.earlier_attempt is not None,
        wait=info.wait,
        fields=info.fields,
    )


def _extended(before: Plan, added: Sequence[Own]) -> Plan:
    """A plan with the rows of an overlay. The longest word leads to a message."""
    templates = {row.key: row for row in before.templates}
    anchors = dict(before.anchors)
    for row in (row for own in added for row in _template_rows(own)):
        same = templates.get(row.key)
        if same is None:
            templates[row.key] = row
            word = max(row.words.split(), key=len)
            anchors[word] = (*anchors.get(word, ()), row.key)
        else:
            signatures = sorted((*same.signatures, *row.signatures), key=lambda one: -one.rank)
            templates[row.key] = same._replace(signatures=tuple(signatures))
    others = [_signature_row(own, one) for own in added for one in own.info.signatures if one.message is None]
    fields = {key for own in added for path in own.info.fields for key in path.split(".")}
    return before._replace(
        templates=tuple(templates[key]._replace(alone=False) for key in sorted(templates)),
        anchors=anchors,
        signatures=tuple(sorted((*before.signatures, *others), key=lambda one: (-one.rank, one.entry))),
        fields=tuple(sorted({*before.fields, *fields})),
    )
