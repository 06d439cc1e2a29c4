"""A runtime in its package."""

from pathlib import Path

import pytest

from generator.targets.shipping import SOURCE, shipped


def test_a_module_without_the_line_that_is_replaced_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "one.py"
    module.write_text('"""One."""\n', "utf-8")
    with pytest.raises(ValueError, match="begins with the line"):
        shipped(tmp_path, [module], "#")


def test_only_the_first_line_is_another(tmp_path: Path) -> None:
    module = tmp_path / "python" / "runtime" / "deep" / "one.py"
    module.parent.mkdir(parents=True)
    module.write_text(f'# {SOURCE}\n"""One."""\n', "utf-8")
    assert shipped(tmp_path / "python" / "runtime", [module], "#") == {
        "deep/one.py": "# From generator/targets/python/runtime/deep/one.py by `python -m generator build`. "
        'Do not edit.\n"""One."""\n'
    }
