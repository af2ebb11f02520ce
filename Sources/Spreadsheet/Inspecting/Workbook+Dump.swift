extension Workbook {
  /// Writes the workbook as one line of JSON in UTF-8, in pieces: visible sheets with rows and merges,
  /// hidden ones by name. A sparse sheet lists `cells` by name instead of `rows`.
  package func dump(_ write: ([UInt8]) -> Void) {
    withoutActuallyEscaping(write) { write in
      var dump = WorkbookDump(write: write)
      dump.add(self)
    }
  }
}

/// Writes a workbook as JSON, buffering one piece at a time.
private struct WorkbookDump {
  let write: ([UInt8]) -> Void
  private var bytes: [UInt8] = []

  /// The number of cell positions per value beyond which cells are listed by name.
  private static let sparseness = 50
  /// The size of a piece in bytes; the text of one cell may exceed it.
  private static let piece = 1 << 16

  init(write: @escaping ([UInt8]) -> Void) { self.write = write }

  mutating func add(_ workbook: Workbook) {
    add("{\"ok\":true,\"sheets\":[")
    for (index, sheet) in workbook.sheets.filter({ !$0.isHidden }).enumerated() {
      if index > 0 { add(",") }
      add(sheet)
    }
    add("],\"hidden_sheets\":[")
    for (index, sheet) in workbook.sheets.filter(\.isHidden).enumerated() {
      if index > 0 { add(",") }
      JSONText.append(sheet.name, to: &bytes)
    }
    add("]}")
    write(bytes)
  }

  private mutating func add(_ sheet: Sheet) {
    add("{\"name\":")
    JSONText.append(sheet.name, to: &bytes)
    let lastColumn = sheet.rows.reduce(-1) { max($0, $1.cells.lastColumn) }
    let cells = sheet.rows.reduce(0) { $0 + $1.cells.count }
    let places = (sheet.rows.last?.number ?? 0) * (lastColumn + 1)
    if places > 100_000, places / max(cells, 1) > Self.sparseness {
      addCells(sheet.rows)
    } else {
      addRows(sheet.rows)
    }
    add(",\"merges\":[")
    for (index, merge) in sheet.merges.enumerated() {
      if index > 0 { add(",") }
      JSONText.append(merge.description, to: &bytes)
    }
    add("]}")
  }

  private mutating func addRows(_ rows: [Row]) {
    add(",\"rows\":[")
    var number = 1
    for row in rows {
      if number > 1 { add(",") }
      for _ in number..<max(number, row.number) { add("[],") }
      add("[")
      var column = 0
      for cell in row.cells {
        if column > 0 { add(",") }
        for _ in column..<max(column, cell.column) { add("null,") }
        cell.value.appendJSON(to: &bytes)
        column = cell.column + 1
      }
      add("]")
      number = row.number + 1
    }
    add("]")
  }

  private mutating func addCells(_ rows: [Row]) {
    add(",\"cells\":{")
    var isFirst = true
    for row in rows {
      for cell in row.cells where cell.value != .uncalculated {
        if !isFirst { add(",") }
        isFirst = false
        JSONText.append(CellReference.name(row: row.number, column: cell.column), to: &bytes)
        add(":")
        cell.value.appendJSON(to: &bytes)
      }
    }
    add("}")
  }

  private mutating func add(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    guard bytes.count >= Self.piece else { return }
    write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
