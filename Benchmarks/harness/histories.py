"""The listening histories that are measured: generated once, kept, and read into the page cache."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from harness import measure

SEED = 1


@dataclass(frozen=True)
class History:
    """A generated history; the same rows, order and seed are always the same bytes."""

    rows: int
    order: str = "user"
    faults: float = 0
    """The share of rows with a fault."""

    @property
    def file_name(self) -> str:
        faults = f"-faults{self.faults:g}" if self.faults else ""
        return f"listens-{self.rows}-{self.order}-seed{SEED}{faults}.tsv"

    def __str__(self) -> str:
        faults = f", {self.faults:.1%} faults" if self.faults else ""
        return f"{self.rows:,} rows, {self.order} order{faults}"


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
        if not path.exists():
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


def count_lines(path: Path) -> int:
    lines = 0
    with path.open("rb", buffering=0) as file:
        while block := file.read(1 << 22):
            lines += block.count(b"\n")
    return lines
