"""Fixtures about names and bytes: blank or not, the same or not, kept as they are."""

import unicodedata

from fixture_case import after, case, line, listens, row

START = "2008-05-10T20:00:00Z"

# Written as the code charts list them, not computed, so that they cannot share a mistake with the oracle.
WHITE_SPACE = (
    "\u0020", "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
    "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
)
CONTROLS = tuple(chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n")
VISIBLE_TO_THE_RULE = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e", "\u00ad", "\u2800", "\u3164", "\u0300", "\ue000",
)


def three_rows(text, expectations):
    """The text as user, artist and track; its code points stand beside it, to be read by people."""
    shown = " ".join(f"U+{ord(c):04X}" for c in text) or "empty"
    user, artist, track = (f"expect={expected}" for expected in expectations)
    return (
        row(text, START, "As user", shown, user)
        + row("artist", START, text, shown, artist)
        + row("track", START, shown, text, track)
    )


@case(
    "blank-names",
    "Each white space and control character alone is blank, as user, artist and track; U+200B and its like are names.",
    ["--top-songs", "100", "listens.tsv"],
)
def blank_names():
    missing = ("missing_user", "missing_artist_name", "missing_track_name")
    mixed = (" \u00a0\u0085\x00", "\x7f\u3000\r \x1f", " " * 100, "\u2003" * 100)
    half_blank = (" \u200b ", "\u3000x", "\x00.", " " * 100 + "x")
    return (
        b"".join(three_rows(text, missing) for text in ("", *WHITE_SPACE, *CONTROLS, *mixed))
        + b"".join(three_rows(text, ("listen",) * 3) for text in (*VISIBLE_TO_THE_RULE, *half_blank))
    )


@case(
    "names-kept",
    "Names are never trimmed or taken for missing: spaces at the ends, NA, null, nan, \\N and numbers are names of their own.",
    ["--top-songs", "50", "listens.tsv"],
)
def names_kept():
    names = (
        "Name", " Name", "Name ", "  Name  ", "Na me", "Na  me", "\u00a0Name", "Name\u3000", "\x01Name", "Name\r\r", "NA", "N/A",
        "null", "NULL", "nan", "NaN", "None", "nil", "\\N", "\\t", "-", "0", "00",
        "1e5", "true", "#N/A", "=1+1", "<b>", "&amp;", "%20", ",", ";", "'",
    )
    return listens("tracks", START, names, step=60) + b"".join(
        row(name, START, name, "As artist and user") for name in ("NA", "null", " x", "x ", "0")
    )


@case(
    "case-sensitive-names",
    "Upper and lower case are different users, artists and tracks, also where folding changes the length.",
    ["--top-songs", "30", "listens.tsv"],
)
def case_sensitive_names():
    pairs = (
        "Harbour", "harbour", "HARBOUR", "Straße", "STRASSE", "strasse", "İzmir", "izmir", "ızmir", "Öre", "öre",
        "\u017fand", "sand",
    )
    return (
        listens("Ann", START, pairs, step=60)
        + listens("ann", after(START, 60), pairs, step=60)
        + listens("ANN", START, ["Harbour"], artist="the tides")
        + listens("ANN", after(START, 60), ["Harbour"])
    )


@case(
    "quotes",
    'A `"` is an ordinary character: unbalanced, doubled, at either end; a quote-aware reader loses rows here.',
)
def quotes():
    tracks = ('"', '""', '"Open', 'Close"', '"Both"', 'In "the" middle', '12" mix', '"""', "'", '\\"', '"never closed')
    return (
        listens('"', START, tracks, step=60)
        + listens('"quoted user"', START, ["plain"], artist='"quoted" artist')
        + row("commas", START, '"a, b"', "c")
        + line('"tab', 'inside"', "expect=field_count", "does", "not", "quote", "it")
        + row("mbid", START, "Artist", "Track", '"', '""')
    )


