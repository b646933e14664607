"""Any order of the input: sidelong on the full-size history by user, by time and at random."""

from harness import figures
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import WITNESS
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import Bench, Section
from harness.series import Entry, Series

TIMES_USER_ORDER = 3


def measure(bench: Bench) -> Section:
    histories = [History(bench.rows, order) for order in ("user", "time", "random")]
    by_user, *others = ours = [Entry(bench.basic, history) for history in histories]
    # One run of a peer confirms each answer; its time is not used here.
    witnesses = [Entry(WITNESS, history, every=bench.rounds) for history in histories]
    series = bench.interleave([*ours, *witnesses])
    return Section(
        title=f"Time by order of the input, {bench.rows:,} rows",
        table=comparison(series, ours),
        bars=[
            Bar(
                f"{entry.history.order} order against user order",
                series.ratio(entry, by_user).median,
                TIMES_USER_ORDER,
            )
            for entry in others
        ],
        disagreements=disagreements(series),
        series=series,
        figures=[drawing(series, ours)],
    )


def drawing(series: Series, ours: list[Entry]) -> figures.Figure:
    bars = [figures.Bar(entry.history.order, series.wall(entry)) for entry in ours]
    title = f"Wall time by order of the input, {ours[0].history.rows:,} rows"
    return figures.BarChart("time-by-order", title, "s", bars)


def comparison(series: Series, ours: list[Entry]) -> str:
    rows = [
        [
            entry.history.order,
            seconds(series.wall(entry)),
            str(series.ratio(entry, ours[0])),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in ours
    ]
    return table(["order", "wall", "times user order", "peak memory", "runs"], rows)
