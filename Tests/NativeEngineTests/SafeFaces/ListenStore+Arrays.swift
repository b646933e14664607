@testable import NativeEngine

extension ListenStore {
  /// The listens of a user, in no order.
  func records(of user: Int) -> [ListenRecord] {
    unsafe [ListenRecord](unsafeUninitializedCapacity: count(of: user)) { target, copied in
      copied = unsafe target.baseAddress.map { unsafe copy(of: user, to: $0) } ?? 0
    }
  }
}
