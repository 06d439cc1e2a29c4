# From generator/targets/python/runtime/_rows.py by `python -m generator build`. Do not edit.
"""The plan of a broker as rows: what the catalog knows, in the form in which matching reads it.

A plan is data: texts, numbers, truth values and tuples of them, the same for every language. Rows name each
other by entry id, by a template's key or by a code set's name, never by position. A path is a tuple of keys.
"""

from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._wait import Wait

MESSAGE_IN_FIELD = 50
"""What a message gains by standing where the broker keeps its messages."""
CODE_WITH_STATUS = 90
"""What a status gains by standing in a code, which it does not have from somebody else."""
CUT_OFF = 3500
CUT_OFF_FALLBACK = 1350
"""The rank of a message within which the text ends: it may have gone on otherwise."""
MENTIONED = 2900
MENTIONED_FALLBACK = 1340
"""The rank of a short message that a sentence mentions: it may be a part of another one."""
TELLS_BROKER = 3000
"""From this rank on a finding of one broker keeps another's from being the answer."""
RANKS = {
    (False, "field"): 6000,
    (False, "message"): 5000,
    (False, "code"): 4000,
    (False, "status"): 3000,
    (True, "message"): 1400,
    (True, "code"): 1300,
    (True, "status"): 1200,
    (True, "field"): 1100,
}
"""How much a signature counts, by whether its entry is a fallback and by what the signature looks at.

From it the plan takes one for each entry that is more specific than the signature's own.
"""


class EntryRow(NamedTuple):
    """The facts of an entry that programs branch on, as words.

    ``may_repeat`` says that the answer may follow an earlier attempt of the same request that arrived.
    ``fields`` are body fields that become params.
    """

    category: str
    outcome: str
    retry: str
    retry_read: str
    fallback: bool = False
    may_repeat: bool = False
    wait: "Wait | None" = None
    fields: tuple[str, ...] = ()
    common: str | None = None


class SignatureRow(NamedTuple):
    """One way to recognise an entry. What is None is not required.

    ``kind`` is what decides: field, message, code or status. ``unmistakable`` says that the signature alone
    tells the broker. ``channel``, ``status``, ``code`` and ``body`` (empty or html) are demanded besides;
    for the kinds code and status, that one is what the signature is looked up by; a status of one digit
    stands for its class.
    ``path``, ``value`` and ``beside``, a second field that has to be there, belong to the kind field.
    """

    entry: str
    broker: str
    kind: str
    rank: int
    fallback: bool = False
    unmistakable: bool = False
    channel: str | None = None
    status: int | None = None
    code: str | None = None
    body: str | None = None
    path: tuple[str, ...] = ()
    value: str | None = None
    beside: tuple[str, ...] = ()

    @property
    def free(self) -> bool:
        """Whether nothing is demanded besides what the signature is looked up by."""
        others = 0 if self.kind in ("code", "status") else (self.status is not None) + (self.code is not None)
        return self.channel is None and self.body is None and not others

    @property
    def is_surpassed(self) -> bool:
        """Whether another entry is more specific."""
        return self.rank < RANKS[self.fallback, self.kind]

    @property
    def demands(self) -> int:
        """How much is demanded: of two that hold, the one that demands more says more, a channel the most."""
        return (
            2 * (self.channel is not None)
            + (self.status is not None)
            + (self.code is not None)
            + (self.value is not None)
            + (self.body is not None)
            + len(self.beside)
        )


class TemplateRow(NamedTuple):
    """A message template and the signatures that have it.

    ``key`` is the folded template, ``spelled`` the vendor's own spellings. ``pieces`` are literals and slots
    (``name:type``) in turn, a literal first and last, both maybe empty. ``words`` are the literal words that
    touch no slot, ``early`` those of the first part, by which a cut-off message is known. ``beside`` says
    what may stand beside the message in a sentence: ``any``, ``no_sentence`` or ``nothing``. ``exact_case``
    says that within a text only the vendor's spelling counts, because everybody says the same. ``alone`` says
    that it is proved of a template with slots: no other one of the broker is all of a text that this one is.
    """

    key: str
    spelled: tuple[str, ...]
    pieces: tuple[str, ...]
    words: str
    early: str
    beside: str
    exact_case: bool
    signatures: tuple[SignatureRow, ...]
    alone: bool = False


