"""What every peer is asked: the shape of the file, the question, and the form of the answer."""

import json
import sys
from pathlib import Path

COLUMNS = ("user_id", "timestamp", "artist_mbid", "artist_name", "track_mbid", "track_name")
GAP_SECONDS = 1200
TOP_SESSIONS = 50
TOP_SONGS = 10


def arguments() -> tuple[str, Path]:
    """The two arguments of every peer: the history to read and the JSON file to write."""
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} FILE OUTPUT.json")
    return sys.argv[1], Path(sys.argv[2])


def write_answer(output: Path, counts: dict, top_sessions: list, top_songs: list) -> None:
    """Writes the canonical answer.

    counts: rows, duplicates, listens, users, sessions
    top_sessions: [user, started_at, ended_at, duration_seconds, tracks, distinct_songs] by rank
    top_songs: [track, artist, plays, sessions, listeners] by rank
    """
    answer = {
        "counts": {name: int(count) for name, count in counts.items()},
        "top_sessions": [list(session) for session in top_sessions],
        "top_songs": [list(song) for song in top_songs],
    }
    output.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
