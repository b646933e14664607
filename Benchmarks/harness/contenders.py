"""Who is measured: how each is called on a history, and where its answer is found."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from harness import answer
from harness.answer import Answer
from harness.measure import CommandFailed

PEERS = Path(__file__).parent.parent / "peers"


@dataclass(frozen=True)
class Contender:
    """A tool that does the job, or with no answer, a yardstick."""

    name: str
    command: Callable[[Path, Path], list[str]]
    """The command line for a history and the place for the answer."""
    read_answer: Callable[[Path], Answer] | None

    def answer_in(self, output: Path) -> Answer | None:
        if self.read_answer is None:
            return None
        try:
            return self.read_answer(output)
        except (OSError, KeyError, ValueError) as problem:
            raise CommandFailed(f"{self.name} left no readable answer: {problem!r}") from problem


def sidelong(binary: Path) -> Contender:
    return Contender(
        "sidelong",
        lambda history, output: [
            str(binary),
            "analyze",
            str(history),
            "--output",
            str(output),
            "--quiet",
        ],
        answer.from_directory,
    )


def peer(name: str, script: str) -> Contender:
    return Contender(
        name,
        lambda history, output: [sys.executable, str(PEERS / script), str(history), str(output)],
        answer.from_json,
    )


DUCKDB = peer("DuckDB", "duckdb_job.py")
POLARS = peer("Polars", "polars_job.py")
CLICKHOUSE = peer("ClickHouse (chDB)", "chdb_job.py")
ALL_PEERS = (DUCKDB, POLARS, CLICKHOUSE)

# Reading every byte and counting the line feeds: the least that any reader of the file does.
WC = Contender("wc -l", lambda history, output: ["wc", "-l", str(history)], None)
