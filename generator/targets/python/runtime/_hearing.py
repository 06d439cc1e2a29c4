# This line is another one in the package: it says where the module is from.
"""The words of a text, and what they lead to: on most texts nothing, and that is decided first."""

from ._fold import Folded, hides_words, lowered, words
from ._lazy import lazy
from ._stated import Statuses, hosts
from ._triggers import Triggers
from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._forms import TextForm, TextForms
    from ._lookup import Lookup
    from ._template import Template

    Needing = Sequence[tuple[frozenset[bytes], Template]]

LAST_WORDS = 24
"""A text may break off in a message if its early words are among its last ones."""
LONG, PART = 131_072, 65_536
"""A text of so many characters is heard in parts, of so many at least."""
_BETWEEN_WORDS = lazy("[^A-Za-z0-9_]")
MAX_SETS, MAX_WORDS = 2_000, 64
"""So many sets, of so many words at most, are remembered with what they lead to; then that starts anew."""


class Heard(NamedTuple):
    """The words of a text that lead somewhere, all of its words, and the folded text if it was needed.

    ``broker`` is the one to whose hosts the text has addresses, if nobody has named one.
    """

    hits: frozenset[bytes]
    spoken: list[bytes]
    folded: Folded | None
    broker: str | None = None


class Led(NamedTuple):
    """What the words of a text lead to, the folded text if it was needed, and the broker that it is of.

    ``cuts`` are messages that the text may break off in. ``fields`` tells whether it may state some.
    """

    templates: "Sequence[Template]"
    cuts: "Sequence[Template]"
    forms: "Sequence[TextForm]"
    statuses: "Sequence[bytes]"
    codes: "Sequence[str]"
    names: "Sequence[tuple[str, str]]"
    fields: bool
    folded: Folded | None
    broker: str | None

    @property
    def only_messages(self) -> bool:
        """Whether they lead to nothing but messages."""
        return not (self.forms or self.statuses or self.codes or self.names or self.fields)


class Leads(NamedTuple):
    """What words lead to, as far as that depends on nothing else.

    Of ``templates``, and of ``heads``, which a text may break off in behind a word, every word is among them
    that leads anywhere. ``statuses`` are the words that may be one.
    """

    templates: "Sequence[Template]"
    forms: "Sequence[TextForm]"
    heads: "Sequence[tuple[bytes, Template]]"
    statuses: "Sequence[bytes]"
    codes: "Sequence[str]"
    names: "Sequence[tuple[str, str]]"
    fields: bool


