import ListeningSessions
import Testing

/// The expected values are those of another implementation of XXH64, in Python.
struct ValueHashTests {
  @Test(arguments: [
    ("", 0x98B1_582B_0977_E704 as UInt64), ("a", 0x88E4_FE59_ADF7_B0CC),
    ("abc", 0x13C1_D910_7027_70E6), ("Boy", 0x5331_5867_5E1B_4A68),
    ("Jolene", 0xB62D_C82A_4293_D62F), ("Sigur Rós", 0x5775_E381_2D89_3EA3),
    ("f1b1cf71-bd35-4e99-8624-24a6e15f133a", 0x6A45_4DC8_E2D7_A678),
    (
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      0x5FDB_03D2_F353_0238
    ),
  ])
  func aTextHasTheHashThatSparkGivesIt(text: String, hash: UInt64) {
    #expect(ValueHash.hash(Array(text.utf8)) == hash)
  }

  @Test(arguments: [
    (0 as UInt32, 0xB71B_47EB_DA15_746C as UInt64), (1, 0x9ED5_0FD5_9358_D232),
    (1_108_336_862, 0x8984_CE40_CC90_8C28), (4_291_747_199, 0x8E2A_FD29_DF32_025D),
  ])
  func aTimeHasTheHashOfItsSeconds(seconds: UInt32, hash: UInt64) {
    #expect(ValueHash.hash(seconds: seconds) == hash)
  }
}
