package import Intake
package import Ledger

extension LayoutDifference {
  /// The difference in words: 本次多了一列：能耗（AB 列）.
  package func words(_ catalogue: Catalogue) -> String {
    func name(_ meaning: String) -> String {
      if meaning.isEmpty { return "不导入" }
      return FieldKey(meaning)?.field.label ?? Field(id: meaning)?.label ?? meaning
    }
    return switch self {
    case .added(let letters, let header):
      header.isEmpty ? "本次多了一列没有表头的：\(letters) 列" : "本次多了一列：\(header)（\(letters) 列）"
    case .missing(let header, let meaning):
      "本次少了一列：\(header)\(meaning.isEmpty ? "（原来就不导入）" : "")"
    case .renamed(let letters, let from, let to): "「\(from)」这次写作「\(to)」（\(letters) 列）"
    case .read(let letters, let header, let before, let now):
      "「\(header)」（\(letters) 列）上次读作\(name(before))，这次读作\(name(now))"
    case .unit(let letters, let header, let before, let now):
      "「\(header)」（\(letters) 列）的单位上次是\(before)，这次是\(now)"
    case .unitKept(let letters, let header, let unit):
      "「\(header)」（\(letters) 列）没有写单位，沿用上次的\(unit)"
    case .newTable: "这张表以前没有报过"
    }
  }
}
