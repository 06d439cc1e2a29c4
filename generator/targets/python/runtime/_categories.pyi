# What is generated beside this package: the categories, which vary with the catalog.

from enum import StrEnum

class Category(StrEnum): ...  # type: ignore[misc]  # its members are the catalog's
