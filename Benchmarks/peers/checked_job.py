"""The checked job: what it is asked, and the form of the answer.

The rules are those of docs/semantics.md, all of them. A peer reads the inputs as one history and
writes two files into the output directory: `answer.json`, the canonical answer, and `rejected.tsv`,
every rejected row with its reason, as nothing may be lost silently.
"""

import argparse
import calendar
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

REASONS = (
    "field_count",
    "invalid_utf8",
    "missing_user",
    "invalid_timestamp",
    "missing_artist_name",
    "missing_track_name",
)

# The form of an accepted time stamp, but for the calendar and the range; every regular expression
# engine among the peers reads it.
TIMESTAMP = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
    r"(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
# The latest accepted instant; the earliest is 0.
LATEST = calendar.timegm((2105, 12, 31, 23, 59, 59))

# White_Space and Cc of Unicode, as the inside of a character class.
BLANK = r"\x00-\x20\x7f-\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
# No blank character comes after this one: what begins with it or a later one is a name.
FIRST_AFTER_BLANKS = "\u3001"

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Job(NamedTuple):
    """The arguments of every checked peer."""

    inputs: list[str]
    output: Path
    gap: int
    top_sessions: int
    top_songs: int


def arguments() -> Job:
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--output", type=Path, required=True, help="a directory")
    parser.add_argument("--gap", type=int, default=1200, help="in seconds")
    parser.add_argument("--top-sessions", type=int, default=50)
    parser.add_argument("--top-songs", type=int, default=10)
    job = Job(**vars(parser.parse_args()))
    job.output.mkdir(parents=True, exist_ok=True)
    return job


class Opening(NamedTuple):
    """How a file begins."""

    has_mark: bool
    has_header: bool


def opening(path: str) -> Opening:
    with open(path, "rb") as file:
        first = file.readline().removesuffix(b"\n").removesuffix(b"\r")
    fields = first.removeprefix(BYTE_ORDER_MARK).split(b"\t")
    return Opening(
        has_mark=first.startswith(BYTE_ORDER_MARK),
        has_header=len(fields) > 1 and fields[1].lower() == b"timestamp",
    )


class Reject(NamedTuple):
    """A line of rejected.tsv; None for a place that the tool cannot tell."""

    path: str
    line_number: int | None
    byte_offset: int | None
    reason: str
    line: bytes


def write_rejects(output: Path, rejects: Iterable[Reject]) -> None:
    with open(output / "rejected.tsv", "wb") as file:
        file.write(b"input_path\tline_number\tbyte_offset\treason\traw_line\n")
        for path, number, offset, reason, line in rejects:
            places = ["" if place is None else str(place) for place in (number, offset)]
            file.write("\t".join([path, *places, reason, ""]).encode() + line + b"\n")


def write_answer(output: Path, counts: dict, top_sessions: list, top_songs: list) -> None:
    """Writes the canonical answer.

    counts: rows, blank_lines, duplicates, listens, users, sessions, and those of the REASONS that
            occurred
    top_sessions: [user, started_at, ended_at, duration_seconds, tracks, distinct_songs] by rank
    top_songs: [track, artist, plays, sessions, listeners, track_mbid, artist_mbid] by rank
    """
    rejected = {reason: int(counts.pop(reason, 0)) for reason in REASONS}
    answer = {
        "counts": {name: int(count) for name, count in counts.items()} | {"rejected": rejected},
        "top_sessions": [list(session) for session in top_sessions],
        "top_songs": [list(song) for song in top_songs],
    }
    text = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
    (output / "answer.json").write_text(text, encoding="utf-8")
