/// The name of an upload: data that is shown and stored, never a path.
enum DraftName {
  /// The last path component, for any system, without control and format characters; at most 200 characters,
  /// with the extension kept.
  static func of(_ text: String) -> String {
    let component = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in component.unicodeScalars where !isHidden(scalar) { scalars.append(scalar) }
    let name = String(scalars)
    return name.count <= limit ? name : String(name.prefix(limit - 12)) + "…" + name.suffix(11)
  }

  private static let limit = 200

  /// Control characters, line ends, and marks that change the text direction.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: false
    }
  }
}
