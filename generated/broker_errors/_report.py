"""What is known of a source, and what was read from it."""

from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LOWEST_STATUS, LOWEST_FAILURE, HIGHEST_STATUS = 100, 400, 599
"""HTTP statuses."""


class Report(NamedTuple):
    """What a source says, in the words of the catalog.

    Attributes:
        broker: whose answer it is.
        channel: the way it travelled, such as ``rest``; None where that cannot be told.
        status: the HTTP status, or the status of a WebSocket reply; None where there is none.
        code: the vendor's own code, as text.
        message: the vendor's text, JSON escapes undone, otherwise as it came.
        fields: the body that carries the error.
        request_id: the vendor's id of the request, to quote to its support.
        headers: the response's headers, names in lower case.
        place: where it stands in the source, if that is a text: the first character and the one behind the last.
        truncated: whether a part of the source was not read, because it exceeds a documented limit.
        body: what kind of body the answer has: ``text``, ``empty``, ``html`` for the page of some gateway,
            ``unread`` where there is one that was not read.
    """

    broker: str
    channel: str | None = None
    status: int | None = None
    code: str | None = None
    message: str | None = None
    fields: "Mapping[str, object]" = {}  # noqa: RUF012 - the default of a tuple's field; nobody changes it
    request_id: str | None = None
    headers: "Mapping[str, str]" = {}  # noqa: RUF012
    place: tuple[int, int] | None = None
    truncated: bool = False
    body: str = "empty"


class Given:
    """What is known about a value from what stands around it.

    ``broker`` is the one that was asked for. ``owners`` are the brokers that the value is known to be of. ``body`` is
    the kind of body that an answer has, None where only its text can tell.
    """

    __slots__ = ("body", "broker", "channel", "headers", "owners", "request_id", "status", "truncated")

    def __init__(
        self,
        broker: str | None = None,
        channel: str | None = None,
        status: int | None = None,
        owners: tuple[str, ...] = (),
        headers: "Mapping[str, str] | None" = None,
        request_id: str | None = None,
        body: str | None = None,
        *,
        truncated: bool = False,
    ) -> None:
        self.broker = broker
        self.channel = channel
        self.status = status
        self.owners = owners
        self.headers = headers or {}
        self.request_id = request_id
        self.body = body
        self.truncated = truncated

    def with_(
        self,
        *,
        channel: str | None = None,
        status: int | None = None,
        owner: str | None = None,
        request_id: str | None = None,
        body: str | None = None,
    ) -> "Given":
        """The same with more known. What was known already stays."""
        owners = self.owners if owner is None or owner in self.owners else (*self.owners, owner)
        return Given(
            self.broker,
            self.channel or channel,
            status if self.status is None else self.status,
            owners,
            self.headers,
            self.request_id or request_id,
            body or self.body,
            truncated=self.truncated,
        )


class Reading:
    """What was read in one place: of a body by an envelope, or of a text.

    ``owners`` are the brokers that it is known to be of. ``order`` tells which place of the source it is, ``at``
    where in its text it begins.
    """

    __slots__ = ("at", "body", "channel", "code", "fields", "given", "message", "order", "owners", "status")

    def __init__(
        self,
        given: Given,
        channel: str | None,
        status: int | None,
        code: str | None,
        message: str | None,
        fields: "Mapping[str, object] | None",
        body: str | None,
        owners: tuple[str, ...],
        *,
        order: int = 0,
        at: int = 0,
    ) -> None:
        self.given = given
        self.channel = channel
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields
        self.body = body
        self.owners = owners
        self.order = order
        self.at = at

    def report(self, broker: str, place: tuple[int, int] | None) -> Report:
        """The report of this reading."""
        given = self.given
        return Report(
            broker,
            self.channel,
            self.status,
            self.code,
            self.message,
            self.fields or {},
            given.request_id,
            given.headers,
            place,
            given.truncated,
            self.body or ("text" if self.message else "empty"),
        )
