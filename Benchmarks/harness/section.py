"""A part of the benchmark: what it measures with, and what it found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from harness import contenders
from harness.bars import Bar
from harness.contenders import Contender
from harness.figures import Figure
from harness.histories import Histories, History
from harness.series import Entry, Series, interleave


FULL = ("--cache", "none")
BASIC = ("--quality", "basic", *FULL)


@dataclass(frozen=True)
class Bench:
    """What every section is given."""

    binary: Path
    """Of sidelong."""
    histories: Histories
    workspace: Path
    rounds: int
    rows: int
    """Of the full-size history."""
    smaller: tuple[int, ...]
    """Rows of the smaller histories, ascending."""

    def sidelong(self, name: str, *options: str, question: str = "") -> Contender:
        return contenders.sidelong(self.binary, name, *options, question=question)

    @property
    def basic(self) -> Contender:
        """The job and its rules, without checkpoints."""
        return self.sidelong("basic", *BASIC)

    @property
    def full(self) -> Contender:
        """The same with the data judged by every rule and profiled in the same scan."""
        return self.sidelong("full", *FULL)

    def interleave(self, entries: list[Entry]) -> Series:
        self.warm_up(entries)
        return interleave(entries, self.rounds, self.histories, self.workspace)

    def once(self, entries: list[Entry]) -> Series:
        """One round, for what takes minutes."""
        return interleave(entries, 1, self.histories, self.workspace)

    def warm_up(self, entries: list[Entry]) -> None:
        # Once, on the smallest history, so that nobody's first round pays for reading its program
        # and its libraries from the disk.
        tools = dict.fromkeys(entry.contender for entry in entries)
        smallest = [Entry(tool, History(self.smaller[0])) for tool in tools]
        interleave(smallest, 1, self.histories, self.workspace)


@dataclass(frozen=True)
class Section:
    """The findings of one section."""

    title: str
    table: str
    """In Markdown."""
    bars: list[Bar] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)
    series: Series | None = None
    figures: list[Figure] = field(default_factory=list)


Measure = Callable[[Bench], Section]
