/// The document properties of a package (docProps), core and custom.
enum DocumentProperties {
  /// Reads the properties by name; where both parts have one, the custom one counts.
  static func read(
    _ package: Relationships, in archive: Archive, limits: Limits
  ) throws(SpreadsheetError) -> [String: String] {
    var properties: [String: String] = [:]
    if let part = package.part("core-properties") ?? package.part("metadata/core-properties"),
      let stream = try archive.open(part)
    {
      try readCore(stream, into: &properties, limits: limits)
    }
    if let part = package.part("custom-properties") ?? package.part("customProperties"),
      let stream = try archive.open(part)
    {
      try readCustom(stream, into: &properties, limits: limits)
    }
    return properties
  }

  private static func readCore(
    _ stream: PartStream, into properties: inout [String: String], limits: Limits
  ) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.depth == 2:
        let name = String(decoding: xml.bytes(xml.name), as: UTF8.self)
        properties[name] = String(decoding: try xml.elementText(), as: UTF8.self)
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }

  private static func readCustom(
    _ stream: PartStream, into properties: inout [String: String], limits: Limits
  ) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    var name: String?
    while true {
      switch try xml.next() {
      case .start where xml.depth == 2: name = try xml.text("name")
      case .start where xml.depth == 3:
        let value = String(decoding: try xml.elementText(), as: UTF8.self)
        if let name { properties[name] = value }
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }
}
