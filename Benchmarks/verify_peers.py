"""Holds the checked peers to the golden fixtures; to be called by `Benchmarks/run verify`.

Prints the differences and ends with 1 if there is one. Left out are fixtures of what is not part of
the peers' job (usage, directories, ranking by duration, profiles, histories without a listen). Those that the
head of a peer's file says its tool cannot do are expected to differ.
"""

import re
import sys
import tempfile
from pathlib import Path

from harness import answer, measure
from harness.agreement import differences
from harness.contenders import CHECKED_PEERS, Contender
from harness.measure import CommandFailed

FIXTURES = Path(__file__).resolve().parent.parent / "Tests/Fixtures"

# Lines of a difference that are printed.
SHOWN = 12

# Names or time stamps with a CR in them, and rows of seven fields, the last of them empty.
BEYOND = {
    "DuckDB, checked": {
        "blank-names",
        "crlf",
        "header-lookalikes",
        "names-kept",
        "timestamp-forms",
    },
    "Polars, checked": {"crlf", "field-count", "timestamp-forms"},
    "ClickHouse (chDB), checked": set(),
}


def arguments(fixture: Path) -> list[str] | None:
    """The fixture's command line as a peer understands it, or None if it is not the peers' job."""
    given = fixture / "arguments"
    words = given.read_text().splitlines() if given.exists() else ["listens.tsv"]
    is_job = (fixture / "expected/counts.json").exists() and not (fixture / "exit_code").exists()
    has_directory = any((fixture / word).is_dir() for word in words)
    if not is_job or has_directory or {"--rank-sessions-by", "--profiles"} & set(words):
        return None
    if "--gap" in words:
        place = words.index("--gap") + 1
        words[place] = str(seconds(words[place]))
    return words


def seconds(gap: str) -> int:
    units = {"h": 3600, "m": 60, "s": 1}
    return sum(int(count) * units[unit] for count, unit in re.findall(r"(\d+)([hms])", gap))


def difference(peer: Contender, fixture: Path, words: list[str], output: Path) -> list[str]:
    script = peer.command(Path(), output)[:2]
    paths = [str(fixture / word) if (fixture / word).is_file() else word for word in words]
    try:
        measure.run([*script, *paths, "--output", str(output)], output / "log")
        given = peer.answer_in(output)
    except CommandFailed as failure:
        return str(failure).splitlines()[-1:]
    for reject in given["rejects"]:
        reject[0] = str(Path(reject[0]).relative_to(fixture))
    counts = answer.from_json(fixture / "expected/counts.json")
    expected = answer.from_tables(fixture / "expected", counts)
    for reject in expected["rejects"]:
        reject[0] = str(Path(reject[0]))
    return differences("expected", expected, peer.name, given)


def verify(peer: Contender) -> bool:
    fixtures = sorted(path for path in FIXTURES.iterdir() if (path / "about").exists())
    held = failed = 0
    for fixture in fixtures:
        words = arguments(fixture)
        if words is None:
            continue
        with tempfile.TemporaryDirectory() as directory:
            found = difference(peer, fixture, words, Path(directory))
        if bool(found) == (fixture.name in BEYOND[peer.name]):
            held += 1
        else:
            failed += 1
            shown = found[:SHOWN] or ["is no longer beyond it"]
            print(f"{peer.name}: {fixture.name}", *shown, sep="\n  ")
    beyond = len(BEYOND[peer.name])
    print(f"{peer.name}: {held - beyond} fixtures held, {beyond} beyond the tool, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    results = [verify(peer) for peer in CHECKED_PEERS]
    sys.exit(0 if all(results) else 1)
