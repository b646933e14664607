"""How each peer reads a history, in its plain set-up and in ever more lenient ones.

`faulty_readers.py SETTING FILE ROWS TOLD` reads FILE and writes what the job would work on: into
ROWS the six fields of every row as bytes, tab-separated, the time as whole seconds since 1970 and
what is null as nothing; into TOLD the number of rows that the tool reported one by one with what was
wrong.
"""

import csv
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("user_id", "timestamp", "artist_mbid", "artist_name", "track_mbid", "track_name")
ISO_FORMAT = "%Y-%m-%dT%H:%M:%SZ"

Rows = Iterable[tuple]


@dataclass(frozen=True)
class Setting:
    """A way to read with a tool."""

    key: str
    tool: str
    options: str
    """What is set, for the reader of the table."""
    read: Callable[[str], tuple[Rows, int]]
    """The rows of a file, and how many others were reported with their faults."""


SETTINGS: dict[str, Setting] = {}


def setting(key: str, tool: str, options: str):
    def register(read):
        SETTINGS[key] = Setting(key, tool, options, read)
        return read

    return register


# DuckDB


def duckdb_rows(history: str, options: str, types: bool = True) -> tuple[Rows, int]:
    import duckdb

    columns = {name: "TIMESTAMP" if name == "timestamp" else "VARCHAR" for name in COLUMNS}
    told = f"columns = {columns}" if types else f"names = {list(COLUMNS)}"
    connection = duckdb.connect()
    rows = connection.execute(
        f"""SELECT user_id, epoch(timestamp::TIMESTAMP)::BIGINT, artist_mbid, artist_name,
                   track_mbid, track_name
            FROM read_csv($file, delim = '\t', quote = '', escape = '', header = false, {told}
                          {options})""",
        {"file": history},
    ).fetchall()
    rejects = 0
    if "store_rejects" in options:
        (rejects,) = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()
    return rows, rejects


@setting("duckdb-plain", "DuckDB", "column types, quoting off")
def duckdb_plain(history: str) -> tuple[Rows, int]:
    return duckdb_rows(history, "")


@setting("duckdb-sniffed", "DuckDB", "types sniffed, `ignore_errors`")
def duckdb_sniffed(history: str) -> tuple[Rows, int]:
    return duckdb_rows(history, ", ignore_errors = true", types=False)


@setting("duckdb-ignore", "DuckDB", "column types, `ignore_errors`")
def duckdb_ignore(history: str) -> tuple[Rows, int]:
    return duckdb_rows(history, ", ignore_errors = true")


@setting("duckdb-unsniffed", "DuckDB", "column types, `auto_detect = false`, `ignore_errors`")
def duckdb_unsniffed(history: str) -> tuple[Rows, int]:
    return duckdb_rows(history, ", auto_detect = false, ignore_errors = true")


@setting("duckdb-rejects", "DuckDB", "column types, `auto_detect = false`, `store_rejects`")
def duckdb_rejects(history: str) -> tuple[Rows, int]:
    return duckdb_rows(history, ", auto_detect = false, store_rejects = true")


@setting("duckdb-lenient", "DuckDB", "the same, and `null_padding`, `strict_mode = false`")
def duckdb_lenient(history: str) -> tuple[Rows, int]:
    lenient = ", store_rejects = true, null_padding = true, strict_mode = false"
    return duckdb_rows(history, ", auto_detect = false" + lenient)


# Polars


def polars_rows(history: str, strict: bool, **options) -> tuple[Rows, int]:
    import polars as pl

    instant = pl.col("timestamp").str.to_datetime(ISO_FORMAT, strict=strict).dt.epoch("s")
    schema = dict.fromkeys(COLUMNS, pl.String)
    scanned = pl.scan_csv(
        history, separator="\t", quote_char=None, has_header=False, schema=schema, **options
    )
    return scanned.with_columns(instant).collect().iter_rows(), 0


@setting("polars-plain", "Polars", "column types, quoting off")
def polars_plain(history: str) -> tuple[Rows, int]:
    return polars_rows(history, strict=True)


