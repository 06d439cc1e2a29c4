"""The page on months of logs, against the real engines. Each is skipped where it is not installed."""

import importlib.util
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import broker_errors
import pytest
import yaml
from broker_errors import Columns, classify

from tests.snippets import GUIDES, blocks, module

PAGE = GUIDES / "scale.md"
PACKAGE = str(Path(broker_errors.__file__).parents[1])
"""Where the workers of an engine find the package."""

BUYING_POWER = '{"code":40310000,"message":"insufficient buying power"}'
SHORTING = '{"code":40310000,"message":"account is not allowed to short"}'
TEXTS = [BUYING_POWER, "all is well", None, SHORTING, BUYING_POWER]
EXPECTED = classify(TEXTS, broker="alpaca")


def block(language: str, title: str) -> str:
    (code,) = (block.code for block in blocks(PAGE, language) if block.title == title)
    return code


def needs(*names: str) -> pytest.MarkDecorator:
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def columns_of(rows: list[dict[str, Any]]) -> Columns:
    return Columns(*([row[name] for row in rows] for name in Columns._fields))


@needs("pandas")
def test_pandas_gets_the_columns() -> None:
    import pandas as pd

    frame = module(PAGE, "with_pandas.py").recognized(pd.DataFrame({"text": TEXTS}), "text", "alpaca")
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert columns_of(rows) == EXPECTED


@needs("polars")
def test_polars_gets_the_columns_in_the_order_of_the_rows() -> None:
    import polars as pl

    frame = module(PAGE, "with_polars.py").recognized(pl.DataFrame({"text": TEXTS}), "text", "alpaca")
    assert frame["text"].to_list() == TEXTS
    assert columns_of(frame.to_dicts()) == EXPECTED


@needs("duckdb", "pyarrow")
def test_duckdb_joins_the_facts() -> None:
    import duckdb

    connection = duckdb.connect()
    connection.execute("CREATE TABLE log (message VARCHAR)")
    connection.executemany("INSERT INTO log VALUES (?)", [(text,) for text in TEXTS])
    module(PAGE, "with_duckdb.py").add_facts(connection, "log", "message", "alpaca")
    assert connection.sql(block("sql", "facts.sql")).fetchall() == [
        ("alpaca.insufficient_buying_power", "after_change", 2),
        ("alpaca.account_not_allowed_to_short", "after_change", 1),
    ]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    import ray

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", PACKAGE)
        ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, configure_logging=False)
        yield ray
        ray.shutdown()


@needs("ray", "pyarrow")
@pytest.mark.filterwarnings("ignore")
def test_ray_gets_the_columns(cluster: Any) -> None:
    texts = cluster.data.from_items([{"text": text} for text in TEXTS])
    rows = module(PAGE, "with_ray.py").recognized(texts, "text", "alpaca").take_all()
    assert sorted(map(str, columns_of(rows).error)) == sorted(map(str, EXPECTED.error))


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", PACKAGE)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        yield session
        session.stop()


@needs("pyspark", "pyarrow")
@pytest.mark.skipif(shutil.which("java") is None, reason="not installed: Java")
@pytest.mark.filterwarnings("ignore")
def test_spark_gets_the_columns(session: Any) -> None:
    frame = session.createDataFrame([(text,) for text in TEXTS], "text string")
    rows = module(PAGE, "with_spark.py").recognized(frame, "text", "alpaca").collect()
    assert columns_of([row.asDict() for row in rows]) == EXPECTED


def test_configuration_of_the_collector_can_be_read() -> None:
    assert yaml.safe_load(block("yaml", "otel-collector.yaml"))["receivers"]["filelog"]["operators"]


def test_configuration_of_vector_can_be_read() -> None:
    (source,) = tomllib.loads(block("toml", "vector.toml"))["sources"].values()
    assert source["command"][:4] == ["broker-errors", "scan", "--follow", "--json"]
