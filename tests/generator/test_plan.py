"""The matching plan: it finds what a plain loop over all templates finds, with little work."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching_plan import LEAF_SIZE, Leaf, Node, Plan, make_plan, specificity_ranks
from generator.messages.template import MessageTemplate, Slot, parse_template
from generator.model.catalog import Area, Broker, Catalog, Entry, Signature
from generator.plan_data import plan_data
from generator.runtime._lookup import Hit, Lookup
from generator.runtime._normalise import fold, normalise
from generator.runtime._report import Report
from tests.generator.helpers import examples


@dataclass(frozen=True)
class Known:
    """A message signature of a broker."""

    entry: Entry
    signature: Signature
    template: MessageTemplate
    pattern: re.Pattern[str]


class Reference:
    """Matches messages as the design says it, template by template, without any plan."""

    def __init__(self, broker: Broker) -> None:
        self.known = [
            Known(entry, signature, template, re.compile(template.pattern, re.ASCII))
            for entry in broker.entries
            for signature in entry.signatures
            if signature.message is not None and (template := parse_template(signature.message))
        ]
        self._below = {entry.id: _below(broker, entry) for entry in broker.entries}

    def find(self, report: Report) -> dict[str, list[dict[str, str]]]:
        """The entries that the message can mean, with the params of each way to read it.

        An entry does not count where one that is more specific matches too.
        """
        text = normalise(report.message or "")
        found: dict[str, list[dict[str, str]]] = {}
        for known in self.known:
            match = known.pattern.fullmatch(fold(text))
            if match is not None and _admits(known.signature, report):
                slots = enumerate(known.template.slots, 1)
                params = {slot.name: text[slice(*match.span(number))] for number, slot in slots}
                found.setdefault(known.entry.id, []).append(params)
        hidden = {lower for id_ in found for lower in self._below[id_]}
        return {id_: params for id_, params in found.items() if id_ not in hidden}


def _below(broker: Broker, entry: Entry) -> set[str]:
    """The entries that ``entry`` is more specific than, directly or through others."""
    found: set[str] = set()
    waiting = list(entry.more_specific_than)
    while waiting:
        lower = waiting.pop()
        if lower not in found:
            found.add(lower)
            waiting += broker.entries_by_id[lower].more_specific_than
    return found


def _admits(signature: Signature, report: Report) -> bool:
    given = {"channel": report.channel, "status": report.status, "code": report.code}
    return all(given[name] == getattr(signature, name) for name in signature.requires if name != "broker")


def lookup_of(broker: Broker) -> Lookup:
    """The runtime's lookup, which follows the plan."""
    data = cast(Any, plan_data(broker, make_plan(broker)))
    return Lookup(
        data["RULES"],
        exact=data["EXACT"],
        stages=data["STAGES"],
        fields=data["FIELD_RULES"],
        codes=data["CODE_RULES"],
        statuses=data["STATUS_RULES"],
        last_fields=data["LAST_FIELD_RULES"],
    )


def said(lookup: Lookup, message: str, **given: Any) -> Hit | None:
    """The first hit on the message alone."""
    report = Report("any", message=message, **given)
    return next((hit for hit in lookup.message_hits(message) if hit.rule.admits(report)), None)


def decided(lookup: Lookup, **report: Any) -> tuple[str, str] | None:
    """The entry that a report means, and what decided."""
    hit = next(lookup.hits(Report("any", **report)), None)
    return None if hit is None else (hit.rule.error.partition(".")[2], hit.matched_on)


class Tools:
    """What a broker's messages are matched with: the plan, and what must find the same."""

    def __init__(self, broker: Broker) -> None:
        self.broker = broker
        self.plan = make_plan(broker)
        self.lookup = lookup_of(broker)
        self.reference = Reference(broker)


@pytest.fixture(scope="session", params=["alpaca", "tradovate"])
def tools(request: pytest.FixtureRequest, real_catalog: Catalog) -> Tools:
    """The tools of each real broker."""
    return Tools(next(broker for broker in real_catalog.brokers if broker.id == request.param))


