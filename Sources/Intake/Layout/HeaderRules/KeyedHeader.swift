import Ledger

/// A series with its period in square brackets, as the ledger's own tables head it: 完成投资[2026-01..03].
///
/// The period is the ledger's written form, so that what it wrote is read as what it meant.
enum KeyedHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard path.labels.count == 1, let text = path.labels.first?.text, text.hasSuffix("]"),
      let open = text.firstIndex(of: "["),
      let period = Period(text[text.index(after: open)...].dropLast())
    else { return nil }
    return Field.allCases.first { $0.kind == .series && $0.label == text[..<open] }
      .map { .series($0, period) }
  }
}
