/// A cell that holds a project's name and its content.
enum ContentInName {
  /// Splits the name, the first line or the text before the first colon, from what follows it.
  static func split(_ text: String) -> (name: String?, content: String?) {
    let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
      .map { CellText.unified(String($0)) }.filter { !$0.isEmpty }
    if lines.count > 1 { return (lines[0], lines.dropFirst().joined(separator: " ")) }
    let whole = lines.first ?? ""
    if let colon = whole.firstIndex(where: { $0 == "：" || $0 == ":" }) {
      let name = CellText.unified(String(whole[..<colon]))
      let content = CellText.unified(String(whole[whole.index(after: colon)...]))
      if !name.isEmpty, !content.isEmpty { return (name, content) }
    }
    return (whole.isEmpty ? nil : whole, nil)
  }
}
