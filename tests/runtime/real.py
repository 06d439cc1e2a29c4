"""The matcher of the real catalog, with its plans made in memory."""

from functools import cache
from pathlib import Path

from generator.load.files import load
from generator.model.catalog import Catalog
from generator.model.read import read
from generator.plan.common import common, foreign
from generator.plan.make import make_plans
from generator.targets.python.runtime._matcher import Matcher
from generator.targets.python.runtime._rows import Plan

CATALOG = Path(__file__).parents[2] / "catalog"


@cache
def real_catalog() -> Catalog:
    """The catalog of the repository."""
    files, findings = load(CATALOG)
    assert files is not None, findings
    catalog, _ = read(files)
    return catalog


@cache
def real_plans() -> tuple[Plan, ...]:
    """Its plans."""
    return make_plans(real_catalog(), common(), foreign())


@cache
def real_matcher() -> Matcher:
    """Its matcher."""
    return Matcher(real_plans(), common())


@cache
def matcher_of_one(broker: str) -> Matcher:
    """The matcher that knows one broker alone, as programs have it that name one."""
    return Matcher([plan for plan in real_plans() if plan.broker == broker], common())
