# From generator/targets/python/runtime/_report.py by `python -m generator build`. Do not edit.
"""What is known of a source, and what was read from it."""

from ._tuples import NamedTuple
from ._values import MISSING, as_status, as_text, value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._fold import Folded
    from ._rows import EnvelopeRow
    from ._values import Fields


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
        place: where it stands in the source, if that is a text: the first character and the one behind the
        last.
        truncated: whether a part of the source was not read, because it exceeds a documented limit.
        body: what kind of body the answer has: ``text``, ``empty``, ``html`` for the page of some gateway,
            ``unread`` where there is one that was not read.
        operation: what was asked of the broker, such as ``POST /v2/orders``, where the source tells.
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
    operation: str | None = None


class Part(NamedTuple):
    """A part of the source's text: of the text itself where ``folded`` is None, else of its folded form."""

    start: int
    end: int
    folded: "Folded | None" = None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the source."""
        return (self.start, self.end) if self.folded is None else self.folded.span_in_original(*self[:2])


class Given:
    """What is known about a value from what stands around it.

    ``broker`` is the one that was asked for. ``owners`` are the brokers that the value is known to be of.
    ``body`` is the kind of body that an answer has, None where only its text can tell. ``http_channels`` is
    each broker's channel of what has a status or a code and no other channel. ``marked`` is the channel that
    marks tell; an envelope's outweighs it, if that is not the one of all HTTP answers. ``part`` is where the
    value stands in the source, if that is a text.
    """

    __slots__ = (
        "body",
        "broker",
        "channel",
        "headers",
        "http_channels",
        "marked",
        "operation",
        "owners",
        "part",
        "request_id",
        "status",
        "truncated",
    )

    def __init__(
        self,
        http_channels: "Mapping[str, str | None]",
        *,
        broker: str | None = None,
        channel: str | None = None,
        status: int | None = None,
        owners: tuple[str, ...] = (),
        headers: "Mapping[str, str] | None" = None,
        request_id: str | None = None,
        body: str | None = None,
        operation: str | None = None,
        truncated: bool = False,
        marked: str | None = None,
        part: Part | None = None,
    ) -> None:
        self.http_channels = http_channels
        self.broker = broker
        self.channel = channel
        self.status = status
        self.owners = owners
        self.headers = headers or {}
        self.request_id = request_id
        self.body = body
        self.operation = operation
        self.truncated = truncated
        self.marked = marked
        self.part = part

    def of(self, broker: str) -> "Given":
        """The same of a broker that is as good as asked for."""
        made = self.with_(owner=broker)
        made.broker = broker
        return made

    def with_(
        self,
        *,
        channel: str | None = None,
        status: int | None = None,
        owner: str | None = None,
        request_id: str | None = None,
        part: Part | None = None,
    ) -> "Given":
        """The same with more known. What was known already stays, but for a status: the inner one counts."""
        made = Given.__new__(Given)  # a call with twelve arguments by name takes twice as long
        made.http_channels = self.http_channels
        made.broker = self.broker
        made.channel = self.channel or channel
        made.status = self.status if status is None else status
        made.owners = self.owners if owner is None or owner in self.owners else (*self.owners, owner)
        made.headers = self.headers
        made.request_id = self.request_id or request_id
        made.body = self.body
        made.operation = self.operation
        made.truncated = self.truncated
        made.marked = self.marked
        made.part = self.part or part
        return made


class Reading:
    """What was read in one place: of a body by an envelope, or of a text.

    ``owners`` are the brokers that it is known to be of. ``order`` tells which place of the source it is,
    ``at`` where in its text it begins.
    """

    __slots__ = (
        "_fields",
        "at",
        "body",
        "channel",
        "code",
        "given",
        "marked",
        "message",
        "order",
        "owners",
        "status",
    )

    def __init__(
        self,
        given: Given,
        *,
        code: str | None = None,
        message: str | None = None,
        fields: "Fields | None" = None,
        body: str | None = None,
        owners: tuple[str, ...] | None = None,
        order: int = 0,
        at: int = 0,
    ) -> None:
        self.given = given
        self.channel = given.channel
        self.marked = given.marked
        self.status = given.status
        self.code = code
        self.message = message
        self._fields = fields
        self.body = body
        self.owners: tuple[str, ...] = given.owners if owners is None else owners
        self.order = order
        self.at = at

    @property
    def part(self) -> Part | None:
        """Where it stands in the source, if that is a text."""
        return self.given.part

    def channel_of(self, broker: str) -> str | None:
        """The channel, if the broker is that one."""
        http = self.given.http_channels.get(broker)
        if self.channel is not None and self.channel != http:
            return self.channel
        told = self.status is not None or self.code is not None
        return self.marked or self.channel or (http if told else None)

    def own(self, broker: str) -> None:
        """Take note that this is known to be of a broker."""
        if broker not in self.owners:
            self.owners = (*self.owners, broker)

    def value(self, path: tuple[str, ...]) -> object:
        """The value of the body at a path; ``MISSING`` where there is none."""
        return MISSING if self._fields is None else self._fields.value(path)

    def with_code(self, code: str) -> "Reading":
        """The same with a code that stands beside."""
        coded = Reading(
            self.given, code=code, body=self.body, owners=self.owners, order=self.order, at=self.at
        )
        coded.channel, coded.marked, coded.status = self.channel, self.marked, self.status
        return coded

    def report(self, broker: str, place: tuple[int, int] | None) -> Report:
        """The report of this reading."""
        given = self.given
        return Report(
            broker,
            self.channel_of(broker),
            self.status,
            self.code,
            self.message,
            {} if self._fields is None else self._fields.body,
            given.request_id,
            given.headers,
            place,
            given.truncated,
            self.body or ("text" if self.message else "empty"),
            given.operation,
        )


class BodyReading(NamedTuple):
    """What an envelope of one level reads of a body, worked out when it is asked for."""

    row: "EnvelopeRow"
    fields: "Mapping[str, object]"
    message: str | None
    stated_code: object
    given_status: int | None

    @property
    def channel(self) -> str | None:
        """The envelope's channel."""
        return self.row.channel

    def channel_of(self, broker: str) -> str | None:  # noqa: ARG002 - see Reading
        """The channel, if the broker is that one."""
        return self.row.channel

    @property
    def code(self) -> str | None:
        """The vendor's code."""
        return as_text(self.stated_code)

    @property
    def status(self) -> int | None:
        """The body's status, else the one that was given."""
        inner = as_status(value_at(self.fields, self.row.status)) if self.row.status else None
        return self.given_status if inner is None else inner

    @property
    def body(self) -> str | None:
        """What kind of body it is; None where that is not said."""
        return "text" if self.message else None

    @property
    def part(self) -> Part | None:
        """Where it stands in the source: that is known only beside it."""
        return None

    @property
    def order(self) -> int:
        """Which place of the source it is: the only one."""
        return 0

    @property
    def at(self) -> int:
        """Where in a text it begins."""
        return 0

    def value(self, path: tuple[str, ...]) -> object:
        """The value of the body at a path; ``MISSING`` where there is none."""
        return value_at(self.fields, path)

    def report(self, broker: str, place: tuple[int, int] | None) -> Report:
        """The report of this reading."""
        row = self.row
        return Report(
            broker,
            row.channel,
            self.status,
            self.code,
            self.message,
            self.fields,
            as_text(value_at(self.fields, row.request_id)) if row.request_id else None,
            place=place,
            body=self.body or "empty",
        )


if TYPE_CHECKING:
    AnyReading = Reading | BodyReading
