/// The number of rows to read or write at once: large enough to amortize the round trip to a server, small enough for
/// memory.
enum Batches {
  static let size = 1_000
}

extension Sequence {
  /// Calls `body` with batches of elements, each small enough for one statement.
  func forEachBatch(_ body: ([Element]) throws -> Void) rethrows {
    var batch: [Element] = []
    for element in self {
      batch.append(element)
      if batch.count == Batches.size {
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try body(batch) }
  }
}
