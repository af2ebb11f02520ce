import Ledger

/// The catalogue's synonyms: the whole path first, then the leaf with its heading, then the leaf.
///
/// A text below the heading of a year or a month belongs to that time and has no field.
enum SynonymHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last else { return nil }
    let heading = path.headings.first?.bare ?? ""
    let found =
      reader.lexicon.meaning(ofText: path.joined)
      ?? reader.lexicon.meaning(ofText: heading + leaf.bare)
      ?? reader.lexicon.meaning(of: leaf)
    guard let found else { return nil }
    switch found {
    case .field(let field) where field.kind == .text && path.isBelowPeriod && !isNaming(field):
      return .unmapped
    case .field(.startActual) where path.joined.isPlanned: return .field(.startPlanned)
    case .field(.finishActual) where path.joined.isPlanned: return .field(.finishPlanned)
    default: return found
    }
  }

  /// Fields that say which project it is; they stand below any heading.
  private static func isNaming(_ field: Field) -> Bool {
    field == .name || field == .code || field == .localNumber
  }
}

extension String {
  /// Whether a header speaks of a plan: 计划, 预计, 拟.
  var isPlanned: Bool { containsAny(["计划", "预计", "拟", "预期"]) }
}
