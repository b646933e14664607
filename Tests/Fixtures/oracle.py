#!/usr/bin/env python3
"""The slow, plain answer that the golden fixtures hold, computed apart from the Swift code.

    python3 oracle.py record                     write expected/ of every fixture
    python3 oracle.py check                      verify expected/ of every fixture, exit 1 on a difference
    python3 oracle.py analyze INPUT... --output DIR [--gap 20m] [--top-sessions N] [--top-songs N]
                      [--rank-sessions-by tracks|duration] [--profiles FILE]
    python3 oracle.py compare DIR_A DIR_B        exit 1 on a difference (counts from counts.json or run.json)
"""

import sys

sys.dont_write_bytecode = True  # a __pycache__ folder would look like a fixture

import argparse
import contextlib
import io
import json
import os
import re
import shutil
import time
from pathlib import Path

import profile_rules
from listening_rules import rank_sessions, rank_songs, read_history, sessionise

FIXTURES = Path(__file__).resolve().parent
TABLES = ("top_songs.tsv", "top_sessions.tsv", "session_tracks.tsv", "rejected.tsv")
PROFILES = ("top_songs_by_profile.tsv",)
OK, USAGE, ALL_REJECTED, NO_INPUT = 0, 64, 65, 66


class UsageError(Exception):
    pass


class NoInput(Exception):
    pass


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        raise UsageError(message)


def gap(text):
    """Seconds of `90s`, `20m`, `1h30m`; a plain number is seconds (the oracle's own shorthand)."""
    if re.fullmatch(r"[0-9]+", text):
        return positive(text)
    match = re.fullmatch(r"(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?", text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return positive(hours * 3600 + minutes * 60 + seconds)


def positive(number):
    if int(number) < 1:
        raise ValueError("must be 1 or more")
    return int(number)


def analyze_arguments(arguments):
    parser = Arguments(prog="oracle.py analyze", allow_abbrev=False)
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--gap", type=gap, default=1200)
    parser.add_argument("--top-sessions", type=positive, default=50)
    parser.add_argument("--top-songs", type=positive, default=10)
    parser.add_argument("--rank-sessions-by", choices=("tracks", "duration"), default="tracks")
    parser.add_argument("--profiles")
    parser.add_argument("--output", default="sidelong-out")
    return parser.parse_args(arguments)


def read_inputs(paths):
    """[(path as written, bytes)]; a directory stands for its regular *.tsv in name order (a glob skips dot files)."""
    files = []
    for path in paths:
        if os.path.isdir(path):
            inside = [entry.path for entry in os.scandir(path) if entry.is_file() and is_tsv(entry.name)]
            if not inside:
                raise NoInput(path)
            files += sorted(inside, key=os.fsencode)
        else:
            files.append(path)
    try:
        return [(os.fsencode(path), contents(path)) for path in files]
    except OSError as error:
        raise NoInput(str(error)) from error


def is_tsv(name):
    return name.endswith(".tsv") and not name.startswith(".")


def contents(path):
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()


def clock(instant):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(instant))


def table(header, rows):
    lines = [header.encode().split(), *rows]
    return b"".join(b"\t".join(v if isinstance(v, bytes) else str(v).encode() for v in line) + b"\n" for line in lines)


def session_row(rank, session):
    started, ended = session.start, session.start + session.duration
    songs = {(listen.artist, listen.track) for listen in session.listens}
    return (rank, session.user, clock(started), clock(ended), session.duration, len(session.listens), len(songs))


