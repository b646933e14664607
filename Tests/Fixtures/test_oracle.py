#!/usr/bin/env python3
"""Holds the oracle against what does not come from it: the intent in the fixtures, and datetime."""

import sys

sys.dont_write_bytecode = True

import contextlib
import re
import unittest
from collections import Counter
from datetime import datetime, timedelta, timezone
from random import Random

import oracle
from fixture_case import CASES
from listening_rules import EARLIEST, LATEST, REASONS, instant_of, physical_lines
import make_fixtures  # registers the recipes

INTENT = re.compile(rb"expect=(\w+)")
INSTANT = re.compile(rb"@(\S+)")


def table(case, name):
    return [line.split(b"\t") for line in (case / "expected" / name).read_bytes().split(b"\n")[1:-1]]


def analysed_cases():
    return [case for case in oracle.cases() if (case / "expected").exists()]


def lines_of(case):
    arguments = case / "arguments"
    options = oracle.analyze_arguments(arguments.read_text().splitlines() if arguments.exists() else ["listens.tsv"])
    with contextlib.chdir(case):
        inputs = oracle.read_inputs(options.inputs)
    return [(path, data, *line) for path, data in inputs for line in physical_lines(data)]


class IntentTests(unittest.TestCase):
    def test_every_labelled_line_ends_where_its_author_meant(self):
        seen = Counter()
        for case in analysed_cases():
            reasons = {(path, int(number)): reason for path, number, _, reason, *_ in table(case, "rejected.tsv")}
            for path, _, number, _, raw in lines_of(case):
                for intent in INTENT.findall(raw):
                    expected = intent if intent.decode() in REASONS else None
                    place = f"{case.name} {path} line {number}: {raw[:80]}"
                    self.assertEqual(reasons.get((path, number)), expected, place)
                    seen[intent.decode()] += 1
        self.assertEqual(set(seen), {*REASONS, "listen", "duplicate"})

    def test_labelled_duplicates_are_all_of_them(self):
        for case in analysed_cases():
            labelled = sum(raw.count(b"expect=duplicate") for *_, raw in lines_of(case))
            if labelled:
                self.assertEqual(oracle.counts_in(case / "expected")["duplicates"], labelled, case.name)

    def test_tracks_that_name_their_instant_are_listed_at_it(self):
        held = 0
        for case in analysed_cases():
            for _, _, listened_at, _, track in table(case, "session_tracks.tsv"):
                if match := INSTANT.match(track):
                    self.assertEqual(listened_at, match[1], f"{case.name}: {track}")
                    held += 1
        self.assertGreater(held, 40)


class AccountTests(unittest.TestCase):
    def test_nothing_is_lost(self):
        for case in analysed_cases():
            counts = oracle.counts_in(case / "expected")
            rejects = sum(counts["rejected"].values())
            self.assertEqual(counts["rows"], counts["listens"] + counts["duplicates"] + rejects, case.name)

    def test_a_reject_stands_at_its_offset(self):
        for case in analysed_cases():
            data = {path: content for path, content, *_ in lines_of(case)}
            for path, number, offset, _, *fields in table(case, "rejected.tsv"):
                raw, start = b"\t".join(fields), int(offset)
                content = data[path]
                self.assertEqual(content[start : start + len(raw)], raw, case.name)
                self.assertEqual(content[:start].count(b"\n"), int(number) - 1, case.name)

    def test_the_order_of_the_input_changes_nothing(self):
        ordered, shuffled = (oracle.FIXTURES / name / "expected" for name in ("rank-by-duration", "unordered-input"))
        for name in (*oracle.TABLES, "counts.json"):
            self.assertEqual((ordered / name).read_bytes(), (shuffled / name).read_bytes(), name)

    def test_every_fixture_has_a_recipe_and_one_line_about_it(self):
        self.assertEqual({case.name for case in oracle.cases()}, set(CASES))
        for case in oracle.cases():
            self.assertRegex((case / "about").read_text(), r"\A\S[^\n]+\n\Z")


class TimestampTests(unittest.TestCase):
    def test_agrees_with_datetime_on_random_times(self):
        random = Random(20060212)
        for _ in range(20_000):
            seconds = random.randint(EARLIEST - 200_000, LATEST + 200_000)
            offset = random.randint(-1439, 1439)
            moment = datetime.fromtimestamp(seconds, timezone.utc).astimezone(timezone(timedelta(minutes=offset)))
            text = moment.isoformat().encode()
            self.assertEqual(instant_of(text), seconds if EARLIEST <= seconds <= LATEST else None, text)


if __name__ == "__main__":
    unittest.main()
