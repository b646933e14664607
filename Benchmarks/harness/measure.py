"""Runs one process from start to end and says what it cost."""

import os
import shlex
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a whole process cost: seconds on the clock and on the cores, and memory at its peak."""

    wall: float
    cpu: float
    peak_bytes: int


class CommandFailed(Exception):
    """A measured command ended badly, so there is nothing to compare."""


def run(command: list[str], log: Path) -> Cost:
    """Runs `command`, its output going to `log`, and waits for it.

    The kernel's own accounting is used (wait4). Peak memory is that of the largest single process
    among the command and the children it waited for, not their sum; and as the kernel starts from
    the process that spawned the command, it never reads lower than this harness (some 20 MB).
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    actions = [
        (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:].strip()
        raise CommandFailed(f"{shlex.join(command)}\nended with {code}:\n{said}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
