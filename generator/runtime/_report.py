"""What was decoded from a source, and what it was recognised as."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._plain_text import Candidate

LOWEST_STATUS, LOWEST_FAILURE, HIGHEST_STATUS = 100, 400, 599
"""HTTP statuses."""


class Report:
    """What a source says, in the words of the catalog, before anything is recognised.

    Attributes:
        broker: the broker in whose envelope the report was found.
        channel: the way it travelled, such as ``rest``; None where that cannot be told.
        status: the HTTP status, or the status of a WebSocket reply; None where there is none.
        code: the vendor's own code, as text.
        message: the vendor's text, JSON escapes undone, otherwise as it came.
        fields: the body that carries the error.
        request_id: the vendor's id of the request, to quote to its support.
        headers: the response's headers, names in lower case.
    """

    __slots__ = (
        "again",
        "broker",
        "candidates",
        "channel",
        "code",
        "fields",
        "headers",
        "message",
        "owned",
        "page",
        "request_id",
        "status",
    )

    def __init__(
        self,
        broker: str,
        *,
        channel: str | None = None,
        status: int | None = None,
        code: str | None = None,
        message: str | None = None,
        candidates: "tuple[Candidate, ...]" = (),
        fields: "Mapping[str, object] | None" = None,
        request_id: str | None = None,
        headers: "Mapping[str, str] | None" = None,
        owned: bool = False,
        page: bool = False,
        again: bool = False,
    ) -> None:
        self.broker = broker
        self.channel = channel
        self.status = status
        self.code = code
        self.message = message
        self.candidates = candidates or (((message, None),) if message else ())
        self.fields = fields or {}
        self.request_id = request_id
        self.headers = headers or {}
        self.owned = owned
        self.page = page
        self.again = again

    @property
    def body(self) -> str:
        """What kind of text the answer has: ``html`` for the page of some gateway, ``empty``, or ``text``."""
        if self.page:
            return "html"
        return "text" if self.message else "empty"

    def __repr__(self) -> str:
        shown = ("channel", "status", "code", "message", "request_id")
        said = "".join(f", {name}={value!r}" for name in shown if (value := getattr(self, name)) is not None)
        return f"Report({self.broker!r}{said})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None  # type: ignore[assignment]
