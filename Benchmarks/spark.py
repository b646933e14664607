"""Measures sidelong on a Spark cluster against the same job by hand in PySpark; `Benchmarks/run spark`.

Starts a standalone cluster with two workers on this machine, has sidelong and the peer use its one Spark
Connect server in turn, and stops it. Whole processes of the clients are measured; the server has run
each job before the first measured round. Ends with 1 when a file differs from the native engine's, when
the answers disagree or, but for --quick, when the bar is missed.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from harness import agreement, answer, contenders, machine, measure, report
from harness.answer import Answer
from harness.bars import Bar
from harness.contenders import Contender
from harness.histories import Histories, History
from harness.markdown import megabytes, seconds, table
from harness.measure import CommandFailed
from harness.section import BASIC, FULL, Section
from harness.series import Entry, Series, interleave

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / ".build-bench"
SERVER = "bench"
PACKAGES = ("pyspark",)

FAULTS = 0.005
TIMES_PEER = 1.5

# An exit code would say what the rules make of the faults, and they ask for the day.
ALWAYS = ("--fail-on", "never", "--as-of", "2026-01-01T00:00:00Z")
# What quality.json says of the run and not of the data.
OF_THE_RUN = ("id", "meta", "quarantine", "run_id", "started_at", "tool")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Benchmarks/run spark", description=__doc__)
    parser.add_argument(
        "--sidelong", type=Path, default=PROJECT / ".build-spark-release/release/sidelong"
    )
    parser.add_argument("--data", type=Path, default=BUILD / "data")
    parser.add_argument("--results", type=Path, default=BUILD / "results-spark.json")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="one round over 200,000 rows")
    return parser.parse_args()


@contextmanager
def cluster() -> Iterator[list[int]]:
    """A cluster as long as it is needed, its address in SPARK_REMOTE; gives its process ids."""
    # A signal ends this like an error, so that the cluster is stopped.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    script = str(PROJECT / "Scripts/spark-server")
    start = [script, "start", "--name", SERVER, "--standalone"]
    try:
        address = subprocess.run(start, check=True, stdout=subprocess.PIPE, text=True).stdout
        os.environ["SPARK_REMOTE"] = address.strip()
        pids = subprocess.run(
            [script, "pids", "--name", SERVER], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        yield [int(pid) for pid in pids.split()]
    finally:
        subprocess.run([script, "stop", "--name", SERVER], check=True)


def peak_of_cluster(pids: list[int]) -> int:
    """The sum of the peaks of resident memory: server, master, workers and their executors."""
    processes = [(int(path.name), status(path)) for path in Path("/proc").glob("[0-9]*")]
    ours = [told for pid, told in processes if {pid, told.get("PPid", 0)} & set(pids)]
    return sum(told.get("VmHWM", 0) for told in ours) * 1024


def status(process: Path) -> dict[str, int]:
    """The parent and the peak of a process; nothing of one that has ended."""
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return {}
    told = dict(line.split(":", 1) for line in lines)
    return {name: int(told[name].split()[0]) for name in ("PPid", "VmHWM") if name in told}


def files_differ(native: Path, spark: Path) -> list[str]:
    """The result files that are not the same: tables to the byte, quality.json but for the run's name."""

    def content(directory: Path, name: str) -> object:
        if not (directory / name).is_file():
            return None
        if name.endswith(".tsv"):
            return (directory / name).read_bytes()
        quality = answer.from_json(directory / name)
        return {part: told for part, told in quality.items() if part not in OF_THE_RUN}

    names = {path.name for path in [*native.glob("*.tsv"), *spark.glob("*.tsv")]}
    if (spark / "quality.json").is_file():
        names.add("quality.json")
    return [
        f"{name} of {spark.name} differs from the native one"
        for name in sorted(names)
        if content(native, name) is None or content(native, name) != content(spark, name)
    ]


def without_places(read: Callable[[Path], Answer]) -> Callable[[Path], Answer]:
    """The answer with rejects of which nothing is said but path and reason."""

    def rejects_alone(output: Path) -> Answer:
        found = read(output)
        return found | {"rejects": [[path, "", why] for path, _, why in found["rejects"]]}

    return rejects_alone


def compared(native: Contender, ours: list[Contender], history: Path) -> list[str]:
    """Runs sidelong once on either engine, which warms up the server, and holds the files together."""
    outputs = []
    for contender in [native, *ours]:
        output = BUILD / "spark" / contender.name.replace(" ", "-").replace(",", "")
        shutil.rmtree(output, ignore_errors=True)
        measure.run(contender.command(history, output), output.with_suffix(".log"))
        outputs.append(output)
    return [text for output in outputs[1:] for text in files_differ(outputs[0], output)]


def section(arguments: argparse.Namespace) -> Section:
    binary = arguments.sidelong.resolve()
    on_spark = (*ALWAYS, "--engine", "spark")
    native = contenders.sidelong(binary, "native, full", *FULL, *ALWAYS)
    basic = contenders.sidelong(binary, "on Spark, basic", *BASIC, *on_spark)
    full = contenders.sidelong(binary, "on Spark, full", *FULL, *on_spark)
    peer = contenders.checked("PySpark", "pyspark_checked.py")
    line_up = [replace(one, read_answer=without_places(one.read_answer)) for one in
               (native, basic, full, peer)]  # fmt: skip
    native, basic, full, peer = line_up

    history = History(200_000 if arguments.quick else arguments.rows, faults=FAULTS)
    histories = Histories(binary, arguments.data.resolve())
    histories.prepare(history)
    with cluster() as pids:
        different = compared(native, [basic, full], histories.path(history))
        entries = [Entry(one, history) for one in line_up]
        workspace = BUILD / "workspace-spark"
        interleave(entries[1:], 1, histories, workspace)
        rounds = 1 if arguments.quick else arguments.rounds
        series = interleave(entries, rounds, histories, workspace)
        peak = peak_of_cluster(pids)
    return Section(
        title=f"On a Spark cluster of two workers, {history}",
        table=comparison(series, entries)
        + f"\n\nPeak memory of the cluster's processes together: {megabytes(peak)}.",
        bars=[
            Bar(
                "wall time on Spark, basic, against the same job in PySpark",
                series.ratio(entries[1], entries[3]).median,
                TIMES_PEER,
            )
        ],
        disagreements=different + agreement.disagreements(series),
        series=series,
    )


def comparison(series: Series, entries: list[Entry]) -> str:
    peer = entries[-1]
    rows = [
        [
            entry.contender.name,
            seconds(series.wall(entry)),
            str(series.ratio(entry, peer)),
            seconds(series.cpu(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in entries
    ]
    header = ["tool", "wall", "times PySpark's wall", "CPU of the client", "memory of the client"]
    return table([*header, "runs"], rows)


def main() -> int:
    arguments = parse_arguments()
    facts = {
        "date": date.today().isoformat(),
        "quick": arguments.quick,
        "machine": machine.description(),
        "versions": machine.versions(arguments.sidelong.resolve(), PACKAGES),
    }
    try:
        found = section(arguments)
    except CommandFailed as failure:
        sys.exit(f"bench: {failure}")
    report.write_json(arguments.results, facts, [found])
    print(report.markdown(facts, [found]))
    for text in found.disagreements:
        print(f"bench: answers disagree\n{text}", file=sys.stderr)
    missed = not arguments.quick and any(not bar.held for bar in found.bars)
    return 1 if found.disagreements or missed else 0


if __name__ == "__main__":
    sys.exit(main())
