"""Vendors' specifications against the catalog: codes, statuses, operations and examples that it lacks.

The files are named in broker.yaml and kept in a folder outside of the repository's history. Nothing is
fetched unless that is asked for, and a file that is missing is never taken for one that agrees.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from urllib.request import urlopen

import yaml

from generator.authoring.new import readable
from generator.history.answers import ask
from generator.history.payloads import Payload
from generator.load.files import BrokerFiles

FOLDER = "specifications"
LARGEST = 30_000_000
"""Bytes of a file that is fetched."""
SECONDS = 60
SHOWN = 6
"""Values that a line names one by one."""

_METHODS = ("get", "post", "put", "patch", "delete")
_PARAMETER = re.compile(r"\{[^{}/]*\}")
_LOWEST_FAILURE = 400

Kind = Literal["code", "status", "operation", "example"]
Data = Mapping[str, Any]


class Missing(Exception):
    """A specification that cannot be read. ``mend`` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which a vendor's file and the catalog differ.

    ``is_error`` tells a code that the catalog must have from what is only worth knowing.
    """

    broker: str
    file: str
    kind: Kind
    says: str
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class _Specification:
    """A vendor's file, read, and what broker.yaml says of it."""

    file: str
    stated: Data
    data: Data


def drift(root: Path, folder: Path) -> list[Drift]:
    """Every difference between the catalog and the vendors' files in ``folder``.

    Raises:
        Missing: if a file is missing or not readable.
        Refusal: if the catalog is not in order.
    """
    found: list[Drift] = []
    for files in readable(root / "catalog").brokers:
        for stated in _stated(files):
            specification = _Specification(stated["file"], stated, _read(folder / stated["file"]))
            found += _codes(files, specification)
            found += _operations(files, specification)
            found += _answers(root, files, specification)
    return found


def fetch(root: Path, folder: Path, get: Callable[[str], bytes] | None = None) -> list[str]:
    """Fetch every file that has an address into ``folder`` and return their names.

    Raises:
        Missing: if one cannot be fetched. What was there before stays.
    """
    fetched: list[str] = []
    for files in readable(root / "catalog").brokers:
        for stated in _stated(files):
            if "url" in stated:
                content = (get or download)(stated["url"])
                (folder / stated["file"]).parent.mkdir(parents=True, exist_ok=True)
                (folder / stated["file"]).write_bytes(content)
                fetched.append(stated["file"])
    return fetched


def as_text(found: Sequence[Drift]) -> str:
    """The differences for a terminal, errors first."""
    if not found:
        return "The vendors' files have nothing that the catalog lacks."
    return "\n".join(
        f"{'error' if one.is_error else 'note'}: {one.broker}, {one.file}: {one.says}"
        for one in _errors_first(found)
    )


def as_markdown(found: Sequence[Drift]) -> str:
    """The differences as an issue; the empty string where no difference is an error."""
    if not any(one.is_error for one in found):
        return ""
    lines = ["The vendors' files have codes that the catalog lacks. What is a note needs nothing.", ""]
    for one in _errors_first(found):
        kind = "**error**" if one.is_error else "note"
        lines.append(f"- {kind}: {_inert(one.broker)}, {_inert(one.file)}: {_inert(one.says)}")
    return "\n".join(lines) + "\n"


def _errors_first(found: Sequence[Drift]) -> list[Drift]:
    return sorted(found, key=lambda one: (not one.is_error, one.broker, one.file, one.kind, one.says))


def _inert(text: str) -> str:
    """A vendor's text as code, which no mark within it can end."""
    return f"`{' '.join(text.split()).replace('`', chr(39))}`"


def _stated(files: BrokerFiles) -> Sequence[Data]:
    data: Any = files.broker.data
    stated: Sequence[Data] = data.get("specifications", ())
    return stated


def _codes(files: BrokerFiles, specification: _Specification) -> Iterator[Drift]:
    """Values of an enum that the catalog's code set does not have, and the other way round."""
    broker: Any = files.broker.data
    sets = {one["enum"]: {*one["codes"], *one.get("success", ())} for one in broker["code_sets"]}
    ignored = {one["value"] for one in specification.stated.get("ignore", ())}
    for path, enum in ((one["at"], one["enum"]) for one in specification.stated.get("enums", ())):
        values = _at(specification.data, path)
        if enum not in sets:
            says = f"broker.yaml has no code set {enum} to compare {path} with"
            yield Drift(files.id, specification.file, "code", says, is_error=True)
            continue
        if not isinstance(values, list):
            says = f"there is no enum at {path}; {enum} cannot be compared"
            yield Drift(files.id, specification.file, "code", says, is_error=True)
            continue
        unlisted = sorted({str(value) for value in values} - sets[enum] - ignored)
        if unlisted:
            says = f"{path} has {_named(unlisted)}, which {enum} lacks"
            yield Drift(files.id, specification.file, "code", says, is_error=True)
        unknown = sorted(sets[enum] - {str(value) for value in values})
        if unknown:
            yield Drift(files.id, specification.file, "code", f"{path} lacks {_named(unknown)} of {enum}")


