import Ledger

extension StageOrder {
  /// Whether a project stands before another in every book: the one further on, the larger, the older.
  func comesFirst(_ one: ProjectFigures, _ other: ProjectFigures) -> Bool {
    let (left, right) = (order(of: one.stage), order(of: other.stage))
    if left != right { return left > right }
    let (leftTotal, rightTotal) = (one.total?.fen ?? -1, other.total?.fen ?? -1)
    return leftTotal != rightTotal ? leftTotal > rightTotal : one.id < other.id
  }
}
