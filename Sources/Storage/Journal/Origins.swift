import Ledger

/// The origins of a project's values.
///
/// A value that an undo restored keeps its first origin; so does one that a merge copied from another project, or
/// that a list stated for this project while it was merged into another: `elsewhere` returns these origins for a
/// step.
enum Origins {
  static func of(
    _ history: [HistoryStep],
    elsewhere: (HistoryStep) throws -> [FieldKey: Origin] = { _ in [:] }
  ) rethrows -> [FieldKey: Origin] {
    var current: [FieldKey: Origin] = [:]
    var earlier: [FieldKey: [(value: Value, origin: Origin)]] = [:]
    /// Statements of lists that were not adopted; an undo may adopt them later.
    var stated: [FieldKey: [(value: Value, origin: Origin)]] = [:]
    for step in history {
      for word in step.change.stated where !step.isUndone {
        guard let value = word.value else { continue }
        let field = FieldChange(key: word.key, before: nil, after: value, raw: word.raw)
        stated[word.key, default: []].append((value, origin(of: field, in: step)))
      }
      let taken = try elsewhere(step)
      for field in step.change.fields {
        guard let value = field.after else {
          current[field.key] = nil
          continue
        }
        var origin = origin(of: field, in: step)
        if step.entry.kind == .undo,
          let first = earlier[field.key]?.last(where: { $0.value == value })
            ?? stated[field.key]?.last(where: { $0.value == value })
        {
          origin = first.origin
        }
        if let first = taken[field.key] { origin = first }
        current[field.key] = origin
        earlier[field.key, default: []].append((value, origin))
      }
    }
    return current
  }

  /// The origin of a value that a step set.
  static func origin(of field: FieldChange, in step: HistoryStep) -> Origin {
    origin(of: field, entry: step.entry.number, step.entry.source, step.change.row)
  }

  /// The cell of a value that an entry took from a row of its list.
  static func origin(
    of field: FieldChange, entry: Int64, _ source: Source?, _ row: SourceRow?
  ) -> Origin {
    guard let source, let row, source.tables.indices.contains(row.table) else {
      return Origin(
        entry: entry, fileName: source?.fileName, sheet: nil, cell: nil, raw: field.raw)
    }
    let table = source.tables[row.table]
    let isConstant = table.isConstant(field)
    return Origin(
      entry: entry, fileName: source.fileName, sheet: table.sheet,
      cell: isConstant
        ? nil : table.columns[field.key].map { letters(of: $0) + String(row.number) },
      raw: field.raw,
      isConstant: isConstant)
  }

  /// A column's letters: 0 is `A`, 26 is `AA`.
  private static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters.insert(
        Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))), at: letters.startIndex)
      rest /= 26
    }
    return letters
  }
}
