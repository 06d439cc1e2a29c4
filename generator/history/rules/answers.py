"""What users' payloads are recognized as."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.history.answers import NOTHING
from generator.history.comparison import Comparison, Pair
from generator.history.facts import short
from generator.history.rules.registry import MAJOR, MINOR, PATCH, Seen, rule

Group = tuple[str, list[Pair]]
"""An entry's full id, and the questions that are counted for it."""


@rule("answer-lost", MAJOR)
def answers_lost(compared: Comparison) -> Iterator[Seen]:
    """Payloads that were recognized are not any more, and programs take them for no error."""
    for id_, pairs in _by_former(pair for pair in _of_kept_entries(compared) if pair.after == NOTHING):
        how = (
            "even with the broker named" if any(pair.named for pair in pairs) else "without the broker named"
        )
        yield _seen(compared, id_, f"no longer recognized, {how}", pairs, _naming(pairs))


@rule("answer-raised", MAJOR)
def answers_raised(compared: Comparison) -> Iterator[Seen]:
    """The matcher raises, which it promises never to do."""
    raised = [pair for pair in compared.differing if pair.after.raised]
    for exception, pairs in _grouped((pair.after.error, pair) for pair in raised):
        broker = pairs[0].payload.broker
        says = f"the matcher raises {exception}"
        at = compared.head.places.broker(broker)
        yield Seen(broker, says, at, {"raises": exception}, len(pairs), compared.example(pairs))


@rule("answer-blurred", MAJOR)
def answers_blurred(compared: Comparison) -> Iterator[Seen]:
    """Payloads that had an entry of their own are left to a fallback, whose advice is more cautious."""
    pairs = [pair for pair in _moved(compared) if _fallbacks(compared, pair) == (False, True)]
    yield from _ways(compared, _by_former(pairs))


@rule("answer-moved", MAJOR)
def answers_moved(compared: Comparison) -> Iterator[Seen]:
    """Payloads of one entry are answered by another one, with other advice."""
    same_kind = ((False, False), (True, True))
    pairs = [pair for pair in _moved(compared) if _fallbacks(compared, pair) in same_kind]
    yield from _ways(compared, _by_former(pairs))


@rule("answer-sharpened", MINOR)
def answers_sharpened(compared: Comparison) -> Iterator[Seen]:
    """Payloads that only a fallback knew have an entry now."""
    pairs = [pair for pair in _moved(compared) if _fallbacks(compared, pair) == (True, False)]
    yield from _ways(compared, _by_present(pairs))


@rule("answer-gained", MINOR)
def answers_gained(compared: Comparison) -> Iterator[Seen]:
    """Payloads that were not recognized are, where the broker is named."""
    for id_, pairs in _by_present(pair for pair in _found(compared) if pair.named):
        yield _seen(compared, id_, "recognized now", pairs)


@rule("answer-claimed", MINOR, needs_reason=True)
def answers_claimed(compared: Comparison) -> Iterator[Seen]:
    """Payloads are claimed for the broker also where nobody says whose answer it is.

    They may be somebody else's: if other programs say this too, add `requires: [broker]` to the signature.
    """
    for id_, pairs in _by_present(pair for pair in _found(compared) if not pair.named):
        yield _seen(compared, id_, "claimed also where nobody says whose answer it is", pairs)


@rule("param-lost", MAJOR)
def params_lost(compared: Comparison) -> Iterator[Seen]:
    """A name is missing from `params`, and `params["name"]` raises a KeyError.

    A slot or field that is renamed counts too.
    """
    for id_, lost, gained, pairs in _params(compared):
        if lost:
            instead = f" and gain {', '.join(gained)}" if gained else ""
            facts = {"lost": lost, "gained": gained}
            yield _seen(compared, id_, f"`params` lose {', '.join(lost)}{instead}", pairs, facts)


@rule("param-added", MINOR)
def params_added(compared: Comparison) -> Iterator[Seen]:
    """`params` have a further name."""
    for id_, lost, gained, pairs in _params(compared):
        if gained and not lost:
            yield _seen(compared, id_, f"`params` gain {', '.join(gained)}", pairs, {"gained": gained})


