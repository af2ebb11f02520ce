/// The workbook part: the list of sheets and the date system.
struct WorkbookPart {
  /// A sheet's entry in the workbook.
  struct Entry {
    var name: String
    var isHidden: Bool
    var relationship: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var system = DateSystem.from1900

  init(_ stream: PartStream, limits: Limits) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.depth == 3 && xml.isNamed("sheet"):
        guard sheets.count < limits.sheets else { throw xml.exceeded(.sheets) }
        let state = try xml.text("state") ?? "visible"
        let id = xml.qualifiedAttribute("id")
        sheets.append(
          Entry(
            name: try xml.text("name") ?? "", isHidden: state != "visible",
            relationship: try id.map { bytes throws(SpreadsheetError) in try xml.string(bytes) }
              ?? ""))
      case .start where xml.depth == 2 && xml.isNamed("workbookPr"):
        system = xml.flag("date1904") ? .from1904 : .from1900
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }
}
