/// The part content.xml: its own styles, the settings, and the tables, which are read one after the
/// other from one stream.
final class ODFContent {
  // One reader at a time, and a cell is no place for a check of that.
  @exclusivity(unchecked) var xml: XMLTokenizer
  /// Room for the text of the current cell.
  @exclusivity(unchecked) var text = ByteBuffer()
  let limits: Limits
  let budget: CellBudget
  /// How many cells may still be there only because a count repeats others.
  @exclusivity(unchecked) private var copiesLeft: Int
  private(set) var styles: ODFStyles
  private(set) var system = DateSystem.from1900
  private var tableIsOpen = false
  private var isSpreadsheet = false
  private var tables = 0

  /// More rows or columns than any sheet has, and so few that their sums do not overflow.
  static let farAway = 1 << 40

  /// Reads up to the first table.
  init(_ source: ByteSource, styles: ODFStyles, limits: Limits) throws(SpreadsheetError) {
    xml = try XMLTokenizer(source, limits: limits)
    self.styles = styles
    self.limits = limits
    budget = CellBudget(limits)
    copiesLeft = limits.repeatedCells
    tableIsOpen = try seekTable()
    guard isSpreadsheet else { throw .noWorkbook }
  }

  /// Moves to the start of the next table and tells its name; nil after the last.
  func nextTable() throws(SpreadsheetError) -> (name: String, isHidden: Bool)? {
    if !tableIsOpen { tableIsOpen = try seekTable() }
    guard tableIsOpen else { return nil }
    tableIsOpen = false
    tables += 1
    guard tables <= limits.sheets else { throw xml.exceeded(.sheets) }
    let name = try xml.qualifiedText("name") ?? ""
    let style = try xml.qualifiedText("style-name")
    return (name, styles.hides(.table, style))
  }

  /// Counts copies of cells against the limit; false when they are too many.
  func takeCopies(_ cells: Int) -> Bool {
    copiesLeft -= cells
    return copiesLeft >= 0
  }

  /// How often an attribute of the element that has just started repeats it, or how far it spans;
  /// once when it is not given.
  func repetition(_ name: StaticString) throws(SpreadsheetError) -> Int {
    guard let bytes = xml.qualifiedAttribute(name) else { return 1 }
    guard let count = bytes.integer, count > 0 else {
      let shown = String(decoding: bytes.prefix(32), as: UTF8.self)
      throw .damaged(part: xml.source.part, .reference(shown))
    }
    return count
  }

  /// Reads on to the start of a table of the document's body; false at the end.
  private func seekTable() throws(SpreadsheetError) -> Bool {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1 || (xml.depth == 2 && xml.isNamed("body")): break
      case .start where xml.depth == 2 && xml.isNamed("automatic-styles"):
        try styles.read(&xml)
      case .start where xml.depth == 3: try checkKind()
      case .start where xml.depth == 4 && xml.isNamed("table"):
        if try !isCopyOfOtherFile() { return true }
        try xml.skipElement()
      case .start where xml.depth == 4 && xml.isNamed("calculation-settings"): break
      case .start where xml.depth == 5 && xml.isNamed("null-date"): readNullDate()
      case .start: try xml.skipElement()
      case .finished: return false
      case .end, .text: break
      }
    }
  }

  /// Whether the table is no sheet but what LibreOffice keeps of another file that formulas refer to;
  /// it is named by address and sheet: `'file:///…'#Sheet1`.
  private func isCopyOfOtherFile() throws(SpreadsheetError) -> Bool {
    guard let name = try xml.qualifiedText("name"), name.hasPrefix("'") else { return false }
    return name.contains("'#")
  }

  /// The element inside the body tells what kind of document it is.
  private func checkKind() throws(SpreadsheetError) {
    if xml.isNamed("text") { throw .unsupported(.document) }
    if xml.isNamed("presentation") { throw .unsupported(.slides) }
    guard xml.isNamed("spreadsheet") else { throw .noWorkbook }
    isSpreadsheet = true
  }

  /// The day plain numbers count from; any but 1904-01-01 is taken for the usual one.
  private func readNullDate() {
    guard let day = xml.qualifiedAttribute("date-value") else { return }
    system = day.elementsEqual("1904-01-01".utf8) ? .from1904 : .from1900
  }
}
