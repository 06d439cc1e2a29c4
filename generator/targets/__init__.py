"""The targets: each turns the catalog and its plans into the texts of files, and knows no other target."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.matching_plan import Plan, make_plan
from generator.model import Catalog
from generator.targets import json_catalog, json_coverage, python, site

Target = Callable[[Catalog, Mapping[str, Plan], str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Output:
    """A folder that targets fill together, and whether what is in it is committed."""

    folder: str
    targets: tuple[Target, ...]
    committed: bool

    def generate(self, catalog: Catalog, version: str) -> dict[str, str]:
        """The text of each file, by its path below the folder. ``version`` is the project's."""
        plans = {broker.id: make_plan(broker) for broker in catalog.brokers}
        return {
            path: text for target in self.targets for path, text in target(catalog, plans, version).items()
        }


OUTPUTS = (
    Output("generated", (python.generate, json_catalog.generate, json_coverage.generate), committed=True),
    Output("site/docs", (site.generate,), committed=False),
)
