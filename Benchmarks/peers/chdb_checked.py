"""The checked job in ClickHouse (chDB, the engine inside this process), as SQL written for speed.

- A line is read as one string (LineAsString) and split: a third of the time that TabSeparatedRaw
  takes, and the bytes stay as they are.
- A cheap test of a few comparisons passes nearly every row; a time stamp is plain if it is what its
  second is written as. Only the odd rows keep their line and are judged by regular expressions.
- User ids are LowCardinality, which makes grouping work on small integers.
- All is kept in memory, the MBIDs too: reading the file once more for them takes longer.
- Sessions are cut in sorted arrays, one for each user: in half the time of window functions.
- Exact duplicates are looked for only in seconds in which a user has several listens.

It can do the whole job; only the byte offsets of rejects are left out.
ClickHouse compares text by its bytes unless a collation is asked for.
"""

import json

from chdb.session import Session
from checked_job import (
    BLANK,
    FIRST_AFTER_BLANKS,
    LATEST,
    REASONS,
    TIMESTAMP,
    Job,
    arguments,
    opening,
    write_answer,
)


def literal(text: str) -> str:
    """`text` as a ClickHouse string literal: file() takes no query parameters."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


# `entry` is the number of the input in its upper bits, and that of the line.
INPUT_BITS = 40

SCANNED = """
CREATE TABLE scanned (
  entry UInt64, user_id LowCardinality(String), listened_at UInt32, artist String, track String,
  artist_mbid String, track_mbid String, is_odd UInt8)
ENGINE = Memory
"""


def is_plain(name: str) -> str:
    """That a name is not blank, as most names show in their first character."""
    first_byte = f"reinterpretAsUInt8({name})"
    return (
        f"({first_byte} BETWEEN 33 AND 126 OR {first_byte} BETWEEN 195 AND 224"
        f" OR {name} >= '{FIRST_AFTER_BLANKS}')"
    )


def is_blank(name: str) -> str:
    return f"match({name}, {literal(f'^[{BLANK}]*$')})"


def scan(input: int, path: str) -> str:
    has_mark, has_header = opening(path)
    text = "if(_row_number = 0, substring(line, 4), line)" if has_mark else "line"
    # Short circuits would cost more than they save: nearly every row passes every test.
    return f"""
INSERT INTO scanned
WITH
  {text} AS row,
  splitByChar('\\t', row) AS fields,
  toDateTimeOrZero(substring(fields[2], 1, 19), 'UTC') AS instant,
  NOT (
    length(fields) = 6 AND isValidUTF8(row) AND NOT endsWith(row, '\\r')
    AND {is_plain("fields[1]")} AND {is_plain("fields[4]")} AND {is_plain("fields[6]")}
    AND formatDateTime(instant, '%FT%TZ', 'UTC') = fields[2]
    AND toUnixTimestamp(instant) <= {LATEST}) AS is_odd
SELECT {input << INPUT_BITS} + _row_number, fields[1], toUnixTimestamp(instant), fields[4],
       if(is_odd, row, fields[6]), fields[3], fields[5], is_odd
FROM file({literal(path)}, 'LineAsString', 'line String')
WHERE _row_number >= {int(has_header)}
SETTINGS short_circuit_function_evaluation = 'disable'
"""


# The six fields of the odd rows, and the instant of a time stamp of any accepted form.
JUDGED = f"""
CREATE TABLE judged ENGINE = Memory AS
WITH
  if(endsWith(line, '\\r'), substring(line, 1, length(line) - 1), line) AS row,
  splitByChar('\\t', row) AS fields,
  if(match(fields[2], {literal(TIMESTAMP)}), fields[2], '') AS stamp,
  toDate32OrZero(substring(stamp, 1, 10)) AS day,
  toInt64OrZero(substring(stamp, 12, 2)) * 3600 + toInt64OrZero(substring(stamp, 15, 2)) * 60
    + toInt64OrZero(substring(stamp, 18, 2)) AS second_of_day,
  lower(right(stamp, 1)) = 'z' AS is_utc,
  toInt64OrZero(substring(stamp, -5, 2)) * 3600 + toInt64OrZero(right(stamp, 2)) * 60 AS zone,
  multiIf(is_utc, 0, substring(stamp, -6, 1) = '-', -zone, zone) AS ahead,
  toInt64(toInt32(day)) * 86400 + second_of_day - ahead AS instant
