"""One file per part of the benchmark, each with one function `measure(bench) -> Section`."""

from harness.section import Measure
from sections import checkpoints, memory, orders, side_by_side, sizes, threads, users

# In the order they run and are reported.
ALL: tuple[Measure, ...] = (
    side_by_side.measure,
    sizes.measure,
    orders.measure,
    threads.measure,
    checkpoints.measure,
    memory.measure,
    users.measure,
)
