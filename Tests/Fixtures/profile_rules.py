"""The rules of docs/semantics.md for profiles, written plainly: rows, faults, values, listeners of the ranked songs."""

import calendar
import re

from listening_rules import is_blank, is_utf8, physical_lines

COLUMNS = ((b"#id", b"id", b"userid", b"user_id"), (b"gender",), (b"age",), (b"country",), (b"registered",))
FAULTS = ("field_count", "invalid_utf8", "missing_user", "duplicate_user", "invalid_age", "invalid_registered")
BANDS = ((1, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 120))
STATUSES = ("known", "blank", "invalid", "no_profile")
ATTRIBUTES = ("country", "age_band", "gender", "sign_up_year")
KEPT_LINES = 20


class NoProfiles(Exception):
    def __init__(self, has_content):
        super().__init__("no header" if has_content else "empty")
        self.has_content = has_content


class Profiles:
    """What was read: {attribute: (status, value)} by user, and an account of every line."""

    def __init__(self):
        self.rows = self.blank_lines = 0
        self.by_user = {}
        self.faults = {fault: [] for fault in FAULTS}


def fields_of(raw):
    return (raw[:-1] if raw.endswith(b"\r") else raw).split(b"\t")


def read_profiles(data):
    lines = list(physical_lines(data))
    if not lines:
        raise NoProfiles(has_content=False)
    names = [field.lower() for field in fields_of(lines[0][2])]
    if len(names) != len(COLUMNS) or not all(name in column for name, column in zip(names, COLUMNS)):
        raise NoProfiles(has_content=True)
    profiles = Profiles()
    for number, _, raw in lines[1:]:
        fields = fields_of(raw)
        if fields == [b""]:
            profiles.blank_lines += 1
        else:
            profiles.rows += 1
            for fault in take(profiles, fields):
                profiles.faults[fault].append(number)
    return profiles


def take(profiles, fields):
    """Keeps the profile of a row, if it can be kept; its faults."""
    if len(fields) != len(COLUMNS):
        return ["field_count"]
    if not all(is_utf8(field) for field in fields):
        return ["invalid_utf8"]
    user, gender, age, country, registered = fields
    if is_blank(user):
        return ["missing_user"]
    if user in profiles.by_user:
        return ["duplicate_user"]
    profile = {
        "country": value(country, lambda text: text),
        "age_band": value(age, band_of),
        "gender": value(gender, lambda text: text),
        "sign_up_year": value(registered, year_of),
    }
    profiles.by_user[user] = profile
    invalid = {"age_band": "invalid_age", "sign_up_year": "invalid_registered"}
    return [fault for attribute, fault in invalid.items() if profile[attribute][0] == "invalid"]


def value(field, read):
    if is_blank(field):
        return "blank", b""
    known = read(field)
    return ("invalid", b"") if known is None else ("known", known)


def band_of(age):
    if not re.fullmatch(rb"\d{1,3}", age):
        return None
    for first, last in BANDS:
        if first <= int(age) <= last:
            return b"65+" if first == 65 else b"%d-%d" % (first, last)
    return None


def year_of(date):
    match = re.fullmatch(rb"([A-Z][a-z][a-z]) (\d\d?), (\d{4})", date)
    months = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    if match is None or match[1] not in months:
        return None
    year, month, day = int(match[3]), months.index(match[1]) + 1, int(match[2])
    is_day = 1970 <= year <= 2105 and 1 <= day <= calendar.monthrange(year, month)[1]
    return match[3] if is_day else None


def plays_of(sessions, song):
    """The user of each listen of a song (track, artist) in the ranked sessions."""
    return [
        listen.user for session in sessions for listen in session.listens if (listen.track, listen.artist) == song
    ]


def audience(sessions, songs, profiles):
    """Rows of top_songs_by_profile for the ranked sessions and songs."""
    for rank, song in enumerate(songs, 1):
        users = plays_of(sessions, song)
        for attribute in ATTRIBUTES:
            groups = {}
            for user in users:
                known = profiles.by_user.get(user)
                groups.setdefault(known[attribute] if known else ("no_profile", b""), []).append(user)
            rows = [(status, text, len(set(users)), len(users)) for (status, text), users in groups.items()]
            rows.sort(key=lambda row: (STATUSES.index(row[0]), -row[2], -row[3], row[1]))
            yield from ((rank, attribute, *row) for row in rows)


def summary(sessions, songs, profiles):
    """What run.json tells of the profiles, but for the file."""
    listeners = {user for song in songs for user in plays_of(sessions, song)}
    return {
        "rows": profiles.rows,
        "blank_lines": profiles.blank_lines,
        "users": len(profiles.by_user),
        "faults": {
            fault: {"count": len(lines), "lines": lines[:KEPT_LINES]} for fault, lines in profiles.faults.items()
        },
        "listeners": len(listeners),
        "matched_listeners": len(listeners & profiles.by_user.keys()),
    }
