/// The compact form of a cell: a large sheet has millions.
struct PackedCell {
  /// The mantissa of a number or date, a Boolean, the index of a shared string, or the offset and
  /// length of a text in the block.
  private let payload: UInt64
  let column: Int32
  private let exponent: Int16
  let kind: Kind
  /// The displayed parts of a date, or the display of a number.
  private let look: UInt8

  enum Kind: UInt8 {
    case shared, text, error, number, shown, uncalculated, boolean, date1900, date1904
  }

  private init(
    _ kind: Kind, column: Int, payload: UInt64, exponent: Int16 = 0, look: UInt8 = 0
  ) {
    self.kind = kind
    self.column = Int32(clamping: column)
    self.payload = payload
    self.exponent = exponent
    self.look = look
  }

  init(_ number: DecimalNumber, column: Int) {
    self.init(
      .number, column: column, payload: UInt64(bitPattern: number.mantissa),
      exponent: number.exponent)
  }

  init(_ shown: ShownNumber, column: Int) {
    self.init(
      .shown, column: column, payload: UInt64(bitPattern: shown.number.mantissa),
      exponent: shown.number.exponent, look: shown.display.byte)
  }

  /// A formula without a result.
  init(uncalculatedAt column: Int) { self.init(.uncalculated, column: column, payload: 0) }

  init(_ date: CellDate, column: Int) {
    self.init(
      date.system == .from1900 ? .date1900 : .date1904, column: column,
      payload: UInt64(bitPattern: date.serial.mantissa), exponent: date.serial.exponent,
      look: date.parts.rawValue)
  }

  init(_ flag: Bool, column: Int) {
    self.init(.boolean, column: column, payload: flag ? 1 : 0)
  }

  /// A shared string by its index.
  init(shared index: Int, column: Int) {
    self.init(.shared, column: column, payload: UInt64(index))
  }

  /// A text or error at this range of the texts of the row or block.
  init(_ place: Range<Int>, isError: Bool, column: Int) {
    self.init(
      isError ? .error : .text, column: column,
      payload: UInt64(place.lowerBound) << Self.lengthBits | UInt64(place.count))
  }

  /// The same cell with its text moved by an offset.
  func moved(by offset: Int) -> PackedCell {
    switch kind {
    case .text, .error:
      PackedCell(
        kind, column: Int(column), payload: payload &+ UInt64(offset) << Self.lengthBits)
    default: self
    }
  }

  var flag: Bool { payload != 0 }

  var number: DecimalNumber {
    DecimalNumber(normal: Int64(bitPattern: payload), exponent: exponent)
  }

  /// The format's effect on the number.
  var display: NumberDisplay { NumberDisplay(byte: look) }

  var date: CellDate? {
    CellDate(
      serial: number, parts: DateParts(rawValue: look),
      system: kind == .date1900 ? .from1900 : .from1904)
  }

  /// The index of the shared string.
  var shared: Int { Int(payload) }

  /// The range of the text in the block's texts.
  var place: Range<Int> {
    let start = Int(payload >> Self.lengthBits)
    return start..<(start + Int(payload & (1 << Self.lengthBits - 1)))
  }

  /// The number of payload bits for a text's length; `Limits.textBytes` is below 2^30.
  private static let lengthBits: UInt64 = 30
}
