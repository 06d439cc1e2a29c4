# This line is another one in the package: it says where the module is from.
"""Errors in texts: what a text's words lead to is looked for, and nothing else."""

from ._cut import Ending
from ._finding import Found
from ._fold import Folded, words
from ._hearing import Hearing
from ._mention import Mentions
from ._report import Given, Part, Reading
from ._rows import CUT_OFF, CUT_OFF_FALLBACK, MENTIONED, MENTIONED_FALLBACK
from ._stated import StatedValues, Statuses, called_codes, hosts
from ._values import StatedFields, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._bodies import Bodies
    from ._forms import TextForm, TextForms
    from ._hearing import Led
    from ._lookup import Lookup
    from ._rows import Plan, SignatureRow
    from ._search import Search
    from ._template import Place, Template

    Placed = tuple[TextForm, int, int, dict[str, object]]
    """A form, where it begins and ends in a text, and the fields that it states."""
    Stand = dict[Template, tuple[Place, bool]]
    """Messages, each with where it stands in a text, and whether that only mentions it."""


class Texts:
    """Reads texts."""

    def __init__(self, lookup: "Lookup", forms: "TextForms", bodies: "Bodies") -> None:
        self._lookup = lookup
        self._forms = forms
        self._bodies = bodies
        self._values = StatedValues(_field_keys(lookup))
        self._statuses = Statuses(lookup.common)
        self._codes = {plan.broker: _code_keys(plan) for plan in lookup.plans.values()}
        self._mentions = Mentions(lookup.common)
        self._hearing = Hearing(lookup, forms, self._statuses)

    def led(self, text: str, broker: str | None, *, owned: bool = False) -> "Led | None":
        """What a text's words lead to; None where it says nothing. ``owned``: it is known whose it is."""
        heard = self._hearing.hear(text, owned or broker is not None)
        return None if heard is None else self._hearing.lead(text, heard, broker)

    def gather(self, text: str, given: Given, search: "Search", depth: int, led: "Led | None" = None) -> None:
        """Find what a text says. ``led`` is what its words lead to, if that is known already."""
        owned = bool(given.owners)
        if search.notes is not None:
            heard = self._hearing.hear(text, owned or given.broker is not None)
            if heard is not None:
                search.note("words", *sorted(hit.decode() for hit in heard.hits))
        led = led or self.led(text, given.broker, owned=owned)
        if led is None:
            return
        if given.broker is None and led.broker is not None:
            given = given.of(led.broker)
        folded = led.folded or Folded(text)
        stand: Stand | None = None
        if search.notes is None and given.status is None and led.only_messages:
            owned = owned or given.broker is not None or bool(self._lookup.named_in(folded.low))
            stand = self._standing(led.templates, folded, owned=owned)
            if not stand and not _breaks_off(led.cuts, folded):
                return
        if depth == 0:
            given = given.with_(part=Part(0, len(folded.plain), folded))
        self._read(led, folded, given, search, depth, stand=stand)

    def _read(
        self,
        led: "Led",
        folded: Folded,
        given: Given,
        search: "Search",
        depth: int,
        *,
        stand: "Stand | None",
    ) -> None:
        """Read all that a text may say. ``stand`` are the messages that stand in it, if they are known."""
        placed, statuses = self._placed(led, folded)
        reading, states_status = self._reading(folded, statuses, given, search)
        before = len(search.found)
        status = reading.status
        quoted = self._by_values(folded, reading, search, depth) if led.fields else []
        states_status = states_status or reading.status != status
        self._by_forms(placed, folded, reading, search, depth)
        self._by_codes(led.codes, folded, reading, search, depth)
        self._by_names(led.names, folded, reading, search)
        if stand is None:
            stand = self._standing(led.templates, folded, owned=bool(reading.owners))
            if given.status:
                stand = {**_whole(led.templates, folded), **stand}
            stand = {one: at for one, at in stand.items() if _ends_in_field(one, folded, at[0], quoted)}
        sure = self._by_templates(led.templates, stand, folded, reading, search)
        if given.broker is not None:
            self._cut_off(led.cuts, folded, reading, search, before, sure=sure)
            if states_status:
                self._bodies.by_status(given.broker, reading, search)

    def _standing(self, templates: "Iterable[Template]", folded: Folded, *, owned: bool) -> "Stand":
        """Where messages stand in a text, and whether it only mentions them: one of a known broker may."""
        stand: Stand = {}
        for template in templates:
            place, mentioned = (
                self._mentions.find(template, folded) if owned else (template.find(folded), False)
            )
            if place is not None:
                stand[template] = place, mentioned
        return stand

    def _reading(
        self, folded: Folded, statuses: "Sequence[bytes]", given: Given, search: "Search"
    ) -> tuple[Reading, bool]:
        """What is known of the text as a whole, and whether it states a status itself."""
        named = self._lookup.named_in(folded.low)
        owners = (*given.owners, *(broker for broker in named if broker not in given.owners))
        broker = given.broker or (owners[0] if len(owners) == 1 else None)
        status, ends, stated = given.status, False, None
        if statuses and given.broker is not None and not self._is_foreign(folded, given.broker):
            stated = self._statuses.stated(folded, statuses)
            if stated is not None:
                status = stated[1] if status is None else status
                ends = not any(character.isalnum() for character in folded.low[stated[0] + 3 :])
                search.note("stated status", status)
        kind = given.body or ("empty" if ends else kind_of(folded.original))
        reading = Reading(given, body=kind, owners=owners, order=search.next_place())
        if given.channel is None and given.marked is None:
            reading.marked = self._lookup.channel_in(broker, folded.low)
        reading.status = status
        return reading, stated is not None

    def _is_foreign(self, folded: Folded, broker: str) -> bool:
        """Whether a text names a host or a code that is not the broker's: then its status is not either."""
        plan = self._lookup.plans[broker]
        named = hosts(folded.low)
        if named and not any(mark in folded.low for mark in (*plan.marks, *plan.hosts)):
            return True
        codes = called_codes(folded)
        sets = self._lookup.code_sets[broker].values()
        return bool(codes) and not any(one.fits(code) for code in codes for one in sets)

    def _stated(
        self,
        reading: Reading,
        group: dict[str, object],
        part: Part,
        search: "Search",
        depth: int,
        *,
        is_cut: bool = False,
    ) -> Given:
        """Read fields that the text states. A code that nobody else has tells whose the text is.

        ``is_cut`` says that the text ends before the object does that they stand in.
        """
        for value in group.values():
            told = self._lookup.told_by(str(value)) if type(value) in (int, str) else None
            if told is not None:
                reading.own(told)
        given = reading.given
        known = Given(
            given.http_channels,
            broker=given.broker,
            channel=reading.channel,
            marked=reading.marked,
            status=reading.status,
            owners=reading.owners,
            headers=given.headers,
            request_id=given.request_id,
            body=given.body,
            operation=given.operation,
            truncated=given.truncated,
            part=part if depth == 0 else given.part,
        )
        fields = StatedFields(group, known, depth + 1, order=reading.order, at=part.start)
        fields.is_cut = is_cut
        return self._bodies.gather_stated(fields, search)

    def _by_values(self, folded: Folded, reading: Reading, search: "Search", depth: int) -> list[str]:
        """Read the fields that a text states. Give back the texts that they hold."""
        quoted: list[str] = []
        is_cut = folded.low.count("{") > folded.low.count("}")
        for at, end, group in self._values.groups(folded):
            search.note("stated fields", *group)
            quoted += [value for value in group.values() if type(value) is str]
            stated = self._stated(reading, group, Part(at, end, folded), search, depth, is_cut=is_cut)
            if reading.status is None:
                reading.status = stated.status
            reading.channel = reading.channel or stated.channel
        return quoted

    # ---- forms and codes ---------------------------------------------------------------------------------

    def _placed(self, led: "Led", folded: Folded) -> "tuple[Sequence[Placed], Sequence[bytes]]":
        """Where forms stand, in order, and the statuses. A number that is the broker's code there is none."""
        placed = [(form, *place) for form in led.forms for place in form.stated(folded)]
        placed.sort(key=lambda one: one[1:3])
        if not (placed and led.statuses):
            return placed, led.statuses
        codes = {
            str(group[key]).encode()
            for form, _, _, group in placed
            for key in self._codes[form.broker].intersection(group)
        }
        return placed, [number for number in led.statuses if number not in codes]

    def _by_forms(
        self, placed: "Sequence[Placed]", folded: Folded, reading: Reading, search: "Search", depth: int
    ) -> None:
        for form, at, end, group in placed:
            search.note("text form", form.id, group)
            if form.unmistakable:
                reading.own(form.broker)
            stated = self._stated(reading, group, Part(at, end, folded), search, depth)
            reading.channel = reading.channel or stated.channel

    def _by_codes(
        self, codes: "Sequence[str]", folded: Folded, reading: Reading, search: "Search", depth: int
    ) -> None:
        """Codes that are numbers, in the forms that they lead to."""
        for code in codes:
            for form in self._forms.by_code:
                if reading.given.broker in (None, form.broker):
                    found = _around_code(form, code.removeprefix("-"), folded)
                    if found is not None:
                        at, end, group = found
                        search.note("text form", form.id, group)
                        reading.code = reading.code or code
                        self._stated(reading, group, Part(at, end, folded), search, depth)

    def _by_names(
        self, names: "Iterable[tuple[str, str]]", folded: Folded, reading: Reading, search: "Search"
    ) -> None:
        """Codes that are words, and such as nobody else has."""
        for broker, code in names:
            if broker == reading.given.broker and code in folded.plain:
                search.note("code", code)
                for signature in self._lookup.codes.get(code, ()):
                    if signature.broker == broker:
                        self._bodies.add(signature, reading, search)

    # ---- messages ----------------------------------------------------------------------------------------

    def _by_templates(
        self,
        templates: "Iterable[Template]",
        stand: "Stand",
        folded: Folded,
        reading: Reading,
        search: "Search",
    ) -> bool:
        """Add messages where they stand, and tell if there is one that is not only mentioned."""
        sure = False
        for template in templates:
            if template not in stand:
                search.note("tried", template.row.key)
                continue
            (start, end, spans), mentioned = stand[template]
            search.note("mentioned" if mentioned else "found", template.row.key)
            for signature in template.signatures:
                of_this = self._admitted(signature, reading, folded, start, end)
                if of_this is not None:
                    rank = _rank_of_mention(signature) if mentioned else signature.rank
                    found = Found(signature, rank, of_this, template, spans, folded.plain, start, end)
                    counted = self._bodies.counted(found, of_this, search)
                    sure = sure or (counted and not mentioned)
        return sure

    def _admitted(
        self, signature: "SignatureRow", reading: Reading, folded: Folded, start: int, end: int
    ) -> Reading | None:
        """The reading in which a signature holds: the text's, or the same with a code that stands beside."""
        if self._lookup.admits(signature, reading):
            return reading
        if signature.code is None or not _beside(folded.low, start, end, signature.code):
            return None
        coded = reading.with_code(signature.code)
        return coded if self._lookup.admits(signature, coded) else None

    def _cut_off(
        self,
        templates: "Sequence[Template]",
        folded: Folded,
        reading: Reading,
        search: "Search",
        before: int,
        *,
        sure: bool,
    ) -> None:
        """A message in which the text breaks off, if it can be only one entry's.

        What was found ``before`` that index is not of this text. What else was, does not count where the text
        may end within a longer message that begins alike.
        """
        whole = search.found[before:]
        if not (whole or templates):
            return
        ending = Ending(folded)
        stay = [one for one in whole if not self._may_go_on(one, folded, ending, reading)]
        search.found[before:] = stay
        if sure and len(stay) == len(whole):
            return
        ends: list[Found] = []
        for template in dict.fromkeys(templates):
            signature = self._cut_signature(template, reading)
            at = ending.breaks_off_in(template) if signature is not None else None
            if signature is not None and at is not None:
                search.note("breaks off in", template.row.key)
                rank = CUT_OFF_FALLBACK if signature.fallback else CUT_OFF
                end = len(folded.plain)
                ends.append(Found(signature, rank, reading, template, (), folded.plain, at, end))
        one_entry = len({one.entry for one in ends}) == 1
        if one_entry and not any(self._may_go_on(one, folded, ending, reading) for one in ends):
            search.found += ends

    def _cut_signature(self, template: "Template", reading: Reading) -> "SignatureRow | None":
        broker = reading.given.broker
        admitted = (
            one for one in template.signatures if one.broker == broker and self._lookup.admits(one, reading)
        )
        return next(admitted, None)

    def _may_go_on(self, found: Found, folded: Folded, ending: Ending, reading: Reading) -> bool:
        """Whether the text may end within a longer message, of another entry, which begins like this one."""
        template = found.template
        if template is None or not folded.plain.endswith(found.text):
            return False
        at = len(folded.plain) - len(found.text) + found.start
        for other in self._lookup.beginning_at(ending.low, at):
            if found.entry not in other.entries:
                seen = ending.seen(other, at)
                if 0 <= seen >= ending.more_than(template, at) and self._cut_signature(other, reading):
                    return True
        return False


