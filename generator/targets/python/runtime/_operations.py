# This line is another one in the package: it says where the module is from.
"""What a broker says about its operations: which only read, and how it knows a repeated one."""

from ._tuples import NamedTuple

READING_METHODS = ("GET", "HEAD", "OPTIONS")


class OperationTable(NamedTuple):
    """A broker's operations, as templates such as ``GET /v2/orders/{order_id}``.

    ``reads`` only read although their method does not say so, and ``writes`` change something although theirs
    does not. ``keys`` are operations with the field by which the broker knows a repeated request.
    """

    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


def only_reads(operation: str, tables: tuple[OperationTable, ...]) -> bool:
    """Tell whether repeating ``operation`` is harmless. What is not known to only read counts as a write."""
    words = operation.split()
    if not words or operation == "write" or any(_is_one_of(operation, one.writes) for one in tables):
        return False
    if operation == "read" or words[0].upper() in READING_METHODS:
        return True
    return any(_is_one_of(operation, table.reads) for table in tables)


def idempotency_key(operation: str, table: OperationTable) -> str | None:
    """The field by which the broker knows a repeated request of ``operation``; None where it checks none."""
    return next((key for template, key in table.keys if _is_of(operation, template)), None)


def _is_one_of(operation: str, templates: tuple[str, ...]) -> bool:
    return any(_is_of(operation, template) for template in templates)


def _is_of(operation: str, template: str) -> bool:
    """Tell whether an operation is the one that a template stands for: ``{name}`` is any one part of a path.

    Query, fragment, host, a final slash and the case of letters do not count, nor does a version in front,
    such as ``/v1``, where the template has none.
    """
    method, _, path = operation.strip().partition(" ")
    wanted_method, _, wanted = template.partition(" ")
    if method.upper() != wanted_method.upper():
        return False
    parts, pattern = _parts(path), _parts(wanted)
    if _is_version(parts[0]) and not _is_version(pattern[0]):
        parts = parts[1:]
    return len(parts) == len(pattern) and all(
        part == want or (want.startswith("{") and want.endswith("}") and part != "")
        for part, want in zip(parts, pattern, strict=True)
    )


def _parts(path: str) -> list[str]:
    path = path.strip().partition("?")[0].partition("#")[0]
    if "://" in path:
        path = "/" + path.partition("://")[2].partition("/")[2]
    return path.strip("/").lower().split("/")


def _is_version(part: str) -> bool:
    return part[:1] == "v" and part.isascii() and part[1:].isdecimal()
