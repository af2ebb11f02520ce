import Ledger

extension StageOrder {
  /// The order of projects in every book: the more advanced first, then the larger, then the lower number.
  func comesFirst(_ one: ProjectFigures, _ other: ProjectFigures) -> Bool {
    let (left, right) = (order(of: one.stage), order(of: other.stage))
    if left != right { return left > right }
    let (leftTotal, rightTotal) = (one.total?.fen ?? -1, other.total?.fen ?? -1)
    return leftTotal != rightTotal ? leftTotal > rightTotal : one.id < other.id
  }
}
