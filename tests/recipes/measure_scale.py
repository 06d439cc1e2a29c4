"""``python -m tests.recipes.measure_scale``: the figures on the page about months of logs, here."""

import random
import time
from collections.abc import Callable, Iterator

import duckdb
import pandas as pd
import polars as pl
from broker_errors import classify

from tests.snippets import GUIDES, module

PAGE = GUIDES / "scale.md"
ROWS = 200_000


def texts(distinct: int) -> list[str]:
    """Log lines, of which so many are different; one in a hundred is a refusal."""
    chosen = random.Random(1)
    lines = [
        f'{n} refused {{"code":40310000,"message":"insufficient buying power"}}'
        if n % 100 == 0
        else f"{n} quote of SPY came, bid {n % 500}.{n % 97:02}, and nothing was to be done"
        for n in range(distinct)
    ]
    return [*lines, *chosen.choices(lines, k=ROWS - distinct)]


def ways(rows: list[str]) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is measured, by name."""
    pandas, polars = pd.DataFrame({"text": rows}), pl.DataFrame({"text": rows})
    connection = duckdb.connect()
    connection.register("log", polars.to_arrow())
    yield "classify, a list", lambda: classify(rows, broker="alpaca")
    yield "pandas", lambda: module(PAGE, "with_pandas.py").recognized(pandas, "text", "alpaca")
    yield "Polars", lambda: module(PAGE, "with_polars.py").recognized(polars, "text", "alpaca")
    yield "DuckDB", lambda: module(PAGE, "with_duckdb.py").add_facts(connection, "log", "text", "alpaca")


if __name__ == "__main__":
    for distinct in (1_000, ROWS):
        rows = texts(distinct)
        for name, call in ways(rows):
            start = time.process_time()
            call()
            spent = time.process_time() - start
            print(f"{distinct:>8} distinct  {name:<18} {spent:6.2f} s  {ROWS / spent:>10,.0f} rows a second")
