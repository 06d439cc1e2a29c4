"""Reads the catalog's files: strict YAML, and a document for each."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.findings import Finding, Place
from generator.load.yaml import Document, Kind, Refused, read_document

CATEGORIES = "categories.yaml"
COMMON = "common.yaml"
BROKER = "broker.yaml"
CHANGES = "changes"
"""The folder of what pull requests say of their changes, which is no broker's."""
RELEASED = "released.yaml"
"""The file of every id that was ever released."""
_AREA = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\.yaml")


@dataclass(frozen=True, slots=True)
class BrokerFiles:
    """The files of one broker; ``id`` is its folder's name."""

    id: str
    broker: Document
    areas: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class CatalogFiles:
    """All files of a catalog."""

    categories: Document
    brokers: tuple[BrokerFiles, ...]
    common: Document | None = None
    """The names across brokers; None where a catalog has none."""
    released: Document | None = None
    """Every id that was ever released; None before the first release."""
    version: str | None = None
    """The project's version, where the catalog stands in a project."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that is written by hand, in the order of their names."""
        documents = [self.categories, *([self.common] if self.common is not None else [])]
        for broker in self.brokers:
            documents += [broker.broker, *broker.areas.values()]
        return tuple(documents)


def kind_of(name: str) -> Kind:
    """What a catalog file of this name holds."""
    kinds: Mapping[str, Kind] = {
        CATEGORIES: "categories",
        COMMON: "common",
        BROKER: "broker",
        RELEASED: "released",
    }
    return kinds.get(name, "entries")


def load(folder: Path) -> tuple[CatalogFiles | None, list[Finding]]:
    """Read the catalog in ``folder``. Without a finding there are files.

    Names in findings begin with the folder's.
    """
    reader = _Reader(folder)
    files = reader.catalog()
    return (None if reader.findings else files), reader.findings


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.findings: list[Finding] = []

    def catalog(self) -> CatalogFiles | None:
        if not self._folder.is_dir():
            self._find(self._folder, "file-missing", "There is no such folder.", "Name the catalog's folder.")
            return None
        others = (CATEGORIES, COMMON, CHANGES, RELEASED)
        contents = (path for path in self._contents(self._folder) if path.suffix != ".md")  # for people
        paths = [path for path in contents if path.name not in others]
        brokers = [self._broker(path) for path in paths]
        categories = self._document(self._folder / CATEGORIES)
        common = self._optional(self._folder / COMMON)
        listed = self._optional(self._folder / RELEASED)
        if categories is None:
            return None
        return CatalogFiles(categories, _present(brokers), common, listed, self._version())

    def _version(self) -> str | None:
        root = self._folder.parent
        return project_version(root) if (root / "pyproject.toml").is_file() else None

    def _broker(self, folder: Path) -> BrokerFiles | None:
        if not folder.is_dir():
            self._find(
                folder, "file-unknown", "This file has no place here.", "Move it into a broker's folder."
            )
            return None
        areas: dict[str, Document] = {}
        for path in self._contents(folder):
            if not _AREA.fullmatch(path.name):
                self._find(
                    path,
                    "file-unknown",
                    "The name is not an area's.",
                    "Remove it, or rename it like market_data.yaml.",
                )
            elif path.name != BROKER:
                document = self._document(path)
                if document is not None:
                    areas[path.stem] = document
        broker = self._document(folder / BROKER)
        return BrokerFiles(folder.name, broker, areas) if broker is not None else None

    def _optional(self, path: Path) -> Document | None:
        return self._document(path) if path.exists() else None

    def _document(self, path: Path) -> Document | None:
        if not path.exists():
            self._find(
                path, "file-missing", "This file is missing.", "Write it; the schema says what it holds."
            )
            return None
        try:
            return read_document(path, self._name(path), kind_of(path.name))
        except Refused as refused:
            self.findings += refused.findings
            return None

    def _contents(self, folder: Path) -> list[Path]:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))

    def _find(self, path: Path, rule: str, message: str, mend: str) -> None:
        self.findings.append(Finding(Place(self._name(path)), rule, message, mend))

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder.parent).as_posix()


def _present(brokers: Iterable[BrokerFiles | None]) -> tuple[BrokerFiles, ...]:
    return tuple(broker for broker in brokers if broker is not None)


def project_version(root: Path) -> str:
    """The version of the project in ``root``, which stands in pyproject.toml and nowhere else."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
