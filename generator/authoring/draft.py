"""Stubs of entries, drafted from what somebody reports and nothing recognizes."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator.authoring.format import canonical_text
from generator.authoring.infer import Inferred, infer
from generator.authoring.new import Refusal, readable
from generator.authoring.redact import redacted
from generator.authoring.reports import Report
from generator.history.answers import Answer, ask
from generator.history.payloads import Payload
from generator.load.files import BrokerFiles
from generator.load.yaml import Document, parse
from generator.messages.template import parse_template
from generator.output import write_file
from generator.policies.privacy import Privacy
from generator.targets.python.runtime._fold import Folded

MARKER = "<!-- broker-errors: draft -->"
_STATUS = re.compile(r"\b(?:HTTP|status(?:[ _]code)?)\b\W{0,4}([1-5][0-9]{2})\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z0-9]+")
_TO_CHOOSE = "TODO: choose the id, the category, the retry and the slots' names, and remove this line."
"""What a stub says of fields that are filled in, but by no one who knows."""
_UNTOLD = frozenset(
    {"and", "are", "can", "for", "has", "have", "must", "not", "only", "that", "the", "this", "was", "with"}
)
"""Words that tell nothing of an error."""
_WIDTH = 100
_LONGEST_ID = 6
"""Words of a drafted id."""
_SHORTEST, _FEWEST_SHARED = 4, 2
"""What makes a wording alike: words of so many letters, and so many of them."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A drafted entry.

    Attributes:
        id: its id, without the broker's.
        file: where it belongs; None where no entry is worded alike.
        why: why there.
        text: the entry as YAML, an item of ``entries``.
        count: how many payloads it stands for.
    """

    id: str
    file: str | None
    why: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A payload that nothing recognizes, or a fallback only; ``message`` is what the vendor said in it."""

    message: str
    payload: Payload
    answer: Answer


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a report's payloads, with how often, and stubs of the rest."""

    broker: str
    known: Mapping[str, int]
    stubs: tuple[Stub, ...]


def draft(root: Path, report: Report, area: str | None = None) -> Draft:
    """Redact the payloads, say what is known, and draft entries of the rest.

    Args:
        root: the repository's root.
        report: the payloads.
        area: the area that the entries belong to; None to go by wordings and operations.

    Raises:
        Refusal: if there is no such broker or area.
    """
    files = next((one for one in readable(root / "catalog").brokers if one.id == report.broker), None)
    if files is None:
        raise Refusal(f"There is no broker {report.broker}.", "Name one that has a folder in catalog/.")
    if area is not None and area not in files.areas:
        raise Refusal(f"{files.id} has no area {area}.", f"Use one of {', '.join(sorted(files.areas))}.")
    own: Any = files.broker.data
    privacy = Privacy(tuple(own.get("private", ())), tuple(own.get("public", ())))
    texts = [redacted(text, privacy) for text in report.payloads]
    payloads = [Payload(report.broker, text, _status(text)) for text in texts]
    answers = _answers(root, payloads)
    fallbacks = {f"{files.id}.{entry['id']}" for entry in _entries(files) if entry.get("fallback")}
    known = Counter(one.error for one in answers if one.error and one.error not in fallbacks)
    unknown = [
        Unknown(_message(files, payload, answer), payload, answer)
        for payload, answer in zip(payloads, answers, strict=True)
        if not answer.error or answer.error in fallbacks
    ]
    taken = {entry["id"] for entry in _entries(files)}
    stubs = (_stub(files, group, unknown, report, taken) for group in infer([one.message for one in unknown]))
    if area is not None:
        file = files.areas[area].file
        stubs = (replace(stub, file=file, why=f"It goes into {file}, as asked for.") for stub in stubs)
    return Draft(files.id, dict(sorted(known.items())), tuple(stubs))


