"""The checked job in Polars, written for speed.

- The CSV reader reads seven text columns, lenient about their number: a row of six fields has
  nothing in the seventh. Reading lines and splitting them takes half as long again.
- A file that is all UTF-8, as most are, is read as such. If the reader refuses it, it is read once
  more with U+FFFD in place of what is not UTF-8 (which works for text columns only); every row with
  that character is then odd.
- One regular expression for a time stamp of the usual form and one for a name that is not blank
  pass nearly every row; user ids are judged once each. The bytes of the odd rows are read again and
  judged apart, through Python, as the reader hands out text only.
- User ids are Categorical, so that a listen's user and second pack into one integer to sort by.
- All is kept in memory, the MBIDs too: reading the file once more for them takes longer.
- Exact duplicates are looked for only where one user has several listens in one second.

What the reader cannot do, so that the job is a little smaller here:
- It does not tell a missing field from an empty one: a row of seven fields whose last is empty (a
  tab too many at the end of a line) is taken for one of six.
- It drops a CR at the end of every field, not only at that of the line.
Polars compares String by its bytes; a Categorical is therefore cast back before it decides a tie.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import polars as pl
from checked_job import (
    BLANK,
    BYTE_ORDER_MARK,
    LATEST,
    TIMESTAMP,
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

TIMESTAMP_FORM = re.compile(TIMESTAMP.removesuffix("$") + r"\Z")
BLANK_FORM = re.compile(
    "[" + re.sub(r"\\x\{([0-9a-f]+)\}", lambda m: f"\\u{m[1]:0>4}", BLANK) + "]*"
)

# Room for the seconds of every instant from 1970 to 2105, with more than any gap to spare between
# the last second of one user and the first of the next.
SECONDS_RANGE = 1 << 33

LISTENS = {
    "entry": pl.Int64,
    "user_id": pl.Categorical,
    "listened_at": pl.Int64,
    "artist": pl.String,
    "track": pl.String,
    "artist_mbid": pl.String,
    "track_mbid": pl.String,
}


class Reading(NamedTuple):
    """What an input holds."""

    listens: pl.DataFrame
    """The columns of LISTENS; an entry is a row's place among the lines of all inputs."""
    rejects: list[Reject]
    blank_lines: int
    lines: int


class OddLine(NamedTuple):
    """A line that the first look did not find good: its place from 0, and its bytes."""

    number: int
    offset: int
    content: bytes


