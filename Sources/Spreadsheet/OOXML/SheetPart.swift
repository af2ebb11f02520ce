/// A worksheet part (ECMA-376 18.3): rows of cells, merges, hidden rows and columns.
struct SheetPart {
  let styles: StylesPart
  let strings: SharedStrings
  let dateSystem: DateSystem
  let limits: Limits
  let name: String
  let part: String
  /// Cells read so far in the workbook: the limit is over all sheets.
  private(set) var cellCount: Int
  private var rows: [Row] = []
  private var merges: [CellRange] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var isSorted = true

  init(
    styles: StylesPart, strings: SharedStrings, dateSystem: DateSystem, limits: Limits,
    name: String, part: String, cellCount: Int
  ) {
    self.styles = styles
    self.strings = strings
    self.dateSystem = dateSystem
    self.limits = limits
    self.name = name
    self.part = part
    self.cellCount = cellCount
  }

  /// Reads the part.
  mutating func read(_ bytes: [UInt8], isHidden: Bool) throws(SpreadsheetError) -> Sheet {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, SpreadsheetError> in
      var reader = XMLReader(buffer, part: part, maximumDepth: limits.depth)
      do throws(SpreadsheetError) {
        try readEvents(&reader)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    if !isSorted { rows.sort { $0.number < $1.number } }
    return Sheet(
      name: name, isHidden: isHidden, rows: rows, merges: merges, hiddenColumns: hiddenColumns)
  }

  private mutating func readEvents(_ reader: inout XMLReader) throws(SpreadsheetError) {
    while true {
      switch try reader.next() {
      case .done: return
      case .end, .text: break
      case .start:
        if reader.isNamed("row") {
          try readRow(&reader)
        } else if reader.isNamed("mergeCell") {
          if let range = reader.attribute("ref").flatMap({ CellRange.parse($0) }) {
            merges.append(range)
            if merges.count > limits.merges { throw .limit(.merges, allowed: limits.merges) }
          }
        } else if reader.isNamed("col") {
          readColumn(reader)
        }
      }
    }
  }

  private mutating func readColumn(_ reader: XMLReader) {
    let isNarrow = reader.attribute("width").flatMap { DecimalNumber($0) }?.mantissa == 0
    guard reader.flag("hidden") || isNarrow, let first = reader.integer(of: "min"),
      let last = reader.integer(of: "max"), first >= 1, first <= last
    else { return }
    hiddenColumns.append((first - 1)...(min(last, 16_384) - 1))
  }

  // MARK: Rows and cells

  private mutating func readRow(_ reader: inout XMLReader) throws(SpreadsheetError) {
    let previous = rows.last?.number ?? 0
    let number = reader.integer(of: "r").flatMap { (1...1_048_576).contains($0) ? $0 : nil }
    let isFlat =
      reader.flag("customHeight") && reader.attribute("ht").flatMap { DecimalNumber($0) }?.mantissa == 0
    let isHidden = reader.flag("hidden") || isFlat
    var cells: [Cell] = []
    cells.reserveCapacity(rows.last?.cells.count ?? 8)
    let outer = reader.depth - 1
    var nextColumn = 0
    var isOrdered = true
    var statedRow = number
    while reader.depth > outer {
      guard case .start = try reader.next() else { continue }
      guard reader.isNamed("c") else {
        try reader.skipElement()
        continue
      }
      let place = reader.attribute("r").flatMap { CellReference.parse($0) }
      if statedRow == nil { statedRow = place?.row }
      let column = place?.column ?? nextColumn
      guard column < 16_384 else { throw .limit(.columns, allowed: 16_384) }
      if column < nextColumn { isOrdered = false }
      nextColumn = column + 1
      if let value = try readCell(&reader) { cells.append(Cell(column: column, value: value)) }
    }
    guard !cells.isEmpty else { return }
    cellCount += cells.count
    if cellCount > limits.cells { throw .limit(.cells, allowed: limits.cells) }
    if !isOrdered { cells = Self.lastOfEachColumn(cells) }
    let row = statedRow ?? previous + 1
    if row <= previous { isSorted = false }
    rows.append(Row(number: row, isHidden: isHidden, cells: cells))
  }

  /// Cells by column; of a column stated twice the last counts.
  private static func lastOfEachColumn(_ cells: [Cell]) -> [Cell] {
    var byColumn: [Int: Cell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    return byColumn.values.sorted { $0.column < $1.column }
  }

  private func readCell(_ reader: inout XMLReader) throws(SpreadsheetError) -> CellValue? {
    let type = CellType(reader.attribute("t"))
    let format = reader.integer(of: "s") ?? 0
    let outer = reader.depth - 1
    var value: [UInt8] = []
    var inline: String?
    var isValue = false
    while reader.depth > outer {
      switch try reader.next() {
      case .start:
        isValue = reader.isNamed("v")
        if reader.isNamed("is") {
          inline = try SharedStrings.richText(&reader, limits: limits)
        }
      case .text: if isValue { try reader.appendText(to: &value) }
      case .end: isValue = false
      case .done: break
      }
    }
    if let inline { return inline.isEmpty ? nil : .text(inline) }
    guard !value.isEmpty else { return nil }
    return self.value(value, type, format)
  }

  private enum CellType {
    case number
    case shared
    case text
    case boolean
    case error
    case isoDate

    init(_ raw: Slice<UnsafeBufferPointer<UInt8>>?) {
      guard let raw else {
        self = .number
        return
      }
      if raw.elementsEqual("s".utf8) {
        self = .shared
      } else if raw.elementsEqual("str".utf8) || raw.elementsEqual("inlineStr".utf8) {
        self = .text
      } else if raw.elementsEqual("b".utf8) {
        self = .boolean
      } else if raw.elementsEqual("e".utf8) {
        self = .error
      } else {
        self = raw.elementsEqual("d".utf8) ? .isoDate : .number
      }
    }
  }

  private func value(_ bytes: [UInt8], _ type: CellType, _ format: Int) -> CellValue? {
    switch type {
    case .shared:
      guard let number = DecimalNumber(bytes), number.exponent >= 0, number.exponent < 8,
        let index = number.floor, let text = strings[index], !text.isEmpty
      else { return nil }
      return .text(text)
    case .text:
      let text = XMLText.cellText(bytes)
      return text.isEmpty ? nil : .text(text)
    case .boolean: return .boolean(bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t"))
    case .error: return .error(String(decoding: bytes, as: UTF8.self))
    case .isoDate:
      let text = String(decoding: bytes, as: UTF8.self)
      return CellDate(iso8601: text, system: dateSystem).map { .date($0) } ?? .text(text)
    case .number:
      let trimmed = bytes.drop { $0 <= 0x20 }
      guard let number = DecimalNumber(trimmed) else {
        return .text(String(decoding: bytes, as: UTF8.self))
      }
      if let parts = styles.dateParts(ofFormat: format),
        let date = CellDate(serial: number, parts: parts, system: dateSystem)
      {
        return .date(date)
      }
      return .number(number)
    }
  }
}
