#!/usr/bin/env python3
"""Writes the Arrow streams of this folder with pyarrow (tried with 26.0): make_fixtures.py."""
import datetime
import pathlib

import pyarrow as pa

FOLDER = pathlib.Path(__file__).parent
UTC = datetime.timezone.utc


def write(name, schema, batches, **options):
    with pa.OSFile(str(FOLDER / f"{name}.arrows"), "wb") as sink:
        with pa.ipc.new_stream(sink, schema, options=pa.ipc.IpcWriteOptions(**options)) as writer:
            for batch in batches:
                writer.write_batch(batch)


def batch(schema, *columns):
    arrays = [pa.array(c, type=f.type, from_pandas=False) for c, f in zip(columns, schema)]
    return pa.record_batch(arrays, schema=schema)


every_type = pa.schema([
    ("nothing", pa.null()), ("truth", pa.bool_()),
    ("i8", pa.int8()), ("i16", pa.int16()), ("i32", pa.int32()), ("i64", pa.int64()),
    ("u8", pa.uint8()), ("u16", pa.uint16()), ("u32", pa.uint32()), ("u64", pa.uint64()),
    ("f32", pa.float32()), ("f64", pa.float64()), ("text", pa.string()), ("raw", pa.binary()),
    ("day", pa.date32()), ("s", pa.timestamp("s")), ("ms", pa.timestamp("ms")),
    ("us", pa.timestamp("us", tz="UTC")), ("ns", pa.timestamp("ns")),
])
moment = datetime.datetime(2009, 5, 4, 23, 8, 57, 123456)
write("every-type", every_type, [
    batch(every_type, [None] * 3, [True, None, False],
          [-128, None, 127], [-32768, None, 32767], [-2**31, None, 2**31 - 1],
          [-2**63, None, 2**63 - 1],
          [0, None, 255], [0, None, 65535], [0, None, 2**32 - 1], [0, None, 2**63 - 1],
          [0.5, None, -1.25], [0.1, None, -1e300], ["", None, "Żółć 🎵"],
          [b"\xff\x00", None, b""],
          [datetime.date(1970, 1, 2), None, datetime.date(1969, 12, 31)],
          [moment.replace(microsecond=0), None, datetime.datetime(1969, 12, 31, 23, 59, 59)],
          [moment.replace(microsecond=123000), None, datetime.datetime(1970, 1, 1)],
          [moment.replace(tzinfo=UTC), None, datetime.datetime(1970, 1, 1, tzinfo=UTC)],
          [moment, None, datetime.datetime(1970, 1, 1)])])

two = pa.schema([("n", pa.int64()), ("name", pa.string())])
write("two-batches", two, [
    batch(two, [1, 2], ["one", "two"]), batch(two, [None, 4, 5], [None, "four", "five"])])
write("schema-only", two, [])
write("empty-batch", two, [batch(two, [], [])])
# A part of a longer batch: its offsets do not begin with 0, and its validity is shifted.
write("sliced", two, [
    batch(two, [None, 1, 2, None, 4], ["zero", None, "two", "three", "four"]).slice(1, 3)])
many = pa.schema([("truth", pa.bool_())])
write("many-bits", many, [batch(many, [i % 3 == 0 if i % 7 else None for i in range(100)])])

# What the reader refuses.
nested = pa.schema([("list", pa.list_(pa.int32()))])
write("list", nested, [batch(nested, [[1, 2], None])])
decimal = pa.schema([("price", pa.decimal128(10, 2))])
write("decimal", decimal, [batch(decimal, [None])])
large = pa.schema([("text", pa.large_string())])
write("large-text", large, [batch(large, ["x"])])
half = pa.schema([("half", pa.float16())])
write("half", half, [batch(half, [None])])
day64 = pa.schema([("day", pa.date64())])
write("date64", day64, [batch(day64, [None])])
unsigned = pa.schema([("u64", pa.uint64())])
write("over-int64", unsigned, [batch(unsigned, [2**63])])
words = pa.schema([("word", pa.dictionary(pa.int32(), pa.string()))])
write("dictionary", words, [
    pa.record_batch([pa.array(["a", "b", "a"]).dictionary_encode()], schema=words)])
write("compressed", two, [batch(two, list(range(100)), ["same"] * 100)], compression="zstd")
write("legacy", two, [batch(two, [1], ["x"])], use_legacy_format=True)
