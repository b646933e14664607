"""What the figures were measured on, and which versions took part."""

import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path

PEER_PACKAGES = ("duckdb", "polars", "chdb", "chdb-core")


def description() -> dict[str, str]:
    return {
        "cpu": proc_field("/proc/cpuinfo", "model name"),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{int(proc_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.0f} GiB",
        "load": f"{os.getloadavg()[0]:.2f}",
        "kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def versions(sidelong: Path, packages: tuple[str, ...] = PEER_PACKAGES) -> dict[str, str]:
    found = {"sidelong": first_line([str(sidelong), "--version"])}
    found |= {package: metadata.version(package) for package in packages}
    found["python"] = platform.python_version()
    found["wc"] = first_line(["wc", "--version"])
    return found


def proc_field(path: str, name: str) -> str:
    """The value of the first `name : value` line of a file under /proc."""
    for line in Path(path).read_text().splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "unknown"


def first_line(command: list[str]) -> str:
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return lines[0] if lines else "unknown"
