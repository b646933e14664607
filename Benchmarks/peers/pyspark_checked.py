"""The checked job in PySpark, by hand, on the cluster that SPARK_REMOTE names (or one in this process).

- Lines are read as text and split: the CSV reader eats quotes and pads short rows.
- The usual row is passed by cheap tests; only the odd ones meet the regular expressions.
- What is read several times is kept, without compression, which would take as long as the scan, and in as
  few partitions as it fills (Spark would keep the sessions in 200).
- One exchange by user serves both windows, as the second has the order of the first.

What the tool cannot do, so that the job is a little smaller here: rejects have no line numbers and no
byte offsets.
"""

import os

from checked_job import LATEST, Reject, arguments, write_answer, write_rejects
from pyspark import StorageLevel
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

NOT_BLANK = r"[^\p{IsWhite_Space}\p{Cc}]"
PLAIN_TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\z"
TIME = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
    r"(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z"
)
FIELDS = ("user", "time", "artist_mbid", "artist", "track_mbid", "track")


def session() -> SparkSession:
    remote = os.environ.get("SPARK_REMOTE")
    builder = SparkSession.builder.remote(remote) if remote else SparkSession.builder.master("local[2]")
    spark = builder.getOrCreate()
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    spark.conf.set("spark.sql.inMemoryColumnarStorage.compressed", "false")
    spark.conf.set("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true")
    return spark


def is_blank(name: str) -> Column:
    plain = F.ascii(name).between(33, 126)
    return ~plain & ~F.col(name).rlike(NOT_BLANK)


def instant() -> Column:
    time = F.col("time")
    zone = F.right(time, F.lit(6))
    minute = F.concat(F.left(time, F.lit(10)), F.lit(" "), F.substring(time, 12, 5), F.lit(":00Z"))
    offset = F.when(F.lower(F.right(time, F.lit(1))) == "z", F.lit(0)).otherwise(
        F.concat(F.left(zone, F.lit(1)), F.lit("60")).cast("int")
        * (F.substring(zone, 2, 2).cast("int") * 60 + F.right(zone, F.lit(2)).cast("int"))
    )
    odd = (
        F.unix_seconds(minute.try_cast("timestamp"))
        + F.substring(time, 18, 2).cast("int")
        - offset
    )
    seconds = F.when(time.rlike(PLAIN_TIME), F.unix_seconds(time.try_cast("timestamp"))).when(
        time.rlike(TIME), odd
    )
    return F.when(seconds.between(0, LATEST), seconds)


def judged(spark: SparkSession, path: str, number: int) -> DataFrame:
    """Every line with its reason: null for what is accepted, `blank_line` for no row."""
    lines = spark.read.text(path, lineSep="\n").select(
        F.lit(number).alias("input"),
        F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("line"),
        "value",
    )
    content = F.when(F.endswith("value", F.lit("\r")), F.expr("left(value, length(value) - 1)"))
    fields = lines.withColumn("content", F.coalesce(content, "value")).withColumn(
        "fields", F.split("content", "\t", -1)
    )
    named = fields.select(
        "*",
        (F.size("fields") == 6).alias("is_six"),
        F.expr("is_valid_utf8(value)").alias("is_utf8"),
        *(F.get("fields", place).alias(name) for place, name in enumerate(FIELDS)),
    )
    readable = F.col("is_six") & F.col("is_utf8")
    timed = named.withColumn("at", F.when(readable, instant()))
    reason = (
        F.when(F.col("content") == "", "blank_line")
        .when(~F.col("is_six"), "field_count")
        .when(~F.col("is_utf8"), "invalid_utf8")
        .when(is_blank("user"), "missing_user")
        .when(F.col("at").isNull(), "invalid_timestamp")
        .when(is_blank("artist"), "missing_artist_name")
        .when(is_blank("track"), "missing_track_name")
    )
    is_header = (
        (F.col("block") == 0)
        & (F.col("line").bitwiseAND((1 << 33) - 1) == 0)
        & F.coalesce(F.lower(F.get("fields", F.lit(1))) == "timestamp", F.lit(False))
    )
    return timed.withColumn("reason", reason).where(~is_header).select(
        "input", "block", "line", "reason", "user", "at", "artist", "track", "artist_mbid",
        "track_mbid", F.when(F.col("reason").isNotNull(), F.col("value").cast("binary")).alias("raw"),
    )  # fmt: skip


