import Ledger

/// A cell that holds a name and a telephone number.
enum ContactText {
  /// Splits the cell into numbers and the remaining text, the name; either may be missing.
  static func split(_ text: String) -> (contact: String?, phone: String?) {
    let source = Array(text)
    // Digits count in any width; the name keeps the source's characters.
    let folded = Array(TextFolding.halfWidth(text))
    guard source.count == folded.count else { return (text, nil) }
    var phones: [String] = []
    var rest = ""
    var index = 0
    while index < folded.count {
      if let end = endOfNumber(from: index, in: folded) {
        phones.append(String(folded[index..<end]))
        rest.append(" ")
        index = end
      } else {
        rest.append(source[index])
        index += 1
      }
    }
    let name = bareName(rest)
    return (name.isEmpty ? nil : name, phones.isEmpty ? nil : phones.joined(separator: "、"))
  }

  /// The end of the telephone number that begins here; nil if none does.
  ///
  /// An area code may be in brackets. Hyphens may separate groups, as may a space if they make at
  /// most eleven digits. An extension (转801) is part of the number.
  private static func endOfNumber(from start: Int, in text: [Character]) -> Int? {
    guard isDigit(text[start]) || text[start] == "+" || isAreaCode(from: start, in: text)
    else { return nil }
    var digits = 0
    var index = start
    var end = start
    while index < text.count {
      let character = text[index]
      if isDigit(character) {
        digits += 1
        end = index + 1
      } else if "+(".contains(character) {
        guard index == start else { break }
      } else if character == ")" {
        guard text[start] == "(", digits <= 4 else { break }
      } else if character == " " {
        let next = text[(index + 1)...].prefix(while: isDigit).count
        guard digits + next <= (text[start] == "+" ? 13 : 11) else { break }
      } else if !"-—转".contains(character) {
        break
      }
      index += 1
    }
    return digits >= 7 ? end : nil
  }

  /// Whether three or four digits in brackets begin here: (0772).
  private static func isAreaCode(from start: Int, in text: [Character]) -> Bool {
    guard text[start] == "(", let close = text[start...].firstIndex(of: ")") else { return false }
    let inside = text[(start + 1)..<close]
    return (3...4).contains(inside.count) && inside.allSatisfy(isDigit)
  }

  /// The name without the words and marks that introduced the number.
  private static func bareName(_ rest: String) -> String {
    var name = CellText.unified(rest).trimming(isMark)
    for word in ["联系电话", "电话", "手机号码", "手机号", "手机", "联系方式"] where name.hasSuffix(word) {
      name = String(name.dropLast(word.count)).trimming(isMark)
    }
    return name.replacing(" 、", with: "、").replacing("、 ", with: "、")
  }

  private static func isMark(_ character: Character) -> Bool { " ,，、;；:：/()（）".contains(character) }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

extension String {
  /// The text without the matching characters at both ends.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var slice = self[...]
    while let first = slice.first, isTrimmed(first) { slice.removeFirst() }
    while let last = slice.last, isTrimmed(last) { slice.removeLast() }
    return String(slice)
  }
}
