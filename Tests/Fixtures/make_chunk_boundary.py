#!/usr/bin/env python3
"""Builds the fixture chunk-boundary: lines that end at, just before and just after multiples of 262,144 bytes."""

import sys

sys.dont_write_bytecode = True

from fixture_case import after, case, line, row, write_case

STEP = 262_144
FILLER = 1_000
EDGE_START = "2008-05-10T20:00:00Z"
FILLER_START = "1990-01-01T00:00:00Z"


class Builder:
    """Appends rows of one edge session, and filler sessions of one track to reach a wanted offset exactly."""

    def __init__(self):
        self.data = bytearray()
        self.edges = self.fillers = 0

    def edge(self, track, end=b"\n"):
        """One listen of the session that the fixture ranks."""
        self.edges += 1
        return row("edge", after(EDGE_START, 60 * self.edges), "Boundary", f"{self.edges:02} {track}", end=end)

    def fill_to(self, offset):
        while len(self.data) < offset:
            left = offset - len(self.data)
            self.fillers += 1
            # Keep room for one more row: never leave a rest that is shorter than a row can be.
            length = left if left <= FILLER else min(FILLER, left - FILLER // 2)
            stamp = after(FILLER_START, 7200 * self.fillers)
            bare = row("filler", stamp, "Filler", "")
            self.data += bare[:-1] + b"." * (length - len(bare)) + b"\n"
        assert len(self.data) == offset

    def end_at(self, offset, last, *following):
        """Puts `last` so that its final byte is the one before `offset`, then the lines that follow."""
        self.fill_to(offset - len(last))
        self.data += last + b"".join(following)


def reject(text):
    return line(f"{text} expect=field_count")


@case(
    "chunk-boundary",
    "Lines ending at, one before and one after 256 KiB, 512 KiB, 1 MiB and 2 MiB; CRLF, a character and a reject cut by a block.",
    ["--top-sessions", "1", "--top-songs", "100", "listens.tsv"],
)
def chunk_boundary():
    b = Builder()
    for multiple in range(1, 9):
        n = multiple * STEP
        if multiple in (1, 2, 4, 8):
            # Three ends in a row: a listen at n - 1, an empty line at n and one at n + 1.
            b.end_at(n - 1, b.edge(f"ends one before {n}"), b"\n", b"\n", b.edge(f"starts one after {n}"))
        elif multiple == 3:
            b.end_at(n, b.edge(f"ends at {n}"), b.edge(f"starts at {n}"))
        elif multiple == 5:
            cut = b.edge(f"character across {n} \U0001f3b5")
            b.end_at(n + 3, cut, b.edge("after the character"))
        elif multiple == 6:
            b.end_at(n + 1, b.edge(f"CR before and LF after {n}", end=b"\r\n"), b.edge(f"starts one after {n}"))
        elif multiple == 7:
            b.end_at(n + 9, reject(f"across {n}"), b.edge("after the reject"))
        b.data += reject(f"behind {n}")
    return bytes(b.data)


if __name__ == "__main__":
    write_case("chunk-boundary")
