/// Reads an Office Open XML workbook (ECMA-376, transitional and strict).
enum OOXMLWorkbook {
  /// Reads all sheets; parts that lists do not need are never unpacked.
  static func read(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) -> Workbook {
    let archive = try Archive(bytes, limits: limits)
    let main = try mainPart(of: archive, limits: limits)
    let workbook = try WorkbookPart.read(archive, main, limits: limits)
    let relations = try Relationships.read(archive, of: main, limits: limits)
    let styles = try StylesPart.read(
      archive, relations.target(ofType: "styles") ?? "xl/styles.xml", limits: limits)
    let strings = try SharedStrings.read(
      archive, relations.target(ofType: "sharedStrings") ?? "xl/sharedStrings.xml", limits: limits)
    var cellCount = 0
    var sheets: [Sheet] = []
    for entry in workbook.sheets {
      guard let relation = relations.byID[entry.relation], relation.isWorksheet else { continue }
      guard let part = try archive.part(relation.target) else {
        throw .missingPart(relation.target)
      }
      var parser = SheetPart(
        styles: styles, strings: strings, dateSystem: workbook.dateSystem, limits: limits,
        name: entry.name, part: relation.target, cellCount: cellCount)
      sheets.append(try parser.read(part, isHidden: entry.isHidden))
      cellCount = parser.cellCount
    }
    return Workbook(
      format: .xlsx, sheets: sheets, dateSystem: workbook.dateSystem,
      hasMacros: archive.contains("xl/vbaProject.bin"),
      properties: try DocumentProperties.read(archive, limits: limits))
  }

  private static func mainPart(
    of archive: Archive, limits: Limits
  ) throws(SpreadsheetError) -> String {
    let root = try Relationships.read(archive, of: "", limits: limits)
    for candidate in [root.target(ofType: "officeDocument"), "xl/workbook.xml"] {
      if let candidate, archive.contains(candidate) { return candidate }
    }
    if archive.contains("content.xml") { throw .unsupported(.ods) }
    if archive.contains("word/document.xml") || archive.contains("ppt/presentation.xml") {
      throw .unsupported(.document)
    }
    throw archive.contains("[Content_Types].xml")
      ? .missingPart("xl/workbook.xml") : .unsupported(.archive)
  }
}

/// The relationships of a part (ECMA-376 part 2, 8.5): targets by id.
struct Relationships {
  struct Relation {
    let type: String
    /// Name of the part, from the root of the package.
    let target: String

    var isWorksheet: Bool { type == "worksheet" }
  }

  private(set) var byID: [String: Relation] = [:]

  func target(ofType type: String) -> String? {
    byID.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.target
  }

  static func read(
    _ archive: Archive, of part: String, limits: Limits
  ) throws(SpreadsheetError) -> Relationships {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let name = folder + "_rels/" + file + ".rels"
    var relations = Relationships()
    guard let bytes = try archive.part(name) else { return relations }
    try XMLPart.read(bytes, part: name, limits: limits) { (reader) throws(SpreadsheetError) in
      guard reader.isNamed("Relationship"), let id = try reader.text(of: "Id"),
        let type = try reader.text(of: "Type"), let target = try reader.text(of: "Target"),
        try reader.text(of: "TargetMode") != "External"
      else { return }
      relations.byID[id] = Relation(
        type: type.split(separator: "/").last.map(String.init) ?? "",
        target: resolve(target, from: folder))
    }
    return relations
  }

  /// A target relative to a folder of the package; it cannot leave the package.
  private static func resolve(_ target: String, from folder: String) -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// Runs over the start tags of a part.
enum XMLPart {
  static func read(
    _ bytes: [UInt8], part: String, limits: Limits,
    onStart: (inout XMLReader) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, SpreadsheetError> in
      var reader = XMLReader(buffer, part: part, maximumDepth: limits.depth)
      do throws(SpreadsheetError) {
        while true {
          switch try reader.next() {
          case .start: try onStart(&reader)
          case .done: return .success(())
          case .end, .text: break
          }
        }
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Reads the text of the element that just began, up to its end.
  static func text(_ reader: inout XMLReader) throws(SpreadsheetError) -> [UInt8] {
    var buffer: [UInt8] = []
    let outer = reader.depth - 1
    while reader.depth > outer {
      switch try reader.next() {
      case .text: try reader.appendText(to: &buffer)
      case .done: return buffer
      case .start, .end: break
      }
    }
    return buffer
  }
}
