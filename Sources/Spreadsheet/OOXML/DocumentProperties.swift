/// The core and custom properties of a workbook (ECMA-376 part 2, 8.3, and part 1, 22.3).
enum DocumentProperties {
  static func read(
    _ archive: Archive, limits: Limits
  ) throws(SpreadsheetError) -> [String: String] {
    var properties: [String: String] = [:]
    if let core = try archive.part("docProps/core.xml") {
      try XMLPart.read(core, part: "docProps/core.xml", limits: limits) { (reader) throws(SpreadsheetError) in
        for name in ["title", "subject", "description", "creator", "keywords"] as [StaticString]
        where reader.isNamed(name) {
          let text = try XMLPart.text(&reader)
          properties["\(name)"] = String(decoding: text, as: UTF8.self)
          return
        }
      }
    }
    if let custom = try archive.part("docProps/custom.xml") {
      try XMLPart.read(custom, part: "docProps/custom.xml", limits: limits) { (reader) throws(SpreadsheetError) in
        guard reader.isNamed("property"), let name = try reader.text(of: "name") else { return }
        properties[name] = String(decoding: try XMLPart.text(&reader), as: UTF8.self)
      }
    }
    return properties
  }
}
