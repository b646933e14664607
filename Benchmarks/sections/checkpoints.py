"""A changed question: what it costs to keep the stages' results, and what they save.

Beside it DuckDB answers the question about another gap from its own native table file.
"""

import json
import shutil
import sys
from pathlib import Path

from harness import answer, figures, measure as process
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import PEERS, Contender
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import Bench, Section
from harness.series import Entry, Series

KEEPING_TIMES_COLD = 1.5
GAP_OF_COLD = 0.2
RANKING_OF_COLD = 0.1
SERVED_SHARE = 0.8

GAP = ("--gap", "30m")
# The series of six analyses of issue and plan: the default question comes twice.
SERIES = ((), GAP, ("--gap", "10m"), ("--top-sessions", "100"), ("--rank-sessions-by", "duration"), ())


def measure(bench: Bench) -> Section:
    history = History(bench.rows)
    bench.histories.prepare(history)
    kept = prepared(bench, history)
    cold, keeping, gap, ranking = ours = [
        Entry(contender, history)
        for contender in (
            bench.full,
            in_fresh_cache(bench),
            other_gap(bench, kept / "gap"),
            bench.sidelong(
                "another ranking", "--cache", str(kept / "ranking"), "--top-sessions", "100",
                question="top 100",
            ),
        )
    ]
    witness = Entry(bench.sidelong("top 100, cold", "--cache", "none", "--top-sessions", "100",
                                   question="top 100"), history, every=bench.rounds)
    duckdb = Entry(from_own_table(kept / "listens.duckdb"), history, every=3)
    series = bench.interleave([*ours, witness, duckdb])
    share, lookups = series_of_six(bench, history, kept / "series")
    shutil.rmtree(kept)
    return Section(
        title=f"A changed question, {history}",
        table=comparison(series, [*ours, duckdb], cold) + "\n\n" + lookups,
        bars=[
            Bar("cold and keeping against cold", series.ratio(keeping, cold).median,
                KEEPING_TIMES_COLD),
            Bar("another gap against cold", series.ratio(gap, cold).median, GAP_OF_COLD),
            Bar("another ranking against cold", series.ratio(ranking, cold).median,
                RANKING_OF_COLD),
            Bar("share of the rows of six analyses served from checkpoints", share, SERVED_SHARE,
                unit="", at_least=True),
        ],
        disagreements=disagreements(series),
        series=series,
        figures=[drawing(series, [*ours, duckdb], history)],
    )


def prepared(bench: Bench, history: History) -> Path:
    """Caches with the default question's results, and DuckDB's table file."""
    kept = bench.workspace.parent / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    path = bench.histories.path(history)
    for name in ("gap", "ranking"):
        contender = bench.sidelong("first", "--cache", str(kept / name))
        process.run(contender.command(path, kept / "first"), kept / "log")
    script = str(PEERS / "duckdb_kept.py")
    process.run(
        [sys.executable, script, "--load", str(path), str(kept / "listens.duckdb")], kept / "log"
    )
    return kept


def in_fresh_cache(bench: Bench) -> Contender:
    """The cold run that writes its checkpoints: into the workspace, which each run finds empty."""
    plain = bench.sidelong("cold, keeping")
    return Contender(
        plain.name,
        lambda history, output: [
            *plain.command(history, output), "--cache", str(output.parent / "cache")
        ],
        plain.read_answer,
    )


def other_gap(bench: Bench, cache: Path) -> Contender:
    """Another gap each time: the sessions that the run before has kept are removed first."""
    plain = bench.sidelong("another gap", "--cache", str(cache), *GAP)
    script = 'rm -f "$0"/sessions-*; exec "$@"'
    return Contender(
        plain.name,
        lambda history, output: [
            "sh", "-c", script, str(cache), *plain.command(history, output)
        ],
        plain.read_answer,
        question="gap 30m",
    )


def from_own_table(database: Path) -> Contender:
    return Contender(
        "DuckDB, another gap from its own table",
        lambda history, output: [
            sys.executable, str(PEERS / "duckdb_kept.py"), str(database), str(output), "1800"
        ],
        answer.from_json,
        "plain",
        question="gap 30m",
    )


def series_of_six(bench: Bench, history: History, cache: Path) -> tuple[float, str]:
    """The share of rows that were not read again, and the look-ups of each stage."""
    output = cache.parent / "six"
    served, rows = 0, 0
    uses: dict[str, list[int]] = {}
    for options in SERIES:
        contender = bench.sidelong("series", "--cache", str(cache), *options)
        process.run(contender.command(bench.histories.path(history), output), cache.parent / "log")
        run = json.loads((output / "run.json").read_text(encoding="utf-8"))
        rows += run["counts"]["rows"]
        for use in run["checkpoints"]:
            served += use["rows_served"]
            hits = uses.setdefault(use["stage"], [0, 0])
            hits[0] += use["hits"]
            hits[1] += use["look_ups"]
    lines = [[stage, str(hits), str(lookups)] for stage, (hits, lookups) in uses.items()]
    return served / rows, table(["stage, six analyses", "hits", "look-ups"], lines)


def comparison(series: Series, entries: list[Entry], cold: Entry) -> str:
    rows = [
        [
            entry.contender.name,
            seconds(series.wall(entry)),
            str(series.ratio(entry, cold)),
            seconds(series.cpu(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in entries
    ]
    return table(["question", "wall", "times cold", "CPU", "peak memory", "runs"], rows)


def drawing(series: Series, entries: list[Entry], history: History) -> figures.Figure:
    bars = [
        figures.Bar(entry.contender.name, series.wall(entry), entry.contender.kind)
        for entry in entries
    ]
    return figures.BarChart("changed-question", f"A changed question, {history}", "s", bars)
