import Synchronization

/// What was worked out from the ledger as its last entry left it, so that pages need not do it again before the
/// next one.
final class RevisionMemo: Sendable {
  private struct Known {
    var revision: Int64 = 0
    var values: [String: any Sendable] = [:]
  }

  private let known = Mutex(Known())

  /// A value by its name, worked out where it is not known at a revision.
  func value<Value: Sendable>(
    _ name: String, at revision: Int64, _ make: () throws -> Value
  ) rethrows -> Value {
    let found = known.withLock { $0.revision == revision ? $0.values[name] : nil }
    // An absent value must not be taken for one that is nil.
    if let found, let value = found as? Value { return value }
    let value = try make()
    known.withLock { known in
      if known.revision < revision { known = Known(revision: revision) }
      if known.revision == revision { known.values[name] = value }
    }
    return value
  }
}

extension LedgerStore {
  /// What the ledger as its last entry left it comes to; where the ledger is held open it is worked out once for
  /// each entry. What it is must follow from its name and the ledger alone.
  package func once<Value: Sendable>(
    _ name: String, _ make: () throws -> Value
  ) throws -> Value {
    guard let memo = database.sharedMemo else { return try make() }
    return try memo.value(name, at: revision, make)
  }
}
