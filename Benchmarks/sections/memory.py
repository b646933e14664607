"""Memory: sidelong held to a setting, on the full-size history and on one of ten times the rows."""

import shutil

from harness import figures
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import WITNESS
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import FULL, Bench, Section
from harness.series import Entry, Series

LITTLE = 256
SETTING = 512
TIMES_SETTING = 1.2
TIMES_TEN = 12
# The history of ten times the rows, and room to write beside it.
TEN_TIMES_BYTES = 30_000_000_000


def measure(bench: Bench) -> Section:
    history = History(bench.rows)
    little, setting = entries = [
        Entry(within(bench, megabytes_), history) for megabytes_ in (LITTLE, SETTING)
    ]
    witness = Entry(WITNESS, history, every=bench.rounds)
    series = bench.interleave([*entries, witness])
    bars = [
        Bar(f"peak memory within {limit} MB", series.peak_bytes(entry) / 1e6,
            limit * TIMES_SETTING, unit="MB")
        for entry, limit in ((little, LITTLE), (setting, SETTING))
    ]
    rows = lines(series, entries)
    has_room = shutil.disk_usage(bench.histories.directory).free > TEN_TIMES_BYTES
    if has_room and bench.rows > 10_000_000:
        ten = Entry(within(bench, SETTING), History(10 * bench.rows))
        # The first run brings as much of the file into memory as has room there, as the runs before
        # did with a tenth of it; the second is compared.
        rows += lines(bench.once([ten]), [ten], ", first run")
        large = bench.once([ten])
        rows += lines(large, [ten], ", second run")
        bars += [
            Bar("ten times the rows against the same setting", large.wall(ten) / series.wall(setting),
                TIMES_TEN),
            Bar("peak memory with ten times the rows", large.peak_bytes(ten) / 1e6,
                SETTING * TIMES_SETTING, unit="MB"),
        ]
    else:
        rows.append(["ten times the rows", "not measured: too little room, or --quick", "", "", ""])
    return Section(
        title="Memory",
        table=table(["setting", "history", "wall", "peak memory", "runs"], rows),
        bars=bars,
        disagreements=disagreements(series),
        series=series,
        figures=[drawing(series, entries)],
    )


def within(bench: Bench, limit: int):
    return bench.sidelong(f"--memory {limit}MB", "--memory", f"{limit}MB", *FULL)


def lines(series: Series, entries: list[Entry], remark: str = "") -> list[list[str]]:
    return [
        [
            entry.contender.name,
            str(entry.history) + remark,
            seconds(series.wall(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in entries
    ]


def drawing(series: Series, entries: list[Entry]) -> figures.Figure:
    bars = [
        figures.Bar(entry.contender.name, series.peak_bytes(entry) / 1e6) for entry in entries
    ]
    return figures.BarChart("memory-by-setting", "Peak memory by setting", "MB", bars)
