/// A sequence of tasks whose outcomes are consumed in order: another core runs ahead of the caller. A
/// caller that would have to wait runs a task itself.
package struct Prefetcher<Outcome: Sendable> {
  private enum Piece {
    case elsewhere(Ahead<Outcome>)
    case here(Result<Outcome, any Error>)
  }

  private let count: Int
  private let work: @Sendable (Int) throws -> Outcome
  /// The number of tasks started.
  private var begun = 0
  /// Started tasks whose outcome is not consumed, in order.
  private var pieces: [Piece] = []

  /// The most tasks started at a time: their outcomes are in memory.
  private static var most: Int { 4 }

  /// `work` receives the index of its task, from 0.
  package init(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Outcome) {
    self.count = count
    self.work = work
  }

  /// The outcome of the next task; nil after the last. Throws the error of the task.
  package mutating func next() throws -> Outcome? {
    keepBusy()
    while case .elsewhere(let piece)? = pieces.first, !piece.isDone, pieces.count < Self.most,
      let index = begin()
    {
      pieces.append(.here(Result { [work] in try work(index) }))
    }
    guard !pieces.isEmpty else { return nil }
    switch pieces.removeFirst() {
    case .here(let outcome): return try outcome.get()
    case .elsewhere(let piece):
      let outcome = Result { try piece.get() }
      keepBusy()
      return try outcome.get()
    }
  }

  /// Starts a task on the other core when it has none.
  private mutating func keepBusy() {
    let isBusy = pieces.contains { if case .elsewhere = $0 { true } else { false } }
    guard !isBusy, let index = begin() else { return }
    pieces.append(.elsewhere(Ahead { [work] in try work(index) }))
  }

  private mutating func begin() -> Int? {
    guard begun < count else { return nil }
    begun += 1
    return begun - 1
  }
}