def _operations(files: BrokerFiles, specification: _Specification) -> Iterator[Drift]:
    """Operations that no entry names, and those that entries name and the file lacks."""
    offered = {_plain(one): one for one in _offered(specification.data)}
    named = {_plain(one): one for one in _named_operations(files)}
    silent = sorted(offered[key] for key in offered.keys() - named.keys())
    if silent:
        says = f"{len(silent)} of {len(offered)} operations are named by no entry: {_named(silent)}"
        yield Drift(files.id, specification.file, "operation", says)


def _answers(root: Path, files: BrokerFiles, specification: _Specification) -> Iterator[Drift]:
    """Statuses that nothing stands for, and printed payloads that no entry recognizes."""
    statuses = sorted({status for status, _ in _failures(specification.data)})
    printed = list(_printed(specification.data))
    asked = [Payload(files.id, "", status) for status in statuses]
    asked += [Payload(files.id, text, status) for status, text in printed]
    with TemporaryDirectory(prefix="drift-") as scratch:
        package = [("this revision", root / "generated")]
        (answers,) = ask(package, [(payload, True) for payload in asked], Path(scratch))
    bare = [status for status, one in zip(statuses, answers, strict=False) if not one.error]
    if bare:
        says = f"no entry stands for the status {_named([str(status) for status in bare])}"
        yield Drift(files.id, specification.file, "status", says)
    fallbacks = {f"{files.id}.{entry['id']}" for entry in _entries(files) if entry.get("fallback")}
    unknown = Counter(
        text
        for (_, text), one in zip(printed, answers[len(statuses) :], strict=True)
        if not one.error or one.error in fallbacks
    )
    for text, _ in sorted(unknown.items()):
        says = f"no entry is specific to the printed answer {text[:200]}"
        yield Drift(files.id, specification.file, "example", says)


def _offered(data: Data) -> Iterator[str]:
    for path, item in data.get("paths", {}).items():
        yield from (
            f"{method.upper()} {path}" for method in _METHODS if isinstance(item, dict) and method in item
        )


def _failures(data: Data) -> Iterator[tuple[int, Data]]:
    """Each response with a failing status."""
    for item in data.get("paths", {}).values():
        for method in _METHODS:
            operation = item.get(method, {}) if isinstance(item, dict) else {}
            for status, response in operation.get("responses", {}).items():
                if str(status).isdecimal() and int(status) >= _LOWEST_FAILURE and isinstance(response, dict):
                    yield int(status), response


def _printed(data: Data) -> Iterator[tuple[int, str]]:
    """The payloads that are printed as examples of failures, each once."""
    seen: set[tuple[int, str]] = set()
    for status, response in _failures(data):
        for media in response.get("content", {}).values():
            values = [one.get("value") for one in media.get("examples", {}).values() if isinstance(one, dict)]
            for value in [*values, media.get("example")]:
                if value is not None:
                    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                    seen.add((status, text))
    yield from sorted(seen)


def _named_operations(files: BrokerFiles) -> Iterator[str]:
    broker: Any = files.broker.data
    groups = {one["id"]: one["operations"] for one in broker.get("operations", ())}
    for entry in _entries(files):
        for name in entry.get("operations", ()):
            yield from groups.get(name, (name,))


def _entries(files: BrokerFiles) -> Iterator[Data]:
    for document in files.areas.values():
        data: Any = document.data
        yield from data["entries"]


def _plain(operation: str) -> str:
    """An operation so that two spellings of its parameters are one."""
    return _PARAMETER.sub("{}", operation).lower()


def _at(data: Data, path: str) -> object:
    """The values of the enum at a path such as ``components.schemas.Reason``."""
    found: Any = reduce(
        lambda node, name: node.get(name, {}) if isinstance(node, dict) else {}, path.split("."), data
    )
    return found.get("enum") if isinstance(found, dict) else None


def _named(values: Sequence[str]) -> str:
    more = len(values) - SHOWN
    return ", ".join(values[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _read(path: Path) -> Data:
    try:
        text = path.read_text("utf-8")
        data: object = json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise Missing(
            f"{path} cannot be read: {str(error).splitlines()[0]}",
            "Put the vendor's file there, or fetch it: python -m generator drift --fetch",
        ) from None
    if not isinstance(data, dict) or not isinstance(data.get("paths"), dict):
        raise Missing(f"{path} is no specification: it has no paths.", "Put the vendor's OpenAPI file there.")
    return data


def download(url: str, seconds: float = SECONDS) -> bytes:
    """What stands at an address. Raises :class:`Missing` for anything but the whole of it."""
    try:
        with urlopen(url, timeout=seconds) as answer:  # noqa: S310  # the schema allows https only
            content: bytes = answer.read(LARGEST + 1)
            stated = answer.headers.get("Content-Length")
    except (OSError, HTTPException) as error:
        told = str(error) or type(error).__name__
        raise Missing(
            f"{url} cannot be fetched: {told}", "Try again, or put the file there by hand."
        ) from None
    if len(content) > LARGEST:
        raise Missing(f"{url} is larger than {LARGEST:,} bytes.", "Put the file there by hand.")
    if stated is not None and int(stated) != len(content):
        raise Missing(f"{url} was cut off after {len(content):,} of {stated} bytes.", "Try again.")
    return content
