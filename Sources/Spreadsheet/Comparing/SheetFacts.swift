/// The contents of a sheet's part other than cell values.
struct SheetFacts {
  let name: String
  let isHidden: Bool
  private(set) var formulas: [CellPlace: String] = [:]
  private var styles: [CellPlace: Int] = [:]
  private let formats: CellFormats
  private var hiddenRows: [Int] = []
  private var hiddenColumns: [String] = []
  private var filter = ""
  private var merges: [String] = []
  private var conditions: [String] = []
  private var comments: [String] = []
  private var drawings: [String] = []
  private(set) var charts: [String] = []
  private var settings = SheetSettings()

  init(
    _ sheet: PackageView.Sheet, _ package: PackageView, _ formats: CellFormats
  ) throws(SpreadsheetError) {
    name = sheet.name
    isHidden = sheet.isHidden
    self.formats = formats
    try readCells(sheet.part, package)
    let related = try Relationships(of: sheet.part, in: package.archive, limits: package.limits)
    for part in related.parts("comments") + related.parts("threadedComment") {
      try readComments(part, package)
    }
    for part in related.parts("drawing") { try readDrawing(part, package) }
    let objects = ["oleObject", "control", "image", "ctrlProp"].flatMap { related.parts($0) }
    drawings += objects.map { _ in "object" }
    drawings.sort()
    charts.sort()
  }

  /// The number format of a cell.
  func format(of place: CellPlace) -> String { formats[styles[place] ?? 0] }

  /// The differences from another sheet, cells apart.
  func differences(in other: SheetFacts) -> [WorkbookDifference] {
    func compare(
      _ aspect: WorkbookDifference.Aspect, _ own: [String], _ found: [String]
    ) -> WorkbookDifference? {
      own == found
        ? nil
        : WorkbookDifference(
          aspect, sheet: name, expected: own.joined(separator: "、"),
          found: found.joined(separator: "、"))
    }
    return [
      compare(.hiddenRows, hiddenRows.map(String.init), other.hiddenRows.map(String.init)),
      compare(.hiddenColumns, hiddenColumns, other.hiddenColumns),
      compare(.filter, [filter], [other.filter]),
      compare(.merges, merges.sorted(), other.merges.sorted()),
      compare(.conditionalFormats, conditions.sorted(), other.conditions.sorted()),
      compare(.comments, comments, other.comments), compare(.drawings, drawings, other.drawings),
      compare(.chart, charts, other.charts),
      compare(.view, settings.view, other.settings.view),
      compare(.headers, settings.headers, other.settings.headers),
      compare(.hyperlinks, settings.hyperlinks.sorted(), other.settings.hyperlinks.sorted()),
      compare(.choices, settings.choices.sorted(), other.settings.choices.sorted()),
    ].compactMap { $0 }
  }

  /// A reference without quotes, dollar signs and spaces, which programs set as they like.
  static func plain(reference: String) -> String {
    reference.filter { !"'$ ".contains($0) }
  }

  // MARK: Cells

  private mutating func readCells(_ part: String, _ package: PackageView) throws(SpreadsheetError) {
    var facts = self
    var place: CellPlace?
    var row = 0
    try package.read(part) { (xml, token) throws(SpreadsheetError) in
      guard token == .start else { return }
      if xml.isNamed("c") {
        place = xml.attribute("r").flatMap { CellReference.parse($0) }.map {
          CellPlace(row: $0.row, column: $0.column)
        }
        if let place { facts.styles[place] = xml.integer("s") ?? 0 }
      } else if xml.isNamed("f"), let place {
        let text = String(decoding: try xml.elementText(), as: UTF8.self)
        facts.formulas[place] = text.filter { !$0.isWhitespace }
      } else if xml.isNamed("row") {
        row = xml.integer("r") ?? row + 1
        if xml.flag("hidden") || xml.isZero("ht") { facts.hiddenRows.append(row) }
      } else {
        try facts.readSetting(&xml)
      }
    }
    self = facts
  }

  private mutating func readSetting(_ xml: inout XMLTokenizer) throws(SpreadsheetError) {
    if xml.isNamed("col") {
      guard xml.flag("hidden") || xml.isZero("width"), let first = xml.integer("min"),
        let last = xml.integer("max"), first > 0, first <= last, last <= 16_384
      else { return }
      hiddenColumns += (first...last).map { CellReference.letters($0 - 1) }
    } else if xml.isNamed("autoFilter") {
      filter = try xml.canonicalElement()
    } else if xml.isNamed("mergeCell") {
      merges.append(try xml.text("ref") ?? "")
    } else if xml.isNamed("conditionalFormatting") {
      conditions.append(try xml.canonicalElement())
    } else {
      try settings.read(&xml)
    }
  }

  // MARK: Comments and drawings

  private mutating func readComments(
    _ part: String, _ package: PackageView
  ) throws(SpreadsheetError) {
    let isThreaded = part.contains("hreadedComment")
    var found: [String] = []
    try package.read(part) { (xml, token) throws(SpreadsheetError) in
      guard token == .start else { return }
      if xml.isNamed("comment") || xml.isNamed("threadedComment") {
        found.append(try xml.text("ref") ?? "")
      } else if let last = found.indices.last, xml.isNamed("t") || xml.isNamed("text") && isThreaded
      {
        found[last] += " \(String(decoding: try xml.elementText(), as: UTF8.self))"
      }
    }
    comments += found
  }

  private mutating func readDrawing(
    _ part: String, _ package: PackageView
  ) throws(SpreadsheetError) {
    var kinds: [String] = []
    try package.read(part) { (xml, token) throws(SpreadsheetError) in
      guard token == .start else { return }
      for kind in ["graphicFrame", "pic", "sp", "cxnSp", "grpSp"]
      where xml.bytes(xml.name).elementsEqual(kind.utf8) {
        kinds.append(kind)
      }
    }
    drawings += kinds
    let related = try Relationships(of: part, in: package.archive, limits: package.limits)
    for chart in related.parts("chart") { charts.append(try Self.chart(chart, package)) }
  }

  /// A chart as its kinds, source cells, cached values and texts.
  private static func chart(
    _ part: String, _ package: PackageView
  ) throws(SpreadsheetError) -> String {
    var kinds: [String] = []
    var facts: [String] = []
    try package.read(part) { (xml, token) throws(SpreadsheetError) in
      guard token == .start else { return }
      let name = String(decoding: xml.bytes(xml.name), as: UTF8.self)
      if name.hasSuffix("Chart") { kinds.append(name) }
      guard ["f", "v", "t"].contains(name) else { return }
      let text = String(decoding: try xml.elementText(), as: UTF8.self)
      let number = DecimalNumber(text)?.rounded(toSignificantDigits: 15).description
      facts.append(name == "f" ? plain(reference: text) : number ?? text)
    }
    return (kinds + facts).joined(separator: " ")
  }
}

extension Relationships {
  /// The parts of all relationships of a kind inside the package, in order of their ids.
  func parts(_ kind: String) -> [String] {
    all.sorted { $0.key < $1.key }.filter { $0.value.kind == kind }.compactMap(\.value.part)
  }
}
