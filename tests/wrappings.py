"""Shapes in which people meet a broker's answer: bodies, log lines, reprs, tracebacks, cells of tables.

The kinds are grouped by what can be asked of them: in most the message, or the body that has it, is whole and
marked off. Within a sentence nothing tells where it begins and ends, and of a cut one a part is gone.
"""

import html
import json
import textwrap
from collections.abc import Callable, Mapping

Wrap = Callable[[str, str], str]
"""Makes a text of a message and of a body (as JSON) that has it."""

_TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line 3, in f\n    raise error\n'


def _lines(text: str, width: int, between: str) -> str:
    return between.join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _cut(text: str, share: float) -> str:
    return text[: int(len(text) * share)]


def _cut_in(body: str, message: str, share: float) -> str:
    """The body up to a share of the message in it."""
    written = json.dumps(message)[1:-1]
    return body[: body.rindex(written) + int(len(written) * share)]


def _with(body: str, **fields: object) -> str:
    """The body with more fields before its own."""
    return json.dumps({**fields, **json.loads(body)})


MESSAGES: Mapping[str, Wrap] = {
    "message": lambda message, _: message,
    "message with a full stop": lambda message, _: message.rstrip(".") + ".",
    "message in upper case": lambda message, _: message.upper(),
    "message behind words": lambda message, _: f"submit failed: {message}",
    "message as a value": lambda message, _: f"order rejected error={message}",
    "logfmt": lambda message, _: (
        f'ts=2026-01-05T18:30:00Z level=error msg="rejected" error="{message}" symbol=ACME n=1'
    ),
    "message in parentheses": lambda message, _: f"order rejected ({message})",
    "message in brackets": lambda message, _: f"order rejected [{message}]",
    "message in bold": lambda message, _: f"The broker said **{message}** today",
    "message as code": lambda message, _: f"We saw `{message}` in the log",
    "message quoted": lambda message, _: f"They answered:\n> {message}\nand so on",
    "cell of a table": lambda message, _: f"| 12:01 | ACME | {message} | no |",
    "typographic quotes": lambda message, _: f"It said \u201c{message}\u201d again \U0001f4a5",
    "quotes of French": lambda message, _: f"Rejet\u00e9 : \u00ab\u00a0{message}\u00a0\u00bb",
    "message in lines": lambda message, _: _lines(message, 30, "\n"),
    "message in lines of Windows": lambda message, _: "rejected:\r\n" + _lines(message, 30, "\r\n") + "\r\n",
    "comment": lambda message, _: " * rejected:\n * `" + _lines(message, 34, "\n * ") + "`",
    "comment of a shell": lambda message, _: "# rejected:\n# " + _lines(message, 34, "\n# "),
    "HTML": lambda message, _: "<p>Order rejected: " + html.escape(message) + "</p>",
    "item of a list": lambda message, _: f"Errors:\n- ACME: {message}\n- OTHER: none",
    "attempts": lambda message, _: f"{message} (attempt 1/3)",
    "retrying": lambda message, _: f"{message}; retrying in 5 s",
    "retrying after a hyphen": lambda message, _: f"{message} - retrying",
    "retrying after a dash": lambda message, _: f"{message} \u2013 retrying",
    "log line": lambda message, _: f"2026-01-05 18:30:00,123 ERROR {message}",
    "log line with its place": lambda message, _: f"18:30:00.123 | ERROR | app.orders:submit:42 - {message}",
    "log line in color": lambda message, _: f"\x1b[31mERROR\x1b[0m {message}",
    "line of a container": lambda message, _: f"2026-01-05T18:30:00.123456789Z stderr F {message}",
    "syslog": lambda message, _: f"Jan  5 18:30:00 host python3[123]: ERROR: {message}",
    "line of a journal": lambda message, _: f"Jan 05 18:30:00 host bot[123]: level=error msg={message!r}",
    "tag": lambda message, _: f"[broker] {message}",
    "request id": lambda message, _: f"{message} request_id=2f0c1d",
    "request id in brackets": lambda message, _: f"{message} [request id: 2f0c1d]",
    "status behind": lambda message, _: f"{message} (HTTP 422)",
    "status before": lambda message, _: f"HTTP 403: {message}",
    "status in a line of its own": lambda message, _: f"< HTTP/2 422\n< date: today\n{message}",
    "cell of CSV": lambda message, _: '2026-01-05,ACME,"' + message.replace('"', '""') + '",rejected',
    "cells between tabs": lambda message, _: f"2026-01-05\tACME\t{message}\trejected",
    "JavaScript error": lambda message, _: (
        f"Error: {message}\n    at submit (/app/index.js:3:11)\n    at main (/app/index.js:9:2)"
    ),
    "error of Go": lambda message, _: f"place order: submit: {message}",
    "error of Rust": lambda message, _: f'Error: Api {{ source: "{message}" }}',
    "repr of an exception": lambda message, _: f"APIError({message!r})",
    "repr of an object": lambda message, _: f"Rejected(symbol='ACME', text={message!r}, final=True)",
    "traceback of a message": lambda message, _: f"{_TRACEBACK}client.rest.APIError: {message}",
    "emoji before": lambda message, _: f"\U0001f6a8\U0001f6a8 {message} \U0001f6a8",
    "combining characters before": lambda message, _: f"e\u0301\u0928\u093f {message}",
    "misread quotes": lambda message, _: (
        f"It said \u00e2\u20ac\u0153{message}\u00e2\u20ac\u009d\u00c2\u00a0again"
    ),
    "under error": lambda message, _: json.dumps({"error": message}),
    "under detail": lambda message, _: json.dumps({"detail": message}),
    "under reason": lambda message, _: json.dumps({"ok": False, "reason": message}),
    "in a list of errors": lambda message, _: json.dumps({"ok": False, "errors": [message]}),
    "prefix in a field": lambda message, _: json.dumps({"message": f"submit failed: {message}"}),
    "YAML": lambda message, _: f"status: rejected\nreason: {json.dumps(message)}\nsymbol: ACME\n",
    "XML": lambda message, _: f'<error code="1"><reason>{html.escape(message)}</reason></error>',
}
"""A whole message, marked off."""