class ConditionRow(NamedTuple):
    """What a body must have at ``path``: a ``shape``, as the catalog names it, and its ``value``."""

    path: tuple[str, ...]
    shape: str
    value: object = None


class EnvelopeRow(NamedTuple):
    """A form in which a broker wraps an error or a good answer, and where it keeps what.

    ``inner`` holds the error itself, ``each`` a list of errors. ``single`` says that the form is a body by
    itself and no item of a list.
    """

    id: str
    broker: str
    when: tuple[ConditionRow, ...]
    channel: str | None = None
    status: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    code_sets: tuple[str, ...] = ()
    message: tuple[str, ...] = ()
    request_id: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    single: bool = False
    success: bool = False
    unmistakable: bool = False


class CodeSetRow(NamedTuple):
    """The codes that a vendor uses in one place. ``telling`` are those that nobody else has.

    ``pattern`` is what its codes look like, listed or not; a group in it holds the HTTP status.
    """

    name: str
    broker: str
    pattern: str
    codes: tuple[str, ...]
    telling: tuple[str, ...]


class FormRow(NamedTuple):
    """A form in which a client or the broker writes an error as text. Its slots are the fields of a body.

    ``trigger`` is the word that leads to it; where it is empty, the broker's codes do. ``words`` are all of
    its words.
    """

    id: str
    broker: str
    pieces: tuple[str, ...]
    trigger: str
    words: str
    unmistakable: bool


class ChannelRow(NamedTuple):
    """A way in which answers travel, and how it is told: by the host that was called or by words.

    ``framing`` is what its frames have before a JSON value, a letter or digit first.
    """

    id: str
    transport: str
    hosts: tuple[str, ...]
    marks: tuple[str, ...]
    framing: tuple[str, ...] = ()


class Plan(NamedTuple):
    """All that matching needs of one broker.

    ``fields`` are keys that a body has besides those of envelopes and signatures, which are worth showing.
    ``anchors`` leads from a word to the templates (by key) worth trying where it is said, ``heads`` to those
    that a text may break off in. ``attributes`` are names under which its clients' exceptions keep a body.
    """

    broker: str
    marks: tuple[str, ...]
    hosts: tuple[str, ...]
    request_id_headers: tuple[str, ...]
    attributes: tuple[str, ...]
    channels: tuple[ChannelRow, ...]
    code_sets: tuple[CodeSetRow, ...]
    envelopes: tuple[EnvelopeRow, ...]
    forms: tuple[FormRow, ...]
    templates: tuple[TemplateRow, ...]
    fields: tuple[str, ...]
    anchors: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    signatures: tuple[SignatureRow, ...]


class Common(NamedTuple):
    """What everybody writes alike: HTTP statuses and reason phrases, log levels, attributes of clients.

    ``codes`` are the statuses that a text may state. ``before`` are the words that make a number behind them
    a status; those of ``before_closed`` do so only
    where the number ends in a sign. ``behind`` are the words that do so behind it. ``statuses_fetched`` hold
    a status only of what has headers. ``unread`` are attributes with the value (as text) that they have
    while nobody has read the body.
    """

    codes: tuple[int, ...]
    before: tuple[str, ...]
    before_closed: tuple[str, ...]
    behind: tuple[str, ...]
    phrases: tuple[str, ...]
    levels: tuple[str, ...]
    introducing: tuple[str, ...]
    continuing: tuple[str, ...]
    statuses: tuple[str, ...]
    statuses_fetched: tuple[str, ...]
    bodies: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]
