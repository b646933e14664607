"""Time by threads: sidelong with one thread and with two, on the full-size history."""

from harness import figures
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import WITNESS
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import BASIC, Bench, Section
from harness.series import Entry, Series

TIMES_FASTER = 1.7


def measure(bench: Bench) -> Section:
    history = History(bench.rows)
    one, two = ours = [
        Entry(bench.sidelong(f"basic, {count}", *BASIC, "--threads", threads), history)
        for count, threads in (("1 thread", "1"), ("2 threads", "2"))
    ]
    witness = Entry(WITNESS, history, every=bench.rounds)
    series = bench.interleave([*ours, witness])
    return Section(
        title=f"Time by threads, {history}",
        table=comparison(series, ours),
        bars=[
            Bar(
                "wall time with 1 thread against 2",
                series.ratio(one, two).median,
                TIMES_FASTER,
                at_least=True,
            )
        ],
        disagreements=disagreements(series),
        series=series,
        figures=[drawing(series, ours, history)],
    )


def comparison(series: Series, ours: list[Entry]) -> str:
    rows = [
        [
            entry.contender.name,
            seconds(series.wall(entry)),
            str(series.ratio(entry, ours[-1])),
            seconds(series.cpu(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in ours
    ]
    return table(["threads", "wall", "times two threads", "CPU", "peak memory", "runs"], rows)


def drawing(series: Series, ours: list[Entry], history: History) -> figures.Figure:
    bars = [figures.Bar(entry.contender.name, series.wall(entry)) for entry in ours]
    return figures.BarChart("time-by-threads", f"Wall time by threads, {history}", "s", bars)
