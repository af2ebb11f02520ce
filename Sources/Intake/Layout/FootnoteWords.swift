import Ledger

/// The words that mark a row as a note: 注：, 填表人：, ★, a page number, 以下空白.
enum FootnoteWords {
  /// Whether a row with this first text is a note.
  static func areFootnote(_ first: String) -> Bool {
    let folded = TextFolding.halfWidth(first)
    if let lead = leads.first(where: { folded.hasPrefix($0) }),
      folded.dropFirst(lead.count).prefix(12).contains(":")
    {
      return true
    }
    return folded.hasPrefix("★") && !folded.dropFirst().contains("★") || isPageNumber(folded)
      || areFiller(folded)
  }

  /// Whether a text marks an intentionally blank part: 以下空白, （此页无正文）, ……
  static func areFiller(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let bare = TextFolding.halfWidth(text).filter { !$0.isWhitespace }.trimming {
      "()[]【】-—".contains($0)
    }
    if ["以下空白", "此页无正文", "本页以下空白", "以下无正文"].contains(bare) { return true }
    return !bare.isEmpty && bare.allSatisfy { ".…。·⋯".contains($0) }
  }

  private static let leads = [
    "注", "备注", "说明", "填表", "审核", "填报", "制表", "复核", "审批", "单位负责人", "附", "联系人",
    "联系电话", "电话",
  ]

  private static func isPageNumber(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace }
    guard bare.hasPrefix("第") || bare.hasPrefix("-") || bare.hasPrefix("—"), bare.count <= 16 else {
      return false
    }
    return (bare.contains("页") && bare.contains(where: \.isNumber))
      || bare.trimming { "-—".contains($0) }.allSatisfy(\.isNumber) && bare.count > 2
  }
}
