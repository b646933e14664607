import ListeningSessions
import Synchronization

/// Numbers the songs of the ranked listens like `NameEncoder`, for all workers and by the engine's own
/// quick hash.
///
/// One worker numbers the songs that it read while others read on.
final class RankedNames: Sendable {
  private let songs = Mutex(Songs())
  private let mbids = Mutex<[MBIDColumn]>([])

  /// The names of all rows that were taken.
  var table: NameTable {
    NameTable(songs: songs.withLock { $0.column }, mbids: mbids.withLock { $0 })
  }

  /// A place for the ids of one more worker.
  ///
  /// - Returns: its number in the table.
  func beginPart() -> Int {
    mbids.withLock { mbids in
      mbids.append(MBIDColumn())
      return mbids.count - 1
    }
  }

  func end(_ part: Int, _ column: MBIDColumn) {
    mbids.withLock { $0[part] = column }
  }

  /// Numbers the songs of rows.
  ///
  /// - Parameters:
  ///   - text: what the rows say behind their timestamps.
  ///   - places: where the names are in it.
  ///   - numbers: the songs' numbers by place; those that are missing are added.
  func number(_ text: [UInt8], _ places: [NamePlaces], _ numbers: inout [UInt32]) {
    songs.withLock { $0.number(text, places, &numbers) }
  }

  /// Likewise, unless another worker is at it.
  ///
  /// - Returns: whether it was done.
  func numberIfFree(_ text: [UInt8], _ places: [NamePlaces], _ numbers: inout [UInt32]) -> Bool {
    songs.withLockIfAvailable { $0.number(text, places, &numbers) } != nil
  }

  private struct Songs: ~Copyable {
    private var numbers = SongNumbers()
    private var song: [UInt8] = []

    var column: SongColumn { numbers.column }

    mutating func number(_ text: [UInt8], _ places: [NamePlaces], _ numbers: inout [UInt32]) {
      for names in places[numbers.count...] {
        numbers.append(UInt32(number(of: text[names.artistName], text[names.trackName])))
      }
    }

    /// A name holds no tab, so the tab between the names keeps "ab", "c" from "a", "bc".
    private mutating func number(
      of artistName: ArraySlice<UInt8>, _ trackName: ArraySlice<UInt8>
    ) -> Int {
      // One array serves for all.
      var song: [UInt8] = []
      swap(&song, &self.song)
      defer { swap(&song, &self.song) }
      song.removeAll(keepingCapacity: true)
      song += artistName
      song.append(0x09)
      song += trackName
      return numbers.number(of: song.span, artistNameCount: artistName.count)
    }
  }
}
