/// An Open XML package with its raw parts, for comparing, not for reading lists.
struct PackageView {
  /// A sheet and the part with its cells.
  struct Sheet {
    let name: String
    let isHidden: Bool
    let part: String
  }

  let bytes: [UInt8]
  let limits: Limits
  let archive: Archive
  let sheets: [Sheet]
  /// The name of the workbook's part.
  let workbook: String
  let relationships: Relationships

  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    self.bytes = bytes
    self.limits = limits
    archive = try Archive(bytes, limits: limits, isStopped: { false })
    let package = try Relationships(of: "", in: archive, limits: limits)
    guard let part = package.part("officeDocument") else { throw .noWorkbook }
    workbook = part
    let entries = try WorkbookPart(try archive.require(part), limits: limits).sheets
    let related = try Relationships(of: part, in: archive, limits: limits)
    relationships = related
    sheets = entries.map { entry in
      Sheet(
        name: entry.name, isHidden: entry.isHidden,
        part: related[entry.relationship]?.part ?? "")
    }
  }

  /// The names of all parts.
  var names: [String] { archive.parts }

  /// The names of the parts that differ in another package, or exist in one of the two only.
  func alteredParts(in other: PackageView) throws(SpreadsheetError) -> [String] {
    var altered: [String] = []
    for name in Set(names).union(other.names).sorted() {
      let own = try archive.open(name)?.readAll()
      let found = try other.archive.open(name)?.readAll()
      if own != found { altered.append(name) }
    }
    return altered
  }

  /// Reads a part token by token; does nothing where there is no such part.
  func read(
    _ part: String?,
    _ body: (inout XMLTokenizer, XMLTokenizer.Token) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    guard let part, let stream = try archive.open(part) else { return }
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    while true {
      let token = try xml.next()
      if token == .finished { return }
      try body(&xml, token)
    }
  }
}

extension XMLTokenizer {
  /// The element that has just started with its contents, as one text that does not depend on prefixes
  /// or the order of attributes. Attributes with a prefix, which programs use for their own marks, are
  /// left out.
  mutating func canonicalElement() throws(SpreadsheetError) -> String {
    let target = depth - 1
    var text = try canonicalStart()
    while true {
      switch try next() {
      case .start: text += try canonicalStart()
      case .text:
        let words = try string(bytes(rawText))
        if !words.allSatisfy(\.isWhitespace) { text += words }
      case .end:
        text += ">"
        if depth == target { return text }
      case .finished: throw malformed()
      }
    }
  }

  private func canonicalStart() throws(SpreadsheetError) -> String {
    var all: [String] = []
    for index in 0..<attributeCount where !attributes[index].hasPrefix {
      let attribute = attributes[index]
      let name = String(decoding: bytes(attribute.name), as: UTF8.self)
      all.append("\(name)=\(try string(bytes(attribute.value)))")
    }
    return "<" + String(decoding: bytes(name), as: UTF8.self)
      + all.sorted().map { " " + $0 }.joined()
      + ":"
  }
}