def _around_code(
    form: "TextForm", digits: str, folded: Folded
) -> "tuple[int, int, dict[str, object]] | None":
    """The first place at which a form stands around a code."""
    at = folded.low.find(digits)
    while at >= 0:
        found = form.stated_around(folded, digits, at)
        if found is not None:
            return found
        at = folded.low.find(digits, at + 1)
    return None


def _ends_in_field(template: "Template", folded: Folded, place: "Place", quoted: "Iterable[str]") -> bool:
    """Whether no sentence goes on beside a message that a stated field holds."""
    start, end, _ = place
    said = folded.plain[start:end]
    if not any(said in text for text in quoted):
        return True
    return template.stands(folded, start, end, template.beside_in_field)


def _breaks_off(templates: "Iterable[Template]", folded: Folded) -> bool:
    """Whether a text breaks off in one of those messages."""
    ending = Ending(folded)
    return any(ending.breaks_off_in(template) is not None for template in templates)


def _rank_of_mention(signature: "SignatureRow") -> int:
    return MENTIONED_FALLBACK if signature.fallback else MENTIONED


def _whole(templates: "Iterable[Template]", folded: Folded) -> "Stand":
    """The messages that are all of an answer's body, in whatever case."""
    low = folded.low.removesuffix(".")
    return {
        template: ((0, len(low), ()), False)
        for template in templates
        if template.row.exact_case and low == template.literals[0]
    }


def _beside(low: str, start: int, end: int, code: str) -> bool:
    """Whether a code stands directly before or behind a message."""
    reach = len(code) + 5
    before = words(low[max(0, start - reach) : start])[-1:]
    behind = words(low[end : end + reach])[:1]
    return code.lower().encode() in (*before, *behind)


def _code_keys(plan: "Plan") -> frozenset[str]:
    """The fields that hold a code of the broker, and never a status."""
    codes = {row.code[-1] for row in plan.envelopes if row.code}
    return frozenset(codes - {row.status[-1] for row in plan.envelopes if row.status})


def _field_keys(lookup: "Lookup") -> set[str]:
    keys: set[str] = set()
    for plan in lookup.plans.values():
        for row in plan.envelopes:
            paths = (row.status, row.code, row.message, row.inner, row.each, row.request_id)
            for path in (*paths, *(one.path for one in row.when)):
                keys.update(key for key in path if key and not key.isdecimal())
        keys.update(signature.path[-1] for signature in plan.signatures if signature.path)
        keys.update(key for key in plan.fields if not key.isdecimal())
    return keys
