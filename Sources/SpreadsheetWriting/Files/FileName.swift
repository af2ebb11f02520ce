/// Names of files as all systems take them.
package enum FileName {
  /// A name without its extension: no separators, wildcards, quotes or controls, and short enough for 255
  /// bytes with what is put around it.
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

  /// In bytes; a Chinese character is three.
  private static let longest = 225
}
