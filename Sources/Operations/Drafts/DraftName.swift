/// What an upload is called: data that is shown and kept, and never a path.
enum DraftName {
  /// The last component of a name, whatever system it is of, without what is no character of a line; at most
  /// 200 characters, of which the extension is the last.
  static func of(_ text: String) -> String {
    let component = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in component.unicodeScalars where !isHidden(scalar) { scalars.append(scalar) }
    let name = String(scalars)
    return name.count <= limit ? name : String(name.prefix(limit - 12)) + "…" + name.suffix(11)
  }

  private static let limit = 200

  /// Controls, line ends, and what turns the direction of a line round.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: false
    }
  }
}
