"""What becomes of faulty rows in each tool; to be called by `Benchmarks/run faults`.

Every peer reads a generated history with faults, in its plain set-up and in lenient ones
(faulty_readers.py), and what it hands to the job is held, row by row, against the rules of
docs/semantics.md as Tests/Fixtures/listening_rules.py has them. Prints a table in Markdown. Ends
with 1 if sidelong itself loses, changes or miscounts a row.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from faulty_readers import SETTINGS, Setting
from harness import machine
from harness.markdown import table

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / ".build-bench"
sys.path.insert(0, str(PROJECT / "Tests/Fixtures"))

from listening_rules import fault_of, instant_of, physical_lines  # noqa: E402

SEED = 7
# Characters of an error message that the table shows.
MESSAGE = 120
# What a reader can make of a line without content: with a null for the time or a zero, and with the
# CR of a CR LF for the user or without.
EMPTY_ROWS = tuple(
    b"\t".join([user, time, b"", b"", b"", b""]) for user in (b"", b"\r") for time in (b"", b"0")
)
PACKAGES = ("duckdb", "polars", "chdb", "datafusion", "pandas", "pyspark")


@dataclass(frozen=True)
class Truth:
    """What a history holds by the rules."""

    good: Counter[bytes]
    """The good rows as faulty_readers.py writes them, duplicates included."""
    faulty: Counter[bytes]
    """The lines of the rejects."""
    as_they_are: Counter[bytes]
    """The rejects with six fields as faulty_readers.py would write them, nothing changed."""

    @property
    def rows(self) -> int:
        return self.good.total() + self.faulty.total()

    @property
    def empty(self) -> int:
        """Faulty rows of empty fields, whatever their number."""
        return sum(count for line, count in self.faulty.items() if not line.strip(b"\t"))


@dataclass(frozen=True)
class Fate:
    """What became of the rows in one tool and setting."""

    intact: int
    """Good rows that the job gets as they are."""
    taken: int
    """Faulty rows that the job gets as they are."""
    altered: int
    """Rows that the job gets and that no line holds: padded, cut, emptied or replaced in part."""
    told: int
    """Rows that it does not get and that are reported, with what is wrong."""
    unspoken: int
    """Rows that it does not get and that nobody speaks of."""
    blank_lines: int
    """Rows made of blank lines."""

    @property
    def cells(self) -> list[str]:
        counts = (self.intact, self.taken, self.altered, self.unspoken, self.told, self.blank_lines)
        return ["yes", *(f"{count:,}" for count in counts)]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Benchmarks/run faults", description=__doc__)
    parser.add_argument(
        "--sidelong", type=Path, default=PROJECT / ".build-release/release/sidelong"
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rate", type=float, default=0.01, help="share of faults (default: 0.01)")
    parser.add_argument("--only", default="", help="settings whose name begins so, as duckdb")
    return parser.parse_args()


def generate(sidelong: Path, rows: int, rate: float, workspace: Path) -> Path:
    history = workspace / f"faulty-{rows}-{rate:g}-seed{SEED}.tsv"
    command = [sidelong, "generate", "--rows", str(rows), "--seed", str(SEED)]
    command += ["--faults", str(rate), "--output", history]
    subprocess.run(command, check=True, capture_output=True)
    return history


def read_truth(history: Path) -> Truth:
    truth = Truth(Counter(), Counter(), Counter())
    for _, _, raw in physical_lines(history.read_bytes()):
        line = raw.removesuffix(b"\r")
        if line:
            count_row(truth, line)
    return truth


def count_row(truth: Truth, line: bytes) -> None:
    fields = line.split(b"\t")
    is_faulty = fault_of(fields) is not None
    instant = instant_of(fields[1]) if len(fields) == 6 else None
    written = (
        b"\t".join([fields[0], str(instant).encode(), *fields[2:]]) if instant is not None else line
    )
    if not is_faulty:
        truth.good[written] += 1
        return
    truth.faulty[line] += 1
    if len(fields) == 6:
        truth.as_they_are[written] += 1


def fate_in_peer(setting: Setting, history: Path, truth: Truth, workspace: Path) -> Fate | str:
    """What became of the rows, or with what message the tool stopped."""
    rows, told = workspace / "rows", workspace / "told"
    script = Path(__file__).with_name("faulty_readers.py")
    command = [sys.executable, script, setting.key, history, rows, told]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=workspace)
    if ended.returncode != 0:
        return message(ended.stderr)
    given = Counter(rows.read_bytes().removesuffix(b"\n").split(b"\n"))
    rows.unlink()
    reported = int(told.read_text())
    empty = sum(given.pop(row, 0) for row in EMPTY_ROWS)
    # Empty rows are those of the file as far as these are not accounted for, and else blank lines.
    left = max(0, truth.rows - given.total() - reported)
    blank = empty - min(empty, truth.empty, left)
    given[EMPTY_ROWS[0]] = empty - blank
    intact = (given & truth.good).total()
    others = given - truth.good
    taken = (others & truth.as_they_are).total()
    unspoken = truth.rows - given.total() - reported
    return Fate(intact, taken, others.total() - taken, reported, unspoken, blank)


def message(said: str) -> str:
    """The one line of an error output that says what was wrong."""
    lines = [line.strip() for line in said.splitlines()]
    telling = [line for line in lines if re.search(r"Error|Exception|\[[A-Z_]+\]", line)]
    whole = " ".join((telling or lines or ["no message"])[-1].split())
    return whole if len(whole) <= MESSAGE else whole[: MESSAGE - 1] + "…"


def fate_in_sidelong(sidelong: Path, history: Path, truth: Truth, workspace: Path) -> Fate:
    output = workspace / "sidelong"
    command = [sidelong, "analyze", history, "--output", output, "--quiet", "--history", "none"]
    subprocess.run(command, check=True, capture_output=True)
    counts = json.loads((output / "run.json").read_text())["counts"]
    # Names hold no line feed, so a line of the file is a reject, its raw line after four fields.
    lines = (output / "rejected.tsv").read_bytes().removesuffix(b"\n").split(b"\n")[1:]
    rejected = Counter(line.split(b"\t", 4)[4].removesuffix(b"\r") for line in lines)
    good = counts["listens"] + counts["duplicates"]
    told = (rejected & truth.faulty).total()
    altered = (rejected - truth.faulty).total()
    blank_lines = counts["rows"] - truth.rows
    return Fate(good, 0, altered, told, truth.rows - good - told, blank_lines)


def findings(arguments: argparse.Namespace, history: Path, truth: Truth) -> list[list[str]]:
    rows = []
    for setting in SETTINGS.values():
        if setting.key.startswith(arguments.only):
            fate = fate_in_peer(setting, history, truth, history.parent)
            print(f"faults: {setting.key}: {fate}", file=sys.stderr)
            stopped = isinstance(fate, str)
            cells = [f"no: {code(fate)}", *["–"] * 6] if stopped else fate.cells
            rows.append([setting.tool, setting.options, *cells])
    return rows


def code(text: str) -> str:
    return "`" + text.replace("`", "'").replace("|", "\\|") + "`"


def main() -> int:
    arguments = parse_arguments()
    sidelong = arguments.sidelong.resolve()
    workspace = BUILD / "faults"
    workspace.mkdir(parents=True, exist_ok=True)
    history = generate(sidelong, arguments.rows, arguments.rate, workspace)
    truth = read_truth(history)
    fate = fate_in_sidelong(sidelong, history, truth, workspace)
    header = ["tool", "setting", "finishes", "good rows, intact", "faulty rows, as they are"]
    header += ["rows altered", "rows lost without a word", "rows told", "blank lines as rows"]
    rows = [["Sidelong", "plain", *fate.cells], *findings(arguments, history, truth)]
    described = machine.description()
    versions = machine.versions(sidelong, PACKAGES)
    print(
        f"Measured on {date.today()}: {described['cpu']}, {described['cores']} cores; "
        + ", ".join(f"{name} {version}" for name, version in versions.items())
        + f".\n\n{truth.rows:,} rows: {truth.good.total():,} good, "
        f"{truth.faulty.total():,} faulty.\n"
    )
    print(table(header, rows))
    whole = fate.intact == truth.good.total() and fate.told == truth.faulty.total()
    return 0 if whole and fate.altered == fate.blank_lines == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
