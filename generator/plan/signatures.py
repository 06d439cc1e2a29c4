"""The rows of signatures, with their ranks."""

from collections.abc import Mapping

from generator.model.catalog import Entry, Signature
from generator.targets.python.runtime._rows import RANKS, SignatureRow

CLASSES = {"4xx": 4, "5xx": 5}
"""What stands in the place of a status for all others of its class."""


def signature_row(entry: Entry, signature: Signature, depths: Mapping[str, int]) -> SignatureRow:
    """The row of a signature. ``depths`` says how many entries are more specific than each.

    A message may be unmistakable, unless it requires that the broker is known.
    """
    kind = str(signature.kind)
    # what is said to be more specific than other messages cannot rank below them
    fallback = entry.fallback and not (kind == "message" and entry.more_specific_than)
    required = signature.required
    status = signature.status if kind == "status" else required.get("status")
    code = signature.code if kind == "code" else required.get("code")
    if kind == "status" and signature.statuses is not None:
        status = CLASSES[signature.statuses]
    return SignatureRow(
        entry=entry.full_id,
        broker=entry.broker,
        kind=kind,
        rank=RANKS[fallback, kind] - depths[entry.id],
        fallback=fallback,
        unmistakable=kind == "message" and "broker" not in signature.requires,
        channel=_text(required.get("channel")),
        status=status if isinstance(status, int) else None,
        code=_text(code),
        body=signature.body,
        path=tuple(signature.field.split(".")) if signature.field else (),
        value=signature.is_,
        beside=tuple(with_.split(".")) if (with_ := getattr(signature, "with_", None)) else (),
    )


def order(row: SignatureRow) -> tuple[int, int, str]:
    """Those that count more first, then those that demand more."""
    demands = sum(one is not None for one in (row.channel, row.status, row.code, row.body, row.value))
    return -row.rank, -demands - len(row.beside), row.entry


def _text(value: object) -> str | None:
    return None if value is None else str(value)
