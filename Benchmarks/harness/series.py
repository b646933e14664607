"""Rounds of measurements, interleaved so that a change of the machine's speed meets all alike."""

import shutil
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from harness import measure
from harness.answer import Answer
from harness.contenders import Contender
from harness.histories import Histories, History
from harness.measure import Cost


@dataclass(frozen=True)
class Entry:
    """A contender on a history, taking part in every `every`th round, the first included."""

    contender: Contender
    history: History
    every: int = 1

    def __str__(self) -> str:
        return f"{self.contender.name}, {self.history}"


@dataclass(frozen=True)
class Sample:
    """One run: what it cost, and what it answered."""

    cost: Cost
    answer: Answer | None


@dataclass(frozen=True)
class Ratio:
    """How many times the wall time of another an entry took, pair by pair of one round each."""

    median: float
    lowest: float
    highest: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.lowest:.2f}-{self.highest:.2f})"


class Series:
    """The samples of a line-up, by entry and round."""

    def __init__(self, samples: dict[Entry, dict[int, Sample]]):
        self.samples = samples

    def first_answer(self, entry: Entry) -> Answer | None:
        return next(iter(self.samples[entry].values())).answer

    def costs(self, entry: Entry) -> list[Cost]:
        return [sample.cost for sample in self.samples[entry].values()]

    def wall(self, entry: Entry) -> float:
        return statistics.median(cost.wall for cost in self.costs(entry))

    def cpu(self, entry: Entry) -> float:
        return statistics.median(cost.cpu for cost in self.costs(entry))

    def peak_bytes(self, entry: Entry) -> int:
        return max(cost.peak_bytes for cost in self.costs(entry))

    def ratio(self, entry: Entry, other: Entry) -> Ratio:
        """Of the rounds both took part in, so that each pair met the same machine."""
        mine, theirs = self.samples[entry], self.samples[other]
        ratios = [
            mine[round].cost.wall / theirs[round].cost.wall for round in mine if round in theirs
        ]
        return Ratio(statistics.median(ratios), min(ratios), max(ratios))


def interleave(entries: list[Entry], rounds: int, histories: Histories, workspace: Path) -> Series:
    """Runs A B C, A B C, …, and keeps every sample."""
    for history in dict.fromkeys(entry.history for entry in entries):
        histories.prepare(history)
    samples: dict[Entry, dict[int, Sample]] = {entry: {} for entry in entries}
    for round in range(rounds):
        for entry in entries:
            if round % entry.every == 0:
                taken = sample(entry, histories.path(entry.history), workspace)
                samples[entry][round] = taken
                print(f"bench: {entry}: {taken.cost.wall:.2f} s", file=sys.stderr)
    return Series(samples)


def sample(entry: Entry, history: Path, workspace: Path) -> Sample:
    # Emptied first, so that no answer can be one that an earlier run left behind.
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir(parents=True)
    output = workspace / "answer"
    cost = measure.run(entry.contender.command(history, output), workspace / "log")
    return Sample(cost, entry.contender.answer_in(output))
