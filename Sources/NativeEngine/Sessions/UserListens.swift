import ListeningSessions

/// Gathers one user's listens from where the scan kept them, in order; one for each worker.
@safe struct UserListens: ~Copyable {
  private let listens: ScannedListens
  private var order: ListenOrder
  private var records = RecordBuffer()
  private var spare = RecordBuffer()
  /// The rows of the user that were left out, equal to earlier ones.
  private(set) var duplicates = Duplicates()

  /// Prepares for users one after another, in the order that `ListenOrder` gives.
  init(_ listens: ScannedListens, inputs: InputSet, ordersSeconds: Bool = false) {
    self.listens = listens
    order = ListenOrder(inputs, ordersSeconds: ordersSeconds)
  }

  /// The listens of `user` in time order, without duplicates; valid until the next call.
  mutating func load(_ user: Int) throws -> UnsafeBufferPointer<ListenRecord> {
    let rowCount = listens.rowCount(of: user)
    records.makeRoom(for: rowCount)
    spare.makeRoom(for: rowCount)
    duplicates = Duplicates()
    unsafe _ = listens.copy(of: user, to: records.start)
    return try unsafe order.arrange(
      records.start, spare: spare.start, count: rowCount, duplicates: &duplicates)
  }
}
