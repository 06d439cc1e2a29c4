# What is generated beside this package: the words that vary with the catalog.

from enum import StrEnum

VERSION: str
BROKERS: dict[str, str]

class Category(StrEnum): ...  # type: ignore[misc]  # its members are the catalog's
