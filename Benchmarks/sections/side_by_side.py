"""sidelong against `wc -l` and the peers, on the full-size history."""

from collections.abc import Sequence

from harness import figures
from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import CHECKED_PEERS, PLAIN_PEERS, TUNED_PEERS, WC, Contender
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import Bench, Section
from harness.series import Entry, Series

FASTER_THAN_CHECKED_PEERS = 10
FASTER_THAN_PLAIN_PEERS = 8
TIMES_WC = 4
TIMES_BASIC = 1.6
BASIC_PEAK_MEGABYTES = 400
FULL_PEAK_MEGABYTES = 450

# The peers take many times longer, and so vary less: they run in every third round only.
PEER_EVERY = 3


def measure(bench: Bench) -> Section:
    history = History(bench.rows)

    def entries(peers: Sequence[Contender]) -> list[Entry]:
        return [Entry(peer, history, PEER_EVERY) for peer in peers]

    wc, basic, full = (Entry(tool, history) for tool in (WC, bench.basic, bench.full))
    checked, plain, tuned = entries(CHECKED_PEERS), entries(PLAIN_PEERS), entries(TUNED_PEERS)
    series = bench.interleave([wc, basic, full, *checked, *plain, *tuned])
    return Section(
        title=f"The same job, {history}",
        table=comparison(series, basic, full),
        bars=[
            Bar(
                f"wall time of the fastest checked peer ({name_of_fastest(series, checked)}) "
                "against basic",
                times_fastest(series, checked, basic),
                FASTER_THAN_CHECKED_PEERS,
                at_least=True,
            ),
            Bar(
                f"wall time of the fastest plain peer ({name_of_fastest(series, plain)}) "
                "against full",
                times_fastest(series, plain, full),
                FASTER_THAN_PLAIN_PEERS,
                at_least=True,
            ),
            Bar("wall time of full against basic", series.ratio(full, basic).median, TIMES_BASIC),
            Bar("wall time of basic against `wc -l`", series.ratio(basic, wc).median, TIMES_WC),
            Bar("peak memory of basic", peak(series, basic), BASIC_PEAK_MEGABYTES, unit="MB"),
            Bar("peak memory of full", peak(series, full), FULL_PEAK_MEGABYTES, unit="MB"),
        ],
        disagreements=disagreements(series),
        series=series,
        figures=drawings(series, history),
    )


def fastest(series: Series, peers: list[Entry]) -> Entry:
    return min(peers, key=series.wall)


def name_of_fastest(series: Series, peers: list[Entry]) -> str:
    return fastest(series, peers).contender.name.split(",")[0]


def times_fastest(series: Series, peers: list[Entry], ours: Entry) -> float:
    return series.ratio(fastest(series, peers), ours).median


def peak(series: Series, entry: Entry) -> float:
    return series.peak_bytes(entry) / 1e6


def comparison(series: Series, basic: Entry, full: Entry) -> str:
    rows = [
        [
            entry.contender.name,
            seconds(series.wall(entry)),
            str(series.ratio(entry, basic)),
            str(series.ratio(entry, full)),
            seconds(series.cpu(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in series.samples
    ]
    header = ["tool", "wall", "times basic's wall", "times full's wall", "CPU", "peak memory"]
    return table([*header, "runs"], rows)


def drawings(series: Series, history: History) -> list[figures.Figure]:
    ascending = sorted(series.samples, key=series.wall)

    def bars(value) -> list[figures.Bar]:
        return [
            figures.Bar(entry.contender.name, value(entry), entry.contender.kind)
            for entry in ascending
        ]

    memory = bars(lambda entry: peak(series, entry))
    return [
        figures.BarChart("wall-time", f"Wall time, {history}", "s", bars(series.wall)),
        figures.BarChart("peak-memory", f"Peak memory, {history}", "MB", memory),
    ]
