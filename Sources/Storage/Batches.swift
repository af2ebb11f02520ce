/// How many rows are asked for or written at once: enough that the way to a server and back counts for little, and
/// few enough to be in memory.
enum Batches {
  static let size = 1_000
}

extension Sequence {
  /// Hands over the elements, so many at a time that one statement asks for them.
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
