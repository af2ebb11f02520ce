/// The number formats of a workbook's styles, normalised, since programs write the same format differently.
struct CellFormats {
  private var codes: [String] = []

  init(_ package: PackageView) throws(SpreadsheetError) {
    var own: [Int: String] = [:]
    var formats: [Int] = []
    var isInCells = false
    try package.read(package.relationships.part("styles")) {
      (xml, token) throws(SpreadsheetError) in
      if xml.isNamed("cellXfs"), token != .text { isInCells = token == .start }
      guard token == .start else { return }
      if xml.isNamed("numFmt"), let id = xml.integer("numFmtId") {
        own[id] = try xml.text("formatCode")
      } else if isInCells, xml.isNamed("xf") {
        formats.append(xml.integer("numFmtId") ?? 0)
      }
    }
    codes = formats.map { Self.plain(own[$0] ?? Self.builtIn[$0] ?? "#\($0)") }
  }

  /// The format code of a style; General for cells without one.
  subscript(style: Int) -> String { codes.indices.contains(style) ? codes[style] : "General" }

  /// Drops quotes and backslashes, which do not change the format.
  private static func plain(_ code: String) -> String {
    let bare = code.filter { !"\\\"".contains($0) }
    return bare.lowercased() == "general" || bare.isEmpty ? "General" : bare
  }

  /// Built-in number formats (ECMA-376 §18.8.30).
  private static let builtIn = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00",
    49: "@",
  ]
}
