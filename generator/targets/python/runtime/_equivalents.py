# This line is another one in the package: it says where the module is from.
"""The base of the enum of common errors, and what comes nearest to them elsewhere."""

from enum import StrEnum

from ._loading import equivalents
from ._tuples import NamedTuple


class Equivalents(NamedTuple):
    """What FIX, gRPC and ccxt say for a common error; empty where they have nothing near."""

    fix: str | None = None
    grpc: str | None = None
    ccxt: tuple[str, ...] = ()


class CommonWord(StrEnum):
    """One name across brokers for what a program handles in one way."""

    @property
    def fix(self) -> str | None:
        """Tags of FIX with their values, such as ``103=18``."""
        return equivalents()[self].fix

    @property
    def grpc(self) -> str | None:
        """The status code of gRPC, such as ``UNAVAILABLE``."""
        return equivalents()[self].grpc

    @property
    def ccxt(self) -> tuple[str, ...]:
        """The names of ccxt's exceptions, such as ``InsufficientFunds``."""
        return equivalents()[self].ccxt