SELECT entry, line, fields, instant, multiIf(
  row = '', 'blank_line',
  length(fields) != 6, 'field_count',
  NOT isValidUTF8(row), 'invalid_utf8',
  {is_blank("fields[1]")}, 'missing_user',
  toString(day) != substring(stamp, 1, 10) OR instant NOT BETWEEN 0 AND {LATEST},
    'invalid_timestamp',
  {is_blank("fields[4]")}, 'missing_artist_name',
  {is_blank("fields[6]")}, 'missing_track_name',
  '') AS reason
FROM (SELECT entry, track AS line FROM scanned WHERE is_odd)
"""

ACCEPT = """
INSERT INTO scanned
SELECT entry, fields[1], instant, fields[4], fields[6], fields[3], fields[5], 0
FROM judged WHERE reason = ''
"""

LISTENS = "CREATE VIEW listens AS SELECT * FROM scanned WHERE NOT is_odd"

TIMELINES = """
CREATE TABLE timelines ENGINE = Memory AS
SELECT user_id, arraySort(groupArray(listened_at)) AS seconds,
       arrayDifference(seconds) AS pauses, arrayEnumerate(seconds) AS positions
FROM listens GROUP BY user_id
"""

REPEATS = """
CREATE TABLE repeats ENGINE = Memory AS
SELECT user_id, listened_at, toInt64(count()) - 1 AS extra
FROM listens
WHERE listened_at IN (
  SELECT arrayJoin(arrayFilter((second, pause, position) -> pause = 0 AND position > 1,
                               seconds, pauses, positions)) FROM timelines)
GROUP BY user_id, listened_at, artist, track HAVING extra > 0
"""


def spans(gap: int) -> str:
    return f"""
CREATE TABLE spans ENGINE = Memory AS
SELECT user_id, started, ended, row_count
FROM (
  SELECT
    user_id,
    arrayFilter((second, pause, position) -> pause > {gap} OR position = 1,
                seconds, pauses, positions) AS starts,
    arrayFilter((second, pause) -> pause > {gap},
                seconds, arrayPushBack(arrayPopFront(pauses), {gap + 1})) AS ends,
    arrayFilter((position, pause) -> pause > {gap} OR position = 1, positions, pauses) AS begins,
    arrayPopFront(arrayDifference(arrayPushBack(begins, length(seconds) + 1))) AS row_counts
  FROM timelines)
ARRAY JOIN starts AS started, ends AS ended, row_counts AS row_count
"""


SESSIONS = """
CREATE TABLE sessions ENGINE = Memory AS
SELECT user_id, started, ended, toInt64(row_count) - extra AS tracks
FROM spans LEFT JOIN (
  SELECT user_id, spans.started AS started, sum(extra) AS extra
  FROM repeats ASOF JOIN spans
  ON repeats.user_id = spans.user_id AND repeats.listened_at >= spans.started
  GROUP BY user_id, started) AS repeated USING (user_id, started)
"""


def ranked(top_sessions: int) -> str:
    return f"""
CREATE TABLE ranked ENGINE = Memory AS
SELECT row_number() OVER (ORDER BY tracks DESC, user_id, started) AS rank, *
FROM (SELECT * FROM sessions ORDER BY tracks DESC, user_id, started LIMIT {top_sessions})
"""


# Of duplicates, the first is the listen.
PLAYS = """
CREATE TABLE plays ENGINE = Memory AS
SELECT rank, user_id, listened_at, artist, track,
       argMin(listens.artist_mbid, entry) AS artist_mbid,
       argMin(listens.track_mbid, entry) AS track_mbid
