package import Ledger
import Spreadsheet

/// A column that nothing knows, with what helps a person to say what it is.
package struct UnknownColumn: Hashable, Sendable {
  /// Column number from 0.
  package let index: Int
  /// The labels from top to leaf; none where values stand below no header.
  package let header: [String]
  /// Up to three different values of its project rows.
  package let samples: [String]
  /// Up to three fields with similar labels, the nearest first.
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
    let named = Set(layout.columns.map(\.index))
    var samples: [Int: [String]] = [:]
    let known = named.subtracting(unknown.map(\.index))
    // Most rows stand in known columns alone, and are passed by quickly.
    let isKnown = (0...(known.max() ?? 0)).map(known.contains)
    let firstUnknown = isKnown.firstIndex(of: false) ?? isKnown.count
    for row in sheet.rows where row.cells.last.map({ $0.column >= firstUnknown }) ?? false {
      guard layout.rowKinds[row.number] == .project else { continue }
      for cell in row.cells where !isKnown.has(cell.column) {
        let text = CellText.raw(of: cell.value)
        let known = samples[cell.column] ?? []
        if known.count < 3, !CellText.isBlank(text), !known.contains(text) {
          samples[cell.column] = known + [text]
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
}
