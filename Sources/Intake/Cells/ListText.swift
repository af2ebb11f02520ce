import Ledger

/// A cell that names several items.
enum ListText {
  /// The names in order, split at 、，,；; / and white space; blank marks are left out.
  static func names(in text: String) -> [String] {
    text.split { isSeparator($0) }.map(String.init).filter { !CellText.isBlank($0) }
  }

  static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case "、", "，", ",", "；", ";", "/", "／", " ", "\u{3000}": true
    default: false
    }
  }
}
