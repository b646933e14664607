"""Fixtures about profiles: values, faults, ties, and files that hold none."""

from fixture_case import after, case, line, listens

START = "2008-05-10T20:00:00Z"
HEADER = line("#id", "gender", "age", "country", "registered")
WITH_PROFILES = ["listens.tsv", "--profiles", "userid-profile.tsv"]


def everybody(users):
    """One song of all, and one of every second."""
    return b"".join(
        listens(user, after(START, number), ["Everybody's"] + (["Every second's"] * 2 if number % 2 else []))
        for number, user in enumerate(users)
    )


@case(
    "profiles",
    "Every kind of value and every fault of a profile, in a file with a byte-order mark, both line ends and blank lines.",
    WITH_PROFILES,
)
def profiles():
    ages = ["", " ", "1", "17", "18", "24", "25", "34", "35", "44", "45", "54", "55", "64", "65", "120", "007"]
    no_ages = ["0", "121", "-1337", "+5", "24.5", "1002", "0024", "old", "٣٠"]
    dates = ["", "Aug 13, 2006", "Aug 3, 2006", "Feb 29, 2004", "Jan 1, 1970", "Dec 31, 2105", "May 07, 2005"]
    no_dates = [
        "Feb 29, 2005", "Feb 29, 2100", "Sep 31, 2006", "Aug 0, 2006", "Dec 31, 1969", "Jan 1, 2106", "aug 13, 2006",
        "AUG 13, 2006", "August 13, 2006", "Aug 13 2006", "Aug  3, 2006", "Aug 13,2006", "Aug 13, 06", "2006-08-13",
    ]
    rows = [("m" if len(age) % 2 else "f", age, "Japan", "") for age in ages + no_ages]
    rows += [("", "", country, "") for country in ("Peru", "Perú", "Peru\u0301", "peru", "NA", "\u00a0", '"x"')]
    rows += [("x", "30", "", date) for date in dates + no_dates]
    users = [f"user_{number:03}" for number in range(len(rows))]
    ends = (b"\n", b"\r\n", b"\n\n", b"\r\n\r\n")
    lines = [line(user, *row, end=ends[number % 4]) for number, (user, row) in enumerate(zip(users, rows))]
    lines += [
        line(users[0], "f", "99", "Chad", "Aug 13, 2007"),  # a second profile of the user
        line("few", "f", "30", "Japan"),
        line("many", "f", "30", "Japan", "Aug 13, 2006", ""),
        line("bytes", "f", "30", b"Jap\xc3", "Aug 13, 2006"),
        line("", "f", "30", "Japan", "Aug 13, 2006"),
        line("\u3000", "f", "30", "Japan", "Aug 13, 2006"),
        line("both", "", "0", "Chad", "Feb 30, 2006"),
        line("nobody", "f", "30", "Japan", "Aug 13, 2006", end=b""),
    ]
    others = ["few", "many", "bytes", "\u3000b", "both", "without"]
    return {
        "listens.tsv": everybody(users + others),
        "userid-profile.tsv": b"\xef\xbb\xbf" + HEADER + b"".join(lines),
    }


@case(
    "profiles-order",
    "Groups come by listeners, plays and the bytes of the value, what is no value last; only ranked songs and sessions count.",
    ["--top-sessions", "7", "--top-songs", "2", *WITH_PROFILES],
)
def profiles_order():
    countries = {"a": "Chad", "b": "Chad", "c": "Peru", "d": "Zambia", "e": "chad", "f": "Åland", "g": ""}
    played = b"".join(
        listens(user, after(START, number), ["x", "x" if user == "d" else "y", "z", f"only {user}"])
        for number, user in enumerate(countries)
    )
    rows = b"".join(line(user, "", "", country, "") for user, country in countries.items())
    # Short sessions, which are not ranked: their listens count nowhere.
    return {
        "listens.tsv": played + listens("h", START, ["x"]) + listens("d", after(START, 90000), ["y"]),
        "userid-profile.tsv": line("user_id", "Gender", "AGE", "country", "Registered") + rows,
    }


@case("profiles-headless", "A file of profiles without its header is refused before anything is analysed.", WITH_PROFILES, 65)
def profiles_headless():
    return {"listens.tsv": everybody(["u"]), "userid-profile.tsv": line("u", "m", "", "Japan", "Aug 13, 2006")}


@case("profiles-empty", "An empty file of profiles is no input.", WITH_PROFILES, 66)
def profiles_empty():
    return {"listens.tsv": everybody(["u"]), "userid-profile.tsv": b""}
