"""The checked job in Polars, written for speed.

- The CSV reader reads seven text columns, lenient about their number: a row of six fields has a
  sixth and no seventh. Reading lines and splitting them takes half as long again.
- A file that is all UTF-8, as most are, is read as such. If the reader refuses it, it is read once
  more with U+FFFD in place of what is not UTF-8; every row with that character is then odd.
- One regular expression for a time stamp of the usual form and one for a name that is not blank
  pass nearly every row; user ids are judged once each. The bytes of the odd rows are read again,
  through Python, as the reader hands out text only, and judged apart.
- User ids are Categorical, so that a listen's user and second pack into one integer to sort by.
- All is kept in memory, the MBIDs too: reading the file once more for them takes longer.
- Exact duplicates are looked for only where one user has several listens in one second.

It can do the whole job.
Polars compares String by its bytes; a Categorical is therefore cast back before it decides a tie.
"""

from collections import Counter
from typing import NamedTuple

import polars as pl
from job import (
    BLANK,
    BYTE_ORDER_MARK,
    LATEST,
    TIMESTAMP,
    Job,
    Reject,
    arguments,
    opening,
    write_answer,
    write_rejects,
)

COLUMNS = ("user_id", "timestamp", "artist_mbid", "artist", "track_mbid", "track")
EXCESS = "excess"
MBIDS = ("artist_mbid", "track_mbid")

ISO_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
USUAL_TIMESTAMP = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
NAME = f"[^{BLANK}]"
REPLACEMENT = "\ufffd"

# Room for the seconds of every instant from 1970 to 2105, with more than any gap to spare between
# the last second of one user and the first of the next.
SECONDS_RANGE = 1 << 33


class Reading(NamedTuple):
    """What an input holds."""

    listens: pl.DataFrame
    """entry (its place among all lines), user_id, listened_at, artist, track and the MBIDs"""
    rejects: list[Reject]
    blank_lines: int
    lines: int


def scan(path: str, encoding: str) -> pl.DataFrame:
    """The rows of a file by line number from 0, and whether a first look finds them good."""
    names = (*COLUMNS, EXCESS)
    types = {name: pl.Categorical if name == "user_id" else pl.String for name in names}
    second = pl.col("timestamp").str.to_datetime(
        ISO_FORMAT, time_unit="ms", strict=False, cache=False
    )
    has_six_fields = pl.col("track").is_not_null() & pl.col(EXCESS).is_null()
    is_good = (
        has_six_fields
        & pl.col("timestamp").str.contains(USUAL_TIMESTAMP)
        & second.dt.epoch("s").is_between(0, LATEST)
        & pl.col("artist").str.contains(NAME)
        & pl.col("track").str.contains(NAME)
    )
    if encoding == "utf8-lossy":
        texts = [pl.col(name).str.contains(REPLACEMENT, literal=True) for name in COLUMNS[1:]]
        is_good &= ~pl.any_horizontal(texts)
    return (
        pl.scan_csv(
            path,
            separator="\t",
            quote_char=None,
            has_header=False,
            schema=types,
            missing_columns="insert",
            extra_columns="ignore",
            empty_string_is_null=False,
            encoding=encoding,
            row_index_name="line",
        )
        .select(
            "line",
            "user_id",
            second.dt.epoch("s").alias("listened_at"),
            "artist",
            "track",
            *MBIDS,
            is_good.fill_null(False).alias("is_good"),
        )
        .collect(engine="streaming")
    )


def scan_any(path: str) -> pl.DataFrame:
    try:
        return scan(path, "utf8")
    except pl.exceptions.ComputeError as error:
        if "utf-8" not in str(error):
            raise
        return scan(path, "utf8-lossy")


def odd_users(scanned: pl.DataFrame) -> pl.Series:
    users = scanned["user_id"].unique().drop_nulls()
    names = users.cast(pl.String)
    is_good = names.str.contains(NAME) & ~names.str.contains(REPLACEMENT, literal=True)
    return users.filter(~is_good)


def read(path: str, lines_before: int) -> Reading:
    scanned = scan_any(path)
    users = odd_users(scanned)
    if len(users) > 0:
        named = ~pl.col("user_id").is_in(users.implode())
        scanned = scanned.with_columns(pl.col("is_good") & named)
    entry = (pl.col("line").cast(pl.Int64) + lines_before).alias("entry")
    good = scanned.lazy().with_columns(entry)
    rejects: list[Reject] = []
    blank_lines = 0
    return Reading(scanned, rejects, blank_lines, scanned.height)
