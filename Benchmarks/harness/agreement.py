"""Holds the answers against each other: a fast wrong answer is worth nothing."""

import difflib
import json

from harness.answer import Answer
from harness.histories import History
from harness.series import Entry, Series


def disagreements(series: Series) -> list[str]:
    """A diff for every entry that did not give, in every run, the first answer on its history."""
    references: dict[History, Entry] = {}
    found = []
    for entry, samples in series.samples.items():
        if entry.contender.read_answer is None:
            continue
        reference = references.setdefault(entry.history, entry)
        expected = series.first_answer(reference)
        different = [sample.answer for sample in samples.values() if sample.answer != expected]
        found += [diff(reference, expected, entry, answer) for answer in different[:1]]
    return found + unconfirmed(series)


def unconfirmed(series: Series) -> list[str]:
    """Histories that only one contender answered: there, agreement would mean nothing."""
    tools: dict[History, set[str]] = {}
    for entry in series.samples:
        if entry.contender.read_answer is not None:
            tools.setdefault(entry.history, set()).add(entry.contender.name)
    return [
        f"{history}: answered by nobody but {min(names)}"
        for history, names in tools.items()
        if len(names) < 2
    ]


def diff(reference: Entry, expected: Answer | None, entry: Entry, given: Answer | None) -> str:
    lines = difflib.unified_diff(
        canonical(expected),
        canonical(given),
        str(reference),
        str(entry),
        n=0,
        lineterm="",
    )
    return "\n".join(lines)


def canonical(answer: Answer | None) -> list[str]:
    """One line per count and per ranked record."""
    if answer is None:
        return []
    counts = [f"{name}: {count}" for name, count in answer["counts"].items()]
    rankings = [
        f"{ranking} {rank}: {json.dumps(record, ensure_ascii=False)}"
        for ranking in ("top_sessions", "top_songs")
        for rank, record in enumerate(answer[ranking], start=1)
    ]
    return counts + rankings
