/// The number formats of a workbook's styles, in a form in which programs write the same one alike.
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

  /// The format of a style; that of cells without one is General.
  subscript(style: Int) -> String { codes.indices.contains(style) ? codes[style] : "General" }

  /// Quotes and backslashes that change nothing are dropped.
  private static func plain(_ code: String) -> String {
    let bare = code.filter { !"\\\"".contains($0) }
    return bare.lowercased() == "general" || bare.isEmpty ? "General" : bare
  }

  /// ECMA-376 §18.8.30, as far as numbers go.
  private static let builtIn = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00",
    49: "@",
  ]
}
