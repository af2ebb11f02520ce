package import Ledger
import Spreadsheet

/// An unknown column, with details that help a person to decide its meaning.
package struct UnknownColumn: Hashable, Sendable {
  /// Column number from 0.
  package let index: Int
  /// The labels from top to leaf; empty for values without a header.
  package let header: [String]
  /// Up to three different values of its project rows.
  package let samples: [String]
  /// Up to three fields with similar labels, most similar first.
  package let nearest: [Field]

  /// The column's letters, such as `AB`.
  package var letters: String { CellReference.letters(index) }
}

extension UnknownColumn {
  /// The unknown columns of a table, those without a header last.
  static func all(in layout: TableLayout, of sheet: Sheet, _ lexicon: HeaderLexicon)
    -> [UnknownColumn]
  {
    let unknown = layout.columns.filter { $0.isUnknown && !$0.path.isEmpty }
    if layout.form != nil { return [] }
    let named = Set(layout.columns.map(\.index))
    var samples: [Int: [String]] = [:]
    let known = named.subtracting(unknown.map(\.index))
    // Known columns, and those with three samples, are settled: soon most rows are skipped.
    var isSettled = (0...(known.max() ?? 0)).map(known.contains)
    var firstOpen = isSettled.firstIndex(of: false) ?? isSettled.count
    for row in sheet.passedRows where row.cells.lastColumn >= firstOpen {
      guard layout.rowKinds[row.number] == .project else { continue }
      for position in row.cells.indices {
        let column = row.cells.column(at: position)
        if isSettled.has(column) { continue }
        let text = CellText.raw(of: row.cells[position].value)
        let known = samples[column] ?? []
        if CellText.isBlank(text) || known.contains(text) { continue }
        samples[column] = known + [text]
        if known.count == 2 {
          isSettled.settle(column)
          firstOpen = isSettled.firstIndex(of: false) ?? isSettled.count
        }
      }
    }
    let withHeader = unknown.map { column in
      UnknownColumn(
        index: column.index, header: column.path, samples: samples[column.index] ?? [],
        nearest: lexicon.nearestFields(to: column.path.last ?? ""))
    }
    let withoutHeader = samples.keys.filter { !named.contains($0) }.sorted().map { index in
      UnknownColumn(index: index, header: [], samples: samples[index] ?? [], nearest: [])
    }
    return withHeader + withoutHeader
  }
}

extension [Bool] {
  fileprivate func has(_ index: Int) -> Bool { index < count && self[index] }

  fileprivate mutating func settle(_ index: Int) {
    if index >= count { self += repeatElement(false, count: index + 1 - count) }
    self[index] = true
  }
}
