import Ledger

/// Columns that only the ledger's own tables have: a series with its period in square brackets, as in
/// 完成投资[2026-01..03], and texts of several months in one cell, which are not read back.
///
/// The period has the form the ledger writes, so that its own tables are read back exactly.
enum KeyedHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard path.labels.count == 1, let text = path.labels.first?.text else { return nil }
    if joined.contains(text) { return .unmapped }
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "["),
      let period = Period(text[text.index(after: open)...].dropLast())
    else { return nil }
    return Field.allCases.first { $0.kind == .series && $0.label == text[..<open] }
      .map { .series($0, period) }
  }

  /// The labels of fields without a list column that would match another field without their hint:
  /// 形象进度（分月）.
  private static let joined = Set(
    Field.allCases.filter { !$0.kind.isColumn && $0.kind != .series }
      .map { HeaderLabel($0.label) }.filter { $0.text != $0.bare }.map(\.text))
}
