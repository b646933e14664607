"""Time in proportion to rows: sidelong on histories of growing size."""

from itertools import pairwise

from harness import figures
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import WITNESS
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import Bench, Section
from harness.series import Entry, Series

# From one size to the next, the time per row may rise by a quarter: more than noise and the larger
# tables of a larger history, less than any growth faster than linear over such steps would cost
# (n log n aside, which no measurement of this kind could tell from linear). What is fixed, such as
# the start of the process, only ever lowers the time per row.
TIME_PER_ROW = 1.25


def measure(bench: Bench) -> Section:
    histories = [History(rows) for rows in (*bench.smaller, bench.rows)]
    ours = [Entry(bench.basic, history) for history in histories]
    # One run of a peer confirms each answer; its time is not used here.
    witnesses = [Entry(WITNESS, history, every=bench.rounds) for history in histories]
    series = bench.interleave([*ours, *witnesses])
    return Section(
        title="Time by rows",
        table=growth(series, ours),
        bars=[bar(series, smaller, larger) for smaller, larger in pairwise(ours)],
        disagreements=disagreements(series),
        series=series,
        figures=[drawing(series, ours)],
    )


def drawing(series: Series, ours: list[Entry]) -> figures.Figure:
    points = [(entry.history.rows / 1e6, series.wall(entry)) for entry in ours]
    line = figures.Line("basic", points)
    return figures.LineChart("time-by-rows", "Wall time by rows", "million rows", "s", [line])


def growth(series: Series, ours: list[Entry]) -> str:
    rows = [
        [
            f"{entry.history.rows:,}",
            seconds(series.wall(entry)),
            f"{series.wall(entry) / entry.history.rows * 1e9:.1f} ns",
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in ours
    ]
    return table(["rows", "wall", "per row", "peak memory", "runs"], rows)


def bar(series: Series, smaller: Entry, larger: Entry) -> Bar:
    growth_in_rows = larger.history.rows / smaller.history.rows
    per_row = series.ratio(larger, smaller).median / growth_in_rows
    name = f"time per row, {larger.history.rows:,} rows against {smaller.history.rows:,}"
    return Bar(name, per_row, TIME_PER_ROW)
