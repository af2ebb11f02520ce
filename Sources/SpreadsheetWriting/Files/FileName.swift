/// File names that are valid on all systems.
package enum FileName {
  /// A valid name without extension: no separators, wildcards, quotes or controls, and short enough for
  /// 255 bytes with a suffix.
  package static func legal(_ name: String) -> String {
    var room = longest
    let letters = name.map { letter in
      let isControl = letter.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      return isControl || "/\\:*?\"<>|".contains(letter) ? "_" : letter
    }
    return String(
      letters.prefix { letter in
        room -= letter.utf8.count
        return room >= 0
      })
  }

  /// In bytes; a Chinese character has three.
  private static let longest = 225
}
