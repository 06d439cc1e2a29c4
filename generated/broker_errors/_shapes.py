# From generator/targets/python/runtime/_shapes.py by `python -m generator build`. Do not edit.
"""Which envelopes read a body: decided by its keys alone, once for each set of keys."""

from collections import defaultdict

from ._values import MAX_CODES, MISSING, check_of, is_short, stated_key, value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from ._finding import Found
    from ._lookup import Lookup
    from ._rows import EnvelopeRow, SignatureRow
    from ._template import Template
    from ._values import Check

    Answer = tuple[SignatureRow, int, EnvelopeRow, Template | None]
    """A signature, its rank, the envelope that was read by, and the message that decided, if one did."""

MAX_SHAPES = 2_000
"""Shapes that are remembered; then the memory starts anew."""
MAX_KEYS, MAX_LETTERS = 100, 2_000
"""The shapes of bodies with more keys, or with longer ones, are not remembered."""

Keys = tuple[str, ...]


class Form:
    """An envelope, for all brokers that have it alike.

    ``message_key`` and ``code_key`` are set where the path has one key; ``only_text`` says that all it asks
    for is a text under ``message_key``. The rest is filled while it is met: ``answers`` are messages with
    what they say in this form, ``fitting`` codes with whether they are the broker's, ``rows_with`` codes (in
    a list or not) with the rows that they fit, ``decided`` what a message (None: one that says nothing) says
    beside a code and a status, where those decide.
    """

    __slots__ = (
        "answers",
        "checks",
        "code",
        "code_key",
        "decided",
        "each",
        "fitting",
        "has_code_sets",
        "has_success",
        "inner",
        "message",
        "message_key",
        "only_text",
        "plain",
        "rows",
        "rows_in_list",
        "rows_with",
        "status",
    )

    def __init__(self, row: "EnvelopeRow") -> None:
        self.rows: dict[str, EnvelopeRow] = {}
        self.rows_in_list: dict[str, EnvelopeRow] = {}
        self.rows_with: dict[tuple[str, bool], Mapping[str, EnvelopeRow]] = {}
        self.message, self.code, self.status = row.message, row.code, row.status
        self.inner, self.each = row.inner, row.each
        self.message_key = row.message[0] if len(row.message) == 1 else None
        self.code_key = row.code[0] if len(row.code) == 1 else None
        self.only_text = (
            len(row.when) == 1 and row.when[0].path == row.message and row.when[0].shape == "text"
        )
        self.plain = self.message_key is not None and len(row.code) <= 1 and not (row.inner or row.each)
        self.checks: tuple[tuple[Keys, Check], ...] = tuple(
            (condition.path, check_of(condition)) for condition in row.when
        )

        self.has_code_sets = self.has_success = False
        self.answers: dict[str | Template, Answer] = {}
        self.fitting: dict[object, bool] = {}
        self.decided: dict[tuple[Template | None, object, int | None], Answer] = {}

    def add(self, row: "EnvelopeRow") -> None:
        """Take note that a broker has this envelope too."""
        self.rows[row.broker] = row
        if not row.single:
            self.rows_in_list[row.broker] = row
        self.has_code_sets = self.has_code_sets or bool(row.code and row.code_sets)
        self.has_success = self.has_success or row.success

    def remember(self, code: object, *, fits: bool) -> None:
        """Remember whether a code fits."""
        if not is_short(code):
            return
        if len(self.fitting) >= MAX_CODES:
            self.fitting.clear()
        self.fitting[code] = fits

    def keep(self, message: "Template | None", code: object, status: int | None, said: "Found") -> None:
        """Remember what is said where a message, or None that says nothing, a code and a status decide."""
        if not is_short(code):
            return
        if len(self.decided) >= MAX_CODES:
            self.decided.clear()
        row = self.rows[said.signature.broker]
        self.decided[message, code, status] = said.signature, said.rank, row, said.template

    def decides(self, field: "SignatureRow") -> bool:
        """Whether the form alone says whether a body has that field: it is the message or the code itself."""
        return (
            field.value is None
            and not field.beside
            and len(field.path) == 1
            and field.path[0] in (self.message_key, self.code_key)
        )

    def holds(self, body: "Mapping[str, object]") -> bool:
        """Tell whether the body has what the envelope asks for."""
        for path, check in self.checks:
            value = body.get(path[0], MISSING) if len(path) == 1 else value_at(body, path)
            if not check(value):
                return False
        return True

    def asks_only(self, keys: "set[str]") -> bool:
        """Whether nothing is asked for but those keys, which an envelope around has asked for already."""
        return all(path[-1] in keys for path, _ in self.checks)


