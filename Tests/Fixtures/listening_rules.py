"""The rules of docs/semantics.md, written plainly: lines, rejects, duplicates, sessions, rankings.

Everything is bytes, because the contract compares and keeps bytes. Speed is no aim; being obviously right is.
"""

import calendar
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
REASONS = (
    "field_count", "invalid_utf8", "missing_user", "invalid_timestamp", "missing_artist_name", "missing_track_name",
)
EARLIEST = calendar.timegm((1970, 1, 1, 0, 0, 0))
LATEST = calendar.timegm((2105, 12, 31, 23, 59, 59))

# Unicode's White_Space property in full; str.isspace() differs from it (it takes U+001C..U+001F in).
WHITE_SPACE = {
    *range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
}

# In a bytes pattern \d is 0-9 only.
TIMESTAMP = re.compile(
    rb"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))"
)


class Listen(NamedTuple):
    user: bytes
    instant: int
    artist: bytes
    track: bytes
    artist_mbid: bytes
    track_mbid: bytes


class Reject(NamedTuple):
    input_path: bytes
    line_number: int
    byte_offset: int
    reason: str
    raw_line: bytes


class Session(NamedTuple):
    user: bytes
    listens: list

    @property
    def start(self):
        return self.listens[0].instant

    @property
    def duration(self):
        return self.listens[-1].instant - self.start


class History:
    """What was read: the listens that count, and an account of every other line."""

    def __init__(self):
        self.rows = self.blank_lines = self.duplicates = 0
        self.listens, self.rejects = [], []

    def counts(self, sessions):
        reasons = Counter(reject.reason for reject in self.rejects)
        return {
            "rows": self.rows,
            "blank_lines": self.blank_lines,
            "duplicates": self.duplicates,
            "listens": len(self.listens),
            "rejected": {reason: reasons[reason] for reason in REASONS},
            "users": len({listen.user for listen in self.listens}),
            "sessions": len(sessions),
        }


def physical_lines(data):
    """Yields (number from 1, byte offset from 0, bytes without LF); a byte-order mark belongs to no line."""
    start = len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0
    number = 0
    while start < len(data):
        end = data.find(b"\n", start)
        if end < 0:
            end = len(data)
        number += 1
        yield number, start, data[start:end]
        start = end + 1


def is_header(fields):
    return len(fields) > 1 and fields[1].lower() == b"timestamp"


def is_blank(field):
    return all(ord(c) in WHITE_SPACE or unicodedata.category(c) == "Cc" for c in field.decode("utf-8"))


def is_utf8(field):
    try:
        field.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def instant_of(timestamp):
    """The UTC second of an RFC 3339 time stamp, or None if it is refused."""
    match = TIMESTAMP.fullmatch(timestamp)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(digits) for digits in match.groups()[:6])
    # An offset is shorter than a day, so no other year can reach the range; they are refused for the same reason.
    if not 1969 <= year <= 2106:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    if hour > 23 or minute > 59 or second > 60:
        return None
    sign, offset_hours, offset_minutes = match.groups()[6:]
    offset = 0
    if sign is not None:
        if int(offset_hours) > 23 or int(offset_minutes) > 59:
            return None
        offset = int(sign + b"1") * (int(offset_hours) * 3600 + int(offset_minutes) * 60)
    # timegm adds the seconds up, so second 60 is the next second without a special case.
    instant = calendar.timegm((year, month, day, hour, minute, second)) - offset
    return instant if EARLIEST <= instant <= LATEST else None


def fault_of(fields):
    """The first reason that applies, or None for a good row."""
    if len(fields) != 6:
        return "field_count"
    if not all(is_utf8(field) for field in fields):
        return "invalid_utf8"
    user, timestamp, _, artist, _, track = fields
    if is_blank(user):
        return "missing_user"
    if instant_of(timestamp) is None:
        return "invalid_timestamp"
    if is_blank(artist):
        return "missing_artist_name"
    if is_blank(track):
        return "missing_track_name"
    return None


def read_history(inputs):
    """Reads [(path as written, bytes)] in the order given as one history."""
    history, seen = History(), set()
    for path, data in inputs:
        for number, offset, raw in physical_lines(data):
            line = raw[:-1] if raw.endswith(b"\r") else raw
            fields = line.split(b"\t")
            if line == b"":
                history.blank_lines += 1
            elif not (number == 1 and is_header(fields)):
                read_row(history, seen, fields, Reject(path, number, offset, "", raw))
    return history


def read_row(history, seen, fields, position):
    history.rows += 1
    reason = fault_of(fields)
    if reason is not None:
        history.rejects.append(position._replace(reason=reason))
        return
    user, timestamp, artist_mbid, artist, track_mbid, track = fields
    listen = Listen(user, instant_of(timestamp), artist, track, artist_mbid, track_mbid)
    identity = listen[:4]
    if identity in seen:
        history.duplicates += 1
        return
    seen.add(identity)
    history.listens.append(listen)


def sessionise(listens, gap):
    """Cuts each user's listens, in time order, wherever the pause is longer than the gap."""
    sessions = []
    for listen in sorted(listens, key=lambda listen: listen[:4]):
        latest = sessions[-1] if sessions else None
        if latest and latest.user == listen.user and listen.instant - latest.listens[-1].instant <= gap:
            latest.listens.append(listen)
        else:
            sessions.append(Session(listen.user, [listen]))
    return sessions


def rank_sessions(sessions, by, limit):
    def by_tracks(session):
        return (-len(session.listens), session.user, session.start)

    def by_duration(session):
        return (-session.duration, *by_tracks(session))

    return sorted(sessions, key=by_duration if by == "duration" else by_tracks)[:limit]


def rank_songs(ranked_sessions, limit):
    """Rows of top_songs without the rank: the songs of the ranked sessions, most played first."""
    plays, inside = {}, {}
    for index, session in enumerate(ranked_sessions):
        for listen in session.listens:
            song = (listen.artist, listen.track)
            plays.setdefault(song, []).append(listen)
            inside.setdefault(song, set()).add(index)
    order = sorted(plays, key=lambda song: (-len(plays[song]), song))
    return [
        (
            song[1], song[0], len(plays[song]), len(inside[song]), len({listen.user for listen in plays[song]}),
            usual_mbid(listen.track_mbid for listen in plays[song]),
            usual_mbid(listen.artist_mbid for listen in plays[song]),
        )
        for song in order[:limit]
    ]


def usual_mbid(mbids):
    """The most frequent non-empty one, the smallest of equals."""
    counted = Counter(mbid for mbid in mbids if mbid)
    return min(counted, key=lambda mbid: (-counted[mbid], mbid), default=b"")
