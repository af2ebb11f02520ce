/// An opened Office Open XML workbook: the parts that all sheets share are read, the sheets are not.
struct OOXMLWorkbook {
  let hasMacros: Bool
  let properties: [String: String]
  private let archive: Archive
  private let limits: Limits
  private let context: SheetContext
  private let relationships: Relationships
  private var sheets: [WorkbookPart.Entry]

  var dateSystem: DateSystem { context.system }

  init(_ archive: Archive, limits: Limits) throws(SpreadsheetError) {
    self.archive = archive
    self.limits = limits
    let package = try Relationships(of: "", in: archive, limits: limits)
    let part = try Self.workbookPart(package, in: archive)
    let workbook = try WorkbookPart(try archive.require(part), limits: limits)
    relationships = try Relationships(of: part, in: archive, limits: limits)
    var strings = SharedStrings()
    if let part = relationships.part("sharedStrings"), let stream = try archive.open(part) {
      strings = try SharedStrings(.large(stream), limits: limits)
    }
    var styles = Styles()
    if let part = relationships.part("styles"), let stream = try archive.open(part) {
      styles = try Styles(.part(stream), limits: limits)
    }
    context = SheetContext(
      strings: strings, styles: styles, system: workbook.system, limits: limits,
      budget: CellBudget(limits))
    sheets = workbook.sheets.reversed()
    hasMacros = relationships.part("vbaProject") != nil || archive.contains("xl/vbaProject.bin")
    properties = try DocumentProperties.read(package, in: archive, limits: limits)
  }

  /// Opens the next worksheet; nil after the last. Throws `damaged` when its part is missing or outside
  /// the package.
  mutating func nextSheet() throws(SpreadsheetError) -> SheetReader? {
    while let entry = sheets.popLast() {
      guard let relationship = relationships[entry.relationship] else {
        throw .damaged(part: entry.name, .missing)
      }
      guard relationship.kind == "worksheet" else { continue }
      guard let target = relationship.part else {
        throw .damaged(part: entry.name, .outside)
      }
      let part = try archive.require(target)
      let parser = try SheetParser(.large(part), context: context)
      return SheetReader(name: entry.name, isHidden: entry.isHidden, rows: parser)
    }
    return nil
  }

  /// The name of the workbook's part: as stated by the package, else the usual one.
  private static func workbookPart(
    _ package: Relationships, in archive: Archive
  ) throws(SpreadsheetError) -> String {
    let stated = package.part("officeDocument")
    if let stated, stated.hasSuffix(".bin") { throw .unsupported(.xlsb) }
    if let stated, stated.hasPrefix("word/") { throw .unsupported(.document) }
    if let stated, stated.hasPrefix("ppt/") { throw .unsupported(.slides) }
    let part = stated ?? "xl/workbook.xml"
    guard archive.contains(part) else { throw .noWorkbook }
    return part
  }
}
