/// Escaping for YAML files that people fill in.
enum YAMLText {
  /// A double-quoted scalar that YAML reads back unchanged.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x22, 0x5C: quoted += "\\" + String(scalar)
      case 0x0A: quoted += "\\n"
      // Escaped so that no parser takes it for an alias.
      case 0x2A where isName(scalars[scalars.index(after: index)...].first):
        quoted += "\\x2A"
      case 0x20..<0x7F, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...:
        quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "\""
  }

  /// Text for a comment: on one line, without characters that YAML interprets.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x2A: "＊"
          case 0x20..<0x7F, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...:
            scalar
          default: " "
          }
        }))
  }

  private static func isName(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }
      ?? false || scalar == "_" || scalar == "-"
  }
}