def main() -> None:
    job = arguments()
    spark = session()
    rows = judged(spark, job.inputs[0], 0)
    for number, path in enumerate(job.inputs[1:], 1):
        rows = rows.unionAll(judged(spark, path, number))
    rows = rows.persist(StorageLevel.MEMORY_AND_DISK)
    counts = {row.reason: row["count"] for row in rows.groupBy("reason").count().collect()}
    accepted = counts.pop(None, 0)
    blank = counts.pop("blank_line", 0)

    in_order = Window.partitionBy("user").orderBy("at", "artist", "track", "input", "block", "line")
    before = {name: F.lag(name).over(in_order) for name in ("at", "artist", "track")}
    is_duplicate = F.lit(True)
    for name, earlier in before.items():
        is_duplicate = is_duplicate & earlier.eqNullSafe(F.col(name))
    listens = (
        rows.where(F.col("reason").isNull())
        .select("user", "at", "artist", "track", "input", "block", "line")
        .withColumn("is_duplicate", is_duplicate)
        .where(~F.col("is_duplicate"))
    )
    gap = F.col("at") - F.lag("at").over(in_order)
    starts = F.when(gap.isNull() | (gap > job.gap), 1).otherwise(0)
    numbered = listens.withColumn("starts", starts).withColumn(
        "session", F.sum("starts").over(in_order.rowsBetween(Window.unboundedPreceding, 0))
    )
    sessions = (
        numbered.groupBy("user", "session")
        .agg(F.min("at").alias("start"), F.max("at").alias("end"), F.count("*").alias("tracks"))
        .persist(StorageLevel.MEMORY_AND_DISK)
    )
    totals = sessions.agg(
        F.count_distinct("user").alias("users"),
        F.count("*").alias("sessions"),
        F.coalesce(F.sum("tracks"), F.lit(0)).alias("listens"),
    ).collect()[0]
    top = sessions.orderBy(F.desc("tracks"), "user", "start").limit(job.top_sessions)
    ranked = (
        rows.where(F.col("reason").isNull())
        .join(F.broadcast(top), "user")
        .where(F.col("at").between(F.col("start"), F.col("end")))
        .select("user", "start", "end", "tracks", "at", "artist", "track", "artist_mbid",
                "track_mbid", "input", "block", "line")
        .collect()
    )  # fmt: skip
    rejects = (
        rows.where(F.col("reason").isNotNull() & (F.col("reason") != "blank_line"))
        .select("input", "block", "line", "reason", "raw")
        .orderBy("input", "block", "line")
        .collect()
    )
    write_rejects(
        job.output,
        (Reject(job.inputs[r.input], None, None, r.reason, bytes(r.raw)) for r in rejects),
    )
    write_ranking(job, ranked, counts | {
        "rows": accepted + sum(counts.values()), "blank_lines": blank,
        "duplicates": accepted - totals.listens, "listens": totals.listens,
        "users": totals.users, "sessions": totals.sessions,
    })  # fmt: skip
    sessions.unpersist()
    rows.unpersist()
    spark.stop()


def write_ranking(job, ranked: list, counts: dict) -> None:
    """The last step, over the listens of the ranked sessions only."""
    listens: dict[tuple, list] = {}
    seen = set()
    for row in sorted(ranked, key=lambda row: (row.input, row.block, row.line)):
        identity = (row.user, row.at, row.artist, row.track)
        if identity not in seen:
            seen.add(identity)
            listens.setdefault((-row.tracks, row.user.encode(), row.start, row.end), []).append(row)
    top_sessions = []
    songs: dict[tuple, dict] = {}
    for (tracks, user, start, end), rows in sorted(listens.items()):
        distinct = {(row.artist, row.track) for row in rows}
        top_sessions.append((user.decode(), start, end, end - start, -tracks, len(distinct)))
        for row in rows:
            song = songs.setdefault((row.artist, row.track), {"plays": 0, "sessions": set(),
                                    "users": set(), "track": {}, "artist": {}})  # fmt: skip
            song["plays"] += 1
            song["sessions"].add((user, start))
            song["users"].add(user)
            for kind, mbid in (("track", row.track_mbid), ("artist", row.artist_mbid)):
                if mbid:
                    song[kind][mbid] = song[kind].get(mbid, 0) + 1

    def most_frequent(mbids: dict) -> str:
        return min(mbids, key=lambda mbid: (-mbids[mbid], mbid.encode()), default="")

    order = sorted(songs, key=lambda s: (-songs[s]["plays"], s[0].encode(), s[1].encode()))
    top_songs = [
        (track, artist, song["plays"], len(song["sessions"]), len(song["users"]),
         most_frequent(song["track"]), most_frequent(song["artist"]))
        for artist, track in order[: job.top_songs]
        for song in [songs[artist, track]]
    ]  # fmt: skip
    write_answer(job.output, counts, [with_times(s) for s in top_sessions], top_songs)


def with_times(session: tuple) -> tuple:
    user, start, end, *rest = session
    return (user, text(start), text(end), *rest)


def text(second: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
