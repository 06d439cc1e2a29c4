"""The words of a text, and what they lead to: on most texts nothing, and that is decided first."""

from ._fold import Folded, hides_words, words
from ._stated import Statuses
from ._triggers import Triggers
from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._forms import TextForm, TextForms
    from ._lookup import Lookup
    from ._template import Template

LAST_WORDS = 24
"""A text may break off in a message if its early words are among its last ones."""


class Heard(NamedTuple):
    """The words of a text that lead somewhere, all of its words, and the folded text if it was needed."""

    hits: frozenset[bytes]
    spoken: list[bytes]
    folded: Folded | None


class Led:
    """What the words of a text lead to."""

    __slots__ = ("codes", "cuts", "fields", "forms", "names", "statuses", "templates")

    def __init__(self) -> None:
        self.templates: list[Template] = []
        self.cuts: list[Template] = []
        self.forms: list[TextForm] = []
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


class Hearing:
    """Hears what texts say."""

    def __init__(self, lookup: "Lookup", forms: "TextForms", statuses: Statuses) -> None:
        self._lookup = lookup
        self._forms = forms
        self._statuses = statuses
        self._triggers = Triggers(lookup, forms)

    def hear(self, text: str, named: bool) -> "Heard | None":
        """The words of a text, if one of them leads anywhere. Mostly none does: that is decided first."""
        folded = Folded(text) if hides_words(text) else None
        spoken = words(text if folded is None else folded.low)
        hits = self._triggers.of(named, "{" in text).intersection(spoken)
        if hits or (named and self._triggers.may_break_off(spoken)):
            return Heard(hits, spoken, folded)
        return None

    def lead(self, text: str, heard: Heard, broker: str | None) -> Led:
        """What the words of a text lead to."""
        led = Led()
        hits, spoken, _ = heard
        among = broker if len(self._lookup.brokers) > 1 else None  # of one, all are its own
        triggers = self._triggers
        self._said(led, hits, spoken, broker, among)
        if broker is not None:
            self._broken_off(led, hits, spoken, among)
            led.statuses = [
                word for word in hits if word in triggers.statuses and self._statuses.may_state(text, word)
            ]
        for word in hits:
            led.codes += triggers.numbers.get(word, ())
            led.names += triggers.names.get(word, ())
            led.fields = led.fields or word in triggers.fields
        led.fields = led.fields and ("{" in text or ":" in text or "=" in text)
        return led

    def _said(
        self, led: Led, hits: frozenset[bytes], spoken: list[bytes], broker: str | None, among: str | None
    ) -> None:
        """The templates and forms all of whose words are said."""
        said: frozenset[bytes] | None = None
        for word in hits:
            anchored = self._lookup.anchors.get(word, ())
            forms = self._forms.by_word.get(word, ())
            if anchored or forms:
                said = said or frozenset(spoken)
                led.templates += [one for one in anchored if one.bag <= said and _is_of(one, among)]
                led.forms += [one for one in forms if one.words <= said and broker in (None, one.broker)]

    def _broken_off(self, led: Led, hits: frozenset[bytes], spoken: list[bytes], among: str | None) -> None:
        """The templates whose early words are among the last that are said."""
        last = spoken[-LAST_WORDS:]
        late: frozenset[bytes] | None = None
        for word in hits:
            headed = self._lookup.heads.get(word)
            if headed is not None and word in last:
                late = late or frozenset(last)
                led.cuts += [one for one in headed if one.early <= late and _is_of(one, among)]
        led.cuts += [one for one in self._triggers.broken_off(spoken) if _is_of(one, among)]


def _is_of(template: "Template", broker: str | None) -> bool:
    return broker is None or any(signature.broker == broker for signature in template.signatures)
