import Ledger
import Spreadsheet

/// A difference between a table and the sender's last list (本次多了一列：能耗).
package enum LayoutDifference: Hashable, Sendable {
  /// A new column.
  case added(letters: String, header: String)
  /// A column that is gone.
  case missing(header: String, meaning: String)
  /// A column with the same meaning and another header.
  case renamed(letters: String, from: String, to: String)
  /// A column with another meaning than before; meanings in interchange form, empty for none.
  case read(letters: String, header: String, before: String, now: String)
  /// A column whose numbers had another unit.
  case unit(letters: String, header: String, before: String, now: String)
  /// A column that states no unit; the last list's unit applies.
  case unitKept(letters: String, header: String, unit: String)
  /// A table unlike any before.
  case newTable
}

extension LayoutDifference {
  /// The differences from the sender's last list.
  static func all(in layout: TableLayout, of told: KnownLayout, _ catalogue: Catalogue) -> [Self] {
    if told.known.isEmpty { return [] }
    guard let last = layout.last else { return [.newTable] }
    return all(
      between: last, and: Recipe.Table(learnedFrom: layout, catalogue),
      kept: Set(layout.columns.filter(\.isUnitKept).map(\.letters)))
  }

  /// The differences between a table's current layout and its last one.
  private static func all(
    between last: Recipe.Table, and now: Recipe.Table, kept: Set<String>
  ) -> [Self] {
    var missing = last.columns
    var added: [Recipe.Column] = []
    var differences: [Self] = []
    for column in now.columns {
      guard let index = missing.firstIndex(where: { $0.form == column.form }) else {
        added.append(column)
        continue
      }
      let before = missing.remove(at: index)
      let header = column.header ?? ""
      if before.meaning != column.meaning {
        differences.append(
          .read(
            letters: column.letters, header: header, before: before.meaning, now: column.meaning))
      } else if kept.contains(column.letters), let unit = column.unit {
        differences.append(.unitKept(letters: column.letters, header: header, unit: unit))
      } else if let unit = column.unit, let old = before.unit, unit != old {
        differences.append(
          .unit(letters: column.letters, header: header, before: old, now: unit))
      }
    }
    for column in added {
      let same = missing.firstIndex { !$0.meaning.isEmpty && $0.meaning == column.meaning }
      if let same {
        let before = missing.remove(at: same)
        differences.append(
          .renamed(
            letters: column.letters, from: before.header ?? "", to: column.header ?? ""))
      } else {
        differences.append(.added(letters: column.letters, header: column.header ?? ""))
      }
    }
    return differences
      + missing.map { .missing(header: $0.header ?? $0.letters, meaning: $0.meaning) }
  }
}
