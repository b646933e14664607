"""The job in DuckDB as an analyst would write it from the documentation, unchecked.

The reader is told the column types and that there is no quoting; duplicates go by DISTINCT, sessions
come from lag() and a running sum, rankings from GROUP BY. What it asks less of the data than the
rules do: no row is judged, the MBIDs are not read, and a bad file ends the job.
"""

import duckdb
from job import COLUMNS, GAP_SECONDS, TOP_SESSIONS, TOP_SONGS, arguments, write_answer

TYPES = {name: "TIMESTAMP" if name == "timestamp" else "VARCHAR" for name in COLUMNS}

ROWS = f"""
CREATE TABLE all_rows AS
SELECT user_id, timestamp AS listened_at, artist_name AS artist, track_name AS track
FROM read_csv($file, delim = '\t', quote = '', escape = '', header = false, columns = {TYPES})
"""

LISTENS = "CREATE TABLE listens AS SELECT DISTINCT * FROM all_rows"

CUT = f"""
CREATE TABLE cut AS
SELECT *, sum(starts) OVER (PARTITION BY user_id ORDER BY listened_at
                            RANGE UNBOUNDED PRECEDING) AS session
FROM (SELECT *, (coalesce(listened_at - lag(listened_at) OVER (
                   PARTITION BY user_id ORDER BY listened_at)
                 > INTERVAL {GAP_SECONDS} SECOND, true))::INT AS starts
      FROM listens)
"""

SESSIONS = """
CREATE TABLE sessions AS
SELECT user_id, session, min(listened_at) AS started, max(listened_at) AS ended, count(*) AS tracks,
       count(DISTINCT (artist, track)) AS songs
FROM cut GROUP BY user_id, session
"""

RANKED = f"""
CREATE TABLE ranked AS
FROM sessions ORDER BY tracks DESC, user_id, started LIMIT {TOP_SESSIONS}
"""

COUNTS = """
SELECT (SELECT count(*) FROM all_rows),
       (SELECT count(*) FROM all_rows) - (SELECT count(*) FROM listens),
       (SELECT count(*) FROM listens),
       (SELECT count(DISTINCT user_id) FROM listens),
       (SELECT count(*) FROM sessions)
"""

TOP_SESSIONS_ANSWER = """
SELECT user_id, strftime(started, '%Y-%m-%dT%H:%M:%SZ'), strftime(ended, '%Y-%m-%dT%H:%M:%SZ'),
       date_diff('second', started, ended), tracks, songs
FROM ranked ORDER BY tracks DESC, user_id, started
"""

TOP_SONGS_ANSWER = f"""
SELECT track, artist, count(*) AS plays, count(DISTINCT (user_id, session)),
       count(DISTINCT user_id)
FROM cut JOIN ranked USING (user_id, session)
GROUP BY artist, track ORDER BY plays DESC, artist, track LIMIT {TOP_SONGS}
"""


def main() -> None:
    history, output = arguments()
    connection = duckdb.connect()
    connection.execute(ROWS, {"file": history})
    for step in (LISTENS, CUT, SESSIONS, RANKED):
        connection.execute(step)
    names = ("rows", "duplicates", "listens", "users", "sessions")
    write_answer(
        output,
        dict(zip(names, connection.execute(COUNTS).fetchone(), strict=True)),
        connection.execute(TOP_SESSIONS_ANSWER).fetchall(),
        connection.execute(TOP_SONGS_ANSWER).fetchall(),
    )


if __name__ == "__main__":
    main()