class Hearing:
    """Hears what texts say."""

    def __init__(self, lookup: "Lookup", forms: "TextForms", statuses: Statuses) -> None:
        self._lookup = lookup
        self._forms = forms
        self._statuses = statuses
        self._triggers = Triggers(lookup, forms)
        self._leads: dict[frozenset[bytes], Leads] = {}
        self._by_anchor: dict[bytes, Needing] = {}
        self._by_head: dict[bytes, Needing] = {}
        self._is_only = len(lookup.brokers) == 1

    def hear(self, text: str, named: bool) -> "Heard | None":
        """The words of a text, if one of them leads anywhere. Mostly none does: that is decided first."""
        folded = Folded(text) if hides_words(text) else None
        broker = None
        if not named and (folded is not None or "://" in text):
            broker = self.addressed(text, folded)
            named = broker is not None
        low = text if folded is None else folded.low
        spoken = words(low) if len(low) < LONG else _words_of_long(low)
        hits = self._triggers.of(named, "{" in text).intersection(spoken)
        if hits or (named and self._triggers.broken_off(spoken)):
            return Heard(hits, spoken, folded, broker)
        return None

    def addressed(self, text: str, folded: Folded | None) -> str | None:
        """The broker to whose hosts a text has addresses."""
        return self._lookup.addressed(hosts(lowered(text) if folded is None else folded.low))

    def lead(self, text: str, heard: Heard, broker: str | None) -> Led | None:
        """What those words lead to; None where that is nowhere."""
        hits, spoken, folded, addressed = heard
        broker = broker or addressed
        leads = self._leads.get(hits) or self._learned(hits)
        templates: Sequence[Template] = ()
        forms: Sequence[TextForm] = ()
        cuts: Sequence[Template] = ()
        statuses: Sequence[bytes] = ()
        if leads.templates or leads.forms:
            said = frozenset(spoken)
            templates = [one for one in leads.templates if one.bag <= said and self._is_of(one, broker)]
            if leads.forms:
                forms = [one for one in leads.forms if one.words <= said and broker in (None, one.broker)]
        if broker is not None:
            cuts = self._broken_off(text, spoken, leads.heads, broker)
            if leads.statuses:
                statuses = [word for word in leads.statuses if self._statuses.may_state(text, word)]
        fields = leads.fields and ("{" in text or ":" in text or "=" in text)
        if templates or forms or cuts or statuses or fields or leads.codes or leads.names:
            return Led(templates, cuts, forms, statuses, leads.codes, leads.names, fields, folded, broker)
        return None

    def _learned(self, hits: frozenset[bytes]) -> Leads:
        """What words lead to, remembered for when they are said again."""
        triggers = self._triggers
        said = sorted(hits)  # a set's order is another one in every process
        made = Leads(
            [one for word in said for needed, one in self._anchored(word) if needed <= hits],
            [form for word in said for form in self._forms.by_word.get(word, ())],
            [(word, one) for word in said for needed, one in self._headed(word) if needed <= hits],
            [word for word in said if word in triggers.statuses],
            [code for word in said for code in triggers.numbers.get(word, ())],
            [name for word in said for name in triggers.names.get(word, ())],
            not hits.isdisjoint(triggers.fields),
        )
        if len(said) <= MAX_WORDS:
            if len(self._leads) >= MAX_SETS:
                self._leads.clear()
            self._leads[hits] = made
        return made

    def _anchored(self, word: bytes) -> "Needing":
        """The templates that a word leads to, each with the words that lead anywhere and that it needs."""
        found = self._by_anchor.get(word)
        if found is None:
            plain = self._triggers.plain
            templates = self._lookup.anchors.get(word, ())
            found = self._by_anchor[word] = [(one.bag & plain, one) for one in templates]
        return found

    def _headed(self, word: bytes) -> "Needing":
        """The same for those that a text may break off in behind the word."""
        found = self._by_head.get(word)
        if found is None:
            named = self._triggers.named
            templates = self._lookup.heads.get(word, ())
            found = self._by_head[word] = [(one.early & named, one) for one in templates]
        return found

    def _broken_off(
        self, text: str, spoken: list[bytes], heads: "Sequence[tuple[bytes, Template]]", broker: str
    ) -> "Sequence[Template]":
        """The templates whose early words are among the last ones said, and that can end as the text does."""
        short = self._triggers.broken_off(spoken)
        if not (heads or short):
            return ()
        end = " " + spoken[-1].decode() if "<" not in text else ""  # a tag is no word that is said
        cuts = [one for one in short if end in (one.spaced or end)] if short else short
        begun = [(word, one) for word, one in heads if end in (one.spaced or end)]
        if begun:
            late = frozenset(spoken[-LAST_WORDS:])
            cuts += [template for word, template in begun if word in late and template.early <= late]
        return [one for one in cuts if self._is_of(one, broker)] if cuts else cuts

    def _is_of(self, template: "Template", broker: str | None) -> bool:
        return (
            broker is None
            or self._is_only
            or any(signature.broker == broker for signature in template.signatures)
        )


def _words_of_long(text: str) -> list[bytes]:
    """The words of a long text: the earlier ones once each, as to hold them all takes time, too."""
    said: set[bytes] = set()
    start = 0
    while len(text) - start > LONG:
        end = _BETWEEN_WORDS.search(text, start + PART)
        if end is None:
            break
        said.update(words(text[start : end.start()]))
        start = end.start()
    last = words(text[start:])
    if not said:
        return last
    return [*sorted(said), *last] if len(last) >= LAST_WORDS else words(text)
