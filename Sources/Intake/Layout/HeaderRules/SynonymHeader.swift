import Ledger

/// The catalogue's synonyms: the whole path first, then the leaf with its heading, then the leaf.
///
/// A text below the heading of a year or a month belongs to that time and has no field.
enum SynonymHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last else { return nil }
    let heading = path.headings.first?.bare ?? ""
    // A hint that is part of the catalogue's label counts before it is dropped: 联系人（电话）.
    let hinted = leaf.text == leaf.bare ? nil : reader.lexicon.meaning(ofText: leaf.text)
    let found =
      hinted ?? reader.lexicon.meaning(ofText: path.joined)
      ?? reader.lexicon.meaning(ofText: heading + leaf.bare)
      ?? reader.lexicon.meaning(of: leaf)
      ?? reader.lexicon.meaning(ofText: withoutProject(leaf.bare))
    guard let found else { return nil }
    switch found {
    case .field(.fixedInvestment) where path.isBelowSeries: return .unmapped
    case .field(let field) where field.kind == .text && path.isBelowPeriod && !isNaming(field):
      return .unmapped
    case .field(.startActual) where path.isPlanned: return .field(.startPlanned)
    case .field(.finishActual) where path.isPlanned: return .field(.finishPlanned)
    default: return found
    }
  }

  /// 项目资金来源 is 资金来源.
  private static func withoutProject(_ leaf: String) -> String {
    leaf.trimmingPrefixes(of: ["项目", "本项目"])
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
