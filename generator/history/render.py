"""The ways to print a diff.

Each takes it as plain data, which may be somebody else's, so everything is escaped.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from generator.findings import escaped

Document = Mapping[str, Any]
Format = Literal["text", "json", "markdown", "github"]

MARKER = "<!-- broker-errors: catalog diff -->"
MOST_ROWS = 40
"""Rows of a table."""
RULES_PAGE = "catalog/changes/README.md"

_LONGEST_COMMENT = 65_536
"""Characters that GitHub takes; what is longer is lost, and nobody told."""
_MOST_ENTRIES = 5
_LONGEST_CELL = 240
_LONGEST_PAYLOAD = 120
_ACTIVE = re.compile(
    r"[&<>|*~`\[\]\\:@#!$^{}]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=ww)w(?=\.)|(?<=GH)-", re.IGNORECASE
)
"""What Markdown, HTML or GitHub may read as its own notation. An underscore within a word is none."""
_MARKS = {"major": "🔴", "minor": "🟢", "patch": "⚪"}


def render(document: Document, form: Format) -> str:
    """Print a diff, which must be of the shape of ``schema/diff.schema.json``, without a final line feed."""
    return FORMATS[form](document)


def _json(document: Document) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True)


def _text(document: Document) -> str:
    return "\n".join(_text_lines(document))


def _text_lines(document: Document) -> Iterator[str]:
    for change in document["changes"]:
        yield f"{change['file']}:{change['line']}: {_label(change)} {change['rule']}: {_headline(change)}"
        if change["example"] is not None:
            example = change["example"]
            yield f"    {_cut(_on_a_line(example['payload']), _LONGEST_PAYLOAD)} ({example['origin']})"
            before, after = (
                _cut(_on_a_line(example[side]), _LONGEST_PAYLOAD) for side in ("before", "after")
            )
            yield f"    {before} → {after}"
        if change["accepted"] is not None:
            yield f"    accepted: {change['accepted']}"
    for one in document["superfluous"]:
        yield f"{one['at']['file']}:{one['at']['line']}: {_superfluous(one)}"
    yield _verdict(document) + "."
    yield _extent(document)
    waiting = _waiting(document)
    if waiting:
        yield f"{_counted(len(waiting), 'change needs', 'changes need')} a reason, or another way:"
        yield f"    {RULES_PAGE} says what each rule means; the first reason needs a --summary, too"
        yield from (f"    {command}" for command in _commands(waiting))


def _github(document: Document) -> str:
    lines = [
        _annotation(
            "error" if _waits(change) else "notice", change["file"], change["line"], change["rule"], text
        )
        for change in document["changes"]
        for text in [_headline(change) + _plea(change)]
    ]
    lines += [
        _annotation("error", one["at"]["file"], one["at"]["line"], "superfluous", _superfluous(one))
        for one in document["superfluous"]
    ]
    return "\n".join(lines)


def _annotation(kind: str, file: str, line: int, title: str, text: str) -> str:
    place = f"file={escaped(file, property_=True)},line={line},title={escaped(title, property_=True)}"
    return f"::{kind} {place}::{escaped(text)}"


def _plea(change: Document) -> str:
    if _waits(change):
        return f". Needs a reason: python -m generator accept {change['fingerprint']} --reason '...'"
    return "" if change["accepted"] is None else f". Accepted: {change['accepted']}"


def _markdown(document: Document) -> str:
    texts = ("\n".join(_markdown_lines(document, rows)) + "\n" for rows in (MOST_ROWS, 10, 1))
    shortest = f"{MARKER}\n{_markdown_text(_extent(document))}\n"
    return next((text for text in texts if len(text) <= _LONGEST_COMMENT), shortest)


def _markdown_lines(document: Document, most: int) -> Iterator[str]:
    changes: Sequence[Document] = document["changes"]
    yield MARKER
    yield f"### Catalog diff: {_markdown_verdict(document)}"
    yield ""
    yield _markdown_text(_extent(document))
    if not changes and not document["superfluous"]:
        return
    waiting = _waiting(document)
    if waiting:
        count = _counted(len(waiting), "change needs", "changes need")
        yield ""
        yield f"**{count} a reason** in `catalog/changes/`, or another way. The rules: `{RULES_PAGE}`."
    for one in document["superfluous"]:
        yield ""
        place = f"{one['at']['file']}, line {one['at']['line']}"
        yield f"**{_markdown_text(place)}**: {_markdown_text(_superfluous(one))}"
    if changes:
        yield ""
        yield "| | entry | what users see | rule |"
        yield "|---|---|---|---|"
        rows = _alike(changes)
        yield from (_row(alike) for alike in rows[:most])
        if len(rows) > most:
            yield ""
            yield f"and {len(rows) - most} more rows: `python -m generator diff` prints all of them."
    shown = [change for change in changes if change["example"] is not None][:most]
    if shown:
        yield ""
        yield "<details><summary>Payloads that are answered differently</summary>"
        yield ""
        yield "| payload | from | before | after |"
        yield "|---|---|---|---|"
        yield from (_example_row(change["example"]) for change in shown)
        yield ""
        yield "</details>"
    if waiting:
        yield ""
        yield "<details><summary>How to give a reason</summary>"
        yield ""
        yield "```sh"
        yield from _commands(waiting)[:MOST_ROWS]
        yield "```"
        yield ""
        yield "</details>"


def _alike(changes: Sequence[Document]) -> list[list[Document]]:
    """The changes in groups that say the same of different entries, in the order of the first of each."""
    groups: dict[tuple[str, str, str, str | None], list[Document]] = {}
    for change in changes:
        key = (change["level"], change["rule"], change["says"], change["accepted"])
        groups.setdefault(key, []).append(change)
    return list(groups.values())


def _commands(waiting: Sequence[Document]) -> list[str]:
    """What to paste: by fingerprint, or by the rule where it has more than one change."""
    by_rule: dict[str, list[Document]] = {}
    for change in waiting:
        by_rule.setdefault(change["rule"], []).append(change)
    return [
        f"python -m generator accept {rule if len(changes) > 1 else changes[0]['fingerprint']} --reason '...'"
        f"  # {rule}: {_counted(len(changes), 'change', 'changes')}"
        for rule, changes in by_rule.items()
    ]


def _row(alike: Sequence[Document]) -> str:
    change = alike[0]
    needs_review = change["level"] != "major" and change["needs_reason"]
    mark = "🟠 review" if needs_review else f"{_MARKS[change['level']]} {change['level']}"
    accepted = "" if change["accepted"] is None else f"<br>accepted: {_markdown_text(change['accepted'])}"
    says = _markdown_text(_with_count(change["says"], sum(one["count"] for one in alike)))
    entries = "<br>".join(_markdown_code(one["entry"]) for one in alike[:_MOST_ENTRIES])
    more = f"<br>and {len(alike) - _MOST_ENTRIES} more" if len(alike) > _MOST_ENTRIES else ""
    rule = _markdown_code(change["rule"])
    fingerprint = f" {_markdown_code(change['fingerprint'])}" if len(alike) == 1 else ""
    return f"| {mark} | {entries}{more} | {says}{accepted} | {rule}{fingerprint} |"


def _example_row(example: Document) -> str:
    payload = _markdown_code(_cut(example["payload"], _LONGEST_PAYLOAD))
    before, after = _markdown_text(example["before"]), _markdown_text(example["after"])
    return f"| {payload} | {_markdown_text(example['origin'])} | {before} | {after} |"


def _markdown_verdict(document: Document) -> str:
    verdict = document["verdict"]
    if verdict == "none":
        return "nothing changes for users"
    version = document["version"]
    below = " (below 1.0.0 a major change raises the minor version)" if _is_early(document) else ""
    return f"**{verdict}**, {_markdown_text(version['from'])} → {_markdown_text(version['to'])}{below}"


def _verdict(document: Document) -> str:
    if document["verdict"] == "none":
        return "Nothing changes for users"
    version = document["version"]
    below = "; below 1.0.0 a major change raises the minor version" if _is_early(document) else ""
    return f"Verdict: {document['verdict']}, {version['from']} → {version['to']}{below}"


def _is_early(document: Document) -> bool:
    return bool(document["verdict"] == "major" and document["version"]["from"].startswith("0."))


def _extent(document: Document) -> str:
    touched = len({change["entry"] for change in document["changes"]})
    asked = f"{document['differing']:,} of {document['questions']:,} answers differ"
    how = f"{document['payloads']:,} payloads, each with and without its broker named"
    names = f"Base {document['base']['name']}, head {document['head']['name']}."
    return f"{_counted(touched, 'name', 'names')} touched; {asked} ({how}). {names}"


def _waiting(document: Document) -> list[Document]:
    return [change for change in document["changes"] if _waits(change)]


def _waits(change: Document) -> bool:
    return bool(change["needs_reason"] and change["accepted"] is None)


def _superfluous(one: Document) -> str:
    return f"{one['rule']} of {one['entry']} is accepted, and no such change is there. Remove it."


def _label(change: Document) -> str:
    return f"{change['level']}, needs a reason," if _waits(change) else change["level"]


def _headline(change: Document) -> str:
    return f"{change['entry']}: {_says(change)}"


def _says(change: Document) -> str:
    return _with_count(change["says"], change["count"])


def _with_count(says: str, count: int) -> str:
    return f"{says} ({_counted(count, 'answer', 'answers')})" if count else says


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _on_a_line(text: str) -> str:
    """A text without what a terminal acts on."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _markdown_text(text: str) -> str:
    """A text that shows as it is, on one line; what stands between backquotes shows as code.

    Nothing in it is markup, a link, a mention or an issue's number. Mentions and numbers are looked for in
    what entities stand for, but not across a comment.
    """
    parts = _cut(" ".join(text.split()), _LONGEST_CELL).split("`")
    return "".join(
        _code(part) if index % 2 and index + 1 < len(parts) else _ACTIVE.sub(_inert, part)
        for index, part in enumerate(parts)
    )


def _markdown_code(text: str) -> str:
    return _code(_cut(" ".join(text.split()), _LONGEST_CELL) or "(empty)")


def _code(text: str) -> str:
    return f"<code>{_ACTIVE.sub(_entity, text)}</code>"


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _inert(found: re.Match[str]) -> str:
    return _entity(found) + ("<!-- -->" if found[0] in "@#-" else "")


FORMATS: Mapping[Format, Callable[[Document], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "github": _github,
}