def analyze(options):
    """The exit code and the result files {name: bytes}; no files when there is no row at all."""
    profiles = read_profiles(options.profiles) if options.profiles else None
    history = read_history(read_inputs(options.inputs))
    if history.rows == 0:
        raise NoInput("no row in any input")
    sessions = sessionise(history.listens, options.gap)
    ranked = rank_sessions(sessions, options.rank_sessions_by, options.top_sessions)
    songs = rank_songs(ranked, options.top_songs)
    tracks = (
        (rank, position, clock(listen.instant), listen.artist, listen.track)
        for rank, session in enumerate(ranked, 1)
        for position, listen in enumerate(session.listens, 1)
    )
    files = {
        "top_songs.tsv": table(
            "rank track_name artist_name play_count session_count listener_count track_mbid artist_mbid",
            ((rank, *song) for rank, song in enumerate(songs, 1)),
        ),
        "top_sessions.tsv": table(
            "rank user_id started_at ended_at duration_seconds track_count distinct_songs",
            (session_row(rank, session) for rank, session in enumerate(ranked, 1)),
        ),
        "session_tracks.tsv": table("session_rank position listened_at artist_name track_name", tracks),
        "rejected.tsv": table("input_path line_number byte_offset reason raw_line", history.rejects),
        "counts.json": as_json(history.counts(sessions)),
    }
    if profiles:
        audience = profile_rules.audience(ranked, [song[:2] for song in songs], profiles)
        files["top_songs_by_profile.tsv"] = table(
            "song_rank attribute status value listener_count play_count", audience
        )
        files["profiles.json"] = as_json(profile_rules.summary(ranked, [song[:2] for song in songs], profiles))
    return (OK if history.listens else ALL_REJECTED), files


def read_profiles(path):
    try:
        return profile_rules.read_profiles(contents(path))
    except OSError as error:
        raise NoInput(str(error)) from error


def as_json(value):
    return (json.dumps(value, indent=2) + "\n").encode()


def run(arguments):
    try:
        return analyze(analyze_arguments(arguments))
    except UsageError as error:
        print(f"oracle: {error}", file=sys.stderr)
        return USAGE, {}
    except NoInput as error:
        print(f"oracle: no input: {error}", file=sys.stderr)
        return NO_INPUT, {}
    except profile_rules.NoProfiles as error:
        print(f"oracle: no profiles: {error}", file=sys.stderr)
        return (ALL_REJECTED if error.has_content else NO_INPUT), {}


def write(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def cases():
    return sorted(about.parent for about in FIXTURES.glob("*/about"))


def run_case(case):
    """Runs one fixture in its folder: the exit code it states, the one computed, and the files."""
    listed, stated = case / "arguments", case / "exit_code"
    arguments = listed.read_text().splitlines() if listed.exists() else ["listens.tsv"]
    wanted = int(stated.read_text()) if stated.exists() else OK
    with contextlib.chdir(case), contextlib.redirect_stderr(io.StringIO()):
        code, files = run(arguments)
    return wanted, code, files


def each_case(visit):
    """Visits every fixture; prints what is wrong; 1 if anything is."""
    found = cases()
    problems = [f"{case.name}: {problem}" for case in found for problem in visit(case, *run_case(case))]
    print("\n".join([*problems, f"{len(found)} fixtures, {len(problems)} problems"]))
    return 1 if problems or not found else 0


def record(case, wanted, code, files):
    if code != wanted:
        return [f"exits {code}, exit_code says {wanted}; not recorded"]
    shutil.rmtree(case / "expected", ignore_errors=True)
    if files:
        write(case / "expected", files)
    return []


def check(case, wanted, code, files):
    problems = [] if code == wanted else [f"exits {code}, exit_code says {wanted}"]
    stored = {path.name: path.read_bytes() for path in (case / "expected").glob("*")}
    for name in sorted(stored.keys() | files.keys()):
        if stored.get(name) != files.get(name):
            problems.append(f"expected/{name} differs")
    return problems


def counts_in(folder):
    if (folder / "counts.json").exists():
        return json.loads((folder / "counts.json").read_bytes())
    return json.loads((folder / "run.json").read_bytes())["counts"]


def compare(first, second):
    problems = []
    for name in (*TABLES, *(name for name in PROFILES if (first / name).exists())):
        a, b = ((folder / name).read_bytes().split(b"\n") for folder in (first, second))
        if a != b:
            line = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            problems.append(f"{name} differs from line {line + 1}: {a[line:line + 1]} against {b[line:line + 1]}")
    if counts_in(first) != counts_in(second):
        problems.append(f"counts differ: {counts_in(first)} against {counts_in(second)}")
    print("\n".join(problems) or "same")
    return 1 if problems else 0


def main(arguments):
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "analyze":
        code, files = run(rest)
        if files:
            write(Path(analyze_arguments(rest).output), files)
        return code
    if command in ("record", "check") and not rest:
        return each_case(record if command == "record" else check)
    if command == "compare" and len(rest) == 2:
        return compare(Path(rest[0]), Path(rest[1]))
    print(__doc__, file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
