"""Fixtures about rejects: what is set aside, for which reason, and how it is kept."""

from itertools import product

from fixture_case import case, line, listens, mbid, row

START = "2008-05-10T20:00:00Z"

INVALID = (
    b"\x80", b"\xbf", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xff", b"\xfe", b"\xf8\x88\x80\x80\x80",
    b"\xc0\x80", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xf0\x80\x80\x80", b"\xf0\x8f\xbf\xbf",
    b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80",
    b"\xe2\x28\xa1", b"\xe2\x82\x28", b"\xf0\x28\x8c\xbc", b"\xf0\x90\x8c\x28", b"\xc3\xc3\xa9",
)
EDGES = (
    0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x3FFFF, 0x40000,
    0x10FFFF,
)


def good_fields(number):
    return [b"u", START.encode(), b"expect=invalid_utf8", b"Artist %d" % number, b"", b"Track"]


@case(
    "bad-utf8",
    "Bytes that are no UTF-8 (overlong, surrogate, truncated, 0xFF, above U+10FFFF) in each field and at each place of a name.",
)
def bad_utf8():
    rows = []
    for position, bad in product(range(6), INVALID):
        fields = good_fields(len(rows))
        fields[position] += bad
        rows.append(line(*fields))
    # A block-wise check must find the one bad byte wherever it stands, also across two blocks.
    for place, bad in product(range(0, 66), (b"\xff", b"\xf0\x9f\x98")):
        rows.append(row("u", START, "Blocks", b"a" * place + bad + b"a" * (66 - place), "expect=invalid_utf8"))
    rows.append(row("u", START, "Split over two fields \u00c3".encode()[:-1], "Track", b"\x83 expect=invalid_utf8"))
    for code_point in EDGES:
        rows.append(row("u", START, "Valid edges", f"x{chr(code_point)}", "expect=listen"))
    rows.append(row("u", START, "Cut by CRLF", b"caf\xc3", "expect=invalid_utf8", end=b"\r\n"))
    rows.append(row("u", START, "Cut by the end", b"caf\xc3", "expect=invalid_utf8", end=b""))
    return b"".join(rows)


@case(
    "field-count",
    "A row has exactly six fields: 1, 2, 5, 7 and 12 are rejects, while six empty ones are counted as six.",
)
def field_count():
    good = (b"u", START.encode(), b"", b"Artist", b"", b"Track")
    return (
        line("expect=field_count and no tab")
        + line("u", "expect=field_count")
        + line("u", START, "expect=field_count", "Artist", "Track")
        + line(*good, "expect=field_count")
        + line(*good, "", "expect=field_count")
        + line(*good, *good[:5], "expect=field_count")
        + b" \n\t\n\t\t\t\t\n\t\t\t\t\t\n\t\t\t\t\t\t\n"
        + line(*good)
    )


FAULTS = (
    ("invalid_utf8", 4, b"\xff"), ("missing_user", 0, b" "), ("invalid_timestamp", 1, b"yesterday"),
    ("missing_artist_name", 3, b""), ("missing_track_name", 5, b"\xc2\xa0"),
)


@case(
    "reject-order",
    "Rows with every combination of faults: the first reason in the contract's order wins, and only that one counts.",
)
def reject_order():
    rows = []
    for number, chosen in enumerate(product((False, True), repeat=len(FAULTS))):
        fields = [b"u", START.encode(), b"", b"Artist", b"", b"Track %d" % number]
        present = [fault for fault, wanted in zip(FAULTS, chosen) if wanted]
        for _, position, value in present:
            fields[position] = value
        fields[2] = b"expect=" + (present[0][0] if present else "listen").encode()
        rows.append(line(*fields))
        fields[2] = b"expect=field_count"
        rows.append(line(*fields, "seventh"))
        rows.append(line(*fields[:5]))
    return b"".join(rows)


@case(
    "rejects-only",
    "Rows were read and none is usable: exit 65, and the files are written so that the user can see why.",
    exit_code=65,
)
def rejects_only():
    return (
        line("expect=field_count")
        + row("u", "yesterday", "Artist", "Track", "expect=invalid_timestamp")
        + b"\n"
        + row("u", START, "", "Track", "expect=missing_artist_name")
        + row("u", START, "Artist", " ", "expect=missing_track_name")
        + row("", START, "Artist", "Track", "expect=missing_user")
        + row("u", START, "Artist", b"\xff", "expect=invalid_utf8")
    )


@case(
    "no-final-newline-reject",
    "A last line without newline that is a reject is kept, and rejected.tsv still ends with a newline.",
)
def no_final_newline_reject():
    return row("u", START, "Artist", "Track") + row("u", "yesterday", "Artist", "Track", "expect=invalid_timestamp", end=b"")


@case(
    "mixed-faults",
    "A dirty export: two files with a mark, a header, both line ends, blank lines, duplicates and each fault; rows still add up.",
    ["export.tsv", "phone.tsv"],
)
def mixed_faults():
    first = row("ada", START, "The Tides", "Ebb", mbid(1), mbid(11))
    export = (
        b"\xef\xbb\xbfuser_id\ttimestamp\tartist_mbid\tartist_name\ttrack_mbid\ttrack_name\r\n"
        + listens("ada", "2008-05-10T20:03:00Z", ["Flow", "Ebb", "Slack water"])
        + first
        + b"\r\n"
        + row("ada", "2008-05-10 22:00:00.4+02:00", "The Tides", "Ebb", "expect=duplicate", end=b"\r\n")
        + row("ada", "2008-05-10T20:00:00", "The Tides", "Ebb", "expect=invalid_timestamp", end=b"\r\n")
        + row("ada", "2008-05-10T20:00:00Z", "The\tTides", "Ebb", "expect=field_count")
        + row("ada", "2008-05-10T20:00:00Z", b"Caf\xe9", "Ebb", "expect=invalid_utf8", end=b"\r\n")
        + row("bo", "2008-05-10T20:00:00Z", "Møns Klint", 'The "Long" Way', mbid(2), "", end=b"\r\n")
        + b"\n"
    )
    phone = (
        row("\u3000", START, "The Tides", "Ebb", "expect=missing_user")
        + row("bo", "2008-05-10T20:20:00Z", "Møns Klint", "NA", mbid(2))
        + row("bo", "2008-05-10T20:40:01Z", "Møns Klint", "null", mbid(2))
        + row("bo", "2008-05-10T20:44:00Z", "", "null", "expect=missing_artist_name")
        + row("bo", "2008-05-10T20:45:00Z", "Møns Klint", "\x00\u2028", "expect=missing_track_name")
        + row("ada", START, "The Tides", "Ebb", "expect=duplicate", mbid(12))
        + b"user_id\ttimestamp\tartist_mbid expect=invalid_timestamp\tartist_name\ttrack_mbid\ttrack_name\n"
        + row("bo", "2008-05-10T20:46:00Z", "Møns Klint", "Unfinished", mbid(2), end=b"\r")
    )
    return {"export.tsv": export, "phone.tsv": phone}