def leaves_of(node: Node) -> Iterator[Leaf]:
    for deeper in node.prefixes.values():
        yield from leaves_of(deeper)
    for leaves in node.suffixes.values():
        yield from leaves
    yield from node.others


def depth_of(node: Node) -> int:
    return 1 + max((depth_of(deeper) for deeper in node.prefixes.values()), default=0)


def all_leaves(plan: Plan) -> list[Leaf]:
    return [leaf for stage in plan.stages for leaf in leaves_of(stage)]


def brokers_entry(broker: Broker, id_: str, *messages: str, **changes: Any) -> Entry:
    """An entry of ``broker`` with these messages, made from its first one."""
    signature = next(one for entry in broker.entries for one in entry.signatures if one.message is not None)
    plain = replace(signature, channel=None, status=None, code=None, requires=())
    signatures = tuple(replace(plain, message=message) for message in messages)
    made = replace(
        broker.entries[0], id=id_, signatures=signatures, fallback=False, more_specific_than=(), fields=()
    )
    return replace(made, **changes)


def broker_of(acme: Broker, entries: Sequence[Entry]) -> Broker:
    """The fixture's broker with other entries."""
    return replace(acme, areas=(Area("orders", "Orders", "Orders.", "orders.yaml", tuple(entries)),))


@st.composite
def messages(draw: st.DrawFn, templates: Sequence[MessageTemplate]) -> str:
    """What a template matches, or nearly."""
    text = _filled(draw, draw(st.sampled_from(templates)))
    place = draw(st.integers(0, len(text)))
    blank = draw(st.sampled_from(["  ", "\t", "\u00a0"]))
    letter = draw(st.sampled_from(["x", "1", ".5", " ", '"', "-", "é"]))
    mutated = {
        "none": text,
        "case": text.swapcase(),
        "blanks": f"  {text.replace(' ', blank)}\n",
        "full-stop": f"{text}.",
        "quotes": text.replace('"', "\u201c").replace("'", "\u2019"),
        "cut": text[:place],
        "grow": text[:place] + letter + text[place:],
        "letter": text[:place] + letter + text[place + 1 :],
        "join": f"{text} {_filled(draw, draw(st.sampled_from(templates)))}",
    }
    return mutated[draw(st.sampled_from(sorted(mutated)))]


def _filled(draw: st.DrawFn, template: MessageTemplate) -> str:
    return "".join(
        piece if isinstance(piece, str) else draw(_values(piece.type.pattern)) for piece in template.pieces
    )


@cache
def _values(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)


@examples(400)
@given(data=st.data())
def test_the_plan_finds_what_a_loop_over_all_templates_finds(tools: Tools, data: st.DataObject) -> None:
    known = data.draw(st.sampled_from(tools.reference.known))
    near = [one.template for one in tools.reference.known if one.entry.area == known.entry.area]
    message = data.draw(messages(near))
    given: dict[str, Any] = {
        "channel": data.draw(st.sampled_from([None, *(channel.id for channel in tools.broker.channels)])),
        "status": data.draw(st.sampled_from([None, 403, 422, known.signature.status])),
        "code": data.draw(st.sampled_from([None, "40310000", known.signature.code])),
    }
    expected = tools.reference.find(Report(tools.broker.id, message=message, **given))
    hit = said(tools.lookup, message, **given)
    assert len(expected) <= 1, "two entries claim one message"
    if hit is None:
        assert expected == {}
    else:
        assert hit.params() in expected.get(hit.rule.error.partition(".")[2], [])


def test_every_message_of_the_catalog_is_found_as_the_vendor_spells_it(tools: Tools) -> None:
    lost = []
    for known in tools.reference.known:
        signature = known.signature
        spelled = (signature.message or "").replace("{{", "{").replace("}}", "}")
        given = {name: getattr(signature, name) for name in signature.requires if name != "broker"}
        if not known.template.slots:
            hit = said(tools.lookup, spelled, **given)
            lost += [] if hit is not None and hit.rule.error == known.entry.full_id else [spelled]
    assert lost == []


