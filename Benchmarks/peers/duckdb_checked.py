"""The checked job in DuckDB, as SQL written for speed.

- A line is read as one column and split. The CSV reader's own columns, with its table of rejects,
  cost the same, but in its strict mode it refuses files of mixed line ends, and in the other it
  drops what is more than six fields without a word.
- A cheap test of a few comparisons passes nearly every row; a time stamp is plain if it is what its
  second is written as. Only the odd rows keep their line and are judged by regular expressions.
- All is kept in memory, the MBIDs too: reading the file once more for them costs as much. The order
  of rows is kept, as the first of duplicates decides their MBIDs, and gives the line numbers.
- Exact duplicates are looked for only where one user has several listens in one second.

What the reader cannot do, so that the job is a little smaller here:
- Lines that are not UTF-8 it sets aside itself, with their offsets; Python reads their bytes there.
- It drops the CR of a CR LF, so the rejected line is written without it.
- Any other CR it takes for a line end. Names with a CR in them cannot be read.
DuckDB compares text by its bytes unless a collation is asked for.
"""

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from operator import itemgetter
from typing import NamedTuple

import duckdb
from checked_job import (
    BLANK,
    FIRST_AFTER_BLANKS,
    LATEST,
    TIMESTAMP,
    Reject,
    arguments,
    opening,
    write_answer,
    write_rejects,
)

MACROS = f"""
CREATE TEMP MACRO is_blank(name) AS regexp_full_match(name, '[{BLANK}]*');

-- Most names show in their first character that they are not blank.
CREATE TEMP MACRO is_plain(name) AS
  name >= '!' AND name < chr(127) OR name >= '{FIRST_AFTER_BLANKS}'
  OR name >= chr(161) AND name < chr(5760);

CREATE TEMP MACRO instant_of(stamp) AS CASE WHEN regexp_matches(stamp, '{TIMESTAMP}') THEN
  epoch(TRY_CAST(stamp[1:10] AS DATE))::BIGINT
  + stamp[12:13]::BIGINT * 3600 + stamp[15:16]::BIGINT * 60 + stamp[18:19]::BIGINT
  - CASE WHEN lower(stamp[-1:]) = 'z' THEN 0 ELSE
    (stamp[-6:-6] || '1')::BIGINT * (stamp[-5:-4]::BIGINT * 3600 + stamp[-2:]::BIGINT * 60) END
  END;
"""

# With CR LF as `new_line`, LF is a line end too. As a CR is always one, it is a delimiter of nothing.
SCAN = """
SELECT $input::USMALLINT AS input, fields[1] AS user_id, instant AS listened_at,
       fields[4] AS artist, CASE WHEN is_odd THEN line ELSE fields[6] END AS track,
       fields[3] AS artist_mbid, fields[5] AS track_mbid, is_odd
FROM (
  SELECT *, (len(fields) = 6
             AND is_plain(fields[1]) AND is_plain(fields[4]) AND is_plain(fields[6])
             AND strftime(instant, '%Y-%m-%dT%H:%M:%SZ') = fields[2]
             AND instant BETWEEN make_timestamp(0) AND make_timestamp($latest * 1000000))
            IS NOT TRUE AS is_odd
  FROM (
    SELECT *, TRY_CAST(fields[2] AS TIMESTAMP) AS instant
    FROM (
      SELECT line, string_split(line, '\t') AS fields
      FROM read_csv($path, columns = {'line': 'VARCHAR'}, header = false, skip = $skip,
                    auto_detect = false, delim = '\r', new_line = $new_line, quote = '',
                    escape = '', strict_mode = false, store_rejects = true,
                    rejects_table = $errors, rejects_scan = $scans))))
"""

JUDGED = f"""
CREATE TEMP TABLE judged AS
SELECT *, CASE
  WHEN line IS NULL THEN 'blank_line'
  WHEN len(fields) <> 6 THEN 'field_count'
  WHEN is_blank(fields[1]) THEN 'missing_user'
  WHEN (instant BETWEEN 0 AND {LATEST}) IS NOT TRUE THEN 'invalid_timestamp'
  WHEN is_blank(fields[4]) THEN 'missing_artist_name'
  WHEN is_blank(fields[6]) THEN 'missing_track_name' END AS reason
FROM (SELECT rowid AS entry, input, track AS line, string_split(track, '\t') AS fields,
             instant_of(fields[2]) AS instant
      FROM scanned WHERE is_odd)
"""

