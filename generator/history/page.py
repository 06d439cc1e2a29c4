"""The contributors' page on what a change means: ``python -m generator.history.page`` writes it anew."""

from pathlib import Path

from generator.history.acceptance import CHANGES
from generator.history.rules.registry import Rule, all_rules
from generator.output import write_file

PAGE = f"{CHANGES}/README.md"
COMMAND = "python -m generator.history.page"

_TEXT = """\
<!-- Generated from generator/history/rules/ by `{command}`. Do not edit. -->
# What a change means to users

`python -m generator diff` has the packages of both revisions answer the same payloads, and compares what they
answer and what the catalog states. Each thing that changes is one of these rules.

A file in this folder, one a pull request, says what changes for the changelog, and why changes that need a
reason are right. `python -m generator accept` writes it:

```sh
python -m generator diff
python -m generator accept param-lost --reason "every other entry of this broker calls it asset" \\
  --summary "Orders that are no longer open are told from other refusals."
```

```yaml
summary: Orders that are no longer open are told from other refusals.
accept:
- rule: param-lost
  entry: acme.asset_cannot_be_shorted
  reason: every other entry of this broker calls it asset
```

A reason is for one rule and one entry (or a list of them). One that speaks of no change is an error. With the
next release the files go into CHANGELOG.md and are removed.

The highest level of all changes is what the next version must at least raise: **major**, **minor** or
**patch**. Below 1.0.0 a major change raises the minor version.

| rule | level | reason needed | what it means |
|---|---|---|---|
{rows}
"""


def page() -> str:
    """The page's text."""
    return _TEXT.format(command=COMMAND, rows="\n".join(map(_row, all_rules())))


def _row(rule: Rule) -> str:
    reason = "yes" if rule.needs_reason else ""
    meaning = rule.meaning.replace("|", "&#124;")
    return f"| `{rule.id}` | {rule.level} | {reason} | {meaning} |"


if __name__ == "__main__":
    write_file(Path(PAGE), page())