def test_a_leaf_holds_few_templates(tools: Tools) -> None:
    assert max(len(leaf.templates) for leaf in all_leaves(tools.plan)) <= LEAF_SIZE == 6


def test_every_template_stands_in_one_leaf(tools: Tools) -> None:
    planned = [one.template.pattern for leaf in all_leaves(tools.plan) for one in leaf.templates]
    assert sorted(planned) == sorted(one.template.pattern for one in tools.plan.templates)


WORDS = ("margin", "price", "size", "venue", "session", "currency", "account", "symbol", "leverage", "hours")
CROWD = tuple(
    f"order rejected by rule {chr(97 + number // 26 % 26)}{chr(97 + number % 26)} of the "
    f"{WORDS[number % 10]} desk: {{value:decimal}} is more than {WORDS[number // 30]} limit {number}"
    for number in range(300)
)


@pytest.fixture(scope="session")
def crowd(acme: Broker) -> Broker:
    """A broker with three hundred templates that begin alike."""
    return broker_of(acme, [brokers_entry(acme, f"rule_{number}", one) for number, one in enumerate(CROWD)])


@pytest.fixture(scope="session")
def lookup(acme: Broker) -> Lookup:
    """The lookup of the fixture's broker."""
    return lookup_of(acme)


class TestManyTemplates:
    """Three hundred templates that begin alike."""

    def test_every_one_is_found(self, crowd: Broker) -> None:
        lookup = lookup_of(crowd)
        found = [said(lookup, template.replace("{value:decimal}", "12.5")) for template in CROWD]
        assert [hit and hit.rule.error for hit in found] == [f"acme.rule_{number}" for number in range(300)]

    def test_leaves_stay_small(self, crowd: Broker) -> None:
        assert max(len(leaf.templates) for leaf in all_leaves(make_plan(crowd))) <= LEAF_SIZE

    def test_prefixes_go_deeper(self, crowd: Broker) -> None:
        (stage,) = make_plan(crowd).stages
        assert depth_of(stage) > 2

    def test_a_message_leads_to_one_leaf(self, crowd: Broker) -> None:
        (stage,) = make_plan(crowd).stages
        message = CROWD[137].replace("{value:decimal}", "12.5")
        assert len(_tried(stage, message)) == 1

    def test_those_that_no_prefix_tells_apart_are_told_apart_by_their_ends(self, acme: Broker) -> None:
        begin = "the order was rejected because the value that was given is"
        templates = [
            f"{begin} {{value:decimal}} and that is rule number {number:06}" for number in range(300)
        ]
        entries = [brokers_entry(acme, f"rule_{number}", one) for number, one in enumerate(templates)]
        (stage,) = make_plan(broker_of(acme, entries)).stages
        message = templates[299].replace("{value:decimal}", "5")
        assert [len(leaf.templates) for leaf in _tried(stage, message)] == [1]

    def test_those_that_nothing_tells_apart_are_divided_among_leaves(self, acme: Broker) -> None:
        begin, end = "the order was rejected because the value that was given is", "which the venue refuses"
        templates = [
            f"{begin} {{value:decimal}} by rule {number} {{name:word}} {end}" for number in range(20)
        ]
        entries = [brokers_entry(acme, f"rule_{number}", one) for number, one in enumerate(templates)]
        broker = broker_of(acme, entries)
        assert sorted(len(leaf.templates) for leaf in all_leaves(make_plan(broker))) == [2, 6, 6, 6]
        hit = said(lookup_of(broker), f"{begin} 5 by rule 19 x {end}")
        assert hit is not None
        assert hit.rule.error == "acme.rule_19"


def _tried(node: Node, message: str) -> list[Leaf]:
    """The leaves that are tried on a message."""
    tried = [
        *node.others,
        *(leaf for end, found in node.suffixes.items() if message.endswith(end) for leaf in found),
    ]
    for prefix, deeper in node.prefixes.items():
        if message.startswith(prefix):
            tried += _tried(deeper, message)
    return tried


