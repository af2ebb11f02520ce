import Spreadsheet

/// Makes sheet names that every office program accepts.
///
/// At most 31 UTF-16 units, none of `[]:*?/\`, no quote at either end, unique ignoring case, and not
/// Excel's reserved name. Quotes and exclamation marks are replaced too: libxlsxwriter does not find a
/// sheet by a name with them.
package enum SheetNames {
  /// Valid, unique names for sheets in the same order; valid names are unchanged.
  package static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { index, name in
      let plain = legal(name, number: index + 1)
      var candidate = plain
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = prefix(of: plain, units: longest - "\(number)".count) + "\(number)"
        number += 1
      }
      return candidate
    }
  }

  private static let longest = 31
  private static let replaced: [Character: String] = [
    "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼", "'": "’", "!": "！",
    "\n": " ", "\r": " ", "\r\n": " ", "\t": " ",
  ]

  private static func legal(_ name: String, number: Int) -> String {
    let letters = XMLCharacters.legible(name).map { replaced[$0] ?? String($0) }.joined()
    let kept = prefix(of: letters, units: longest)
    if kept.allSatisfy(\.isWhitespace) { return "表\(number)" }
    return kept.lowercased() == "history" ? kept + "_" : kept
  }

  private static func prefix(of name: String, units: Int) -> String {
    var room = units
    return String(
      name.prefix { character in
        room -= character.utf16.count
        return room >= 0
      })
  }
}
