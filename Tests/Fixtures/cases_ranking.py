"""Fixtures about sessions and rankings: sizes, options, ties, the choice of MBIDs, the order of the input."""

from random import Random

from fixture_case import GAP, after, case, listens, mbid, row

START = "2008-05-10T20:00:00Z"
BY_DURATION = ["--rank-sessions-by", "duration", "--top-sessions", "6", "listens.tsv"]


@case("single-track", "One listen is a session of one track and of no duration.")
def single_track():
    return listens("u", START, ["only"])


@case("fewer-than-asked", "With fewer sessions than 50 and fewer songs than 10 all are given, and no empty rows.")
def fewer_than_asked():
    return listens("u", START, ["one", "two", "one"]) + listens("v", START, ["one"])


@case("users-many", "300 users of one listen each: sessions tie throughout, so the 50 are the first user ids by bytes.")
def users_many():
    return b"".join(row(f"user_{i}", after(START, i * 7), "The Tides", f"Track {i % 12}") for i in range(300))


@case(
    "over-1000-tracks",
    "A session of 1,234 tracks and one of 1,000: positions and counts of four digits, repeated songs.",
)
def over_1000_tracks():
    return listens("long", "2006-02-12T17:49:31Z", [f"Track {i % 7}" for i in range(1234)], step=60) + listens(
        "round", "2006-02-12T17:49:31Z", [f"Track {i % 9}" for i in range(1000)], step=1
    )


@case(
    "top-options",
    "--top-sessions 2 --top-songs 3: songs are counted in the two sessions only, and both lists are cut inside a tie.",
    ["--top-sessions", "2", "--top-songs", "3", "listens.tsv"],
)
def top_options():
    return (
        listens("b", START, ["x", "y", "z", "x"])
        + listens("c", START, ["w", "w", "w", "w"])
        + listens("a", START, ["x", "z", "v", "y"])
        + listens("a", after(START, 86400), ["w", "w", "w"])
    )


def several_evenings():
    """Three durations shared by users and by sessions of different counts."""
    return (
        listens("b", START, ["x", "y", "z"], step=600)
        + listens("a", START, ["x", "y", "z", "x"], step=400)
        + listens("c", START, ["x", "y", "z"], step=600)
        + listens("c", after(START, 86400), ["x", "y", "z", "y"], step=400)
        + listens("c", after(START, 2 * 86400), ["x", "y", "z"], step=600)
        + listens("d", START, ["x", "y"], step=GAP)
        + listens("long", START, ["slow", "slower", "slow"], step=900)
        + listens("many", START, [f"quick {i % 3}" for i in range(40)], step=20)
        + listens("once", START, ["x"])
    )


@case(
    "rank-by-duration",
    "--rank-sessions-by duration: the longest span first, then track count, user id and start; the fullest session comes late.",
    BY_DURATION,
)
def rank_by_duration():
    return several_evenings()


@case(
    "unordered-input",
    "The rows of rank-by-duration shuffled: the order of the input changes no ranking.",
    BY_DURATION,
)
def unordered_input():
    rows = several_evenings().splitlines(keepends=True)
    Random(1).shuffle(rows)
    return b"".join(rows)


def plays(track, *mbids, user="u", start=START):
    return b"".join(
        row(user, after(start, 60 * i), "The Tides", track, artist_mbid, track_mbid)
        for i, (artist_mbid, track_mbid) in enumerate(mbids)
    )


@case(
    "mbid-choice",
    "A song shows its most frequent non-empty MBID, the smallest of equals, for artist and track apart, from counted listens only.",
    ["--top-sessions", "1", "--top-songs", "20", "listens.tsv"],
)
def mbid_choice():
    one, two, three = mbid(1), mbid(2), mbid(3)
    return (
        plays("a most frequent", (two, three), (one, three), (two, one))
        + plays("b tie, smallest", (three, two), (two, three))
        + plays("c empty ignored", ("", ""), ("", ""), (three, two))
        + plays("d none", ("", ""))
        + plays("e apart", (one, three), (two, three), (two, one))
        + plays("f only one of the two", (one, ""), ("", ""))
        + plays("g by bytes", ("b", "é"), ("B", "z"))
        + plays("h a space is not empty", (" ", "any text"), ("", ""))
        + plays("i duplicates do not vote", (one, two))
        + plays("i duplicates do not vote", (three, three))
        + plays("i duplicates do not vote", (three, three))
        # Another session, not ranked: its listens are not counted, so they have no say.
        + plays("a most frequent", (three, two), (three, two), (three, two), (three, two), user="v")
    )
