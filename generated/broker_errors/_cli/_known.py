# From generator/targets/python/runtime/_cli/_known.py by `python -m generator build`. Do not edit.
"""The errors that there are, and ways to find them: by id, name, code, status, operation or words."""

from .._loading import brokers, errors
from .._matching import check_broker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._errors import BrokerError


class Known:
    """The errors of one broker, or of all. ``errors`` are by full id."""

    def __init__(self, broker: "str | None" = None) -> None:
        check_broker(broker)
        asked = brokers() if broker is None else (broker,)
        self.errors = {error.value: error for one in asked for error in errors(one)}

    def named(self, word: str) -> "list[BrokerError]":
        """What is meant by a full id, the name of a member, a code or a status."""
        by_id = self.errors.get(word.lower())
        if by_id is not None:
            return [by_id]
        name = word.rpartition(".")[2].upper()
        by_name = [error for error in self.errors.values() if error.name == name]
        return by_name or self.with_code(word) or (self.with_status(int(word)) if word.isdecimal() else [])

    def with_code(self, code: str) -> "list[BrokerError]":
        """Those that come with this code of the vendor."""
        return [error for error in self.errors.values() if has_code(error, code)]

    def with_status(self, status: int) -> "list[BrokerError]":
        """Those that come with this HTTP status."""
        return [error for error in self.errors.values() if has_status(error, status)]


def has_code(error: "BrokerError", code: str) -> bool:
    """Whether an error comes with this code of the vendor."""
    return any(one.code == code for one in error.info.signatures)


def has_status(error: "BrokerError", status: int) -> bool:
    """Whether an error comes with this HTTP status: in a signature or in an example."""
    said = [*(one.status for one in error.info.signatures), *(one.status for one in error.info.examples)]
    return status in said


def has_operation(error: "BrokerError", text: str) -> bool:
    """Whether an error answers an operation in which this text occurs."""
    return any(text.casefold() in operation.casefold() for operation in error.info.operations)


def has_words(error: "BrokerError", words: str) -> bool:
    """Whether all these words occur in an error's texts."""
    info = error.info
    messages = (one.message or "" for one in info.signatures)
    texts = " ".join([info.id, info.title, info.meaning, *info.causes, *messages]).casefold()
    return all(word in texts for word in words.casefold().split())


def summary(error: "BrokerError") -> tuple[str, str, str, str]:
    """An error in one row: id, category, what a write may do, title."""
    return error.value, error.category.value, error.retry.value, error.info.title
