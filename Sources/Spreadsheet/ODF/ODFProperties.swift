/// The properties of a document (meta.xml), including user-defined ones.
enum ODFProperties {
  /// Reads the properties by the names that Office Open XML uses.
  static func read(
    _ archive: Archive, limits: Limits
  ) throws(SpreadsheetError) -> [String: String] {
    guard let stream = try archive.open("meta.xml") else { return [:] }
    var properties: [String: String] = [:]
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.depth == 3:
        let isDefined = xml.isNamed("user-defined")
        let local = String(decoding: xml.bytes(xml.name), as: UTF8.self)
        let name = isDefined ? try xml.qualifiedText("name") : local
        let value = String(decoding: try xml.elementText(), as: UTF8.self)
        if let name, !value.isEmpty { properties[name] = value }
      case .finished: return properties
      case .start, .end, .text: break
      }
    }
  }
}