ACCEPT = """
UPDATE scanned
SET user_id = fields[1], listened_at = make_timestamp(instant * 1000000), artist = fields[4],
    track = fields[6], artist_mbid = fields[3], track_mbid = fields[5], is_odd = false
FROM judged WHERE judged.entry = scanned.rowid AND reason IS NULL
"""

LISTENS = "CREATE TEMP VIEW listens AS SELECT rowid AS entry, * FROM scanned WHERE NOT is_odd"

# One sort of the history; only the listens that matter are kept: those that start a session, those
# in the same second as the one before, and the last of each user.
MARKS = """
CREATE TEMP TABLE marks AS
SELECT *, previous IS NULL OR listened_at - previous > to_seconds($gap) AS starts
FROM (SELECT user_id, listened_at, lag(listened_at) OVER in_order AS previous,
             row_number() OVER in_order AS position,
             lead(listened_at) OVER in_order IS NULL AS is_last
      FROM listens WINDOW in_order AS (PARTITION BY user_id ORDER BY listened_at))
WHERE starts OR listened_at = previous OR is_last
"""

REPEATS = """
CREATE TEMP TABLE repeats AS
SELECT user_id, listened_at, count(*) - 1 AS extra
FROM listens SEMI JOIN (FROM marks WHERE listened_at = previous) USING (user_id, listened_at)
GROUP BY user_id, listened_at, artist, track HAVING extra > 0
"""

SPANS = """
CREATE TEMP TABLE spans AS
SELECT user_id, listened_at AS started, coalesce(lead(previous) OVER in_order, last_at) AS ended,
       coalesce(lead(position) OVER in_order, total + 1) - position AS row_count
FROM marks JOIN (
  SELECT user_id, listened_at AS last_at, position AS total FROM marks WHERE is_last)
  USING (user_id)
WHERE starts WINDOW in_order AS (PARTITION BY user_id ORDER BY listened_at)
"""

SESSIONS = """
CREATE TEMP TABLE sessions AS
SELECT user_id, started, ended, row_count - coalesce(extra, 0) AS tracks
FROM spans LEFT JOIN (
  SELECT spans.user_id, started, sum(extra) AS extra
  FROM repeats ASOF JOIN spans
  ON repeats.user_id = spans.user_id AND repeats.listened_at >= spans.started
  GROUP BY ALL) USING (user_id, started)
"""

RANKED = """
CREATE TEMP TABLE ranked AS
SELECT row_number() OVER (ORDER BY tracks DESC, user_id, started) AS rank, *
FROM (FROM sessions ORDER BY tracks DESC, user_id, started LIMIT $top_sessions)
"""

# Of duplicates, the first is the listen.
PLAYS = """
CREATE TEMP TABLE plays AS
SELECT rank, user_id, listened_at, artist, track, arg_min(artist_mbid, entry) AS artist_mbid,
       arg_min(track_mbid, entry) AS track_mbid
FROM listens JOIN ranked USING (user_id) WHERE listened_at BETWEEN started AND ended
GROUP BY ALL
"""

BLANK_LINES = "SELECT count(*) FROM judged WHERE reason = 'blank_line'"

COUNTS = """
SELECT (SELECT count(*) FROM listens) AS good_rows,
       (SELECT coalesce(sum(extra), 0) FROM repeats) AS duplicates,
       count(DISTINCT user_id) AS users, count(*) AS sessions FROM sessions
"""

TOP_SESSIONS = """
SELECT user_id, strftime(started, '%Y-%m-%dT%H:%M:%SZ'), strftime(ended, '%Y-%m-%dT%H:%M:%SZ'),
       date_diff('second', started, ended), tracks::BIGINT, songs
FROM ranked JOIN (
  SELECT rank, count(DISTINCT (artist, track)) AS songs FROM plays GROUP BY rank) USING (rank)
ORDER BY rank
"""


def usual(mbid: str) -> str:
    """The most frequent non-empty MBID of a song, as an expression."""
    return f"""coalesce((
      SELECT {mbid} FROM plays
      WHERE plays.artist = songs.artist AND plays.track = songs.track AND {mbid} <> ''
      GROUP BY {mbid} ORDER BY count(*) DESC, {mbid} LIMIT 1), '')"""


TOP_SONGS = f"""
SELECT track, artist, plays, sessions, listeners, {usual("track_mbid")}, {usual("artist_mbid")}
FROM (SELECT track, artist, count(*) AS plays, count(DISTINCT rank) AS sessions,
             count(DISTINCT user_id) AS listeners
      FROM plays GROUP BY artist, track ORDER BY plays DESC, artist, track LIMIT $top_songs) AS songs
ORDER BY plays DESC, artist, track
"""


