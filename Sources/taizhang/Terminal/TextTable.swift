import Operations
import Wording

/// A table of plain text: columns aligned, East Asian characters two units wide.
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

  /// The lines, header first, with a rule below it.
  var lines: [String] {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    var lines = all.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: max(0, widths[column] - Self.width(of: cell)))
        return alignment[column] == .right ? padding + cell : cell + padding
      }.joined(separator: "  ").trimmingTrailingSpaces()
    }
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    return lines
  }

  /// How many units a text takes on a terminal.
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

  /// The text cut to a width, with an ellipsis where it was longer.
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
