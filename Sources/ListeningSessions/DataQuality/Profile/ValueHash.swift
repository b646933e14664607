/// The hash by which distinct values are told apart: XXH64 with seed 42.
///
/// It is what Spark calls `xxhash64`, so that every engine makes the same sketch of the same values.
/// Source: the specification of xxHash, https://github.com/Cyan4973/xxHash.
public enum ValueHash {
  @inlinable static var seed: UInt64 { 42 }
  @inlinable static var prime1: UInt64 { 0x9E37_79B1_85EB_CA87 }
  @inlinable static var prime2: UInt64 { 0xC2B2_AE3D_27D4_EB4F }
  @inlinable static var prime3: UInt64 { 0x1656_67B1_9E37_79F9 }
  @inlinable static var prime4: UInt64 { 0x85EB_CA77_C2B2_AE63 }
  @inlinable static var prime5: UInt64 { 0x27D4_EB2F_1656_67C5 }

  /// The hash of a text's bytes.
  @inlinable
  @inline(__always)
  public static func hash(_ bytes: some ByteWords) -> UInt64 {
    var at = 0
    var hash = seed &+ prime5
    if bytes.count >= 32 {
      var lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
      while bytes.count - at >= 32 {
        lanes.0 = round(lanes.0, bytes.word(at: at))
        lanes.1 = round(lanes.1, bytes.word(at: at + 8))
        lanes.2 = round(lanes.2, bytes.word(at: at + 16))
        lanes.3 = round(lanes.3, bytes.word(at: at + 24))
        at += 32
      }
      hash =
        rotate(lanes.0, 1) &+ rotate(lanes.1, 7) &+ rotate(lanes.2, 12) &+ rotate(lanes.3, 18)
      hash = merge(merge(merge(merge(hash, lanes.0), lanes.1), lanes.2), lanes.3)
    }
    hash &+= UInt64(bytes.count)
    while bytes.count - at >= 8 {
      hash = add(hash, bytes.word(at: at))
      at += 8
    }
    if bytes.count - at >= 4 {
      hash = rotate(hash ^ bytes.half(at: at) &* prime1, 23) &* prime2 &+ prime3
      at += 4
    }
    while at < bytes.count {
      hash = rotate(hash ^ UInt64(bytes.byte(at: at)) &* prime5, 11) &* prime1
      at += 1
    }
    return avalanche(hash)
  }

  /// The hash of a time: that of its seconds since 1970 as eight bytes, the lowest first.
  @inlinable
  @inline(__always)
  public static func hash(seconds: UInt32) -> UInt64 {
    avalanche(add(seed &+ prime5 &+ 8, UInt64(seconds)))
  }

  @inlinable
  @inline(__always)
  static func add(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    rotate(hash ^ round(0, word), 27) &* prime1 &+ prime4
  }

  @inlinable
  @inline(__always)
  static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  @inlinable
  @inline(__always)
  static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  @inlinable
  @inline(__always)
  static func avalanche(_ hash: UInt64) -> UInt64 {
    let first = (hash ^ hash >> 33) &* prime2
    let second = (first ^ first >> 29) &* prime3
    return second ^ second >> 32
  }

  @inlinable
  @inline(__always)
  static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }
}
