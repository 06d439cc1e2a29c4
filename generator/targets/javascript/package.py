"""The package ``broker-errors`` for JavaScript: generated data and declarations, the runtime beside them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.catalog import Broker, Catalog
from generator.targets.javascript.data import lists, ranges, tables
from generator.targets.javascript.literals import comment, javascript_literal, javascript_rows, union
from generator.targets.python.runtime._rows import Common, Plan
from generator.targets.python.runtime._words import MatchedOn, Outcome, Retry
from generator.targets.rendering import environment
from generator.targets.shipping import shipped

FOLDER = "javascript"
RUNTIME = Path(__file__).parent / "runtime"
GENERATED = "// Generated from the catalog by `python -m generator build`. Do not edit.\n"
NAME = "broker-errors"

_KEYWORDS = ("broker", "trading", "api", "errors", "retry")
_COMMON = ("before", "before_closed", "behind", "phrases", "levels", "introducing", "continuing")
_TEMPLATES = environment(
    Path(__file__).parent / "templates",
    {"js": javascript_literal, "rows": javascript_rows, "union": union, "comment": comment},
)


def generate(catalog: Catalog, plans: Iterable[Plan], common: Common, version: str) -> dict[str, str]:
    """The package's files, by their paths below ``generated/``."""
    by_broker = {plan.broker: plan for plan in plans}
    ids = [broker.id for broker in catalog.brokers]
    files = {
        "package.json": json.dumps(_manifest(catalog, version), indent=2, ensure_ascii=False) + "\n",
        "README.md": _TEMPLATES.get_template("readme.md.jinja").render(
            brokers=[broker.id for broker in catalog.brokers]
        ),
        "index.js": _render("index.js.jinja", brokers=ids, version=version),
        "index.d.ts": _render("index.d.ts.jinja", **_declared(catalog)),
        "data/common.js": _render("common.js.jinja", common=_common(common)),
    }
    for broker in catalog.brokers:
        plan = by_broker[broker.id]
        files[f"data/{broker.id}.js"] = _render(
            "broker.js.jinja", lists=lists(broker, plan), tables=tables(broker, plan)
        )
    runtime = shipped(RUNTIME, RUNTIME.glob("*.js"), "//")
    files |= {f"runtime/{path}": text for path, text in runtime.items()}
    return {f"{FOLDER}/{path}": text for path, text in files.items()}


def _render(template: str, **context: object) -> str:
    return GENERATED + _TEMPLATES.get_template(template).render(context)


def _manifest(catalog: Catalog, version: str) -> dict[str, object]:
    names = " and ".join(broker.name for broker in catalog.brokers)
    return {
        "name": NAME,
        "version": version,
        "description": f"Recognizes what {names} answer when they say no, and tells what to do about it.",
        "keywords": [*(broker.id for broker in catalog.brokers), *_KEYWORDS],
        "license": "MIT",
        "type": "module",
        "sideEffects": False,
        "exports": {".": {"types": "./index.d.ts", "default": "./index.js"}},
        "types": "./index.d.ts",
        "files": ["index.js", "index.d.ts", "data", "runtime"],
        "engines": {"node": ">=20"},
    }


def _common(common: Common) -> Mapping[str, object]:
    words = {_camel(name): getattr(common, name) for name in _COMMON}
    return {"codes": ranges(common.codes), **words}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _declared(catalog: Catalog) -> dict[str, object]:
    """What the declarations name: closed lists, and for each broker its ids, channels and codes."""
    return {
        "brokers": [_broker(broker) for broker in catalog.brokers],
        "categories": [one.id for one in catalog.categories],
        "outcomes": [one.value for one in Outcome],
        "retries": [one.value for one in Retry],
        "kinds": [one.value for one in MatchedOn],
    }


def _broker(broker: Broker) -> dict[str, object]:
    prefix = broker.enum.removesuffix("Error")
    return {
        "id": broker.id,
        "name": broker.name,
        "prefix": prefix,
        "ids": [entry.full_id for entry in broker.entries],
        "channels": sorted(channel.id for channel in broker.channels),
        "code_sets": [
            {"name": one.enum, "title": one.title, "codes": sorted({*one.codes, *one.success})}
            for one in broker.code_sets
        ],
    }
