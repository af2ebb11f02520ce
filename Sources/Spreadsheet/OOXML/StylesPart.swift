/// The styles part (ECMA-376 18.8), as far as reading needs it: the date parts of each cell format.
struct StylesPart: Sendable {
  /// By cell format index; nil for formats of numbers and texts.
  private var partsOfFormat: [DateParts?] = []

  /// The date parts a cell format shows; nil for numbers.
  func dateParts(ofFormat index: Int) -> DateParts? {
    index >= 0 && index < partsOfFormat.count ? partsOfFormat[index] : nil
  }

  static func read(
    _ archive: Archive, _ name: String, limits: Limits
  ) throws(SpreadsheetError) -> StylesPart {
    var styles = StylesPart()
    guard let bytes = try archive.part(name) else { return styles }
    var codes: [Int: String] = [:]
    var isInCellFormats = false
    try XMLPart.read(bytes, part: name, limits: limits) { (reader) throws(SpreadsheetError) in
      if reader.isNamed("numFmt"), let id = reader.integer(of: "numFmtId"),
        let code = try reader.text(of: "formatCode")
      {
        codes[id] = code
      } else if reader.isNamed("cellXfs") {
        isInCellFormats = true
      } else if reader.isNamed("cellStyles") || reader.isNamed("dxfs") || reader.isNamed("cellStyleXfs") {
        isInCellFormats = false
      } else if reader.isNamed("xf"), isInCellFormats {
        let id = reader.integer(of: "numFmtId") ?? 0
        let parts = codes[id].map(NumberFormat.parts(ofCode:)) ?? NumberFormat.builtInParts(id)
        styles.partsOfFormat.append(parts)
      }
    }
    return styles
  }
}
