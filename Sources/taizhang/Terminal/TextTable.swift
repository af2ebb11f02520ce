import Operations
import Wording

/// A table of plain text: columns aligned, East Asian characters counted as two units wide.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let header: [String]
  private let alignment: [Alignment]
  private var rows: [[String]] = []

  init(_ columns: [(String, Alignment)]) {
    header = columns.map(\.0)
    alignment = columns.map(\.1)
  }

  mutating func add(_ row: [String]) { rows.append(row.map(\.onOneLine)) }

  /// The lines within the width of the terminal: header, rule, rows.
  var lines: [String] { lines(within: Terminal.width) }

  /// The lines within a width: the widest text columns are cut, and if that is not enough, columns are dropped from the
  /// right.
  func lines(within limit: Int) -> [String] {
    var shown = Array(widths.enumerated().map { (number: $0, width: $1) })
    func excess() -> Int { shown.reduce(-2) { $0 + $1.width + 2 } - limit }
    while excess() > 0 {
      let texts = shown.indices.filter {
        alignment[shown[$0].number] == .left && shown[$0].width > Self.least
      }
      if let widest = texts.max(by: { shown[$0].width < shown[$1].width }) {
        let next = texts.filter { $0 != widest }.map { shown[$0].width }.max() ?? Self.least
        let cut = min(excess(), max(1, shown[widest].width - max(next, Self.least)))
        shown[widest].width -= cut
      } else if shown.count > 1 {
        shown.removeLast()
      } else {
        break
      }
    }
    return lines(shown)
  }

  /// The lines within a width: one column is cut, and if that is not enough, others are dropped in the given order.
  func lines(within limit: Int, cutting column: Int, dropping order: [Int]) -> [String] {
    var shown = Array(header.indices)
    let widths = widths
    func rest() -> Int {
      limit - shown.filter { $0 != column }.reduce(0) { $0 + widths[$1] + 2 }
    }
    for number in order where rest() < min(Self.least, widths[column]) {
      shown.removeAll { $0 == number }
    }
    let room = min(widths[column], max(rest(), Self.least))
    return lines(shown.map { ($0, $0 == column ? room : widths[$0]) })
  }

  /// The minimum width to which a column is cut.
  private static let least = 16

  private var widths: [Int] {
    header.indices.map { column in
      ([header] + rows).map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }
        .max() ?? 0
    }
  }

  private func lines(_ columns: [(number: Int, width: Int)]) -> [String] {
    var lines = ([header] + rows).map { row in
      columns.map { column, width in
        let cell = Self.cut(row.indices.contains(column) ? row[column] : "", to: width)
        let padding = String(repeating: " ", count: max(0, width - Self.width(of: cell)))
        return alignment[column] == .right ? padding + cell : cell + padding
      }.joined(separator: "  ").trimmingTrailingSpaces()
    }
    lines.insert(
      columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "  "), at: 1)
    return lines
  }

  /// The width of a text on a terminal, in units.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }

  /// The text cut to a width, with an ellipsis if it was longer.
  static func cut(_ text: String, to limit: Int) -> String {
    if width(of: text) <= limit { return text }
    var result = ""
    for character in text {
      if width(of: result + String(character)) > limit - 1 { break }
      result.append(character)
    }
    return result + "…"
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