class Reading(NamedTuple):
    """What one input gave: where its lines begin in `scanned`, and those its reader set aside."""

    path: str
    first_entry: int
    skipped: int
    unreadable: list[tuple[int, int]]
    """Line number and byte offset, ascending."""

    def line_number(self, entry: int) -> int:
        """Of a line in `scanned`, where those set aside are missing."""
        index = self.skipped + entry - self.first_entry
        before = [number - 1 - place for place, (number, _) in enumerate(self.unreadable)]
        return index + 1 + bisect_right(before, index)

    def unreadable_rejects(self) -> Iterator[Reject]:
        with open(self.path, "rb") as file:
            for number, offset in self.unreadable:
                file.seek(offset)
                line = file.readline()
                # After a blank line that ends in CR LF, the offset is still before its end.
                while not line.strip(b"\r\n"):
                    offset += len(line)
                    line = file.readline()
                line = line.removesuffix(b"\n")
                reason = "invalid_utf8" if line.count(b"\t") == 5 else "field_count"
                yield Reject(self.path, number, offset, reason, line)


def line_end(path: str) -> str:
    """What is told to the reader as the line end.

    Told CR LF, its threads lose a row now and then where their parts of a large file meet: 3 of
    19,150,868 (version 2.0.0). So it is told of CR only where there is one.
    """
    if not os.path.getsize(path):
        return "\\n"
    with open(path, "rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as bytes:
        return "\\n" if bytes.find(b"\r") < 0 else "\\r\\n"


def read(connection: duckdb.DuckDBPyConnection, paths: list[str]) -> list[Reading]:
    readings = []
    total = 0
    for input, path in enumerate(paths):
        into = "INSERT INTO scanned" if input else "CREATE TEMP TABLE scanned AS"
        skip = int(opening(path).has_header)
        values = {"input": input, "path": path, "skip": skip, "latest": LATEST}
        values["new_line"] = line_end(path)
        names = {"errors": f"errors_{input}", "scans": f"scans_{input}"}
        (count,) = connection.execute(into + SCAN, values | names).fetchone()
        unreadable = connection.execute(
            f"""SELECT DISTINCT line, line_byte_position - 1 FROM errors_{input}
                WHERE error_type = 'INVALID ENCODING' OR error(error_message) ORDER BY line"""
        ).fetchall()
        readings.append(Reading(path, total, skip, unreadable))
        total += count
    return readings


def rejects(connection: duckdb.DuckDBPyConnection, readings: list[Reading]) -> list[Reject]:
    found = [list(reading.unreadable_rejects()) for reading in readings]
    judged = "SELECT input, entry, reason, line FROM judged WHERE reason <> 'blank_line'"
    for input, entry, reason, line in connection.execute(judged).fetchall():
        number = readings[input].line_number(entry)
        found[input].append(Reject(readings[input].path, number, None, reason, line.encode()))
    return [reject for of_input in found for reject in sorted(of_input, key=itemgetter(1))]


def counts(connection: duckdb.DuckDBPyConnection, rejected: list[Reject]) -> dict[str, int]:
    good_rows, duplicates, users, sessions = connection.execute(COUNTS).fetchone()
    return {
        "rows": good_rows + len(rejected),
        "blank_lines": connection.execute(BLANK_LINES).fetchone()[0],
        "duplicates": duplicates,
        "listens": good_rows - duplicates,
        "users": users,
        "sessions": sessions,
    } | Counter(reject.reason for reject in rejected)


def main() -> None:
    job = arguments()
    connection = duckdb.connect()
    connection.execute(MACROS)
    readings = read(connection, job.inputs)
    for step in (JUDGED, ACCEPT, LISTENS):
        connection.execute(step)
    connection.execute(MARKS, {"gap": job.gap})
    for step in (REPEATS, SPANS, SESSIONS):
        connection.execute(step)
    connection.execute(RANKED, {"top_sessions": job.top_sessions})
    connection.execute(PLAYS)
    rejected = rejects(connection, readings)
    write_rejects(job.output, rejected)
    write_answer(
        job.output,
        counts(connection, rejected),
        connection.execute(TOP_SESSIONS).fetchall(),
        connection.execute(TOP_SONGS, {"top_songs": job.top_songs}).fetchall(),
    )


if __name__ == "__main__":
    main()