class TestWhatCountsFirst:
    """The order between ways to recognise a report."""

    def test_the_message_decides_before_the_code(self, lookup: Lookup) -> None:
        message = "parameter side is invalid"
        assert decided(lookup, message=message, code="40301", status=403) == ("invalid_parameter", "message")

    def test_the_code_decides_before_the_status(self, lookup: Lookup) -> None:
        assert decided(lookup, message="unheard of", code="40301", status=503) == (
            "insufficient_funds",
            "code",
        )

    def test_the_status_decides_last(self, lookup: Lookup) -> None:
        assert decided(lookup, message="unheard of", code="49999", status=503) == ("server_failure", "status")

    def test_a_field_decides_before_the_message(self, lookup: Lookup) -> None:
        fields = {"retry-ticket": "ticket-1"}
        assert decided(lookup, message="parameter side is invalid", fields=fields) == (
            "penalty_ticket",
            "field",
        )

    def test_a_field_with_another_value_decides_nothing(self, lookup: Lookup) -> None:
        assert decided(lookup, fields={"captcha": False}) is None

    def test_nothing_known_decides_nothing(self, lookup: Lookup) -> None:
        assert decided(lookup, message="unheard of", status=200) is None

    def test_what_a_message_requires_must_be_there(self, lookup: Lookup) -> None:
        assert decided(lookup, message="slow client", channel="rest") is None
        assert decided(lookup, message="slow client", channel="stream") == ("slow_client", "message")

    def test_what_a_message_does_not_require_may_differ(self, lookup: Lookup) -> None:
        message = "parameter side is invalid"
        assert decided(lookup, message=message, status=403, code="x") == ("invalid_parameter", "message")

    def test_a_code_requires_the_channel_that_it_is_given_with(self, lookup: Lookup) -> None:
        assert decided(lookup, code="Halted", channel="rest") is None
        assert decided(lookup, code="Halted", channel="stream") == ("symbol_halted", "code")

    def test_the_more_specific_entry_wins(self, lookup: Lookup) -> None:
        message = "parameter qty is invalid: at most 500 are allowed"
        assert decided(lookup, message=message) == ("invalid_quantity", "message")

    def test_the_less_specific_entry_takes_the_rest(self, lookup: Lookup) -> None:
        message = "parameter qty is invalid: at most some are allowed"
        assert decided(lookup, message=message) == ("invalid_parameter", "message")

    def test_a_signature_that_requires_more_is_tried_before_one_that_requires_less(
        self, acme: Broker
    ) -> None:
        status = replace(acme.entries_by_id["server_failure"].signatures[0], status=404, body=None)
        entries = [
            brokers_entry(acme, "anything", signatures=(status,)),
            brokers_entry(acme, "nothing", signatures=(replace(status, body="empty"),)),
        ]
        lookup = lookup_of(broker_of(acme, entries))
        assert decided(lookup, status=404) == ("nothing", "status")
        assert decided(lookup, status=404, message="x") == ("anything", "status")

    def test_a_fallback_is_tried_after_an_entry_that_requires_as_much(self, acme: Broker) -> None:
        status = acme.entries_by_id["server_failure"].signatures[0]
        entries = [
            brokers_entry(acme, "a_fallback", signatures=(status,), fallback=True),
            brokers_entry(acme, "named", signatures=(status,)),
        ]
        assert decided(lookup_of(broker_of(acme, entries)), status=status.status) == ("named", "status")

    def test_the_field_of_a_fallback_is_tried_last(self, acme: Broker) -> None:
        field = acme.entries_by_id["penalty_ticket"].signatures[0]
        last = brokers_entry(acme, "last", signatures=(replace(field, field="text"),), fallback=True)
        lookup = lookup_of(broker_of(acme, [*acme.entries, last]))
        assert decided(lookup, status=503, fields={"text": "x"}) == ("server_failure", "status")
        assert decided(lookup, fields={"text": "x"}) == ("last", "field")

    def test_a_more_specific_entry_wins_over_a_message_without_slots(self, acme: Broker) -> None:
        entries = [
            brokers_entry(acme, "general", "order is closed now"),
            brokers_entry(acme, "special", "order is {state:word} now", more_specific_than=("general",)),
        ]
        assert decided(lookup_of(broker_of(acme, entries)), message="order is closed now") == (
            "special",
            "message",
        )

    def test_the_same_template_may_lead_to_several_entries_by_what_they_require(self, acme: Broker) -> None:
        template = "the asset {symbol:symbol} is not there"
        entries = []
        for id_, slot, status in (("gone", "symbol", 404), ("hidden", "name", 403)):
            entry = brokers_entry(acme, id_, template.replace("{symbol", f"{{{slot}"))
            required = replace(entry.signatures[0], status=status, requires=("status",))
            entries.append(replace(entry, signatures=(required,)))
        lookup = lookup_of(broker_of(acme, entries))
        hit = said(lookup, "the asset BRK.B is not there", status=403)
        assert hit is not None
        assert (hit.rule.error, hit.params()) == ("acme.hidden", {"name": "BRK.B"})


