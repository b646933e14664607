"""The canonical answer of the job, and how to read it from sidelong's files and the peers' JSON."""

import json
from pathlib import Path
from typing import Any

Answer = dict[str, Any]

COUNTS = ("rows", "duplicates", "listens", "users", "sessions")
SESSION_NUMBERS = ("duration_seconds", "track_count", "distinct_songs")
SESSION_COLUMNS = ("user_id", "started_at", "ended_at", *SESSION_NUMBERS)
SONG_NUMBERS = ("play_count", "session_count", "listener_count")
SONG_COLUMNS = ("track_name", "artist_name", *SONG_NUMBERS)
NUMBERS = {*SESSION_NUMBERS, *SONG_NUMBERS}


def from_json(path: Path) -> Answer:
    """A peer's answer, which is canonical already."""
    answer: Answer = json.loads(path.read_text(encoding="utf-8"))
    return answer


def from_directory(directory: Path) -> Answer:
    """sidelong's answer: the counts of run.json and the two rankings."""
    counts = from_json(directory / "run.json")["counts"]
    return {
        "counts": {name: counts[name] for name in COUNTS},
        "top_sessions": ranking(directory / "top_sessions.tsv", SESSION_COLUMNS),
        "top_songs": ranking(directory / "top_songs.tsv", SONG_COLUMNS),
    }


def ranking(path: Path, columns: tuple[str, ...]) -> list[list[str | int]]:
    """The named columns of a ranking, checked to be in the order of its ranks."""
    # Split by "\n" alone: a name may hold characters that splitlines() takes for line ends.
    header, *lines = path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    records = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    if [record["rank"] for record in records] != [str(rank + 1) for rank in range(len(records))]:
        raise ValueError(f"{path.name} is not in the order of its ranks")
    return [
        [int(record[column]) if column in NUMBERS else record[column] for column in columns]
        for record in records
    ]
