"""The pages that are made of the catalog."""

import json
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from generator.targets.python.runtime._page import (
    ACTORS,
    DUE,
    GRADES,
    OUTCOMES,
    RETRIES,
    SECTIONS,
    shown,
)
from generator.targets.python.runtime._words import Outcome
from generator.targets.rendering import environment
from generator.targets.site import markup, paths
from generator.targets.site.strip import strip
from generator.targets.site.views import View, Views

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

_TEMPLATES = environment(
    Path(__file__).parent / "templates",
    {
        "prose": markup.prose,
        "template": markup.template,
        "breakable": markup.breakable,
        "python": markup.python,
        "payload": markup.payload,
    },
    autoescape=True,
)
_TEMPLATES.globals |= {
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
}


def entries(views: Views) -> dict[str, str]:
    """A page for each entry."""
    return dict(_entry(views, view) for view in views.all)


def _entry(views: Views, view: View) -> tuple[str, str]:
    page, elsewhere = view.page, views.elsewhere(view)
    before, behind = views.neighbors[view.id]
    verdict = page.verdict
    return _page(
        "entry",
        view.path,
        {
            "title": title(view),
            "description": description(view),
            "section": "browse",
            "data": view.path.removesuffix("/"),
            "report": _report(view),
            **({"may_be_live": True} if verdict.may_be_live else {}),
        },
        view=view,
        related=views.related(view),
        elsewhere=elsewhere,
        elsewhere_brokers=len(views.catalog.brokers) - 1,
        before=before,
        behind=behind,
        strip=strip(view.entry.outcome, view.entry.retry, earlier=verdict.earlier),
        preamble=markup.python(view.broker.preamble) if view.broker.preamble else None,
    )


def title(view: View) -> str:
    """What people search for: the message, status, code and broker."""
    page, entry = view.page, view.entry
    known = [
        shown(page.head),
        *([f"HTTP {', '.join(map(str, page.statuses))}"] if page.statuses and not entry.fallback else []),
        *([f"code {page.codes[0]}"] if page.codes and page.codes[0] != page.head else []),
    ]
    return f"{', '.join(known)}: {view.broker.name}"


def description(view: View) -> str:
    """The verdict in a few sentences."""
    entry, verdict = view.entry, view.page.verdict
    again = " ".join(
        f"{one.question}{'' if one.question.endswith('?') else ':'} {one.words}." for one in verdict.retries
    )
    through = verdict.outcome
    return (
        f"{entry.title}. {through.question} {through.words}. {through.note} {again} {verdict.first.do}"
    )


def _report(view: View) -> Mapping[str, str]:
    body = f"What is wrong or missing about {view.id}, and how do you know?\n\n{view.page.support}\n"
    return {"title": f"{view.id}: ", "body": body, "file": view.area.file}


def _page(template: str, path: str, meta: Mapping[str, object], **context: object) -> tuple[str, str]:
    """A page's file and text: what the frame needs to know in front, each on a line that is JSON, then the body."""
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in {"html": True, **meta}.items())
    body = _TEMPLATES.get_template(f"{template}.html.jinja").render(up=paths.up(path), **context)
    return paths.file(path), f"---\n{front}---\n{body}"
