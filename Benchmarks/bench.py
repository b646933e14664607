"""Measures sidelong against its peers and holds it to its bars; to be called by `Benchmarks/run`.

Ends with 1 when answers disagree or, but for --quick, when a bar is missed.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

import sections
from harness import figures, machine, report
from harness.histories import Histories
from harness.measure import CommandFailed
from harness.section import Bench, Section

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / ".build-bench"

# The rows of the real Last.fm-1K file.
FULL_ROWS = 19_150_868


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description="Measures sidelong against its peers."
    )
    parser.add_argument(
        "--sidelong",
        type=Path,
        default=PROJECT / ".build-release/release/sidelong",
        help="the binary to measure (default: the release build)",
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=BUILD / "data",
        help="where the generated histories are kept, 8 GB (default: .build-bench/data)",
    )
    parser.add_argument(
        "--results",
        type=Path,
        default=BUILD / "results.json",
        help="where to write every figure as JSON",
    )
    parser.add_argument(
        "--figures",
        type=Path,
        help="where to draw (default: docs/figures; with --quick, .build-bench/figures)",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=9,
        help="rounds of each section (default: 9; peers run in every third)",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="one round over 1 M rows, to check the harness: only agreement is enforced",
    )
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds must be at least 1")
    if not arguments.sidelong.is_file():
        parser.error(
            f"no binary at {arguments.sidelong}: build it, or name another with --sidelong PATH"
        )
    return arguments


def make_bench(arguments: argparse.Namespace) -> Bench:
    binary = arguments.sidelong.resolve()
    return Bench(
        binary=binary,
        histories=Histories(binary, arguments.data.resolve()),
        workspace=BUILD / "workspace",
        rounds=1 if arguments.quick else arguments.rounds,
        rows=1_000_000 if arguments.quick else FULL_ROWS,
        smaller=(100_000, 300_000) if arguments.quick else (1_000_000, 5_000_000),
    )


def verdict(findings: list[Section], enforce_bars: bool) -> int:
    """Tells what is wrong, and the exit code for it."""
    disagreements = [text for section in findings for text in section.disagreements]
    missed = [bar for section in findings for bar in section.bars if not bar.held]
    for text in disagreements:
        print(f"bench: answers disagree\n{text}", file=sys.stderr)
    for bar in missed:
        print(f"bench: bar missed: {': '.join(bar.cells[:1] + bar.cells[2:3])}", file=sys.stderr)
    return 1 if disagreements or (missed and enforce_bars) else 0


def main() -> int:
    arguments = parse_arguments()
    facts = {
        "date": date.today().isoformat(),
        "quick": arguments.quick,
        "machine": machine.description(),
        "versions": machine.versions(arguments.sidelong.resolve()),
    }
    bench = make_bench(arguments)
    try:
        findings = [measure(bench) for measure in sections.ALL]
    except CommandFailed as failure:
        sys.exit(f"bench: {failure}")
    report.write_json(arguments.results, facts, findings)
    directory = BUILD / "figures" if arguments.quick else PROJECT / "docs/figures"
    drawn = [figure for section in findings for figure in section.figures]
    figures.write(arguments.figures or directory, drawn, report.measured_on(facts))
    print(report.markdown(facts, findings))
    return verdict(findings, enforce_bars=not arguments.quick)


if __name__ == "__main__":
    sys.exit(main())