@case("nul-bytes", "NUL is an ordinary character in a name and blank alone; nothing may end at it as a C string does.")
def nul_bytes():
    return (
        row("u", START, "Zero", "a\x00b", "expect=listen")
        + row("u", START, "Zero", "a\x00c", "expect=listen")
        + row("u", START, "Zero", "a", "expect=listen")
        + row("u", START, "Zero", "a\x00", "expect=listen")
        + row("u", START, "Zero", "\x00a", "expect=listen")
        + row("u", START, "Zero", "a\x00b", "expect=duplicate")
        + row("u\x00", START, "Zero", "a", "expect=listen")
        + row("u\x00v", START, "Zero\x00", "a", "expect=listen", "\x00")
        + row("u", START, "Zero", "\x00", "expect=missing_track_name")
        + row("u", START, "\x00\x00\x00", "a", "expect=missing_artist_name")
        + row("\x00", START, "Zero", "a", "expect=missing_user")
        + row("u", START + "\x00", "Zero", "a", "expect=invalid_timestamp")
        + b"\x00\n"
        + b"\x00" * 64 + b"\n"
    )


@case(
    "very-long-name",
    "Names of 65,535 to 70,000 bytes are read, told apart by their last byte and written whole; a 16-bit length cannot hold them.",
)
def very_long_name():
    long = b"n" * 69_999
    return (
        row("u", START, "Lengths", long + b"a")
        + row("u", after(START, 60), "Lengths", long + b"b")
        + row("u", after(START, 120), "Lengths", long + b"b")
        + row("u", after(START, 180), "Lengths", long)
        + row("u", after(START, 240), b"e" * 70_000, "Short")
        + b"".join(row("u", after(START, 300 + length), "Lengths", b"x" * length) for length in (255, 256, 257))
        + b"".join(row("v", after(START, length), "Lengths", b"x" * length) for length in (65_535, 65_536, 65_537))
        + row(b"w" * 70_000, START, "Lengths", "by a long user")
        + row("u", START, b"\xe2\x80\x83" * 23_334, "blank for 70,002 bytes", "expect=missing_artist_name")
        + row("u", START, "Lengths", b"y" * 70_000 + b"\xff", "expect=invalid_utf8")
    )


def decomposed(text):
    return unicodedata.normalize("NFD", text)


@case(
    "ties-songs",
    "Songs with equal plays are ordered by the bytes of the artist, then of the track; NFC and NFD spellings are two songs.",
    ["--top-songs", "100", "listens.tsv"],
)
def ties_songs():
    tracks = (
        "a", "Z", "\u00e9", decomposed("\u00e9"), "z", "A", "aa", "a ", "ab", "a\x01", "10", "2",
        "\uff21", "\U0001f600", "\ue000", "\u00c5", "\u212b", decomposed("\u00c5"),
    )
    artists = ("b", "a", "B", "a\x01", "a ", "aa", "\u00e9", decomposed("\u00e9"), "\U0001f600", "\uffee")
    return (
        listens("u", START, tracks, step=60, artist="Same")
        + b"".join(row("v", after(START, i * 60), artist, "same") for i, artist in enumerate(artists))
        # Joined with a tab these two would sort the other way round, because U+0001 comes before the tab.
        + row("v", after(START, 700), "Same", "zz")
        + row("v", after(START, 760), "Same\x01", "aa")
        + listens("w", START, ["most played", "most played"], artist="zzz")
    )


@case(
    "ties-sessions",
    "Sessions with equal counts are ordered by the bytes of the user id, then by start; users spelled NFC and NFD are two.",
)
def ties_sessions():
    users = ("b", "a", "Z", "\u00e9", decomposed("\u00e9"), "user_10", "user_2", "aa", "a\x01", "a ", "\uff21", "\U0001f600")
    return (
        listens("twice", "2008-05-12T08:00:00Z", ["late 1", "late 2"])
        + listens("twice", "2008-05-10T08:00:00Z", ["early 1", "early 2"])
        + listens("twice", "2008-05-11T08:00:00Z", ["between 1", "between 2"])
        + b"".join(listens(user, START, ["one", "two"]) for user in users)
        + listens("zzz", START, ["one", "two", "three"])
        + listens("0", START, ["only one"])
    )
