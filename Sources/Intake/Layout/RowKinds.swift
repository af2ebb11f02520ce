/// The kinds of a table's rows by row number: its own rows, and those above that belong to it.
package struct RowKinds: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// The number of the first row with a kind; `kinds` starts there.
  private var first = 0
  private var kinds: [RowKind?] = []

  package init(dictionaryLiteral kinds: (Int, RowKind)...) {
    for (row, kind) in kinds { self[row] = kind }
  }

  /// The kind of a row; nil for blank rows, header rows, and those of other tables.
  package subscript(row: Int) -> RowKind? {
    get { kinds.indices.contains(row - first) ? kinds[row - first] : nil }
    set {
      if kinds.isEmpty { first = row }
      if row < first {
        kinds.insert(contentsOf: repeatElement(nil, count: first - row), at: 0)
        first = row
      }
      let missing = row - first + 1 - kinds.count
      if missing > 0 { kinds += repeatElement(nil, count: missing) }
      kinds[row - first] = newValue
    }
  }

  /// The range from the first to the last row with a kind.
  var numbers: Range<Int> { first..<(first + kinds.count) }

  /// The rows with a kind, from top to bottom.
  package var all: some Sequence<(row: Int, kind: RowKind)> {
    kinds.indices.lazy.compactMap { index in kinds[index].map { (row: first + index, kind: $0) } }
  }
}