def write(root: Path, made: Draft) -> list[str]:
    """Add the stubs that have a file to it, and return the files."""
    changed: dict[str, list[str]] = {}
    for stub in made.stubs:
        if stub.file is not None:
            changed.setdefault(stub.file, []).append(stub.text)
    for broker in readable(root / "catalog").brokers:
        for document in broker.areas.values():
            if document.file in changed:
                grown = canonical_text(document) + "".join(changed[document.file])
                write_file(root / document.file, canonical_text(parse(grown, document.file, document.kind)))
    return sorted(changed)


def as_text(made: Draft) -> str:
    """A draft for a terminal."""
    lines = [f"{count:6} {id_}" for id_, count in made.known.items()]
    for stub in made.stubs:
        lines += ["", f"# {stub.count} times unknown. {stub.why}", stub.text.rstrip("\n")]
    return "\n".join(lines)


def as_markdown(made: Draft) -> str:
    """A draft for a comment below an issue. What the reporter wrote stands in fenced code, so it is inert."""
    lines = [MARKER, "### Draft of an entry" if made.stubs else "### This is known", ""]
    lines += [f"- `{id_}` is in the catalog already ({_times(count)})." for id_, count in made.known.items()]
    for stub in made.stubs:
        fence = "`" * (3 + max((len(run) for run in re.findall("`+", stub.text)), default=0))
        lines += ["", stub.why, "", f"{fence}yaml", stub.text.rstrip("\n"), fence]
    if made.stubs:
        lines += ["", "Numbers and ids that could identify somebody were replaced. Mend every TODO."]
    return "\n".join(lines) + "\n"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _status(text: str) -> int | None:
    found = _STATUS.search(text)
    return int(found[1]) if found else None


def _answers(root: Path, payloads: Sequence[Payload]) -> Sequence[Answer]:
    with TemporaryDirectory(prefix="draft-") as scratch:
        asked = [(payload, True) for payload in payloads]
        (answers,) = ask([("this revision", root / "generated")], asked, Path(scratch))
    return answers


def _message(files: BrokerFiles, payload: Payload, answer: Answer) -> str:
    """What the vendor said: as it was decoded, or else where an envelope has it, or else the text itself."""
    body = _body(payload.text)
    data: Any = files.broker.data
    paths = [one["message"] for one in data["envelopes"] if "message" in one]
    stated = (_value(body, path) for path in paths)
    text = answer.told.message or next(filter(None, stated), payload.text)
    return " ".join(text.split())


def _body(text: str) -> Any:
    """The first JSON object of a text; None where there is none."""
    with suppress(ValueError, RecursionError):
        return json.loads(_carved(text))
    return None


def _carved(text: str) -> str:
    """The first JSON object of a text, as it is written; the text where there is none."""
    with suppress(ValueError, RecursionError):
        start = text.index("{")
        return text[start : json.JSONDecoder().raw_decode(text, start)[1]]
    return text


def _value(body: Any, path: str) -> str:
    """The text at a path of a body; the empty string where there is none."""
    for name in path.split("."):
        body = body.get(name) if isinstance(body, dict) else None
    return body if isinstance(body, str) else ""


def _stub(
    files: BrokerFiles, group: Inferred, unknown: Sequence[Unknown], report: Report, taken: set[str]
) -> Stub:
    first = next(one for one in unknown if one.message == group.messages[0])
    id_ = _new_id(group.template, taken)
    file, why = _place(files, group.template, report.operations)
    entry = {"id": id_, **_entry(files, group.template, first), "operations": list(report.operations)}
    kept = {name: value for name, value in entry.items() if value}
    item = yaml.safe_dump([kept], sort_keys=False, allow_unicode=True, width=_WIDTH)
    text = f"- # {_TO_CHOOSE}\n  {item.removeprefix('- ')}"
    return Stub(id_, file, why, text, len(group.messages))


