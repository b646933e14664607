"""Fixtures about files and lines: marks, headers, line ends, several inputs, nothing to read."""

from fixture_case import GAP, after, case, line, listens, mbid, row

START = "2008-05-10T20:00:00Z"
MARK = b"\xef\xbb\xbf"
NAMES = ("user_id", "timestamp", "artist_mbid", "artist_name", "track_mbid", "track_name")
HEADER = line(*NAMES)


@case(
    "crlf",
    "CRLF and LF lines mixed: one CR at the end is dropped, every other CR is part of the name, rejects keep theirs.",
)
def crlf():
    return (
        listens("u", START, ["one", "two"]).replace(b"\n", b"\r\n")
        + row("u", after(START, 400), "The Tides", "one", "expect=listen")
        + row("u", after(START, 500), "CR", "in the\rmiddle", "expect=listen", end=b"\r\n")
        + row("u", after(START, 500), "CR\r", "\rat the front", "expect=listen")
        + row("u", after(START, 600), "CR", "CRCRLF keeps one", "expect=listen", end=b"\r\r\n")
        + row("u", after(START, 600), "CR", "CRCRLF keeps one", "expect=listen", end=b"\r\n")
        + row("u", after(START, 600), "CR", "CRCRLF keeps one", "expect=duplicate")
        + row("u", START, "CR", "", "expect=missing_track_name", end=b"\r\n")
        + row("u", START, "CR", "", "expect=missing_track_name", end=b"\r\r\n")
        + row("u", START + "\r", "CR", "in the time stamp", "expect=invalid_timestamp", end=b"\r\n")
        + b"expect=field_count\r\n\r\r\n\r\n\n"
        + row("u", after(START, 700), "CR", "at the end of the file", "expect=listen", end=b"\r")
    )


@case(
    "blank-lines",
    "Empty lines, LF and CRLF, first, in the middle and last, are counted and are no rows; a space is a row.",
)
def blank_lines():
    return (
        b"\n\r\n"
        + listens("u", START, ["one"])
        + b"\n\n\n"
        + listens("u", after(START, 60), ["two"]).replace(b"\n", b"\r\n")
        + b"\r\n \n"
        + row("u", "yesterday", "Artist", "line 10 of the file", "expect=invalid_timestamp")
        + listens("u", after(START, 120), ["three"])
        + b"\n\r\n\r"
    )


@case("no-final-newline", "The last line may lack its newline and is a row like any other.")
def no_final_newline():
    return listens("u", START, ["one", "two", "last"])[:-1]


@case(
    "header",
    "A first line whose second field is `timestamp` is skipped; the same line further down is a row, and a reject.",
)
def header():
    return HEADER + listens("u", START, ["one", "two"]) + line(*NAMES[:2], "expect=invalid_timestamp", *NAMES[3:])


@case(
    "header-forms",
    "Headers in any case, with CRLF, of another width, each alone in the first line of its file.",
    ["upper.tsv", "mixed.tsv", "crlf.tsv", "narrow.tsv", "narrow-crlf.tsv", "wide.tsv", "bytes.tsv"],
)
def header_forms():
    headers = {
        "upper": HEADER.upper(),
        "mixed": HEADER.replace(b"timestamp", b"TimeStamp"),
        "crlf": HEADER.replace(b"\n", b"\r\n"),
        "narrow": b"#id\ttimestamp\n",
        "narrow-crlf": b"\tTIMESTAMP\r\n",
        "wide": HEADER[:-1] + b"\textra\n",
        "bytes": b"\xff\ttimestamp\t\xff\n",
    }
    return {f"{name}.tsv": head + listens(name, START, ["one"]) for name, head in headers.items()}


@case(
    "header-lookalikes",
    "First lines that are no headers (no second field, spaces, another word, another column, after a blank line) are rejects.",
    ["one-field.tsv", "space.tsv", "plural.tsv", "third.tsv", "after-blank.tsv", "non-ascii.tsv", "cr.tsv"],
)
def header_lookalikes():
    named = line(*NAMES[:2], "expect=invalid_timestamp", *NAMES[3:])
    firsts = {
        "one-field": b"timestamp expect=field_count\n",
        "space": named.replace(b"\ttimestamp", b"\ttimestamp "),
        "plural": named.replace(b"\ttimestamp", b"\ttimestamps"),
        "third": line("user_id", "time", "timestamp", "expect=invalid_timestamp", "", "track"),
        "after-blank": b"\n" + named,
        "non-ascii": named.replace(b"\ttimestamp", "\ttime\u017ftamp".encode()),
        "cr": line("user_id", "timestamp\r", "expect=field_count"),
    }
    return {f"{name}.tsv": first + listens(name, START, ["one"]) for name, first in firsts.items()}


@case("header-two-files", "Each file of a history may have its own header.", ["first.tsv", "second.tsv"])
def header_two_files():
    return {
        "first.tsv": HEADER + listens("u", START, ["one", "two"]),
        "second.tsv": HEADER + listens("u", after(START, 360), ["three"]) + row("u", "x", "a", "t", "expect=invalid_timestamp"),
    }


@case(
    "bom",
    "A byte-order mark at the start of each file is no part of the first line, only its three bytes count in offsets; elsewhere it is text.",
    ["listens.tsv", "reject-first.tsv", "twice.tsv", "broken.tsv", "blank-first.tsv"],
)
def bom():
    return {
        "listens.tsv": MARK + listens("u", START, ["one", "two"]) + MARK + listens("u", START, ["another user"]),
        "reject-first.tsv": MARK + row("u", "yesterday", "a", "t", "expect=invalid_timestamp") + line("expect=field_count"),
        "twice.tsv": MARK + MARK + listens("u", after(START, 60), ["another user too"]),
        "broken.tsv": MARK[:2] + row("u", START, "a", "t", "expect=invalid_utf8"),
        "blank-first.tsv": MARK + b"\n" + listens("u", after(START, 360), ["three"]),
    }