BODIES: Mapping[str, Wrap] = {
    "body": lambda _, body: body,
    "body without blanks": lambda _, body: json.dumps(json.loads(body), separators=(",", ":")),
    "body of many lines": lambda _, body: json.dumps(json.loads(body), indent=2),
    "body among blanks": lambda _, body: f"\n\t {body}\u00a0\n",
    "body with fields before": lambda _, body: _with(body, buying_power="10.5", symbol="ACME"),
    "body without its end": lambda _, body: body[:-2],
    "body in a log line": lambda _, body: f"2026-01-05 18:30:00,123 ERROR broker: order failed: {body}",
    "body in prose": lambda _, body: f"We got `{body}` when placing the order.",
    "body in a fence": lambda _, body: f"We got\n```json\n{body}\n```\nwhen placing the order.",
    "repr of a body": lambda _, body: repr(json.loads(body)),
    "repr in a log line": lambda _, body: f"[ERROR] failed: {json.loads(body)!r} will not retry",
    "repr of bytes": lambda _, body: repr(body.encode()),
    "body in a text": lambda _, body: json.dumps(body),
    "body in a text twice": lambda _, body: json.dumps(json.dumps(body)),
    "body in a log's message": lambda _, body: json.dumps(
        {"level": "error", "msg": f"failed {body}", "ts": 1.5}
    ),
    "body under an unknown key": lambda _, body: json.dumps(
        {"level": "error", "logger": "x", "event": "e", "response": body}
    ),
    "body in an exception": lambda _, body: f"APIError({json.dumps(body)})",
    "traceback of a body": lambda _, body: f"{_TRACEBACK}client.exceptions.APIError: {body}",
    "body under error": lambda _, body: json.dumps({"error": json.loads(body)}),
    "body in a list": lambda _, body: f"[{body}, {body}]",
    "body with status": lambda _, body: f"failed (429) {body}",
    "two bodies": lambda _, body: f"first {body}\nsecond {body}",
    "answer of curl": lambda _, body: f"< HTTP/2 422\n< content-type: application/json\n<\n{body}",
    "HTML of a body": lambda _, body: f"<td>{html.escape(body)}</td>",
    "body in lines": lambda _, body: _lines(body, 40, "\n   "),
    "cell of CSV with a body": lambda _, body: '2026-01-05,"' + body.replace('"', '""') + '",rejected',
    "JavaScript object": lambda _, body: body.replace('{"', "{").replace('": ', ": ").replace(', "', ", "),
}
"""A whole body."""

SENTENCES: Mapping[str, Wrap] = {
    "sentence: because": lambda message, _: f"The order failed because {message}",
    "sentence: so": lambda message, _: f"The broker said {message}, so nothing was sent.",
    "sentence: with": lambda message, _: f"Order for ACME was rejected with {message} at 18:30",
    "sentence: got": lambda message, _: f"got {message} when submitting the order",
}
"""A message that goes on into a sentence: nothing marks where it begins."""

CUTS: Mapping[str, Wrap] = {
    "message cut": lambda message, _: "order rejected: " + _cut(message, 0.85),
    "message cut with dots": lambda message, _: "order rejected: " + _cut(message, 0.85) + "...",
    "message cut with an ellipsis": lambda message, _: f"order rejected: {_cut(message, 0.85)}\u2026",
    "body cut in its message": lambda message, body: _cut_in(body, message, 0.85),
    "body cut in a log line": lambda message, body: (
        "2026-01-05 ERROR " + _cut_in(body, message, 0.85) + "..."
    ),
}
"""A message of which the end is gone."""

CHANGED: Mapping[str, Wrap] = {
    "suffix in a field": lambda message, _: json.dumps({"message": f"{message} options"}),
    "message cut early": lambda message, _: "order rejected: " + _cut(message, 0.7) + "...",
    "body cut early": lambda _, body: _cut(body, 0.8),
}
"""So little of a message, or so much more than it, that it may be another one's."""

WRAPPINGS: Mapping[str, Wrap] = {**MESSAGES, **BODIES, **SENTENCES, **CUTS, **CHANGED}