FROM listens JOIN ranked ON listens.user_id = ranked.user_id
WHERE listened_at BETWEEN started AND ended
GROUP BY rank, user_id, listened_at, artist, track
"""

COUNTS = """
SELECT (SELECT count() FROM listens), (SELECT sum(extra) FROM repeats), uniqExact(user_id), count()
FROM sessions
"""

REASON_COUNTS = "SELECT reason, count() FROM judged WHERE reason != '' GROUP BY reason"

TOP_SESSIONS = """
SELECT user_id, formatDateTime(toDateTime(started), '%FT%TZ', 'UTC'),
       formatDateTime(toDateTime(ended), '%FT%TZ', 'UTC'), ended - started, tracks, songs
FROM ranked JOIN (
  SELECT rank, uniqExact(artist, track) AS songs FROM plays GROUP BY rank) AS variety USING (rank)
ORDER BY rank
"""


def usual(mbid: str) -> str:
    """The most frequent non-empty MBID of each song, as a subquery."""
    return f"""(
      SELECT artist, track, {mbid} AS mbid FROM plays WHERE {mbid} != ''
      GROUP BY artist, track, {mbid} ORDER BY count() DESC, {mbid} LIMIT 1 BY artist, track)"""


def top_songs(limit: int) -> str:
    return f"""
SELECT track, artist, plays, sessions, listeners, usual_track.mbid, usual_artist.mbid
FROM (
  SELECT track, artist, count() AS plays, uniqExact(rank) AS sessions,
         uniqExact(user_id) AS listeners
  FROM plays GROUP BY artist, track ORDER BY plays DESC, artist, track LIMIT {limit}) AS songs
LEFT JOIN {usual("track_mbid")} AS usual_track USING (artist, track)
LEFT JOIN {usual("artist_mbid")} AS usual_artist USING (artist, track)
ORDER BY plays DESC, artist, track
"""


def rejects(job: Job) -> str:
    """Writes rejected.tsv, with the paths as they were given: file() would make them absolute."""
    names = "input_path\tline_number\tbyte_offset\treason\traw_line".split("\t")
    paths = ", ".join(literal(path) for path in job.inputs)
    return f"""
SELECT [{paths}][bitShiftRight(entry, {INPUT_BITS}) + 1] AS {names[0]},
       bitAnd(entry, {(1 << INPUT_BITS) - 1}) + 1 AS {names[1]}, '' AS {names[2]},
       reason AS {names[3]}, line AS {names[4]}
FROM judged WHERE reason NOT IN ('', 'blank_line') ORDER BY entry
INTO OUTFILE {literal(str(job.output / "rejected.tsv"))} TRUNCATE FORMAT TSVRawWithNames
"""


def rows(session: Session, query: str) -> list[list]:
    lines = str(session.query(query, "JSONCompactEachRow")).split("\n")
    return [json.loads(line) for line in lines if line]


def counts(session: Session) -> dict[str, int]:
    good_rows, duplicates, users, sessions = map(int, rows(session, COUNTS)[0])
    found = dict(rows(session, REASON_COUNTS))
    rejected = {reason: int(found[reason]) for reason in REASONS if reason in found}
    return {
        "rows": good_rows + sum(rejected.values()),
        "blank_lines": found.get("blank_line", 0),
        "duplicates": duplicates,
        "listens": good_rows - duplicates,
        "users": users,
        "sessions": sessions,
    } | rejected


def main() -> None:
    job = arguments()
    with Session() as session:
        session.query(SCANNED)
        for input, path in enumerate(job.inputs):
            session.query(scan(input, path))
        for step in (JUDGED, ACCEPT, LISTENS, TIMELINES, REPEATS, spans(job.gap), SESSIONS):
            session.query(step)
        for step in (ranked(job.top_sessions), PLAYS, rejects(job)):
            session.query(step)
        write_answer(
            job.output,
            counts(session),
            rows(session, TOP_SESSIONS),
            rows(session, top_songs(job.top_songs)),
        )


if __name__ == "__main__":
    main()
