"""sidelong against `wc -l` and the peers, on the full-size history."""

from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import ALL_PEERS, WC
from harness.histories import History
from harness.markdown import megabytes, seconds, table
from harness.section import Bench, Section
from harness.series import Entry, Series

FASTER_THAN_FASTEST_PEER = 10
TIMES_WC = 4
PEAK_MEGABYTES = 400

# The peers take many times longer, and so vary less: they run in every third round only.
PEER_EVERY = 3


def measure(bench: Bench) -> Section:
    history = History(bench.rows)
    wc, ours = Entry(WC, history), Entry(bench.sidelong, history)
    peers = [Entry(peer, history, PEER_EVERY) for peer in ALL_PEERS]
    series = bench.interleave([wc, ours, *peers])
    return Section(
        title=f"The same job, {history}",
        table=comparison(series, ours),
        bars=bars(series, ours, wc, peers),
        disagreements=disagreements(series),
        series=series,
    )


def comparison(series: Series, ours: Entry) -> str:
    rows = [
        [
            entry.contender.name,
            seconds(series.wall(entry)),
            str(series.ratio(entry, ours)),
            seconds(series.cpu(entry)),
            megabytes(series.peak_bytes(entry)),
            str(len(series.costs(entry))),
        ]
        for entry in series.samples
    ]
    return table(["tool", "wall", "times sidelong's wall", "CPU", "peak memory", "runs"], rows)


def bars(series: Series, ours: Entry, wc: Entry, peers: list[Entry]) -> list[Bar]:
    fastest = min(peers, key=series.wall)
    peak = series.peak_bytes(ours) / 1e6
    return [
        Bar(
            f"wall time of the fastest peer ({fastest.contender.name}) against sidelong's",
            series.ratio(fastest, ours).median,
            FASTER_THAN_FASTEST_PEER,
            at_least=True,
        ),
        Bar("wall time against `wc -l`", series.ratio(ours, wc).median, TIMES_WC),
        Bar("peak memory", peak, PEAK_MEGABYTES, unit="MB"),
    ]