@setting("polars-ignore", "Polars", "`ignore_errors`")
def polars_ignore(history: str) -> tuple[Rows, int]:
    return polars_rows(history, strict=True, ignore_errors=True)


@setting(
    "polars-lenient",
    "Polars",
    "`ignore_errors`, `extra_columns='ignore'`, `missing_columns='insert'`, `utf8-lossy`, "
    "times not strict",
)
def polars_lenient(history: str) -> tuple[Rows, int]:
    return polars_rows(
        history,
        strict=False,
        ignore_errors=True,
        extra_columns="ignore",
        missing_columns="insert",
        encoding="utf8-lossy",
    )


# ClickHouse


def clickhouse_rows(history: str, settings: str) -> Rows:
    from chdb.session import Session

    types = ", ".join(
        f"{name} {'DateTime' if name == 'timestamp' else 'String'}" for name in COLUMNS
    )
    with Session() as session:
        session.query(
            f"""CREATE TABLE listens ENGINE = Memory AS
                SELECT user_id, toUnixTimestamp(timestamp) AS second, artist_mbid, artist_name,
                       track_mbid, track_name
                FROM file('{history}', 'TabSeparatedRaw', '{types}')
                SETTINGS session_timezone = 'UTC', date_time_input_format = 'best_effort'
                         {settings}"""
        )
        # As bytes: names that are not UTF-8 come through.
        raw = session.query("SELECT * FROM listens", "TSVRaw").bytes()
    return [tuple(line.split(b"\t")) for line in raw.removesuffix(b"\n").split(b"\n")]


@setting("clickhouse-plain", "ClickHouse (chDB)", "column types, no escapes")
def clickhouse_plain(history: str) -> tuple[Rows, int]:
    return clickhouse_rows(history, ""), 0


@setting("clickhouse-errors", "ClickHouse (chDB)", "`input_format_allow_errors_ratio = 1`")
def clickhouse_errors(history: str) -> tuple[Rows, int]:
    return clickhouse_rows(history, ", input_format_allow_errors_ratio = 1"), 0


@setting(
    "clickhouse-lenient",
    "ClickHouse (chDB)",
    "also `input_format_tsv_allow_variable_number_of_columns`, "
    "`input_format_record_errors_file_path`",
)
def clickhouse_lenient(history: str) -> tuple[Rows, int]:
    report = Path("clickhouse-errors.csv").resolve()
    report.unlink(missing_ok=True)
    rows = clickhouse_rows(
        history,
        ", input_format_allow_errors_ratio = 1"
        ", input_format_tsv_allow_variable_number_of_columns = 1"
        f", input_format_record_errors_file_path = '{report}'",
    )
    with open(report, encoding="utf-8", errors="replace", newline="") as file:
        # The last field is the line; blank ones are no rows.
        told = sum(1 for record in csv.reader(file) if record[-1].strip("\r\n"))
    return rows, told


# DataFusion


def datafusion_rows(history: str, **options) -> tuple[Rows, int]:
    import pyarrow as pa
    from datafusion import CsvReadOptions, SessionContext

    types = [(name, pa.timestamp("s") if name == "timestamp" else pa.string()) for name in COLUMNS]
    context = SessionContext()
    frame = context.read_csv(
        history,
        options=CsvReadOptions(
            schema=pa.schema(types),
            has_header=False,
            delimiter="\t",
            # There is no way to turn quoting off; this character is in no line.
            quote="\x01",
            file_extension=".tsv",
            **options,
        ),
    )
    table = frame.to_arrow_table()
    table = table.set_column(1, "timestamp", table["timestamp"].cast(pa.int64()))
    return arrow_rows(table), 0


def arrow_rows(table) -> Rows:
    return zip(*(table[name].to_pylist() for name in COLUMNS), strict=True)


@setting("datafusion-plain", "DataFusion", "column types, quoting off")
def datafusion_plain(history: str) -> tuple[Rows, int]:
    return datafusion_rows(history)


@setting("datafusion-lenient", "DataFusion", "`truncated_rows`")
def datafusion_lenient(history: str) -> tuple[Rows, int]:
    return datafusion_rows(history, truncated_rows=True)


