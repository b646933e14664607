"""Memory: sidelong held to a setting on histories whose users are as uneven, or as many, as can be."""

from harness.agreement import disagreements
from harness.bars import Bar
from harness.contenders import WITNESS
from harness.histories import MILLION_USERS, ONE_USER, ROW_PER_USER, History
from harness.markdown import table
from harness.section import Bench, Section
from harness.series import Entry
from sections.memory import LITTLE, TIMES_SETTING, lines, within


def measure(bench: Bench) -> Section:
    entries = [
        Entry(within(bench, LITTLE), History(bench.rows, users=users))
        for users in (ONE_USER, MILLION_USERS, ROW_PER_USER)
    ]
    witnesses = [Entry(WITNESS, entry.history) for entry in entries]
    series = bench.once([*entries, *witnesses])
    return Section(
        title="Memory by users",
        table=table(
            ["setting", "history", "wall", "peak memory", "runs"],
            [line for entry in entries for line in lines(series, [entry])],
        ),
        bars=[
            Bar(f"peak memory within {LITTLE} MB, {entry.history.users.description}",
                series.peak_bytes(entry) / 1e6, LITTLE * TIMES_SETTING, unit="MB")
            for entry in entries
        ],
        disagreements=disagreements(series),
        series=series,
    )