def scan(path: str, encoding: str) -> pl.DataFrame:
    """The rows of a file by line number from 0, and whether a first look finds them good."""
    names = (*COLUMNS, EXCESS)
    types = dict.fromkeys(names, pl.String)
    if encoding == "utf8":
        types["user_id"] = pl.Categorical
    second = pl.col("timestamp").str.to_datetime(
        ISO_FORMAT, time_unit="ms", strict=False, cache=False
    )
    is_good = (
        pl.col("user_id").is_not_null()
        & (pl.col(EXCESS) == "")
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
            row_index_name="entry",
            raise_if_empty=False,
            glob=False,
        )
        .select(
            pl.col("entry").cast(pl.Int64),
            pl.col("user_id").cast(pl.Categorical),
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
    lines = scanned.height
    users = odd_users(scanned)
    if len(users) > 0:
        named = ~pl.col("user_id").is_in(users.implode())
        scanned = scanned.with_columns(pl.col("is_good") & named)
    odd = scanned.filter(~pl.col("is_good"))["entry"].to_list()
    listens = scanned.drop("is_good")
    if odd:
        listens = scanned.filter("is_good").drop("is_good")
    rejects, accepted, blank_lines = [], [], 0
    for line in odd_lines(path, odd):
        judged = judge(line.content)
        if isinstance(judged, str):
            place = (line.number + 1, line.offset)
            rejects.append(Reject(path, *place, judged, line.content))
        elif judged:
            accepted.append((line.number, *judged))
        else:
            blank_lines += 1
    if accepted:
        listens = pl.concat([listens, pl.DataFrame(accepted, LISTENS, orient="row")])
    if lines_before > 0:
        listens = listens.with_columns(pl.col("entry") + lines_before)
    return Reading(listens, rejects, blank_lines, lines)


def odd_lines(path: str, numbers: list[int]) -> Iterator[OddLine]:
    """The lines of these numbers, ascending, but for a header."""
    wanted = set(numbers)
    if not wanted:
        return
    has_mark, has_header = opening(path)
    offset = 0
    with open(path, "rb") as file:
        for number, line in enumerate(file):
            if number in wanted and not (number == 0 and has_header):
                mark = len(BYTE_ORDER_MARK) if number == 0 and has_mark else 0
                yield OddLine(number, offset + mark, line[mark:].removesuffix(b"\n"))
            offset += len(line)


def judge(line: bytes) -> str | tuple | None:
    """Why a line is rejected, or the fields of LISTENS after the entry, or None if it is blank."""
    row = line.removesuffix(b"\r")
    if not row:
        return None
    if row.count(b"\t") != len(COLUMNS) - 1:
        return "field_count"
    try:
        fields = dict(zip(COLUMNS, row.decode().split("\t"), strict=True))
    except UnicodeDecodeError:
        return "invalid_utf8"
    instant = instant_of(fields["timestamp"])
    faults = {
        "missing_user": is_blank(fields["user_id"]),
        "invalid_timestamp": instant is None or not 0 <= instant <= LATEST,
        "missing_artist_name": is_blank(fields["artist"]),
        "missing_track_name": is_blank(fields["track"]),
    }
    names = [fields[name] for name in ("artist", "track", *MBIDS)]
    return next(
        (reason for reason, applies in faults.items() if applies),
        (fields["user_id"], instant, *names),
    )


def is_blank(name: str) -> bool:
    return BLANK_FORM.fullmatch(name) is not None


def instant_of(stamp: str) -> int | None:
    if not TIMESTAMP_FORM.match(stamp):
        return None
    try:
        day = date.fromisoformat(stamp[:10]).toordinal() - date(1970, 1, 1).toordinal()
    except ValueError:
        return None
    hours, minutes, seconds = (int(stamp[place : place + 2]) for place in (11, 14, 17))
    ahead = 0
    if stamp[-1] not in "Zz":
        ahead = int(stamp[-5:-3]) * 3600 + int(stamp[-2:]) * 60
        ahead = -ahead if stamp[-6] == "-" else ahead
    return day * 86400 + hours * 3600 + minutes * 60 + seconds - ahead


def read_all(paths: list[str]) -> Reading:
    lines = 0
    readings = []
    for path in paths:
        readings.append(read(path, lines))
        lines += readings[-1].lines
    return Reading(
        pl.concat(reading.listens for reading in readings),
        [reject for reading in readings for reject in reading.rejects],
        sum(reading.blank_lines for reading in readings),
        lines,
    )


def in_order(listens: pl.DataFrame) -> pl.DataFrame:
    """The row numbers of `listens` by user and second: `key`, `row`."""
    user = pl.col("user_id").to_physical().cast(pl.Int64)
    key = (user * SECONDS_RANGE + pl.col("listened_at")).alias("key")
    return listens.select(key).with_row_index("row").sort("key")


def duplicate_rows(listens: pl.DataFrame, order: pl.DataFrame) -> pl.Series:
    """The rows that repeat an earlier one."""
    step = pl.col("key").diff()
    rows = order.filter((step == 0) | (step.shift(-1) == 0))["row"]
    listen = pl.struct("user_id", "listened_at", "artist", "track")
    crowded = listens[rows].with_columns(row=rows).sort("entry")
    return crowded.filter(~listen.is_first_distinct())["row"]


def find_sessions(order: pl.DataFrame, gap: int) -> pl.DataFrame:
    """Where in `order` each session begins, and its number of tracks."""
    starts = (pl.col("key").diff() > gap).fill_null(True)
    begin = order.select(pl.arg_where(starts).cast(pl.Int64).alias("begin"))
    return begin.with_columns(
        tracks=pl.col("begin").shift(-1, fill_value=order.height) - pl.col("begin")
    )


def ranked_plays(
    listens: pl.DataFrame, order: pl.DataFrame, sessions: pl.DataFrame, limit: int
) -> pl.DataFrame:
    """Every listen of the top sessions, in order, with the `rank` of its session."""
    longest = sessions.filter(pl.col("tracks") >= pl.col("tracks").top_k(limit).min())
    first = listens[order["row"].gather(longest["begin"])]
    top = longest.with_columns(
        user_id=first["user_id"].cast(pl.String), started=first["listened_at"]
    ).sort("tracks", "user_id", "started", descending=[True, False, False])
    spans = top.head(limit).select("begin", "tracks").rows()
    return pl.concat(
        listens[order["row"].slice(begin, tracks)].with_columns(rank=pl.lit(rank))
        for rank, (begin, tracks) in enumerate(spans)
    )


def top_sessions(plays: pl.DataFrame) -> list:
    first, last = pl.col("listened_at").first(), pl.col("listened_at").last()
    return (
        plays.group_by("rank")
        .agg(
            pl.col("user_id").first().cast(pl.String),
            pl.from_epoch(first).dt.strftime(ISO_FORMAT).alias("started"),
            pl.from_epoch(last).dt.strftime(ISO_FORMAT).alias("ended"),
            (last - first).alias("duration"),
            pl.len().alias("tracks"),
            pl.struct("artist", "track").n_unique().alias("songs"),
        )
        .sort("rank")
        .drop("rank")
        .rows()
    )


def usual(plays: pl.DataFrame, mbid: str) -> pl.DataFrame:
    """The most frequent non-empty MBID of each song, the smallest of equals."""
    return (
        plays.filter(pl.col(mbid) != "")
        .group_by("artist", "track", mbid)
        .len("times")
        .sort("times", mbid, descending=[True, False])
        .unique(["artist", "track"], keep="first", maintain_order=True)
        .select("artist", "track", mbid)
    )


def top_songs(plays: pl.DataFrame, limit: int) -> list:
    by_plays = {"by": ["plays", "artist", "track"], "descending": [True, False, False]}
    songs = (
        plays.group_by("track", "artist")
        .agg(
            pl.len().alias("plays"),
            pl.col("rank").n_unique().alias("sessions"),
            pl.col("user_id").n_unique().alias("listeners"),
        )
        .sort(**by_plays)
        .head(limit)
    )
    for mbid in ("track_mbid", "artist_mbid"):
        songs = songs.join(usual(plays, mbid), on=["artist", "track"], how="left")
    return songs.sort(**by_plays).with_columns(pl.col(*MBIDS).fill_null("")).rows()


def main() -> None:
    job = arguments()
    reading = read_all(job.inputs)
    listens = reading.listens
    order = in_order(listens)
    duplicates = duplicate_rows(listens, order)
    if len(duplicates) > 0:
        order = order.filter(~pl.col("row").is_in(duplicates.implode()))
    sessions = find_sessions(order, job.gap)
    plays = ranked_plays(listens, order, sessions, job.top_sessions)
    counts = {
        "rows": listens.height + len(reading.rejects),
        "blank_lines": reading.blank_lines,
        "duplicates": len(duplicates),
        "listens": order.height,
        "users": listens["user_id"].n_unique(),
        "sessions": sessions.height,
    } | Counter(reject.reason for reject in reading.rejects)
    write_rejects(job.output, reading.rejects)
    write_answer(job.output, counts, top_sessions(plays), top_songs(plays, job.top_songs))


if __name__ == "__main__":
    main()
