"""Fixtures about time: the gap, calendar edges, every form of time stamp, instants that are equal."""

from fixture_case import GAP, after, case, listens, row

START = "2008-05-10T20:00:00Z"


@case("gap-exact", "A pause of exactly 1200 s stays in the session, 1201 s starts a new one: the rule is > and not >=.")
def gap_exact():
    return (
        listens("stays", START, ["one", "two", "three"], step=GAP)
        + listens("splits", START, ["one", "two", "three"], step=GAP + 1)
        + listens("both", START, ["one", "two"], step=GAP)
        + row("both", after(START, 2 * GAP + 1), "The Tides", "three")
        + row("both", after(START, 3 * GAP + 1), "The Tides", "four")
    )


@case(
    "gap-option-seconds",
    "--gap 90s: 90 s stays and 91 s splits, so the option replaces the default.",
    ["--gap", "90s", "listens.tsv"],
)
def gap_option_seconds():
    return listens("stays", START, ["one", "two"], step=90) + listens("splits", START, ["one", "two"], step=91)


@case(
    "gap-option-hours",
    "--gap 1h30m is 5400 s: hours and minutes add up, and 5401 s splits.",
    ["--gap", "1h30m", "listens.tsv"],
)
def gap_option_hours():
    return listens("stays", START, ["one", "two"], step=5400) + listens("splits", START, ["one", "two"], step=5401)


@case(
    "gap-beyond-range",
    "A gap of 4,320,000,000 s and a session over the whole range of instants: 32-bit sums of instant, gap or duration overflow.",
    ["--gap", "1200000h", "listens.tsv"],
)
def gap_beyond_range():
    return row("u", "1970-01-01T00:00:00Z", "Ends", "first") + row("u", "2105-12-31T23:59:59Z", "Ends", "last")


@case("midnight", "A session over midnight UTC is one session, and one over a listener's local midnight too.")
def midnight():
    return (
        listens("utc", "2008-05-10T23:50:00Z", ["before", "at midnight", "after"], step=600)
        + row("local", "2008-05-10T23:55:00-05:00", "The Tides", "@2008-05-11T04:55:00Z before")
        + row("local", "2008-05-11T00:05:00-05:00", "The Tides", "@2008-05-11T05:05:00Z after")
    )


@case(
    "year-end",
    "Sessions go on over 31 December, in common years, leap years and the turn of a century and a decade.",
)
def year_end():
    years = (1970, 1972, 1999, 2000, 2004, 2007, 2099, 2100, 2104)
    return b"".join(listens(f"y{y}", f"{y}-12-31T23:55:00Z", ["old", "new"], step=600) for y in years)


@case("leap-second", "Second 60 is the next second, in any minute and any zone; second 61 is refused.")
def leap_second():
    return (
        row("real", "2005-12-31T23:59:59Z", "Clock", "@2005-12-31T23:59:59Z before")
        + row("real", "2005-12-31T23:59:60Z", "Clock", "@2006-01-01T00:00:00Z leap")
        + row("real", "2006-01-01T00:20:00Z", "Clock", "@2006-01-01T00:20:00Z 1200 s later stays")
        + row("zone", "2017-01-01T00:59:60+01:00", "Clock", "@2017-01-01T00:00:00Z leap with an offset")
        + row("zone", "2016-12-31T18:59:60.75-05:00", "Clock", "@2017-01-01T00:00:00Z leap with a fraction")
        + row("any", "2008-05-10T12:34:60Z", "Clock", "@2008-05-10T12:35:00Z in any minute")
        + row("any", "2008-02-28T23:59:60Z", "Clock", "@2008-02-29T00:00:00Z into a leap day")
        + row("same", "2005-12-31T23:59:60Z", "Clock", "equal", "expect=listen")
        + row("same", "2006-01-01T00:00:00Z", "Clock", "equal", "expect=duplicate")
        + row("refused", "2005-12-31T23:59:61Z", "Clock", "sixty-one", "expect=invalid_timestamp")
        + row("refused", "2005-12-31T23:60:00Z", "Clock", "minute sixty", "expect=invalid_timestamp")
    )


@case("leap-day", "29 February exists in 2008 and 2000 and not in 2007 and 2100: all three Gregorian rules.")
def leap_day():
    def refused(day):
        return row("refused", f"{day}T12:00:00Z", "Calendar", day, "expect=invalid_timestamp")

    return (
        listens("kept", "2008-02-28T23:50:00Z", ["28", "29"], step=1200)
        + listens("kept", "2008-02-29T23:50:00Z", ["29 late", "1 March"], step=1200)
        + listens("kept", "2000-02-29T12:00:00Z", ["leap century"])
        + listens("kept", "2104-02-29T12:00:00Z", ["last of the range"])
        + listens("common", "2007-02-28T23:50:00Z", ["28", "1 March"], step=1200)
        + listens("common", "2100-02-28T23:50:00Z", ["28", "1 March"], step=1200)
        + b"".join(map(refused, ("2007-02-29", "2100-02-29", "2008-02-30", "2000-02-30", "2001-02-29")))
    )


@case(
    "offset-timestamps",
    "Offsets are turned into UTC before anything is sorted or cut, also over a change of clocks.",
)
def offset_timestamps():
    return (
        row("order", "2008-05-10T23:10:00+05:30", "Zones", "@2008-05-10T17:40:00Z second, though written latest")
        + row("order", "2008-05-10T17:30:00Z", "Zones", "@2008-05-10T17:30:00Z first")
        + row("order", "2008-05-10T09:50:00-08:00", "Zones", "@2008-05-10T17:50:00Z third, though written earliest")
        + row("autumn", "2008-10-26T02:55:00+02:00", "Zones", "@2008-10-26T00:55:00Z summer time")
        + row("autumn", "2008-10-26T02:05:00+01:00", "Zones", "@2008-10-26T01:05:00Z winter time, ten minutes on")
        + row("far", "2008-01-01T13:59:00+14:00", "Zones", "@2007-12-31T23:59:00Z back over the year")
        + row("far", "2007-12-31T00:20:00-23:59", "Zones", "@2008-01-01T00:19:00Z on over the year")
        + row("minus", "2008-05-10T12:00:00-00:00", "Zones", "@2008-05-10T12:00:00Z minus zero")
        + row("same", "2008-05-10T14:00:00+02:00", "Zones", "one instant", "expect=listen")
        + row("same", "2008-05-10T12:00:00Z", "Zones", "one instant", "expect=duplicate")
    )


@case(
    "same-second",
    "Listens of one second are ordered by artist bytes, then track bytes, whatever the order of the input.",
)
def same_second():
    names = (("b", "a"), ("a", "z"), ("a", "b"), ("B", "c"), ("a ", "a"), ("a\x01", "a"), ("é", "a"), ("z", "a"), ("a", "B"))
    return (
        b"".join(row("tied", START, artist, track) for artist, track in names)
        + row("tied", after(START, -1), "zz", "earlier comes first all the same")
        + row("tied", after(START, 1), "A", "later comes last all the same")
        + row("other", START, "a", "b")
    )


@case("many-days", "A session of five days with pauses of 1200 s at most is one session, however long.")
def many_days():
    tracks = [f"Hour {i // 3 % 24:02}" for i in range(5 * 72 + 1)]
    return listens("awake", "2008-02-27T06:00:00Z", tracks, step=GAP) + row(
        "awake", after("2008-02-27T06:00:00Z", 5 * 86400 + GAP + 1), "The Tides", "a new session"
    )