@rule("param-value-changed", MINOR)
def param_values_changed(compared: Comparison) -> Iterator[Seen]:
    """The same name in `params` has another value."""
    for id_, pairs in _by_present(pair for pair in _of_one_entry(compared) if _other_values(pair)):
        names = sorted({name for pair in pairs for name in _other_values(pair)})
        says = f"`params` have another value of {', '.join(names)}"
        yield _seen(compared, id_, says, pairs, {"params": names})


@rule("matched-on-changed", PATCH)
def matched_on_changed(compared: Comparison) -> Iterator[Seen]:
    """The same answer is found by something else: `matched_on` differs, and nothing that programs act on."""
    changed = (pair for pair in _of_one_entry(compared) if pair.before.matched_on != pair.after.matched_on)
    for id_, pairs in _by_present(changed):
        ways = sorted({f"{pair.before.matched_on} → {pair.after.matched_on}" for pair in pairs})
        yield _seen(compared, id_, f"`matched_on`: {', '.join(ways)}", pairs, {"ways": ways})


def _of_kept_entries(compared: Comparison) -> Iterator[Pair]:
    """What an entry answered that is still there; entries that are gone have a rule of their own."""
    for pair in compared.differing:
        if pair.before.error in compared.base.facts.entries and pair.before.error not in compared.removed:
            yield pair


def _of_one_entry(compared: Comparison) -> Iterator[Pair]:
    """What the same entry answers, in another way."""
    for pair in _of_kept_entries(compared):
        if compared.now(pair.before.error) == pair.after.error:
            yield pair


def _moved(compared: Comparison) -> Iterator[Pair]:
    """What another entry answers."""
    for pair in _of_kept_entries(compared):
        if (
            pair.after.error in compared.head.facts.entries
            and compared.now(pair.before.error) != pair.after.error
        ):
            yield pair


def _found(compared: Comparison) -> Iterator[Pair]:
    """What nothing answered."""
    for pair in compared.differing:
        if pair.before == NOTHING and pair.after.error in compared.head.facts.entries:
            yield pair


def _fallbacks(compared: Comparison, pair: Pair) -> tuple[bool, bool]:
    """Whether the answers are fallbacks'."""
    return compared.base.facts.is_fallback(pair.before.error), compared.head.facts.is_fallback(
        pair.after.error
    )


def _params(compared: Comparison) -> Iterator[tuple[str, list[str], list[str], list[Pair]]]:
    """Which names an entry's ``params`` lose and gain, over all of its payloads."""
    for id_, pairs in _by_present(_of_one_entry(compared)):
        changed = [pair for pair in pairs if pair.before.params.keys() != pair.after.params.keys()]
        lost = {name for pair in changed for name in pair.before.params.keys() - pair.after.params.keys()}
        gained = {name for pair in changed for name in pair.after.params.keys() - pair.before.params.keys()}
        if changed:
            yield id_, sorted(lost), sorted(gained), changed


def _other_values(pair: Pair) -> list[str]:
    """The params that both answers have, with different values."""
    before, after = pair.before.params, pair.after.params
    return [name for name in before.keys() & after.keys() if before[name] != after[name]]


def _ways(compared: Comparison, groups: Iterator[Group]) -> Iterator[Seen]:
    for id_, pairs in groups:
        ways = sorted({(pair.before.error, pair.after.error) for pair in pairs})
        says = ", ".join(f"{short(before)} → {short(after)}" for before, after in ways)
        yield _seen(compared, id_, says, pairs, {"ways": [list(way) for way in ways]})


def _by_former(pairs: Iterable[Pair]) -> Iterator[Group]:
    return _grouped((pair.before.error, pair) for pair in pairs)


def _by_present(pairs: Iterable[Pair]) -> Iterator[Group]:
    return _grouped((pair.after.error, pair) for pair in pairs)


def _grouped(pairs: Iterable[tuple[str, Pair]]) -> Iterator[Group]:
    groups: dict[str, list[Pair]] = {}
    for name, pair in pairs:
        groups.setdefault(name, []).append(pair)
    yield from sorted(groups.items())


def _naming(pairs: Sequence[Pair]) -> dict[str, object]:
    return {"named": any(pair.named for pair in pairs)}


def _seen(
    compared: Comparison,
    id_: str,
    says: str,
    pairs: Sequence[Pair],
    facts: Mapping[str, object] | None = None,
) -> Seen:
    at = compared.at(id_, "signatures")
    return Seen(compared.now(id_), says, at, facts or {}, len(pairs), compared.example(pairs))