# pandas


def pandas_rows(history: str, errors: str, **options) -> tuple[Rows, int]:
    import pandas as pd

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        frame = pd.read_csv(
            history,
            sep="\t",
            header=None,
            names=list(COLUMNS),
            quoting=3,
            dtype=str,
            keep_default_na=False,
            **options,
        )
    told = sum(len(re.findall("Skipping line", str(warning.message))) for warning in caught)
    instant = pd.to_datetime(frame["timestamp"], format=ISO_FORMAT, utc=True, errors=errors)
    seconds = instant.astype("datetime64[s, UTC]").astype("int64").where(instant.notna())
    frame["timestamp"] = seconds.astype("Int64")
    return frame.astype(object).where(frame.notna(), None).itertuples(index=False), told


@setting("pandas-plain", "pandas", "text columns, quoting off")
def pandas_plain(history: str) -> tuple[Rows, int]:
    return pandas_rows(history, "raise", index_col=False)


@setting(
    "pandas-lenient",
    "pandas",
    "`on_bad_lines='warn'`, `encoding_errors='replace'`, times coerced",
)
def pandas_lenient(history: str) -> tuple[Rows, int]:
    return pandas_rows(
        history, "coerce", index_col=False, on_bad_lines="warn", encoding_errors="replace"
    )


# Spark


def spark_rows(
    history: str, stamp: str, corrupt: bool = False, parsed: bool = False, **options
) -> tuple[Rows, int]:
    from pyspark.sql import SparkSession
    from pyspark.sql.functions import col, to_timestamp

    spark = (
        SparkSession.builder.master("local[*]")
        .config("spark.driver.memory", "4g")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    types = [f"{name} {stamp if name == 'timestamp' else 'STRING'}" for name in COLUMNS]
    schema = ", ".join(types + ["_corrupt_record STRING"] * corrupt)
    frame = spark.read.csv(history, schema=schema, sep="\t", quote="", **options)
    if parsed:
        frame = frame.withColumn("timestamp", to_timestamp("timestamp"))
    told = 0
    if corrupt:
        frame = frame.cache()
        told = frame.filter(col("_corrupt_record").isNotNull()).count()
        frame = frame.filter(col("_corrupt_record").isNull())
    frame = frame.withColumn("timestamp", col("timestamp").cast("long"))
    table = frame.select(*COLUMNS).toArrow()
    return arrow_rows(table), told


@setting("spark-parsed", "Spark", "text columns, then `to_timestamp` (plain)")
def spark_parsed(history: str) -> tuple[Rows, int]:
    return spark_rows(history, "STRING", parsed=True)


@setting("spark-plain", "Spark", "column types, quoting off (`PERMISSIVE` is the default)")
def spark_plain(history: str) -> tuple[Rows, int]:
    return spark_rows(history, "TIMESTAMP")


@setting("spark-drop", "Spark", "`DROPMALFORMED`")
def spark_drop(history: str) -> tuple[Rows, int]:
    return spark_rows(history, "TIMESTAMP", mode="DROPMALFORMED")


@setting("spark-lenient", "Spark", "`PERMISSIVE`, rows with a `_corrupt_record` set apart")
def spark_lenient(history: str) -> tuple[Rows, int]:
    return spark_rows(history, "TIMESTAMP", corrupt=True, mode="PERMISSIVE")


def in_bytes(value) -> bytes:
    if value is None:
        return b""
    return value if isinstance(value, bytes) else str(value).encode()


def main() -> None:
    key, history, rows_path, told_path = sys.argv[1:]
    try:
        rows, told = SETTINGS[key].read(history)
    # Of whatever type: every tool has its own, and the text is the finding.
    except Exception as error:
        sys.exit(f"{type(error).__name__}: {error}".replace(history, Path(history).name))
    with open(rows_path, "wb") as file:
        for row in rows:
            file.write(b"\t".join(map(in_bytes, row)) + b"\n")
    Path(told_path).write_text(str(told))


if __name__ == "__main__":
    main()
