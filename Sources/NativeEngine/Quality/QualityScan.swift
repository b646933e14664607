import ListeningSessions

/// What one worker of the scan learns about the quality of the rows.
///
/// An ordinary row (one that is accepted on sight, with MBIDs that are UUIDs or empty and without
/// control characters) passes every rule about rows but for MBIDs that are missing, so it is only
/// counted. Every other row is judged by the rules themselves.
struct QualityScan: ~Copyable {
  private(set) var artists = NameColumns()
  private(set) var tracks = NameColumns()
  private(set) var timestamps = ColumnSketch()
  private var distinctSeconds = DistinctValues()
  private var mbidNames: PendingMBIDNames
  /// Songs and artists, each with its MBIDs, of ordinary rows.
  private var recentPlays = RecentKeys(size: 1 << 19)
  private var recentArtists = RecentKeys(size: 1 << 13)
  private var ordinary = OrdinaryRows()
  /// By row rule, of the rows that are not ordinary.
  private var tallies: [RuleTally]
  private let sampling: RowSampling
  private let rules: [any RowRule]
  private let isError: [Bool]
  private let missingErrors: OrdinaryRows.Errors

  init(_ rules: QualityRules) {
    self.rules = rules.rules.rowRules
    tallies = self.rules.map { _ in RuleTally() }
    sampling = rules.sampling
    mbidNames = PendingMBIDNames(for: rules.mbidNames)
    isError = self.rules.map { rules.isError($0) }
    missingErrors = OrdinaryRows.Errors(
      artistMBID: rules.isError(ArtistMBIDCompleteness()),
      trackMBID: rules.isError(TrackMBIDCompleteness()),
      pair: rules.isError(MBIDPairConsistency()))
  }

  /// Asks for what is known of a song, which will be needed soon.
  ///
  /// Mutating so that it is called in place: to borrow an optional scan copies its 700 bytes.
  @inline(__always)
  mutating func prefetch(_ playHash: UInt64) {
    recentPlays.prefetch(playHash)
  }

  /// Takes in a row that is a listen on sight.
  ///
  /// - Returns: whether it has a finding of severity error; nil for a row that is not ordinary, of
  ///   which nothing is taken in.
  @inline(__always)
  mutating func takeOrdinaryRow(
    _ names: RowNames, playHash: UInt64, seconds: UInt32
  ) -> Bool? {
    if !recentPlays.holds(playHash) {
      guard learn(names) else { return nil }
      recentPlays.insert(playHash)
    }
    artists.count(length: names.artistName.count)
    tracks.count(length: names.trackName.count)
    distinctSeconds.learn(hash: ValueHash.hash(seconds: seconds))
    if sampling.takes(names.position) { sample(RowHashes(names), at: names.position) }
    return ordinary.count(
      hasArtistMBID: !names.artistMBID.isEmpty, hasTrackMBID: !names.trackMBID.isEmpty,
      at: names.position, errors: missingErrors)
  }

  @inline(never)
  private mutating func sample(_ hashes: RowHashes, at position: Int) {
    artists.sample(hashes.artistName, hashes.artistMBID, sampling.every, position)
    tracks.sample(hashes.trackName, hashes.trackMBID, sampling.every, position)
  }

  /// Learns the names and MBIDs of a row, unless they show that it is not ordinary.
  @inline(never)
  private mutating func learn(_ names: RowNames) -> Bool {
    let hashes = RowHashes(names)
    let artist = ByteHash.hash(hashes.artistName, hashes.artistMBID)
    let isArtistKnown = recentArtists.holds(artist)
    guard isArtistKnown || names.isOrdinary(name: names.artistName, mbid: names.artistMBID),
      names.isOrdinary(name: names.trackName, mbid: names.trackMBID)
    else { return false }
    if !isArtistKnown {
      recentArtists.insert(artist)
      artists.learn(names.artistName, names.artistMBID, of: names)
      if hashes.artistMBID != 0 {
        mbidNames.observe(mbid: hashes.artistMBID, name: hashes.artistName)
      }
    }
    tracks.learn(names.trackName, names.trackMBID, of: names)
    if hashes.trackMBID != 0 {
      mbidNames.observe(mbid: hashes.trackMBID ^ MBIDHash.track, name: hashes.trackName)
    }
    return true
  }

  /// Takes in a readable row that is not ordinary, a listen or a reject.
  ///
  /// - Returns: whether it has a finding of severity error.
  mutating func take(_ row: ReadableRow) -> Bool {
    let hashes = RowHashes(row)
    observe(timeOf: row)
    artists.observe(name: row.artistName, mbid: row.artistMBID)
    tracks.observe(name: row.trackName, mbid: row.trackMBID)
    if sampling.takes(row.position) { sample(hashes, at: row.position) }
    if hashes.artistMBID != 0, hashes.artistName != 0 {
      mbidNames.observe(mbid: hashes.artistMBID, name: hashes.artistName)
    }
    if hashes.trackMBID != 0, hashes.trackName != 0 {
      mbidNames.observe(mbid: hashes.trackMBID ^ MBIDHash.track, name: hashes.trackName)
    }
    return judge(row)
  }

  /// Settles what is still held back; called once, after the last row.
  mutating func finish() {
    artists.finish(rows: ordinary.count, withoutMBID: ordinary.withoutArtistMBID)
    tracks.finish(rows: ordinary.count, withoutMBID: ordinary.withoutTrackMBID)
    mbidNames.finish()
    timestamps.learn(distinctSeconds.sketch)
    timestamps.count(length: ZuluTimestamp.byteCount, times: ordinary.count)
  }

  /// The tally of the row rule with this index, of all rows.
  func tally(of rule: any RowRule, _ index: Int) -> RuleTally {
    var tally = tallies[index]
    tally.merge(ordinary.tally(of: rule))
    return tally
  }

  /// A time in the usual form is known by its seconds, as in ordinary rows.
  private mutating func observe(timeOf row: ReadableRow) {
    if let instant = row.listenedAt, row.timestamp == Text(instant.description) {
      timestamps.learn(hash: ValueHash.hash(seconds: instant.secondsSinceEpoch))
      timestamps.count(length: ZuluTimestamp.byteCount, times: 1)
    } else {
      timestamps.observe(row.timestamp)
    }
  }

  private mutating func judge(_ row: ReadableRow) -> Bool {
    var hasError = false
    for index in rules.indices {
      guard let holds = rules[index].holds(for: row) else { continue }
      if holds {
        tallies[index].pass()
      } else {
        tallies[index].fail(at: row.position)
        hasError = hasError || isError[index]
      }
    }
    return hasError
  }
}