@case("bom-header", "A header after a byte-order mark is still a header.", ["listens.tsv", "second-field-first.tsv"])
def bom_header():
    return {
        "listens.tsv": MARK + HEADER.replace(b"\n", b"\r\n") + listens("u", START, ["one", "two"]),
        "second-field-first.tsv": MARK + b"\ttimestamp\n" + line("expect=field_count"),
    }


@case(
    "several-inputs",
    "Inputs in the order given are one history; a directory gives its *.tsv in byte order of the names and nothing else.",
    ["./second.tsv", "history", "first.tsv"],
)
def several_inputs():
    def mark(place, track="shared", artist_mbid=""):
        return row("u", START, "The Tides", track, artist_mbid) + line(f"{place} expect=field_count")

    return {
        "./second.tsv": mark("1: as given") + listens("u", after(START, 60), ["a", "b"]),
        "history/10.tsv": mark("2: 1 before 2", "in the directory", mbid(9)),
        "history/2.tsv": mark("3: digits before letters", "in the directory", mbid(1)),
        "history/Z.tsv": mark("4: upper case first", "in the directory", mbid(2)),
        "history/a.tsv": mark("5: last of the directory", "in the directory", mbid(3)),
        "history/0-empty.tsv": b"",
        "history/0-header.tsv": HEADER + b"\n",
        "history/notes.txt": b"not a history\n",
        "history/listens.tsv.bak": b"not a history\n",
        "history/listens.TSV": b"not a history\n",
        "history/tsv": b"not a history\n",
        "history/folder.tsv/inside.tsv": b"not a history\n",
        "first.tsv": mark("6: last as given") + listens("u", after(START, 180), ["c"]),
    }


@case(
    "same-input-twice",
    "A file given twice doubles every row: each listen a duplicate, each reject kept twice.",
    ["listens.tsv", "listens.tsv"],
)
def same_input_twice():
    return listens("u", START, ["one", "two", "three"]) + b"\n" + line("expect=field_count")


@case(
    "duplicates",
    "Same user, instant, artist and track is a duplicate however the instant or the MBIDs are written, also in another file.",
    ["listens.tsv", "later.tsv"],
)
def duplicates():
    first = row("u", START, "Artist", "Track", "expect=listen")
    repeats = (
        first.replace(b"listen", b"duplicate")
        + row("u", "2008-05-10T22:00:00+02:00", "Artist", "Track", "expect=duplicate")
        + row("u", "2008-05-10 20:00:00.9z", "Artist", "Track", "expect=duplicate")
        + row("u", "2008-05-10T19:59:60Z", "Artist", "Track", "expect=duplicate", mbid(1))
    )
    others = (
        row("v", START, "Artist", "Track", "expect=listen")
        + row("u", after(START, 1), "Artist", "Track", "expect=listen")
        + row("u", START, "artist", "Track", "expect=listen")
        + row("u", START, "Artist", "Track ", "expect=listen")
        + row("u", START, "ArtistT", "rack", "expect=listen")
        + row("u", START, "Track", "Artist", "expect=listen")
        + row("u", START, "", "Track", "expect=missing_artist_name")
        + row("u", START, "", "Track", "expect=missing_artist_name")
    )
    # The first row stays, so the song keeps no track MBID although the row set aside has one.
    later = row("u", START, "Artist", "Track", "expect=duplicate", mbid(2))
    later += row("u", after(START, GAP), "Artist", "Track", "expect=listen")
    return {"listens.tsv": first + repeats + others + first.replace(b"listen", b"duplicate"), "later.tsv": later}


@case("empty", "An empty file is no input: exit 66 and nothing is written.", exit_code=66)
def empty():
    return b""


@case("header-only", "A header is no row, so a file with only that is no input.", exit_code=66)
def header_only():
    return HEADER


@case("blank-only", "Blank lines are no rows, so a file with only those is no input.", exit_code=66)
def blank_only():
    return b"\n\r\n\n\r"


@case("bom-only", "A byte-order mark is no row, so a file with only that is no input.", exit_code=66)
def bom_only():
    return MARK


@case(
    "missing-input",
    "One missing file among good ones is no input: the answer would be that of another history.",
    ["listens.tsv", "absent.tsv"], 66,
)
def missing_input():
    return listens("u", START, ["one", "two"])


@case(
    "directory-without-tsv",
    "A directory without *.tsv is no input, even beside a good file.",
    ["listens.tsv", "notes"], 66,
)
def directory_without_tsv():
    return {"listens.tsv": listens("u", START, ["one", "two"]), "notes/notes.txt": b"not a history\n"}


@case(
    "usage-gap-zero",
    "A gap of 0 is a usage error, told before anything is read or written.",
    ["--gap", "0s", "listens.tsv"], 64,
)
def usage_gap_zero():
    return listens("u", START, ["one", "two"])


@case("usage-gap-text", "A gap that is no duration is a usage error.", ["--gap", "soon", "listens.tsv"], 64)
def usage_gap_text():
    return listens("u", START, ["one", "two"])


@case("usage-top-songs-zero", "Asking for no songs is a usage error.", ["--top-songs", "0", "listens.tsv"], 64)
def usage_top_songs_zero():
    return listens("u", START, ["one", "two"])
