/// The part content.xml: its automatic styles, settings and tables, read in order from one stream.
final class ODFContent {
  // One reader at a time; the check for exclusive access would slow every cell.
  @exclusivity(unchecked) var xml: XMLTokenizer
  /// A buffer for the text of the current cell.
  @exclusivity(unchecked) var text = ByteBuffer()
  let limits: Limits
  let budget: CellBudget
  /// The number of repeated cells still allowed.
  @exclusivity(unchecked) private var copiesLeft: Int
  private(set) var styles: ODFStyles
  private(set) var system = DateSystem.from1900
  private var tableIsOpen = false
  private var isSpreadsheet = false
  private var tables = 0

  /// Beyond the rows or columns of any sheet, yet small enough that sums do not overflow.
  static let farAway = 1 << 40

  /// Reads up to the first table. Throws `noWorkbook` when the document is not a spreadsheet.
  init(_ source: ByteSource, styles: ODFStyles, limits: Limits) throws(SpreadsheetError) {
    xml = try XMLTokenizer(source, limits: limits)
    self.styles = styles
    self.limits = limits
    budget = CellBudget(limits)
    copiesLeft = limits.repeatedCells
    tableIsOpen = try seekTable()
    guard isSpreadsheet else { throw .noWorkbook }
  }

  /// Advances to the next table and returns its name and visibility; nil after the last.
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

  /// Counts repeated cells against the limit; false when it is exceeded.
  func takeCopies(_ cells: Int) -> Bool {
    copiesLeft -= cells
    return copiesLeft >= 0
  }

  /// A repeat or span count of the element that has just started; 1 when it is not given. Throws
  /// `damaged` when it is not a positive integer.
  func repetition(_ name: StaticString) throws(SpreadsheetError) -> Int {
    guard let bytes = xml.qualifiedAttribute(name) else { return 1 }
    guard let count = bytes.integer, count > 0 else {
      let shown = String(decoding: bytes.prefix(32), as: UTF8.self)
      throw .damaged(part: xml.source.part, .reference(shown))
    }
    return count
  }

  /// Advances to the next table of the document's body; false at the end.
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

  /// Whether the table is not a sheet but LibreOffice's cache of another file that formulas refer to,
  /// named by URL and sheet: `'file:///…'#Sheet1`.
  private func isCopyOfOtherFile() throws(SpreadsheetError) -> Bool {
    guard let name = try xml.qualifiedText("name"), name.hasPrefix("'") else { return false }
    return name.contains("'#")
  }

  /// Checks the kind of document by the element inside the body. Throws `unsupported` or `noWorkbook`
  /// unless it is a spreadsheet.
  private func checkKind() throws(SpreadsheetError) {
    if xml.isNamed("text") { throw .unsupported(.document) }
    if xml.isNamed("presentation") { throw .unsupported(.slides) }
    guard xml.isNamed("spreadsheet") else { throw .noWorkbook }
    isSpreadsheet = true
  }

  /// Reads the epoch of plain numbers; any but 1904-01-01 counts as the usual one.
  private func readNullDate() {
    guard let day = xml.qualifiedAttribute("date-value") else { return }
    system = day.elementsEqual("1904-01-01".utf8) ? .from1904 : .from1900
  }
}
