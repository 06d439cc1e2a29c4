"""The home page below the paste box, and what the box needs: examples, and the verdicts of all entries."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.model.catalog import Broker, Catalog
from generator.targets.python.runtime._info import Example
from generator.targets.python.runtime._page import ACTORS, Answer
from generator.targets.python.runtime._words import Evidence, MatchedOn, Outcome
from generator.targets.site import paths
from generator.targets.site.frame import CHIPS, page
from generator.targets.site.views import View, Views

SHORT = 120
"""How many characters an example may have."""
NOBODYS = "order held at the venue, reason E77"
"""An example of what no entry knows."""


def pages(views: Views) -> dict[str, str]:
    """The home page, and what the paste box reads when it is first used."""
    return dict([_home(views), ("assets/answers.json", answers(views))])


def answers(views: Views) -> str:
    """The verdict of every entry, as the paste box draws it. Answers are given often, and stand in a list."""
    said: dict[Answer, int] = {}
    entries = {view.id: _answer(view, said) for view in views.all}
    data = {
        "brokers": [_broker(views, broker) for broker in views.catalog.brokers],
        "actors": ACTORS,
        "answers": [[one.question, one.value, one.words, one.note] for one in said],
        "entries": entries,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _answer(view: View, said: dict[Answer, int]) -> dict[str, Any]:
    entry, page_ = view.entry, view.page
    verdict = page_.verdict
    numbers = [said.setdefault(one, len(said)) for one in (verdict.outcome, *verdict.retries)]
    data = {
        "title": entry.title,
        "sub": page_.title if page_.head != entry.title else None,
        "head": page_.head if page_.head != entry.title else None,
        "said": numbers,
        "who": list(verdict.who),
        "first": verdict.first.do,
        "steps": len(entry.remediation),
        "statuses": page_.statuses,
        "codes": page_.codes,
        "wait": verdict.wait,
        "stated": entry.wait.field if entry.wait else None,
        "earlier": verdict.earlier,
        "fallback": entry.fallback,
    }
    return {name: value for name, value in data.items() if value}


def _broker(views: Views, broker: Broker) -> dict[str, Any]:
    operations = sorted({one for name, one in views.by_operation if name == broker.id}, key=_path)
    return {
        "id": broker.id,
        "name": broker.name,
        "marks": broker.marks,
        "operations": operations,
        "reads": [one for one in operations if _only_reads(broker, one)],
        "codes": {code: paths.code(broker.id, code) for one in broker.code_sets for code in one.codes},
    }


def _path(operation: str) -> tuple[str, str]:
    method, _, path = operation.partition(" ")
    return path, method


def _only_reads(broker: Broker, operation: str) -> bool:
    if operation in broker.writes:
        return False
    return operation in broker.reads or operation.startswith(("GET ", "HEAD "))


def _home(views: Views) -> tuple[str, str]:
    catalog = views.catalog
    (operation_broker, operation), operation_views = max(
        views.by_operation.items(), key=lambda item: (len(item[1]), item[0]), default=(("", ""), ())
    )
    (code_broker, code), sharing = max(
        Counter((view.broker.id, code) for view in views.all for code in view.page.codes).items(),
        key=lambda item: (item[1], item[0]),
        default=(("", ""), 0),
    )
    return page(
        "home",
        "",
        {
            "title": "Broker Errors: did my order go through, and may I send it again?",
            "template": "home.html",
            "about": f"For whoever trades through the API of {_listed(catalog)}: which error it is, whether "
            "the order went through, whether you may send it again, and who does what first.",
            "examples": list(_examples(views)),
            "jsonld": {"@context": "https://schema.org", "@type": "WebSite", "name": "Broker Errors"},
        },
        brokers=[(one, sum(view.broker is one for view in views.all)) for one in catalog.brokers],
        live=sum(view.entry.outcome is Outcome.UNKNOWN for view in views.all),
        operation=operation,
        operation_to=paths.operation(operation_broker, operation),
        operation_count=len(operation_views),
        code=code,
        code_to=paths.code(code_broker, code),
        code_count=sharing,
        broker=catalog.brokers[0],
        write=operation or "write",
    )


def _listed(catalog: Catalog) -> str:
    *others, last = (broker.name for broker in catalog.brokers)
    return f"{', '.join(others)} or {last}" if others else last


def _examples(views: Views) -> Iterator[dict[str, str]]:
    """What fills the box: a refusal that was seen, what may be live, a wait, and what nobody knows."""
    refused = [
        (view, one)
        for view in views.all
        if view.entry.outcome is Outcome.NOT_APPLIED and not view.page.verdict.earlier
        for one in _seen(view)
    ]
    if refused:
        best, seen = max(
            refused, key=lambda pair: (bool(pair[1].params), len(pair[0].entry.examples), pair[0].id)
        )
        yield _example(best, seen.body, "outcome", best.entry.outcome)
    live = [view for view in views.all if view.entry.outcome is Outcome.UNKNOWN and _by_status(view)]
    if live:
        best = max(live, key=lambda view: (max(view.page.statuses), view.id))
        yield _example(best, best.page.head, "outcome", best.entry.outcome)
    told = [view for view in views.all if view.entry.wait and view.entry.wait.field and view.entry.examples]
    if told:
        yield _example(told[0], told[0].entry.examples[0].body, "retry", told[0].entry.retry)
    yield {
        "text": NOBODYS,
        "label": NOBODYS,
        "broker": "",
        "kind": "",
        "value": "",
        "word": "Not in the catalog",
    }


def _seen(view: View) -> list[Example]:
    """Real payloads of the entry that are short enough to be shown."""
    return [
        one
        for one in view.entry.examples
        if one.evidence is Evidence.OBSERVED and view.page.head in one.body and len(one.body) < SHORT
    ]


def _by_status(view: View) -> bool:
    return any(one.kind is MatchedOn.STATUS and one.status for one in view.entry.signatures)


def _example(view: View, text: str, kind: str, value: str) -> dict[str, str]:
    word = CHIPS[kind][value]
    label = view.page.head if view.page.head in text else text
    return {
        "text": text,
        "label": label,
        "broker": view.broker.id,
        "kind": kind,
        "value": value,
        "word": word,
    }
