import Foundation

extension TextTable {
  /// A line folded to a width: further lines are indented to the text after the label and two blanks, or else two
  /// columns further right.
  static func lines(of line: String, within width: Int) -> [String] {
    if Self.width(of: line) <= width { return [line] }
    let margin = String(line.prefix { $0 == " " })
    let body = line.dropFirst(margin.count)
    let label = body.range(of: "  ").map { body[..<$0.lowerBound] }
    let rest = label.map { body[$0.endIndex...].drop { $0 == " " } }
    let indent = rest.map {
      margin.count + Self.width(of: String(body[..<$0.startIndex]))
    }
    let column = indent.flatMap { $0 < width / 2 ? $0 : nil } ?? margin.count + 2
    let isLabelled = indent == column
    let text = String(isLabelled ? rest ?? body : body)
    let head = isLabelled ? String(line[..<(rest ?? body).startIndex]) : margin
    let start = isLabelled ? column : margin.count
    return folded(text, to: max(8, width - column), first: max(8, width - start))
      .enumerated().map { place, part in
        (place == 0 ? head : String(repeating: " ", count: column)) + part
      }
  }

  /// The text folded to a width; the first line may have another one. Numbers and Latin words stay whole where a line
  /// can hold them; no line begins with a closing mark or ends with an opening one.
  static func folded(_ text: String, to limit: Int, first: Int? = nil) -> [String] {
    var lines = [""]
    var length = 0
    var room: Int { lines.count == 1 ? first ?? limit : limit }
    func end() {
      while lines[lines.count - 1].last == " " { lines[lines.count - 1].removeLast() }
      lines.append("")
      length = 0
    }
    for piece in pieces(of: text) {
      let width = Self.width(of: piece)
      if length > 0, length + width > room { end() }
      if length == 0, lines.count > 1, piece == " " { continue }
      if width <= room {
        lines[lines.count - 1] += piece
        length += width
        continue
      }
      for character in piece {
        let width = Self.width(of: String(character))
        if length + width > room { end() }
        lines[lines.count - 1].append(character)
        length += width
      }
    }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  private static let closing = Set("，。；：、？！）」』》”’…％,.;:?!)]}%")
  private static let opening = Set("（「『《“‘([{")

  /// The unbreakable pieces of a text: single blanks, words, and each other letter with adjacent marks.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isOpen = false
    for character in text {
      let isWord = character.isASCII && character != " "
      let last = pieces.last?.last
      let goesOn =
        last != nil && last != " " && character != " "
        && (isOpen || closing.contains(character) || (isWord && last?.isASCII == true))
      if goesOn {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isOpen = opening.contains(character)
    }
    return pieces
  }
}
