"""Pages that list entries: all of them, and those of a category, an operation, a code, a broker."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.catalog import Broker
from generator.model.coverage import coverage as covered
from generator.targets.python.runtime._page import shown
from generator.targets.python.runtime._words import Evidence, Outcome, Retry
from generator.targets.site import paths
from generator.targets.site.frame import page
from generator.targets.site.views import View, Views, with_code

_RETRIES = tuple(Retry)
_ORDER = (
    Retry.RECONCILE,
    Retry.HALT,
    Retry.WAIT,
    Retry.BACKOFF,
    Retry.RECONNECT,
    Retry.AFTER_CHANGE,
    Retry.NEVER,
)
"""In which order an operation's answers are told, the most dangerous first."""
_GROUPS: Mapping[Retry, tuple[str, str]] = {
    Retry.RECONCILE: ("Look it up first", "Something may be live. Find out before you send anything."),
    Retry.HALT: ("Send nothing", "It did not go through, and more traffic makes the lock-out longer."),
    Retry.WAIT: (
        "Wait, then send it again",
        "It did not go through. The answer or its page states how long.",
    ),
    Retry.BACKOFF: ("Send it again, slowly", "It did not go through. Growing pauses, a few times at most."),
    Retry.RECONNECT: ("Connect again", "It did not go through. The connection is what failed."),
    Retry.AFTER_CHANGE: (
        "Change something first",
        "It did not go through. Funds, a position, a permission or the market must change.",
    ),
    Retry.NEVER: ("Correct the request", "It did not go through, and never will as it is."),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    id: str
    title: str
    meaning: str
    views: tuple[View, ...]
    may_be_live: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which lists are filtered."""

    value: str
    title: str
    count: int


def pages(views: Views) -> dict[str, str]:
    """All lists, with the data from which the page of all entries is drawn."""
    return {
        "assets/rows.js": rows(views),
        **dict([_browse(views), _categories(views), _operations(views), _codes(views)]),
        **dict([_facts(views), _coverage(views)]),
        **{path: text for broker in views.catalog.brokers for path, text in _of_broker(views, broker)},
        **dict(_category(views, category.id) for category in views.catalog.categories),
    }


# Browse


def rows(views: Views) -> str:
    """The rows of the page of all entries, as a script: pages opened from a disk may not read data."""
    data = {"fields": list(_FIELDS), "rows": [_row(view) for view in views.all]}
    return f"var BROKER_ERRORS_ROWS = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


_FIELDS = (
    "id",
    "title",
    "area",
    "category",
    "outcome",
    "retry",
    "evidence",
    "statuses",
    "codes",
    "operations",
    "messages",
)


def _row(view: View) -> list[Any]:
    entry = view.entry
    return [
        view.id,
        entry.title,
        view.area.id,
        entry.category,
        entry.outcome,
        entry.retry,
        entry.evidence,
        list(view.page.statuses),
        list(view.page.codes),
        list(entry.operations),
        [] if entry.fallback else [shown(message) for message in view.messages],
    ]


def _browse(views: Views) -> tuple[str, str]:
    catalog = views.catalog
    statuses = Counter(status for view in views.all for status in view.page.statuses)
    categories = Counter(view.entry.category for view in views.all)
    evidence = Counter(view.entry.evidence for view in views.all)
    return page(
        "browse",
        "browse/",
        {
            "title": "All errors",
            "description": f"{len(views.all)} errors that broker APIs answer with, to be filtered by broker, "
            "area, category, outcome, retry, status, code, operation and evidence.",
            "scripts": ["rows.js", "browse.js"],
        },
        catalog=catalog,
        total=len(views.all),
        live=sum(view.entry.outcome is Outcome.UNKNOWN for view in views.all),
        outcomes=[Choice(one, one, 0) for one in Outcome],
        retries=[Choice(one, one, 0) for one in _RETRIES],
        categories=[
            Choice(one.id, one.title, categories[one.id]) for one in catalog.categories if categories[one.id]
        ],
        statuses=[Choice(str(one), str(one), statuses[one]) for one in sorted(statuses)],
        evidence=[Choice(one, one.capitalize(), evidence[one]) for one in Evidence if evidence[one]],
        codes={broker.name: _code_choices(views, broker) for broker in catalog.brokers},
        operations={broker.name: _operation_choices(views, broker) for broker in catalog.brokers},
    )


def _code_choices(views: Views, broker: Broker) -> list[Choice]:
    counts = Counter(code for view in views.of(broker) for code in view.page.codes)
    return [Choice(code, code, counts[code]) for code in sorted(counts)]


def _operation_choices(views: Views, broker: Broker) -> list[Choice]:
    found = views.by_operation
    return [
        Choice(operation, operation, len(found[name, operation]))
        for name, operation in sorted(found, key=_by_path)
        if name == broker.id
    ]


def _by_path(key: tuple[str, str]) -> tuple[str, str, str]:
    broker, operation = key
    method, _, path = operation.partition(" ")
    return broker, path, method


# Categories


def _categories(views: Views) -> tuple[str, str]:
    catalog = views.catalog
    return page(
        "categories",
        "categories/",
        {"title": "Categories", "description": "The kinds of errors, and what may be sent again in each."},
        groups=[(one, views.by_category.get(one.id, ())) for one in catalog.categories],
        brokers=catalog.brokers,
    )


def _category(views: Views, id_: str) -> tuple[str, str]:
    category = views.catalog.categories_by_id[id_]
    found = views.by_category.get(id_, ())
    return page(
        "category",
        f"categories/{id_}/",
        {"title": f"{category.title}: what may be sent again", "description": category.meaning},
        category=category,
        groups=[
            Group(broker.id, broker.name, "", tuple(one for one in found if one.broker is broker))
            for broker in views.catalog.brokers
        ],
        total=len(found),
        live=sum(one.entry.outcome is Outcome.UNKNOWN for one in found),
        outcomes=Counter(one.entry.outcome for one in found).most_common(),
    )


# Operations


def _operations(views: Views) -> tuple[str, str]:
    return page(
        "operations",
        "operations/",
        {
            "title": "Operations: what can each one answer?",
            "description": "Every operation for which errors are known, and how many may leave it live.",
        },
        brokers=[
            (
                broker,
                [
                    (operation, found, sum(_is_live(one) for one in found))
                    for (name, operation), found in sorted(
                        views.by_operation.items(), key=lambda item: _by_path(item[0])
                    )
                    if name == broker.id
                ],
            )
            for broker in views.catalog.brokers
        ],
    )


def _operation(views: Views, broker: Broker, operation: str) -> tuple[str, str]:
    own = views.by_operation[broker.id, operation]
    http = {channel.id for channel in broker.channels if channel.transport == "http"}
    general = tuple(
        view
        for view in views.of(broker)
        if not view.entry.operations and http.intersection(view.entry.channels)
    )
    live = tuple(view for view in (*own, *general) if _is_live(view))
    return page(
        "operation",
        paths.operation(broker.id, operation),
        {
            "title": f"What can {operation} answer? {broker.name}",
            "description": f"{len(own)} errors are known for {operation} of {broker.name}: after which of "
            "them something may be live, and what may be sent again.",
            "section": "operations",
        },
        broker=broker,
        operation=operation,
        own=own,
        general=tuple(view for view in general if not _is_live(view)),
        groups=_groups(own, live),
    )


def _groups(own: Sequence[View], live: tuple[View, ...]) -> list[Group]:
    rest = [view for view in own if view not in live]
    found = [
        Group(
            retry,
            *_GROUPS[retry],
            live if retry is Retry.RECONCILE else tuple(view for view in rest if view.entry.retry is retry),
            retry is Retry.RECONCILE,
        )
        for retry in _ORDER
    ]
    return [group for group in found if group.views]


def _is_live(view: View) -> bool:
    return view.entry.outcome is not Outcome.NOT_APPLIED or view.entry.retry is Retry.RECONCILE


# Codes


def _codes(views: Views) -> tuple[str, str]:
    return page(
        "codes",
        "codes/",
        {
            "title": "Codes: what does each one mean?",
            "description": "Every code that the brokers' answers carry, and how many errors share it.",
        },
        sets=[
            (broker, one, [(code, len(with_code(views.of(broker), code))) for code in one.codes])
            for broker in views.catalog.brokers
            for one in broker.code_sets
        ],
    )


def _code(views: Views, broker: Broker, code: str) -> tuple[str, str]:
    found = with_code(views.of(broker), code)
    statuses = Counter(status for view in found for status in view.page.statuses)
    retries = Counter(view.entry.retry for view in found)
    meanings = "1 thing" if len(found) == 1 else f"{len(found)} different things"
    return page(
        "code",
        paths.code(broker.id, code),
        {
            "title": f"{broker.name} code {code}: {len(found)} meaning{'' if len(found) == 1 else 's'}",
            "description": f"The code {code} of {broker.name} means {meanings}. The message decides which.",
            "section": "codes",
        },
        broker=broker,
        code=code,
        sets=[one for one in broker.code_sets if code in one.codes],
        views=found,
        meanings=meanings,
        statuses=[status for status, _ in statuses.most_common()],
        retries=[(one, retries[one]) for one in _ORDER if retries[one]],
        outcomes=Counter(view.entry.outcome for view in found).most_common(),
    )


# Brokers


def _of_broker(views: Views, broker: Broker) -> Iterable[tuple[str, str]]:
    found = views.of(broker)
    yield page(
        "broker",
        f"{broker.id}/",
        {
            "title": f"{broker.name} API errors",
            "description": f"{len(found)} errors of the API of {broker.name}: what each one means, whether "
            "the request went through, whether it may be sent again, and who does what first.",
            "section": "browse",
        },
        broker=broker,
        total=len(found),
        outcomes=Counter(view.entry.outcome for view in found).most_common(),
        groups=[
            Group(area.id, area.title, area.meaning, tuple(view for view in found if view.area is area))
            for area in broker.areas
        ],
    )
    codes = dict.fromkeys(
        (*(code for one in broker.code_sets for code in one.codes), *(c for v in found for c in v.page.codes))
    )
    for code in codes:
        yield _code(views, broker, code)
    for name, operation in views.by_operation:
        if name == broker.id:
            yield _operation(views, broker, operation)


# Facts and coverage


def _facts(views: Views) -> tuple[str, str]:
    facts = sorted(
        ((fact, view) for view in views.all for fact in view.entry.dated),
        key=lambda item: (item[0].on, item[1].id),
        reverse=True,
    )
    return page(
        "facts",
        "facts/",
        {
            "title": "Dated facts: which rules changed, and when",
            "description": "Rules of the brokers that began or ended on a day, the latest first.",
        },
        facts=[(fact, view, view.broker.sources_by_id[fact.source.source]) for fact, view in facts],
    )


def _coverage(views: Views) -> tuple[str, str]:
    grades = {
        broker.id: Counter(view.entry.evidence for view in views.of(broker))
        for broker in views.catalog.brokers
    }
    return page(
        "coverage",
        "coverage/",
        {
            "title": "What is covered, and on what evidence",
            "description": "How many errors each area has, how many were observed, what rests on schemas.",
        },
        brokers=[(one, grades[one.broker.id]) for one in covered(views.catalog)],
        EVIDENCE=tuple(Evidence),
        views=views.by_id,
        total=len(views.all),
        totals=Counter(view.entry.evidence for view in views.all),
    )
