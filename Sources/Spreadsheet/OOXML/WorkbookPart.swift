/// The workbook part (ECMA-376 18.2): the list of sheets and the date system.
struct WorkbookPart {
  struct Entry {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var dateSystem = DateSystem.from1900

  static func read(
    _ archive: Archive, _ name: String, limits: Limits
  ) throws(SpreadsheetError) -> WorkbookPart {
    guard let bytes = try archive.part(name) else { throw .missingPart(name) }
    var workbook = WorkbookPart()
    try XMLPart.read(bytes, part: name, limits: limits) { (reader) throws(SpreadsheetError) in
      if reader.isNamed("workbookPr"), reader.flag("date1904") {
        workbook.dateSystem = .from1904
      } else if reader.isNamed("sheet"), let relation = try reader.text(of: "id") {
        if workbook.sheets.count >= limits.sheets { throw .limit(.sheets, allowed: limits.sheets) }
        let state = try reader.text(of: "state")
        workbook.sheets.append(
          Entry(
            name: try reader.text(of: "name") ?? "",
            isHidden: state == "hidden" || state == "veryHidden", relation: relation))
      }
    }
    return workbook
  }
}
