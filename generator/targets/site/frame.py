"""A page as a file of mkdocs: what the frame needs to know in front, and the body that a template makes."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.targets.python.runtime._page import (
    ACTORS,
    DUE,
    GRADES,
    OUTCOMES,
    RETRIES,
    SECTIONS,
)
from generator.targets.rendering import environment
from generator.targets.site import markup, paths

CHIPS = {
    "outcome": {
        "not_applied": "Not applied",
        "applied": "Applied",
        "partly_applied": "Partly applied",
        "unknown": "Unknown: may be live",
    },
    "retry": {
        "never": "Never",
        "after_change": "After a change",
        "backoff": "With back-off",
        "wait": "After the wait",
        "reconcile": "Look up first",
        "reconnect": "Reconnect",
        "halt": "Send nothing",
    },
}
"""The values where space is short."""
CODES_SHOWN = 4
HEADS = ("Error", "Did it go through?", "Send again? (write)", "Status and code")

_PAIR = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")

_TEMPLATES = environment(
    Path(__file__).parent / "templates",
    {
        "prose": markup.prose,
        "template": markup.template,
        "breakable": markup.breakable,
        "python": markup.python,
        "payload": markup.payload,
    },
    {
        "ACTORS": ACTORS,
        "DUE": DUE,
        "GRADES": GRADES,
        "SECTIONS": SECTIONS,
        "OUTCOMES": OUTCOMES,
        "RETRIES": RETRIES,
        "HEADS": HEADS,
        "SHOWN": CODES_SHOWN,
        "words": CHIPS,
        "code_path": paths.code,
        "operation_path": paths.operation,
    },
    autoescape=True,
)


def page(template: str, path: str, meta: Mapping[str, object], **context: object) -> tuple[str, str]:
    """A page's file and text. ``path`` is its address; what is in front is JSON, and so YAML."""
    front = "".join(f"{name}: {_line(value)}\n" for name, value in {"html": True, **meta}.items())
    body = _TEMPLATES.get_template(f"{template}.html.jinja").render(up=paths.up(path), **context)
    return paths.file(path), f"---\n{front}---\n{_ascii(body)}"


def _ascii(page_: str) -> str:
    """HTML with references for all but ASCII: one other character, and a page takes twice the memory."""
    return page_.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _line(value: object) -> str:
    """A value as JSON that is YAML as well: what takes two escapes in JSON takes one in YAML."""
    return _PAIR.sub(lambda found: _escape(found[0]), json.dumps(value))


def _escape(pair: str) -> str:
    return f"\\U{ord(json.loads(chr(34) + pair + chr(34))):08X}"
