"""The canonical answer of the job, and how to read it from sidelong's files and the peers' JSON.

An unchecked peer answers in part: neither blank lines nor rejects, and songs without their MBIDs.
"""

import json
from pathlib import Path
from typing import Any

Answer = dict[str, Any]

COUNTS = ("rows", "blank_lines", "duplicates", "listens", "rejected", "users", "sessions")
SESSION_NUMBERS = ("duration_seconds", "track_count", "distinct_songs")
SESSION_COLUMNS = ("user_id", "started_at", "ended_at", *SESSION_NUMBERS)
SONG_NUMBERS = ("play_count", "session_count", "listener_count")
SONG_COLUMNS = ("track_name", "artist_name", *SONG_NUMBERS, "track_mbid", "artist_mbid")
NUMBERS = {*SESSION_NUMBERS, *SONG_NUMBERS}


def from_json(path: Path) -> Answer:
    """The answer of an unchecked peer, which has no rejects and no MBIDs."""
    answer: Answer = json.loads(path.read_text(encoding="utf-8"))
    return answer


def from_checked_peer(directory: Path) -> Answer:
    """The full answer: every count, the MBIDs, and the rejects with their places and reasons."""
    return from_json(directory / "answer.json") | {"rejects": rejects(directory)}


def from_directory(directory: Path) -> Answer:
    """sidelong's full answer: the counts of run.json, the two rankings, and the rejects."""
    return from_tables(directory, from_json(directory / "run.json")["counts"])


def from_tables(directory: Path, counts: dict[str, Any]) -> Answer:
    return {
        "counts": {name: counts[name] for name in COUNTS},
        "top_sessions": ranking(directory / "top_sessions.tsv", SESSION_COLUMNS),
        "top_songs": ranking(directory / "top_songs.tsv", SONG_COLUMNS),
        "rejects": rejects(directory),
    }


def rejects(directory: Path) -> list[list[str]]:
    """Path, line number and reason of every reject, in the order of the file."""
    lines = (directory / "rejected.tsv").read_bytes().removesuffix(b"\n").split(b"\n")[1:]
    rejected = [line.split(b"\t", 4) for line in lines]
    return [[path.decode(), line.decode(), why.decode()] for path, line, _, why, _ in rejected]


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
