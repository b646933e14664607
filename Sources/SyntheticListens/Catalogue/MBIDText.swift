/// MusicBrainz identifiers, in the form of a random UUID of version 4.
enum MBIDText {
  /// Writes the 36 characters of the identifier that belongs to `hash`.
  static func append(_ hash: UInt64, to text: inout RowText) {
    let first = SplitMix64.mixed(hash)
    let second = SplitMix64.mixed(first)
    let one = hexadecimal(first)
    // The first digit of the third group is the version, that of the fourth 8, 9, a or b.
    let two = hexadecimal(first >> 4) & ~(0xFF << 32) | 0x34 << 32
    let three = hexadecimal(second & ~0xC | 0x8)
    let four = hexadecimal(second >> 4)
    let hyphen: UInt64 = 0x2D
    let low: UInt64 = 0xFFFF_FFFF
    text.append(one, count: 8)
    text.append(hyphen | (two & low) << 8 | hyphen << 40 | (two >> 32) << 48, count: 8)
    text.append(two >> 48 | hyphen << 16 | (three & low) << 24 | hyphen << 56, count: 8)
    text.append(three >> 32 | four << 32, count: 8)
    text.append(four >> 32, count: 4)
  }

  /// The lower half of each of the eight bytes of `bits`, as hexadecimal digits, all at once.
  private static func hexadecimal(_ bits: UInt64) -> UInt64 {
    let values = bits & 0x0F0F_0F0F_0F0F_0F0F
    // Adding 118 carries into the top bit of a byte from ten on.
    let letters = (values &+ 0x7676_7676_7676_7676) >> 7 & 0x0101_0101_0101_0101
    // "a" is 39 further from "9" than 10 is from 9.
    return values &+ 0x3030_3030_3030_3030 &+ letters &* 39
  }
}
