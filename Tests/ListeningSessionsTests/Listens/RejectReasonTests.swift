import ListeningSessions
import Testing

struct RejectReasonTests {
  @Test func namesAndOrderAreThoseOfTheContract() {
    #expect(
      RejectReason.allCases.map(\.rawValue) == [
        "field_count", "invalid_utf8", "missing_user", "invalid_timestamp", "missing_artist_name",
        "missing_track_name",
      ])
  }
}
