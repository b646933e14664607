#!/usr/bin/env python3
"""Writes the inputs of every fixture again, or of those named. Same bytes on every machine; then: oracle.py record."""

import sys

sys.dont_write_bytecode = True

import cases_faults
import cases_inputs
import cases_profiles
import cases_ranking
import cases_text
import cases_time
import cases_timestamps
import make_chunk_boundary
from fixture_case import CASES, write_case

# The imports register the recipes; naming the modules here keeps that visible.
RECIPES = (
    cases_faults, cases_inputs, cases_profiles, cases_ranking, cases_text, cases_time, cases_timestamps,
    make_chunk_boundary,
)


def main(names):
    unknown = [name for name in names if name not in CASES]
    if unknown:
        print(f"no recipe for {', '.join(unknown)} in {len(RECIPES)} modules", file=sys.stderr)
        return 64
    for name in names or sorted(CASES):
        write_case(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
