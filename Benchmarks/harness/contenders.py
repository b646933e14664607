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
    kind: str = "sidelong"
    """What it is measured as; one colour in the figures."""
    question: str = ""
    """What is asked, if it is not the default job: answers to equal questions must agree."""

    def answer_in(self, output: Path) -> Answer | None:
        if self.read_answer is None:
            return None
        try:
            return self.read_answer(output)
        except (OSError, KeyError, ValueError) as problem:
            raise CommandFailed(f"{self.name} left no readable answer: {problem!r}") from problem


def sidelong(binary: Path, name: str, *options: str, question: str = "") -> Contender:
    """sidelong with these options, no run history and nothing but results on its output."""
    return Contender(
        f"sidelong, {name}",
        lambda history, output: [
            str(binary),
            "analyze",
            str(history),
            "--output",
            str(output),
            "--history",
            "none",
            "--quiet",
            *options,
        ],
        answer.from_directory,
        question=question,
    )


def checked(tool: str, script: str) -> Contender:
    """A peer that does the same job by the same rules."""
    return Contender(
        f"{tool}, checked",
        lambda history, output: [
            sys.executable,
            str(PEERS / script),
            str(history),
            "--output",
            str(output),
        ],
        answer.from_checked_peer,
        "checked",
    )


def unchecked(tool: str, script: str, kind: str) -> Contender:
    """A peer that takes the rows as its reader hands them out."""
    return Contender(
        f"{tool}, {kind}",
        lambda history, output: [sys.executable, str(PEERS / script), str(history), str(output)],
        answer.from_json,
        kind,
    )


TOOLS = {"DuckDB": "duckdb", "Polars": "polars", "ClickHouse (chDB)": "chdb"}

CHECKED_PEERS = tuple(checked(tool, f"{name}_checked.py") for tool, name in TOOLS.items())
PLAIN_PEERS = tuple(unchecked(tool, f"{name}_plain.py", "plain") for tool, name in TOOLS.items())
TUNED_PEERS = tuple(unchecked(tool, f"{name}_tuned.py", "tuned") for tool, name in TOOLS.items())

# The fastest of the peers, where one is wanted only to confirm an answer.
WITNESS = TUNED_PEERS[1]

# Reading every byte and counting the line feeds: the least that any reader of the file does.
WC = Contender("wc -l", lambda history, output: ["wc", "-l", str(history)], None, "yardstick")
