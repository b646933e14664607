"""Holds the answers against each other: a fast wrong answer is worth nothing."""

import difflib
import json

from harness.answer import Answer
from harness.histories import History
from harness.series import Entry, Series


def disagreements(series: Series) -> list[str]:
    """A diff for every entry that did not give, in every run, the first answer to its question."""
    references: dict[tuple[History, str], Entry] = {}
    found = []
    for entry, samples in series.samples.items():
        if entry.contender.read_answer is None:
            continue
        reference = references.setdefault(asked(entry), entry)
        expected = series.first_answer(reference)
        given = [sample.answer for sample in samples.values()]
        different = [answer for answer in given if not agree(expected, answer)]
        found += [diff(reference, expected, entry, answer) for answer in different[:1]]
    return found + unconfirmed(series)


def unconfirmed(series: Series) -> list[str]:
    """Questions that only one contender answered: there, agreement would mean nothing."""
    tools: dict[tuple[History, str], set[str]] = {}
    for entry in series.samples:
        if entry.contender.read_answer is not None:
            tools.setdefault(asked(entry), set()).add(entry.contender.name)
    return [
        f"{history} {question}: answered by nobody but {min(names)}"
        for (history, question), names in tools.items()
        if len(names) < 2
    ]


def asked(entry: Entry) -> tuple[History, str]:
    return entry.history, entry.contender.question


def agree(expected: Answer | None, given: Answer | None) -> bool:
    return common(expected, given) == common(given, expected)


def common(answer: Answer | None, other: Answer | None) -> Answer:
    """What of `answer` the other one tells too: some leave the rejects and the MBIDs out."""
    if answer is None or other is None:
        return answer or {}
    kept = {part: answer[part] for part in answer if part in other}
    kept["counts"] = {
        name: count for name, count in answer["counts"].items() if name in other["counts"]
    }
    # The MBIDs are the last columns.
    width = min((len(song) for song in answer["top_songs"] + other["top_songs"]), default=0)
    kept["top_songs"] = [song[:width] for song in answer["top_songs"]]
    return kept


def diff(reference: Entry, expected: Answer | None, entry: Entry, given: Answer | None) -> str:
    return "\n".join(differences(str(reference), expected, str(entry), given))


def differences(
    reference: str, expected: Answer | None, name: str, given: Answer | None
) -> list[str]:
    """The lines of a diff of what both answers tell."""
    lines = difflib.unified_diff(
        canonical(common(expected, given)),
        canonical(common(given, expected)),
        reference,
        name,
        n=0,
        lineterm="",
    )
    return list(lines)


def canonical(answer: Answer) -> list[str]:
    """One line per count, per ranked record and per reject."""
    counts = [f"{name}: {count}" for name, count in sorted(answer.get("counts", {}).items())]
    records = [
        f"{part} {rank}: {json.dumps(record, ensure_ascii=False)}"
        for part in ("top_sessions", "top_songs", "rejects")
        for rank, record in enumerate(answer.get(part, ()), start=1)
    ]
    return counts + records
