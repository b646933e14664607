"""What a recipe needs to describe a fixture: the row, the clock, and the `case` mark.

A row may carry its author's intent, which test_oracle.py holds the oracle against:
`expect=<reason>`, `expect=listen` or `expect=duplicate` in the line, and `@<UTC instant>` at the start of a track name.
"""

import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True  # a __pycache__ folder would look like a fixture

FIXTURES = Path(__file__).resolve().parent
CASES = {}
GAP = 1200


class Case(NamedTuple):
    name: str
    about: str
    arguments: list
    exit_code: int
    files: object


def case(name, about, arguments=None, exit_code=0):
    """Marks a function that gives the bytes of listens.tsv, or {path: bytes} for several files."""

    def mark(files):
        CASES[name] = Case(name, about, arguments, exit_code, files)
        return files

    return mark


def in_bytes(field):
    return field if isinstance(field, bytes) else field.encode()


def row(user, timestamp, artist, track, artist_mbid="", track_mbid="", end=b"\n"):
    return line(user, timestamp, artist_mbid, artist, track_mbid, track, end=end)


def line(*fields, end=b"\n"):
    return b"\t".join(in_bytes(field) for field in fields) + end


def after(start, seconds):
    """The time stamp so many seconds after another."""
    return (datetime.fromisoformat(start) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def listens(user, start, tracks, step=180, artist="The Tides"):
    """One listen every `step` seconds."""
    return b"".join(row(user, after(start, i * step), artist, track) for i, track in enumerate(tracks))


def mbid(number):
    return f"{number:08x}-0000-4000-8000-000000000000"


def write_case(name):
    described = CASES[name]
    folder = FIXTURES / name
    shutil.rmtree(folder, ignore_errors=True)
    content = described.files()
    files = dict(content) if isinstance(content, dict) else {"listens.tsv": content}
    files["about"] = described.about.encode() + b"\n"
    if described.arguments is not None:
        files["arguments"] = "".join(f"{argument}\n" for argument in described.arguments).encode()
    if described.exit_code:
        files["exit_code"] = f"{described.exit_code}\n".encode()
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
