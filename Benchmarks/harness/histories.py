"""The listening histories that are measured: generated once, kept, and read into the page cache."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from harness import measure

SEED = 1


@dataclass(frozen=True)
class Users:
    """Other users in the place of those that were made up."""

    name: str
    description: str


# Prime to a million and three, so that each user's rows are all over the history.
STEP = 7919

ONE_USER = Users("one-user", "one user with 90 % of them")
MILLION_USERS = Users("million-users", "of a million users")
ROW_PER_USER = Users("row-per-user", "each of another user")

# The user of a row, by its number; None keeps the one that it has.
USER_IDS: dict[Users, Callable[[int], bytes | None]] = {
    ONE_USER: lambda row: None if row % 10 == 9 else b"user_000001",
    MILLION_USERS: lambda row: b"user_%d" % (row * STEP % 1_000_003),
    ROW_PER_USER: lambda row: b"user_%d" % row,
}


@dataclass(frozen=True)
class History:
    """A generated history; the same rows, order and seed are always the same bytes."""

    rows: int
    order: str = "user"
    faults: float = 0
    """The share of rows with a fault."""
    users: Users | None = None

    @property
    def file_name(self) -> str:
        faults = f"-faults{self.faults:g}" if self.faults else ""
        users = f"-{self.users.name}" if self.users else ""
        return f"listens-{self.rows}-{self.order}-seed{SEED}{faults}{users}.tsv"

    def __str__(self) -> str:
        faults = f", {self.faults:.1%} faults" if self.faults else ""
        users = f", {self.users.description}" if self.users else ""
        return f"{self.rows:,} rows, {self.order} order{faults}{users}"


class Histories:
    """The histories in one directory."""

    def __init__(self, sidelong: Path, directory: Path):
        self.sidelong = sidelong
        self.directory = directory

    def path(self, history: History) -> Path:
        return self.directory / history.file_name

    def prepare(self, history: History) -> None:
        """Generates the file if it is missing, and reads it, so that no run waits for the disk."""
        path = self.path(history)
        if not path.exists() and history.users:
            made_up = replace(history, users=None)
            self.prepare(made_up)
            # Renamed at the end, so that a file under its own name is always whole.
            partial = path.with_suffix(".partial")
            replace_users(history.users, self.path(made_up), partial)
            os.replace(partial, path)
        elif not path.exists():
            self.generate(history, path)
        lines = count_lines(path)
        # Among the faults are blank lines, which are no rows.
        if lines < history.rows or (lines > history.rows and not history.faults):
            sys.exit(f"bench: {path} has {lines} lines, not {history.rows}: delete it and run again")

    def generate(self, history: History, path: Path) -> None:
        # Renamed at the end, so that a file under its own name is always whole.
        partial = path.with_suffix(".partial")
        command = [str(self.sidelong), "generate", "--rows", str(history.rows), "--seed", str(SEED)]
        command += ["--order", history.order, "--faults", str(history.faults)]
        command += ["--output", str(partial)]
        log = path.with_suffix(".log")
        cost = measure.run(command, log)
        log.unlink()
        # The counts of the faults, which the peers confirm by themselves.
        Path(f"{partial}.truth.json").unlink(missing_ok=True)
        os.replace(partial, path)
        print(f"bench: generated {history} in {cost.wall:.1f} s", file=sys.stderr)


def replace_users(users: Users, source: Path, target: Path) -> None:
    user_id = USER_IDS[users]
    with source.open("rb") as lines, target.open("wb") as output:
        for row, line in enumerate(lines):
            user = user_id(row)
            output.write(line if user is None else user + line[line.index(b"\t"):])


def count_lines(path: Path) -> int:
    lines = 0
    with path.open("rb", buffering=0) as file:
        while block := file.read(1 << 22):
            lines += block.count(b"\n")
    return lines
