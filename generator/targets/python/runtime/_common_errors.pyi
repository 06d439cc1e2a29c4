# What is generated beside this package: one name across brokers.

from ._equivalents import CommonWord

class CommonError(CommonWord): ...  # type: ignore[misc]  # its members are the catalog's
