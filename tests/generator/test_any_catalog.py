"""Whatever is changed in a good catalog, the check answers: it never fails by itself."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.format import canonical_text
from generator.findings import Finding, has_errors
from generator.load.files import BrokerFiles, CatalogFiles
from generator.load.yaml import Document, NodePath, Refused, parse
from generator.model.read import read
from generator.policies.registry import Subject, check_policies
from generator.shape import check_shape
from tests.generator.helpers import acme_files, as_yaml, examples

AREAS = ("catalog/acme/limits.yaml", "catalog/acme/orders.yaml")
TEXTS = (
    *("", " ", "x", "on", "a b c d", "line\nbreak\n", "é\u2028\x07", "TODO", "someone@example.com"),
    *(
        "{",
        "{a}",
        "{a:word}",
        "{a:rest} b c d",
        "{a:text} b {a:text}",
        "a  b c.",
        "the {p:field} is {q:rest}",
    ),
    *("rest", "stream", "never", "wait", "unknown", "orders", "index", "order_closed", "insufficient_funds"),
    *("40301", "acme_docs#", "0.1.0", "[45][0-9", "Halted", "class", "a.0.b", "POST /orders"),
)
OTHERS: tuple[Any, ...] = (
    *(0, -1, 404, 10**17, True, False),
    *([], {}, [[]], ["x", "x"], [{}]),
    *({"x": "x"}, {"is": 1}, {"field": "a.0.b"}, {"read": "wait", "write": "halt"}),
)


def with_document(files: CatalogFiles, changed: Document) -> CatalogFiles:
    """The files with one document in place of the one of its name."""

    def chosen(document: Document) -> Document:
        return changed if changed.file == document.file else document

    brokers = tuple(
        BrokerFiles(
            broker.id,
            chosen(broker.broker),
            {name: chosen(document) for name, document in broker.areas.items()},
        )
        for broker in files.brokers
    )
    return replace(files, categories=chosen(files.categories), brokers=brokers)


def checked(files: CatalogFiles) -> list[Finding]:
    """What the check finds in files that were read."""
    findings = check_shape(files)
    return findings if has_errors(findings) else check_policies(Subject(*read(files), files))


def changed_data(document: Document, path: NodePath, value: object) -> Any:
    """The data of a document with another value at a path; without it where the value is None."""
    data: Any = deepcopy(document.data)
    *above, last = path
    node = data
    for key in above:
        node = node[key]
    if value is None:
        del node[last]
    else:
        node[last] = value
    return data


def value_at(document: Document, path: NodePath) -> Any:
    """What stands at a path."""
    found: Any = document.data
    for key in path:
        found = found[key]
    return found


@examples(300)
@given(data=st.data())
def test_a_value_that_is_replaced_or_left_out(data: st.DataObject) -> None:
    """A value becomes another one, mostly of its kind. Fields are chosen by name: few names fill a file."""
    documents = {document.file: document for document in acme_files().documents}
    document = documents[data.draw(st.sampled_from([*documents, *AREAS, *AREAS]))]
    paths: dict[str, list[NodePath]] = {}
    for path in document.places:
        if path:
            paths.setdefault(str(path[-1]), []).append(path)
    path = data.draw(st.sampled_from(paths[data.draw(st.sampled_from(sorted(paths)))]))
    likely = TEXTS if isinstance(value_at(document, path), str) else OTHERS
    value = data.draw(st.sampled_from([*likely, *likely, *likely, None, *TEXTS, *OTHERS]))
    changed = parse(as_yaml(changed_data(document, path, value)), document.file, document.kind)
    findings = checked(with_document(acme_files(), changed))
    _all_are_in_files(findings)
    if not any(finding.rule == "schema" for finding in findings):
        canonical = canonical_text(changed)
        assert canonical_text(parse(canonical, changed.file, changed.kind)) == canonical


@examples(200)
@given(data=st.data())
def test_a_line_that_is_removed_doubled_or_broken(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(acme_files().documents))
    lines = document.text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    place = data.draw(st.integers(0, len(line)))
    inserted = data.draw(
        st.sampled_from([" ", "  ", "\t", ":", ": ", "- ", "#", " #", "'", '"', "{", "]", "&a ", "*a", "!x "])
    )
    lines[number : number + 1] = data.draw(
        st.sampled_from(
            [[], [line, line], [line[:place] + inserted + line[place:]], [line[:place]], [line[place:]]]
        )
    )
    try:
        changed = parse("\n".join(lines), document.file, document.kind)
    except Refused as refused:
        _all_are_in_files(list(refused.findings))
    else:
        _all_are_in_files(checked(with_document(acme_files(), changed)))


def _all_are_in_files(findings: list[Finding]) -> None:
    """Every finding has a file of the catalog, a line that may be in it, and words."""
    known = {document.file for document in acme_files().documents}
    for finding in findings:
        assert finding.place.file in known
        assert finding.place.line >= 1
        assert finding.message
        assert finding.mend
