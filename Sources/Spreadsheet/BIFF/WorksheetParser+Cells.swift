extension Record {
  /// Whether the record holds cell values; a blank cell has only a format.
  @inline(__always)
  var isCell: Bool {
    switch kind {
    case .labelSst, .rk, .mulRk, .number, .formula, .label, .rString, .boolErr, .formula3,
      .formula4, .integer2, .number2, .label2, .boolErr2:
      true
    default: false
    }
  }
}

extension WorksheetParser {
  /// Reads the cells of a record: row, column and format first, then the value.
  mutating func readCells(_ record: Record) throws(SpreadsheetError) {
    let body = record.body
    let column = body.uint16(2)
    let format = body.uint16(4)
    switch record.kind {
    case .labelSst:
      guard body.count >= 10 else { throw damaged(record) }
      try add(shared: body.uint32(6), column: column)
    case .rk:
      guard body.count >= 10 else { throw damaged(record) }
      try add(number(rk: body.uint32(6), format: format), column: column)
    case .mulRk: try readNumbers(record, from: column)
    case .number:
      guard body.count >= 14 else { throw damaged(record) }
      try add(number(bits: body.uint64(6), format: format), column: column)
    case .formula, .formula3, .formula4:
      try readFormula(record, column: column, format: format)
    case .label, .rString: try add(try text(of: record, at: 6, column: column), column: column)
    case .boolErr:
      guard body.count >= 8 else { throw damaged(record) }
      try add(Self.logical(body.uint8(6), isError: body.uint8(7) != 0), column: column)
    default: throw damaged(record)
    }
  }

  /// The text at `index` of a record; nil when it is empty.
  func text(of record: Record, at index: Int, column: Int) throws(SpreadsheetError) -> CellValue? {
    let text = try context.text.read(record, at: index, lengthSize: 2, before: substream.reader)
    guard text.utf8.count <= context.limits.textBytes else {
      throw exceeded(.textBytes, column: column)
    }
    return text.isEmpty ? nil : .text(text)
  }

  /// The record MULRK ([MS-XLS] §2.4.175): a format and a number for each of several columns.
  private mutating func readNumbers(
    _ record: Record, from first: Int
  ) throws(SpreadsheetError) {
    let body = record.body
    for index in 0..<(body.count - 6) / 6 {
      let place = 4 + index * 6
      let value = number(rk: body.uint32(place + 2), format: body.uint16(place))
      try add(value, column: first + index)
    }
  }

  /// The record FORMULA ([MS-XLS] §2.4.127): its last result, a number unless the upper bytes are 0xFFFF.
  private mutating func readFormula(
    _ record: Record, column: Int, format: Int
  ) throws(SpreadsheetError) {
    let body = record.body
    guard body.count >= 14 else { throw damaged(record) }
    guard body.uint16(12) == 0xFFFF else {
      return try add(number(bits: body.uint64(6), format: format), column: column)
    }
    switch body.uint8(6) {
    case 0: expectText(column: column)
    case 1: try add(.boolean(body.uint8(8) != 0), column: column)
    case 2: try add(Self.logical(body.uint8(8), isError: true), column: column)
    default: break
    }
  }

  private func number(bits: UInt64, format: Int) -> CellValue {
    guard let number = DecimalNumber(Double(bitPattern: bits)) else { return .error("#NUM!") }
    return context.styles.value(number, format: format, system: context.system)
  }

  /// The number of an RK ([MS-XLS] §2.5.217): thirty bits of an integer or of a double, and whether it
  /// is in hundredths.
  private func number(rk bits: Int, format: Int) -> CellValue {
    let exponent = bits & 1 == 0 ? 0 : -2
    if bits & 2 != 0 {
      let whole = Int64(Int32(truncatingIfNeeded: bits) >> 2)
      let number = DecimalNumber(mantissa: whole, exponent: exponent)
      return context.styles.value(number, format: format, system: context.system)
    }
    let double = Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    guard let number = DecimalNumber(double) else { return .error("#NUM!") }
    let scaled = DecimalNumber(
      mantissa: number.mantissa, exponent: Int(number.exponent) + exponent)
    return context.styles.value(scaled, format: format, system: context.system)
  }

  /// A Boolean, or an error by its number (BErr, [MS-XLS] §2.5.10).
  private static func logical(_ value: Int, isError: Bool) -> CellValue {
    guard isError else { return .boolean(value != 0) }
    switch value {
    case 0x00: return .error("#NULL!")
    case 0x07: return .error("#DIV/0!")
    case 0x0F: return .error("#VALUE!")
    case 0x17: return .error("#REF!")
    case 0x1D: return .error("#NAME?")
    case 0x24: return .error("#NUM!")
    case 0x2B: return .error("#GETTING_DATA")
    default: return .error("#N/A")
    }
  }
}
