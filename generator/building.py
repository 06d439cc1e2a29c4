"""From plain data of an approved shape to the model."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from generator.findings import Place
from generator.load import BrokerFiles, CatalogFiles
from generator.model import (
    Area,
    Broker,
    Catalog,
    Category,
    Channel,
    Citation,
    CodeSet,
    Condition,
    Deprecation,
    Entry,
    Envelope,
    Example,
    Outcome,
    Signature,
    Source,
    Step,
    Term,
    Wait,
    Where,
)
from generator.strict_yaml import Document, NodePath

Data = Mapping[str, Any]


def build(files: CatalogFiles) -> Catalog:
    """Build the catalog from files whose shape was approved."""
    document = files.categories
    data = cast(Data, document.data)
    categories = tuple(_category(document, index, item) for index, item in enumerate(data["categories"]))
    defaults: dict[str, Outcome] = {category.id: category.outcomes[0] for category in categories}
    return Catalog(
        outcomes=_terms(document, "outcomes"),
        retries=_terms(document, "retries"),
        categories=categories,
        brokers=tuple(_broker(broker, defaults) for broker in files.brokers),
    )


def _terms(document: Document, key: str) -> tuple[Term, ...]:
    items = cast(Data, document.data)[key]
    return tuple(
        Term(item["id"], item["title"], item["meaning"], _where(document, key, index))
        for index, item in enumerate(items)
    )


def _category(document: Document, index: int, item: Data) -> Category:
    return Category(
        id=item["id"],
        title=item["title"],
        meaning=item["meaning"],
        outcomes=tuple(item["outcomes"]),
        retries=tuple(item["retries"]),
        where=_where(document, "categories", index),
    )


def _broker(files: BrokerFiles, outcomes: Mapping[str, Outcome]) -> Broker:
    document = files.broker
    data = cast(Data, document.data)
    return Broker(
        id=data["id"],
        name=data["name"],
        enum=data["enum"],
        docs=data["docs"],
        support=data["support"],
        marks=tuple(data["marks"]),
        channels=tuple(Channel(**item) for item in data["channels"]),
        code_sets=tuple(_code_set(document, index, item) for index, item in enumerate(data["code_sets"])),
        envelopes=tuple(_envelope(document, index, item) for index, item in enumerate(data["envelopes"])),
        sources=tuple(
            Source(item["id"], item["title"], item["kind"], item.get("url")) for item in data["sources"]
        ),
        reads=tuple(data["reads"]),
        areas=tuple(_area(area, files.id, name, outcomes) for name, area in files.areas.items()),
        where=_where(document),
    )


def _code_set(document: Document, index: int, item: Data) -> CodeSet:
    return CodeSet(
        enum=item["enum"],
        title=item["title"],
        pattern=item["pattern"],
        unmistakable=item.get("unmistakable", False),
        channels=tuple(item["channels"]),
        codes=tuple(item["codes"]),
        success=tuple(item.get("success", ())),
        where=_where(document, "code_sets", index),
    )


def _envelope(document: Document, index: int, item: Data) -> Envelope:
    return Envelope(
        id=item["id"],
        meaning=item["meaning"],
        when=tuple(_condition(path, wanted) for path, wanted in item["when"].items()),
        channel=item.get("channel"),
        status=item.get("status"),
        code=item.get("code"),
        code_sets=tuple(item.get("code_sets", ())),
        message=item.get("message"),
        request_id=item.get("request_id"),
        inner=item.get("inner"),
        success=item.get("success", False),
        unmistakable=item.get("unmistakable", False),
        where=_where(document, "envelopes", index),
    )


def _condition(path: str, wanted: Any) -> Condition:
    return Condition(path, "is", wanted["is"]) if isinstance(wanted, dict) else Condition(path, wanted)


def _area(document: Document, broker: str, name: str, outcomes: Mapping[str, Outcome]) -> Area:
    data = cast(Data, document.data)
    entries = (
        _entry(document, index, item, broker=broker, area=name, outcomes=outcomes)
        for index, item in enumerate(data["entries"])
    )
    return Area(name, data["title"], data["meaning"], document.file, tuple(entries))


def _entry(
    document: Document, index: int, item: Data, *, broker: str, area: str, outcomes: Mapping[str, Outcome]
) -> Entry:
    path = ("entries", index)
    retry = item["retry"]
    own_outcome = item.get("outcome")
    return Entry(
        broker=broker,
        area=area,
        id=item["id"],
        title=item["title"],
        category=item["category"],
        fallback=item.get("fallback", False),
        channels=tuple(item["channels"]),
        signatures=tuple(_signature(*each) for each in _each(document, item, "signatures", path)),
        more_specific_than=tuple(item.get("more_specific_than", ())),
        fields=tuple(item.get("fields", ())),
        operations=tuple(item.get("operations", ())),
        meaning=item["meaning"],
        causes=tuple(item["causes"]),
        own_outcome=own_outcome,
        retry_read=retry["read"] if isinstance(retry, dict) else retry,
        retry_write=retry["write"] if isinstance(retry, dict) else retry,
        wait=_wait(item["wait"]) if "wait" in item else None,
        remediation=tuple(_step(*each) for each in _each(document, item, "remediation", path)),
        note=item.get("note"),
        citations=tuple(_citation(text) for text in item["sources"]),
        related=tuple(item.get("related", ())),
        examples=tuple(_example(*each) for each in _each(document, item, "examples", path)),
        since=item["since"],
        deprecated=_deprecation(item["deprecated"]) if "deprecated" in item else None,
        outcome=own_outcome or outcomes.get(item["category"], "unknown"),
        where=_where(document, *path),
    )


def _each(document: Document, item: Data, key: str, path: NodePath) -> Iterator[tuple[Data, Where]]:
    for index, data in enumerate(item[key]):
        yield data, _where(document, *path, key, index)


def _signature(item: Data, where: Where) -> Signature:
    return Signature(
        channel=item.get("channel"),
        status=item.get("status"),
        code=item.get("code"),
        field=item.get("field"),
        value=item.get("is"),
        body=item.get("body"),
        message=item.get("message"),
        requires=tuple(item.get("requires", ())),
        where=where,
    )


def _wait(item: Data) -> Wait:
    return Wait(
        seconds=item.get("seconds"),
        field=item.get("field"),
        header=item.get("header"),
        until_header=item.get("until_header"),
        cap=item.get("cap"),
        echo=tuple(item.get("echo", ())),
    )


def _step(item: Data, where: Where) -> Step:
    return Step(item["who"], item["do"], item.get("code"), where)


def _citation(text: str) -> Citation:
    source, _, place = text.partition("#")
    return Citation(source, place or None)


def _example(item: Data, where: Where) -> Example:
    source = item["source"]
    return Example(
        evidence=item["evidence"],
        status=source.get("status"),
        channel=source.get("channel"),
        body=source["body"],
        params=dict(item.get("params", {})),
        where=where,
    )


def _deprecation(item: Data) -> Deprecation:
    return Deprecation(item["since"], item["reason"], item.get("use"), item.get("note"))


def _where(document: Document, *path: str | int) -> dict[str, Place]:
    """The places of a node and of what is directly in it; deeper ones are found at the node they stand in."""
    node: Any = document.data
    for key in path:
        node = node[key]
    return {"": document.place(*path), **{str(key): document.place(*path, key) for key in node}}