def _entry(files: BrokerFiles, template: str, first: Unknown) -> dict[str, Any]:
    """The entry's fields: what is known of it, and what is left to do."""
    data: Any = files.broker.data
    told = first.answer.told
    status = first.payload.status or told.status
    source = next((one["id"] for one in data["sources"] if one["kind"] == "report"), data["sources"][0]["id"])
    signature = {
        "status": status,
        "code": told.code,
        "message": template,
        "evidence": "observed",
        "source": source,
    }
    return {
        "title": "TODO: a short statement in our own words",
        "category": "unspecified_refusal",
        "channels": [told.channel or data["channels"][0]["id"]],
        "signatures": [{**_stated(signature), "evidence": "observed", "source": source}],
        "meaning": "TODO: what happened, and whether it took effect.",
        "causes": ["TODO: the most likely cause first."],
        "retry": "after_change",
        "remediation": [{"who": "developer", "do": "TODO: what to do, as an imperative."}],
        "examples": _examples(first, template, status),
        "since": "next",
    }


def _examples(first: Unknown, template: str, status: int | None) -> list[dict[str, Any]]:
    """The payload, where it says more than its message, without what a program wrote around it."""
    if first.payload.text == first.message:
        return []
    source = _stated({"status": status, "body": _carved(first.payload.text)})
    params = _params(template, first.message)
    return [{"evidence": "observed", "source": source} | ({"params": params} if params else {})]


def _params(template: str, message: str) -> dict[str, str]:
    """What the template's slots capture from the message, in the vendor's spelling."""
    parsed = parse_template(template)
    folded = Folded(message)
    plain = folded.plain.removesuffix(".")
    found = re.fullmatch(parsed.pattern, folded.low[: len(plain)])
    if found is None:
        return {}
    spans = (found.span(number) for number in range(1, len(parsed.slots) + 1))
    return {slot.name: plain[start:end] for slot, (start, end) in zip(parsed.slots, spans, strict=True)}


def _stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _new_id(template: str, taken: set[str]) -> str:
    """An id of the template's first telling words, which no entry and no other stub has."""
    telling = [word for word in _literal_words(template) if word not in _UNTOLD][:_LONGEST_ID]
    base = "_".join(telling)[:60].strip("_") or "unnamed_error"
    id_, number = base, 2
    while id_ in taken:
        id_, number = f"{base}_{number}", number + 1
    taken.add(id_)
    return id_


def _place(files: BrokerFiles, template: str, operations: Sequence[str]) -> tuple[str | None, str]:
    """The file of the entry that is worded most alike, or else of most answers to the operation; and why."""
    wanted = _telling(template)
    wordings = list(_wordings(files))
    spread = Counter(word for _, _, words in wordings for word in words)
    best = max(wordings, key=lambda one: sum(1 / spread[word] for word in wanted & one[2]), default=None)
    if best is not None and len(wanted & best[2]) >= _FEWEST_SHARED:
        file, id_, words = best
        return (
            file,
            f"It belongs into {file}: {files.id}.{id_} also says {', '.join(sorted(wanted & words))}.",
        )
    answered = Counter(
        document.file
        for document in files.areas.values()
        for entry in _listed(document)
        if set(operations) & set(entry.get("operations", ()))
    )
    for file, count in answered.most_common(1):
        return file, f"It belongs into {file}: {count} answers to {', '.join(operations)} stand there."
    areas = ", ".join(sorted(files.areas))
    return None, f"No entry is worded alike. Its area follows from what was asked for: {areas}."


def _wordings(files: BrokerFiles) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The file, the id and the words of each entry's messages."""
    for document in files.areas.values():
        for entry in _listed(document):
            messages = " ".join(one.get("message", "") for one in entry["signatures"])
            yield document.file, entry["id"], _telling(messages)


def _telling(template: str) -> frozenset[str]:
    """The words of a message that may tell it from others."""
    return frozenset(word for word in _literal_words(template) if len(word) >= _SHORTEST) - _UNTOLD


def _literal_words(template: str) -> list[str]:
    return _WORD.findall(re.sub(r"\{[^{}]*\}", " ", template).lower())


def _entries(files: BrokerFiles) -> Iterator[Mapping[str, Any]]:
    for document in files.areas.values():
        yield from _listed(document)


def _listed(document: Document) -> Sequence[Mapping[str, Any]]:
    data: Any = document.data
    entries: Sequence[Mapping[str, Any]] = data["entries"]
    return entries
