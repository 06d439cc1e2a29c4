"""A diff with everything that a renderer has to show."""

from generator.history.acceptance import Acceptance, Fragment
from generator.history.changes import At, Change, Example, Level
from generator.history.diff import Diff

ORDERS = "catalog/acme/orders.yaml"

LOST = Change(
    "param-lost",
    Level.MAJOR,
    True,
    "acme.asset_cannot_be_shorted",
    "`params` lose symbol and gain asset",
    At(ORDERS, 12),
    {"lost": ["symbol"], "gained": ["asset"]},
    16,
    Example(
        '422 {"message":"asset \\"EIDO\\" cannot be sold short"}',
        "example 1 of acme.asset_cannot_be_shorted",
        "asset_cannot_be_shorted(symbol=EIDO)",
        "asset_cannot_be_shorted(asset=EIDO)",
    ),
)
LAXER = Change(
    "retry-laxer",
    Level.MINOR,
    True,
    "acme.order_not_found",
    "retry of a write: reconcile → after_change",
    At(ORDERS, 40),
    {"operation": "write", "before": "reconcile", "after": "after_change"},
)
ADDED = Change(
    "entry-added", Level.MINOR, False, "acme.order_not_open", "new entry: Order is not open", At(ORDERS, 60)
)
TEXTS = tuple(
    Change(
        "text-changed",
        Level.PATCH,
        False,
        f"acme.entry_{number}",
        "wording of causes",
        At(ORDERS, 100 + number),
    )
    for number in range(7)
)
FRAGMENT = Fragment(
    "catalog/changes/order-not-open.yaml",
    "Orders that are no longer open are told from other refusals.",
    (
        Acceptance(
            "retry-laxer",
            "acme.order_not_found",
            "a look-up finds it anyway",
            At("catalog/changes/x.yaml", 3),
        ),
    ),
)
SUPERFLUOUS = Acceptance("answer-lost", "acme.gone", "nobody sends it", At("catalog/changes/x.yaml", 4))


def sample() -> Diff:
    """A diff of which one change waits for a reason, one has one, and one acceptance speaks of nothing."""
    return Diff(
        ("main", "0" * 40),
        ("working tree", None),
        "0.1.0",
        (LOST, LAXER, ADDED, *TEXTS),
        (FRAGMENT,),
        (SUPERFLUOUS,),
        1580,
        22,
    )
