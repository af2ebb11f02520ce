/// Pieces of work whose outcomes are wanted one after the other: another core does them ahead while the
/// caller goes on with those before. A caller that would have to wait does a piece itself meanwhile.
package struct WorkAhead<Outcome: Sendable> {
  private enum Piece {
    case elsewhere(Ahead<Outcome>)
    case here(Result<Outcome, any Error>)
  }

  private let count: Int
  private let work: @Sendable (Int) throws -> Outcome
  /// How many pieces were begun.
  private var begun = 0
  /// Begun and not handed out, in order.
  private var pieces: [Piece] = []

  /// No more than these are begun at a time: their outcomes stand in memory.
  private static var most: Int { 4 }

  /// `work` is told which of the pieces it is to do.
  package init(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Outcome) {
    self.count = count
    self.work = work
  }

  /// The outcome of the next piece; nil after the last.
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

  /// Gives the other core a piece when it has none.
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
