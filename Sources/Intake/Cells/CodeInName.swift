import Ledger

/// A cell that holds a project's name and its code.
enum CodeInName {
  /// Splits the cell into name and code; a bracket without a code stays in the name.
  static func split(_ text: String) -> (name: String?, code: String?) {
    let folded = Array(TextFolding.halfWidth(text))
    let source = Array(text)
    guard folded.count == source.count, var range = code(in: folded) else {
      return (text.isEmpty ? nil : text, nil)
    }
    let code = String(folded[range])
    // Removes 项目代码： before the code, and a bracket around both, together with it.
    let marks = " ,，、;；:：/"
    func before(_ place: Int) -> Int {
      var place = place
      while place > 0, marks.contains(folded[place - 1]) { place -= 1 }
      return place
    }
    var start = before(range.lowerBound)
    for label in labels where folded[..<start].suffix(label.count).elementsEqual(label) {
      start = before(start - label.count)
      break
    }
    var end = range.upperBound
    let opens = start > 0 && "([【〔".contains(folded[start - 1])
    if opens, end < folded.count, ")]】〕".contains(folded[end]) {
      range = (start - 1)..<(end + 1)
    } else {
      while end < folded.count, marks.contains(folded[end]) { end += 1 }
      range = start..<end
    }
    let parts = [source[..<range.lowerBound], source[range.upperBound...]].map { String($0) }
    let name = CellText.unified(parts.joined(separator: " ")).trimming { marks.contains($0) }
    return (name.isEmpty ? nil : name, code)
  }

  private static let labels = [
    "投资项目统一代码", "项目统一代码", "投资项目代码", "项目代码", "项目编码", "统一代码", "代码", "编码",
  ].map(Array.init)

  /// The range of the first run of digits and dashes that forms a code.
  private static func code(in text: [Character]) -> Range<Int>? {
    var start = 0
    while start < text.count {
      guard isDigit(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, isDigit(text[end]) || isDash(text[end]) { end += 1 }
      while isDash(text[end - 1]) { end -= 1 }
      if ProjectCode(String(text[start..<end])).canonical != nil { return start..<end }
      start = end
    }
    return nil
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func isDash(_ character: Character) -> Bool { "-_—–‐‑‒―−".contains(character) }
}