class Shape:
    """The envelopes that a set of keys leaves possible, and the body fields that decide by themselves.

    ``telling`` are those fields that outweigh every message. ``direct`` says that where none of them is there
    a message that is known word for word decides, whatever else the body has, and ``first`` is the form that
    reads it where the keys alone decide which one does; ``is_alone`` that it reads all keys. ``has_single``
    says that one of the envelopes reads no item of a list.
    """

    __slots__ = ("direct", "fields", "first", "forms", "has_single", "is_alone", "telling")

    def __init__(
        self, forms: tuple[Form, ...], fields: "tuple[SignatureRow, ...]", brokers: int, keys: Keys = ()
    ) -> None:
        self.forms = forms
        self.fields = fields
        keys_of_messages = {form.message_key for form in forms}
        one_place = len(keys_of_messages) == 1 and all(
            form.only_text and form.rows.keys() <= forms[0].rows.keys() for form in forms
        )
        self.has_single = any(row.single for form in forms for row in form.rows.values())
        self.telling = tuple(signature for signature in fields if not signature.fallback)
        self.direct = bool(forms) and (brokers == 1 or (one_place and not self.telling))
        plain = self.direct and not self.telling and forms[0].only_text and forms[0].plain
        self.first = forms[0] if plain else None
        self.is_alone = plain and all(key in (forms[0].message_key, forms[0].code_key) for key in keys)


class Shapes:
    """The shapes met so far."""

    def __init__(self, lookup: "Lookup") -> None:
        self._lookup = lookup
        self.known: defaultdict[str | None, dict[Keys, Shape]] = defaultdict(dict)
        self._of_groups: dict[tuple[str | None, frozenset[str]], Shape] = {}
        rows = {broker: plan.envelopes for broker, plan in lookup.plans.items()}
        self._forms = {
            broker: tuple((_first_keys(row), row) for row in envelopes) for broker, envelopes in rows.items()
        }
        self._flat = {
            broker: tuple((_all_keys(row), row) for row in envelopes) for broker, envelopes in rows.items()
        }

    def of_body(self, body: "Mapping[str, object]", broker: str | None) -> Shape:
        """The shape of a body."""
        known, keys = self.known[broker], tuple(body)
        shape = known.get(keys)
        if shape is None:
            if len(known) >= MAX_SHAPES:
                known.clear()
            shape = self._made(self._forms, keys, broker, self._lookup.fields, _first)
            if _is_worth_keeping(keys):
                known[keys] = shape
        return shape

    def of_group(self, group: "Mapping[str, object]", broker: str | None) -> Shape:
        """The shape of fields that a text states: only keys are known, not how they are nested."""
        key = (broker, frozenset(group))
        shape = self._of_groups.get(key)
        if shape is None:
            if len(self._of_groups) >= MAX_SHAPES:
                self._of_groups.clear()
            shape = self._made(self._flat, group.keys(), broker, self._lookup.flat_fields, stated_key)
            if _is_worth_keeping(group):
                self._of_groups[key] = shape
        return shape

    def _made(
        self,
        envelopes: "Mapping[str, tuple[tuple[frozenset[str], EnvelopeRow], ...]]",
        keys: "Iterable[str]",
        broker: str | None,
        fields: "Mapping[str, list[SignatureRow]]",
        key_of: "Callable[[Keys], str]",
    ) -> Shape:
        keys = tuple(keys)
        brokers = (broker,) if broker is not None else self._lookup.brokers
        there = set(keys)
        possible = {
            one: [row for needed, row in envelopes.get(one, ()) if needed <= there] for one in brokers
        }
        signatures = (signature for key in keys for signature in fields.get(key, ()))
        return Shape(
            _merged(possible),
            tuple(
                signature
                for signature in signatures
                if signature.broker in possible
                and (not signature.beside or key_of(signature.beside) in there)
            ),
            sum(map(bool, possible.values())),
            keys,
        )


def _merged(possible: "Mapping[str, list[EnvelopeRow]]") -> tuple[Form, ...]:
    """One form for all brokers that have an envelope alike; each broker's stay in their order."""
    forms: list[Form] = []
    known: list[tuple[object, ...]] = []
    for broker, rows in possible.items():
        last = -1
        for row in rows:
            alike = (row.when, row.message, row.code, row.status, row.inner, row.each)
            place = next((n for n in range(last + 1, len(forms)) if known[n] == alike), None)
            if place is None or broker in forms[place].rows:
                place = len(forms)
                forms.append(Form(row))
                known.append(alike)
            forms[place].add(row)
            last = place
    return tuple(forms)


def _is_worth_keeping(keys: "Collection[str]") -> bool:
    return len(keys) <= MAX_KEYS and sum(map(len, keys)) <= MAX_LETTERS


def _first(path: Keys) -> str:
    return path[0]


def _first_keys(row: "EnvelopeRow") -> frozenset[str]:
    return frozenset(one.path[0] for one in row.when if one.shape != "absent")


def _all_keys(row: "EnvelopeRow") -> frozenset[str]:
    return frozenset(
        key for one in row.when if one.shape != "absent" for key in one.path if not key.isdecimal()
    )
