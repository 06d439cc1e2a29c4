# This line is another one in the package: it says where the module is from.
"""The words of a text, and what they lead to: on most texts nothing, and that is decided first."""

from ._fold import Folded, hides_words, lowered, words
from ._stated import Statuses, hosts
from ._triggers import Triggers
from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._forms import TextForm, TextForms
    from ._lookup import Lookup
    from ._template import Template

LAST_WORDS = 24
"""A text may break off in a message if its early words are among its last ones."""


class Heard(NamedTuple):
    """The words of a text that lead somewhere, all of its words, and the folded text if it was needed.

    ``broker`` is the one to whose hosts the text has addresses, if nobody has named one.
    """

    hits: frozenset[bytes]
    spoken: list[bytes]
    folded: Folded | None
    broker: str | None = None


class Led:
    """What the words of a text lead to."""

    __slots__ = ("codes", "cuts", "fields", "forms", "names", "placed", "statuses", "templates")

    def __init__(self) -> None:
        self.templates: list[Template] = []
        self.cuts: list[Template] = []
        self.forms: list[TextForm] = []
        self.placed: list[tuple[TextForm, int, int, dict[str, object]]] = []
        self.statuses: list[bytes] = []
        self.codes: list[str] = []
        self.names: list[tuple[str, str]] = []
        self.fields = False

    def __bool__(self) -> bool:
        return bool(self.templates or self.cuts) or not self.only_messages

    @property
    def only_messages(self) -> bool:
        """Whether they lead to nothing but messages."""
        return not (self.forms or self.statuses or self.codes or self.names or self.fields)


class Leads(NamedTuple):
    """What one word leads to: ``heads`` are messages that a text may break off in behind it."""

    templates: "tuple[Template, ...]"
    forms: "Sequence[TextForm]"
    heads: "tuple[Template, ...]"
    codes: "Sequence[str]"
    names: "Sequence[tuple[str, str]]"
    is_field: bool
    is_status: bool


class Hearing:
    """Hears what texts say."""

    def __init__(self, lookup: "Lookup", forms: "TextForms", statuses: Statuses) -> None:
        self._lookup = lookup
        self._forms = forms
        self._statuses = statuses
        self._triggers = Triggers(lookup, forms)
        self._leads: dict[bytes, Leads] = {}

    def hear(self, text: str, named: bool) -> "Heard | None":
        """The words of a text, if one of them leads anywhere. Mostly none does: that is decided first."""
        folded = Folded(text) if hides_words(text) else None
        broker = None if named else self.addressed(text, folded)
        named = named or broker is not None
        spoken = words(text if folded is None else folded.low)
        hits = self._triggers.of(named, "{" in text).intersection(spoken)
        if hits or (named and self._triggers.may_break_off(spoken)):
            return Heard(hits, spoken, folded, broker)
        return None

    def addressed(self, text: str, folded: Folded | None) -> str | None:
        """The broker to whose hosts a text has addresses."""
        if "://" not in text and (folded is None or "://" not in folded.low):
            return None
        return self._lookup.addressed(hosts(lowered(text) if folded is None else folded.low))

    def lead(self, text: str, heard: Heard, broker: str | None) -> Led:
        """What the words of a text lead to."""
        led = Led()
        among = broker if len(self._lookup.brokers) > 1 else None  # of one, all are its own
        hits = sorted(heard.hits)  # a set's order is another one in every process
        leads = [self._leads.get(word) or self._learned(word) for word in hits]
        self._said(led, leads, heard.spoken, broker, among)
        if broker is not None:
            self._broken_off(led, text, heard.spoken, hits, among)
            led.statuses = [
                word for word in hits if self._leads[word].is_status and self._statuses.may_state(text, word)
            ]
        for one in leads:
            led.codes += one.codes
            led.names += one.names
            led.fields = led.fields or one.is_field
        led.fields = led.fields and ("{" in text or ":" in text or "=" in text)
        return led

    def _learned(self, word: bytes) -> Leads:
        """What a word leads to, remembered for when it is said again."""
        lookup, triggers = self._lookup, self._triggers
        made = self._leads[word] = Leads(
            lookup.anchors.get(word, ()),
            self._forms.by_word.get(word, ()),
            lookup.heads.get(word, ()),
            triggers.numbers.get(word, ()),
            triggers.names.get(word, ()),
            word in triggers.fields,
            word in triggers.statuses,
        )
        return made

    def _said(
        self, led: Led, leads: list[Leads], spoken: list[bytes], broker: str | None, among: str | None
    ) -> None:
        """The templates and forms all of whose words are said."""
        said: frozenset[bytes] | None = None
        for one in leads:
            if not one.templates and not one.forms:
                continue
            said = said or frozenset(spoken)
            for template in one.templates:
                if template.bag <= said and _is_of(template, among):
                    led.templates.append(template)
            for form in one.forms:
                if form.words <= said and broker in (None, form.broker):
                    led.forms.append(form)

    def _broken_off(
        self, led: Led, text: str, spoken: list[bytes], hits: list[bytes], among: str | None
    ) -> None:
        """The templates whose early words are among the last ones said, and that can end as the text does."""
        last = spoken[-LAST_WORDS:]
        end = b" " + last[-1] if last and "<" not in text else b""  # a tag is no word that is said
        late = frozenset(last)
        for word in hits:
            for one in self._leads[word].heads if word in late else ():
                may_end = one.spaced is None or end in one.spaced
                if may_end and one.early <= late and _is_of(one, among):
                    led.cuts.append(one)
        for one in self._triggers.broken_off(spoken):
            if end in (one.spaced or end) and _is_of(one, among):
                led.cuts.append(one)


def _is_of(template: "Template", broker: str | None) -> bool:
    return broker is None or any(signature.broker == broker for signature in template.signatures)
