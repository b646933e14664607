"""A changed question to DuckDB that keeps the listens in its own native table file.

    duckdb_kept.py --load HISTORY DATABASE        once, not measured
    duckdb_kept.py DATABASE OUTPUT.json GAP       the question, at a gap in seconds

The table holds distinct listens, as a checkpoint does; sessions and rankings are those of
`duckdb_plain.py`, from which the steps come.
"""

import sys
from pathlib import Path

import duckdb
import duckdb_plain as plain
from job import GAP_SECONDS, write_answer


def load(history: str, database: str) -> None:
    connection = duckdb.connect(database)
    connection.execute(plain.ROWS, {"file": history})
    connection.execute(plain.LISTENS)
    connection.execute("CREATE TABLE read AS SELECT count(*) AS rows FROM all_rows")
    connection.execute("DROP TABLE all_rows")
    connection.close()


def ask(database: str, output: Path, gap: int) -> None:
    connection = duckdb.connect(database, read_only=True)
    cut = plain.CUT.replace(f"INTERVAL {GAP_SECONDS} SECOND", f"INTERVAL {gap} SECOND")
    for step in (cut, plain.SESSIONS, plain.RANKED):
        connection.execute(step.replace("CREATE TABLE", "CREATE TEMP TABLE"))
    counts = plain.COUNTS.replace("(SELECT count(*) FROM all_rows)", "(SELECT rows FROM read)")
    names = ("rows", "duplicates", "listens", "users", "sessions")
    write_answer(
        output,
        dict(zip(names, connection.execute(counts).fetchone(), strict=True)),
        connection.execute(plain.TOP_SESSIONS_ANSWER).fetchall(),
        connection.execute(plain.TOP_SONGS_ANSWER).fetchall(),
    )


def main() -> None:
    if len(sys.argv) == 4 and sys.argv[1] == "--load":
        load(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 4:
        ask(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
