extension SheetParser {
  /// What the attribute t says a cell holds (ST_CellType, ECMA-376 §18.18.11).
  private enum Kind {
    case number, shared, inline, formulaText, boolean, error, date

    @inline(__always)
    init(_ bytes: Bytes?) {
      guard let bytes, let first = bytes.first else {
        self = .number
        return
      }
      switch (first, bytes.count) {
      case (UInt8(ascii: "s"), 1): self = .shared
      case (UInt8(ascii: "s"), _): self = .formulaText
      case (UInt8(ascii: "i"), _): self = .inline
      case (UInt8(ascii: "b"), _): self = .boolean
      case (UInt8(ascii: "e"), _): self = .error
      case (UInt8(ascii: "d"), _): self = .date
      default: self = .number
      }
    }
  }

  /// Reads a cell in its usual form in one go; false when what comes next is anything else.
  @inline(__always)
  mutating func readPlainCell(into row: inout Row) throws(SpreadsheetError) -> Bool {
    guard let cell = xml.plainCell() else { return false }
    let column = try column(of: cell.reference, row: row.number)
    lastColumn = column
    let kind = Kind(cell.kind)
    var value: CellValue?
    switch cell.content {
    case .value(let bytes) where kind != .inline:
      value = try self.value(of: bytes, kind: kind, format: cell.style?.integer ?? 0)
    case .inline(let bytes) where kind == .inline: value = .text(inlineText(bytes))
    case .none, .value, .inline: break
    }
    if let value { row.cells.append(Cell(column: column, value: value)) }
    return true
  }

  /// Reads the cell that has just started, up to and with its end; nil when it is blank.
  mutating func readCell(row: Int) throws(SpreadsheetError) -> Cell? {
    let column = try column(of: xml.attribute("r"), row: row)
    lastColumn = column
    let kind = Kind(xml.attribute("t"))
    let format = xml.integer("s") ?? 0
    var value: CellValue?
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("v"):
        if kind == .inline {
          try xml.skipElement()
        } else {
          value = try self.value(of: try xml.elementText(), kind: kind, format: format)
        }
      case .start where xml.isNamed("is"):
        let text = try readInline()
        if kind == .inline { value = text }
      case .start: try xml.skipElement()
      case .end: return value.map { Cell(column: column, value: $0) }
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// The column from the attribute r, which some programs leave out.
  @inline(__always)
  private func column(of reference: Bytes?, row: Int) throws(SpreadsheetError) -> Int {
    var column = lastColumn + 1
    if let written = reference {
      guard let reference = CellReference.parse(written), reference.row == row else {
        throw badReference(written)
      }
      column = reference.column
    }
    guard column < context.limits.columns else {
      throw .exceeded(
        .columns, part: xml.source.part, at: CellReference.name(row: row, column: column))
    }
    return column
  }

  private mutating func readInline() throws(SpreadsheetError) -> CellValue? {
    var text = ByteBuffer()
    try RichText.read(&xml, into: &text)
    return text.count == 0 ? nil : .text(String(decoding: text.bytes, as: UTF8.self))
  }

  /// A text that stands in the cell, its escapes replaced.
  private func inlineText(_ bytes: Bytes) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ByteBuffer()
    XMLText.unescape(bytes, into: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @inline(__always)
  private func value(
    of bytes: Bytes, kind: Kind, format: Int
  ) throws(SpreadsheetError) -> CellValue? {
    if bytes.isEmpty { return nil }
    switch kind {
    case .number: return number(bytes, format: format)
    case .shared:
      let index = bytes.integer ?? bytes.trimmed.integer ?? -1
      guard let text = context.strings.string(at: index) else {
        throw .damaged(part: xml.source.part, .sharedString(index))
      }
      return text.isEmpty ? nil : .text(text)
    case .formulaText, .inline: return .text(inlineText(bytes))
    case .boolean: return .boolean(bytes.trimmed.isTrue)
    case .error: return .error(String(decoding: bytes.trimmed, as: UTF8.self))
    case .date:
      let parts = context.styles.dateParts(format)
      if let date = ISODate.parse(bytes.trimmed, parts: parts, system: context.system) {
        return .date(date)
      }
      return number(bytes, format: format)
    }
  }

  /// A number, shown as a date or not; what is no number is kept as the text it is.
  private func number(_ bytes: Bytes, format: Int) -> CellValue {
    guard let number = DecimalNumber(bytes: bytes) else {
      return .text(String(decoding: bytes, as: UTF8.self))
    }
    return context.styles.value(number, format: format, system: context.system)
  }
}
