"""The job in ClickHouse (chDB) as an analyst would write it from the documentation, unchecked.

The reader without escapes (TabSeparatedRaw) is told the column types; duplicates go by DISTINCT,
sessions come from lagInFrame() and a running sum, rankings from GROUP BY. What it asks less of the
data than the rules do: no row is judged, the MBIDs are not read, and a bad file ends the job.
"""

import json

from chdb.session import Session
from job import COLUMNS, GAP_SECONDS, TOP_SESSIONS, TOP_SONGS, arguments, write_answer

TYPES = ", ".join(f"{name} {'DateTime' if name == 'timestamp' else 'String'}" for name in COLUMNS)

ROWS = """
CREATE TABLE all_rows ENGINE = Memory AS
SELECT user_id, timestamp AS listened_at, artist_name AS artist, track_name AS track
FROM file({file}, 'TabSeparatedRaw', {types})
SETTINGS session_timezone = 'UTC', date_time_input_format = 'best_effort'
"""

LISTENS = "CREATE TABLE listens ENGINE = Memory AS SELECT DISTINCT * FROM all_rows"

CUT = f"""
CREATE TABLE cut ENGINE = Memory AS
SELECT *, sum(starts) OVER (PARTITION BY user_id ORDER BY listened_at
                            RANGE UNBOUNDED PRECEDING) AS session
FROM (SELECT *, listened_at - lagInFrame(listened_at, 1, toDateTime(0)) OVER (
                  PARTITION BY user_id ORDER BY listened_at
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                > {GAP_SECONDS} AS starts
      FROM listens)
"""

SESSIONS = """
CREATE TABLE sessions ENGINE = Memory AS
SELECT user_id, session, min(listened_at) AS started, max(listened_at) AS ended,
       count() AS tracks, uniqExact(artist, track) AS songs
FROM cut GROUP BY user_id, session
"""

RANKED = f"""
CREATE TABLE ranked ENGINE = Memory AS
SELECT * FROM sessions ORDER BY tracks DESC, user_id, started LIMIT {TOP_SESSIONS}
"""

COUNTS = """
SELECT (SELECT count() FROM all_rows),
       (SELECT count() FROM all_rows) - (SELECT count() FROM listens),
       (SELECT count() FROM listens),
       (SELECT uniqExact(user_id) FROM listens),
       (SELECT count() FROM sessions)
"""

TOP_SESSIONS_ANSWER = """
SELECT user_id, formatDateTime(started, '%FT%TZ', 'UTC'), formatDateTime(ended, '%FT%TZ', 'UTC'),
       toInt64(ended - started), toInt64(tracks), toInt64(songs)
FROM ranked ORDER BY tracks DESC, user_id, started
"""

TOP_SONGS_ANSWER = f"""
SELECT track, artist, toInt64(count()) AS plays, toInt64(uniqExact(user_id, session)),
       toInt64(uniqExact(user_id))
FROM cut JOIN ranked USING (user_id, session)
GROUP BY artist, track ORDER BY plays DESC, artist, track LIMIT {TOP_SONGS}
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
        session.query(ROWS.format(file=literal(history), types=literal(TYPES)))
        for step in (LISTENS, CUT, SESSIONS, RANKED):
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
