# This line is another one in the package: it says where the module is from.
"""The types of slots as expressions over folded text. The catalog's side of them is generator's."""

from ._tuples import NamedTuple


class SlotType(NamedTuple):
    """``pattern`` never gives back what it took. ``open`` values end where the text or its quotation ends.

    ``plain`` values have no sign that folding changes.
    """

    pattern: str
    longest: int
    open: bool = False
    plain: bool = False


SLOTS = {
    "decimal": SlotType("[+-]?+[0-9]{1,24}+(?:[.][0-9]{1,24}+)?+", 50, plain=True),
    "int": SlotType("[+-]?+[0-9]{1,24}+", 25, plain=True),
    "symbol": SlotType("[a-z0-9](?:[a-z0-9._/-]{0,38}[a-z0-9])?", 40, plain=True),
    "uuid": SlotType("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", 36, plain=True),
    "word": SlotType("[a-z_][a-z0-9_-]{0,63}+", 64, plain=True),
    "field": SlotType("[a-z_](?:[a-z0-9_.-]{0,126}[a-z0-9_-])?", 128, plain=True),
    "hex": SlotType("0x[0-9a-f]{1,16}+", 18, plain=True),
    "timestamp": SlotType("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[t ][0-9][0-9:.+z-]{0,39}+)?+", 51),
    "quoted": SlotType('[^"]{1,256}+', 256),
    "unquoted": SlotType("[^\"']{1,256}+", 256),
    "close": SlotType(r"\\x[0-9a-f]{2}\\x[0-9a-f]{2}", 8),
    "text": SlotType("[^\n]{1,500}?", 500, True),
    "rest": SlotType("[^\n]{1,500}?", 500, True),
}
