"""What is searched: entries and codes, as documents from which the index is made when it is needed."""

import json
from typing import Any

from generator.targets.site import paths
from generator.targets.site.frame import CHIPS
from generator.targets.site.views import View, Views, with_code


def files(views: Views) -> dict[str, str]:
    """The documents, as a script: pages that are opened from a disk may not read data."""
    data = {
        "words": CHIPS["outcome"] | CHIPS["retry"],
        "brokers": {broker.id: broker.name for broker in views.catalog.brokers},
        "entries": [_entry(view) for view in views.all],
        "codes": [list(one) for one in _codes(views)],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return {"assets/documents.js": f"var BROKER_ERRORS_DOCUMENTS = {text};\n"}


def _entry(view: View) -> list[Any]:
    """Full id, title, messages as templates, statuses, codes, what else is said, outcome and retry."""
    entry = view.entry
    fields = (*(one.field for one in entry.signatures if one.field), *entry.fields)
    also = " ".join(dict.fromkeys((*fields, *entry.operations, view.category.title)))
    return [
        view.id,
        entry.title,
        list(view.messages),
        list(view.page.statuses),
        list(view.page.codes),
        also,
        entry.outcome,
        entry.retry,
        int(entry.fallback),
    ]


def _codes(views: Views) -> list[tuple[str, str, int, str]]:
    """A broker, one of its codes, how many entries share it, and its page."""
    return [
        (broker.id, code, len(with_code(views.of(broker), code)), paths.code(broker.id, code))
        for broker in views.catalog.brokers
        for code in dict.fromkeys(code for one in broker.code_sets for code in one.codes)
    ]
