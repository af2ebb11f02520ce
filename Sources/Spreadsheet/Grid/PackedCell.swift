/// A cell as it is kept: of a large sheet there are millions.
struct PackedCell {
  /// The mantissa of a number or date, a truth value, the number of a shared string, or where a text of
  /// the block's own begins and how long it is.
  private let payload: UInt64
  let column: Int32
  private let exponent: Int16
  let kind: Kind
  /// Which parts of a date are shown, or what is done to a number that is shown as another.
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

  /// A shared string by its number.
  init(shared index: Int, column: Int) {
    self.init(.shared, column: column, payload: UInt64(index))
  }

  /// A text or an error that stands among the texts of the row or block.
  init(_ place: Range<Int>, isError: Bool, column: Int) {
    self.init(
      isError ? .error : .text, column: column,
      payload: UInt64(place.lowerBound) << Self.lengthBits | UInt64(place.count))
  }

  /// The same cell where the texts of its row begin at another place.
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

  /// What the format of a number does to it.
  var display: NumberDisplay { NumberDisplay(byte: look) }

  var date: CellDate? {
    CellDate(
      serial: number, parts: DateParts(rawValue: look),
      system: kind == .date1900 ? .from1900 : .from1904)
  }

  /// The number of the shared string.
  var shared: Int { Int(payload) }

  /// Where the text stands.
  var place: Range<Int> {
    let start = Int(payload >> Self.lengthBits)
    return start..<(start + Int(payload & (1 << Self.lengthBits - 1)))
  }

  /// How many bits of the payload tell a text's length; `Limits.textBytes` is never so large.
  private static let lengthBits: UInt64 = 30
}
