extension Workbook {
  /// The workbook as one line of JSON in UTF-8: visible sheets with rows and merges, hidden ones by
  /// name. A sheet with few cells in a wide space lists `cells` by name instead of `rows`.
  package func dump() -> [UInt8] {
    var bytes = Array("{\"ok\":true,\"sheets\":[".utf8)
    for (index, sheet) in sheets.filter({ !$0.isHidden }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      sheet.appendJSON(to: &bytes)
    }
    bytes.append(contentsOf: "],\"hidden_sheets\":[".utf8)
    for (index, sheet) in sheets.filter(\.isHidden).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(sheet.name, to: &bytes)
    }
    bytes.append(contentsOf: "]}".utf8)
    return bytes
  }
}

extension Sheet {
  /// How many places of a table may be blank for each that is not, before cells are listed by name.
  private static let sparseness = 50

  func appendJSON(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"name\":".utf8)
    JSONText.append(name, to: &bytes)
    let lastColumn = rows.reduce(-1) { max($0, $1.cells.last?.column ?? -1) }
    let cells = rows.reduce(0) { $0 + $1.cells.count }
    let places = (rows.last?.number ?? 0) * (lastColumn + 1)
    if places > 100_000, places / max(cells, 1) > Self.sparseness {
      appendCells(to: &bytes)
    } else {
      appendRows(to: &bytes)
    }
    bytes.append(contentsOf: ",\"merges\":[".utf8)
    for (index, merge) in merges.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(merge.description, to: &bytes)
    }
    bytes.append(contentsOf: "]}".utf8)
  }

  private func appendRows(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"rows\":[".utf8)
    var number = 1
    for row in rows {
      while number < row.number {
        bytes.append(contentsOf: "[],".utf8)
        number += 1
      }
      bytes.append(UInt8(ascii: "["))
      var column = 0
      for cell in row.cells {
        while column < cell.column {
          bytes.append(contentsOf: "null,".utf8)
          column += 1
        }
        cell.value.appendJSON(to: &bytes)
        bytes.append(UInt8(ascii: ","))
        column += 1
      }
      bytes.removeLast()
      bytes.append(contentsOf: "],".utf8)
      number += 1
    }
    if !rows.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "]"))
  }

  private func appendCells(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"cells\":{".utf8)
    for row in rows {
      for cell in row.cells {
        JSONText.append(
          CellReference.name(row: row.number, column: cell.column), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        cell.value.appendJSON(to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
    }
    if !rows.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "}"))
  }
}