def test_params_are_spelled_as_in_the_message(acme: Broker) -> None:
    hit = said(
        lookup_of(acme), "Order 00000000-0000-4000-8000-00000000000A was  FILLED at 2025-11-29T14:54:23Z."
    )
    assert hit is not None
    assert hit.params() == {
        "order_id": "00000000-0000-4000-8000-00000000000A",
        "state": "FILLED",
        "closed_at": "2025-11-29T14:54:23Z",
    }


def test_a_message_that_is_longer_than_any_match_is_not_tried(acme: Broker) -> None:
    lookup = lookup_of(broker_of(acme, [brokers_entry(acme, "long", "the name is {name:word} and more")]))
    assert said(lookup, f"the name is {'a' * 64} and more") is not None
    assert said(lookup, f"the name is {'a' * 65} and more") is None


def test_the_plan_does_not_depend_on_the_order_of_the_entries(acme: Broker) -> None:
    (area, *others) = acme.areas
    turned = replace(acme, areas=(*reversed(others), replace(area, entries=tuple(reversed(area.entries)))))
    assert make_plan(turned) == make_plan(acme)


@pytest.mark.parametrize(
    ("below", "ranks"),
    [
        ({}, {"a": 0, "b": 0, "c": 0}),
        ({"a": ["b"]}, {"a": 0, "b": 1, "c": 0}),
        ({"a": ["b"], "b": ["c"]}, {"a": 0, "b": 1, "c": 2}),
        ({"a": ["b", "c"], "b": ["c"]}, {"a": 0, "b": 1, "c": 2}),
        ({"c": ["a"], "b": ["a"]}, {"a": 1, "b": 0, "c": 0}),
    ],
    ids=["none", "one", "chain", "chain-and-shortcut", "two-above"],
)
def test_a_rank_counts_the_steps_that_lead_down_to_an_entry(
    below: Mapping[str, Sequence[str]], ranks: Mapping[str, int], acme: Broker
) -> None:
    entries: Iterable[Entry] = [
        brokers_entry(acme, id_, f"message of {id_}", more_specific_than=tuple(below.get(id_, ())))
        for id_ in ("a", "b", "c")
    ]
    assert specificity_ranks(tuple(entries)) == ranks


def test_a_circle_of_entries_does_not_keep_the_ranks_from_being_counted(acme: Broker) -> None:
    pair = (("a", "b"), ("b", "a"))
    entries = [
        brokers_entry(acme, id_, f"message of {id_}", more_specific_than=(other,)) for id_, other in pair
    ]
    assert specificity_ranks(entries).keys() == {"a", "b"}


def test_slots_are_named_in_the_order_of_the_message(acme: Broker) -> None:
    template = parse_template(
        "insufficient funds: {needed:decimal} needed for {quantity:int} {symbol:symbol}"
    )
    rule = next(rule for rule in make_plan(acme).rules if rule.entry == "insufficient_funds" and rule.slots)
    assert rule.slots == tuple(piece.name for piece in template.pieces if isinstance(piece, Slot))
