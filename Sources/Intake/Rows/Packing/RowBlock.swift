import Ledger
import Machine
import Spreadsheet

/// The values of some rows as bytes: a long list has millions, each read a few times.
///
/// A row is the number of its values (4 bytes); the field of each value (1 byte each), in order; the
/// offset of each value in the block (4 bytes each); then the values one after the other, encoded as
/// `ValueMark` describes. A value that an earlier row also has is stored once, and the offset points
/// there. Integers are little-endian.
final class RowBlock: Sendable {
  private let bytes: MappedMemory
  /// Long texts, not copied: rows share them if a cell is merged over many rows or repeated by 同上.
  private let texts: [String]

  /// The longest text in bytes that is stored among the values.
  static let longestText = 1_024

  /// Keeps a copy of the bytes.
  init(_ bytes: ArraySlice<UInt8>, _ texts: [String]) {
    let memory = MappedMemory(bytes.count)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        memory.start.copyMemory(from: start, byteCount: source.count)
      }
    }
    memory.close()
    self.bytes = memory
    self.texts = texts
  }

  /// Calls `body` with the row at an offset.
  func withRow<T>(at start: Int, _ body: (PackedRow) throws -> T) rethrows -> T {
    self.bytes.touch()
    let bytes = UnsafeRawBufferPointer(start: self.bytes.start, count: self.bytes.count)
    return try withExtendedLifetime(self) {
      try body(PackedRow(bytes: bytes, texts: texts, start: start))
    }
  }
}

/// A view of one row of a block.
struct PackedRow {
  let bytes: UnsafeRawBufferPointer
  let texts: [String]
  let start: Int

  /// The number of its values.
  var count: Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
  }

  /// Whether it is on several registers: these are in list order, not sorted.
  var hasSeveralRegisters: Bool {
    let count = count
    let registers = Field.registers.rawValue
    guard let first = (0..<count).first(where: { field($0) >= registers }) else { return false }
    return first + 1 < count && field(first + 1) == registers
  }

  /// The index of a key's value; nil if the row has none.
  func index(of key: FieldKey) -> Int? {
    let count = count
    let field = key.field.rawValue
    var index = 0
    while index < count, self.field(index) < field { index += 1 }
    while index < count, self.field(index) == field {
      if self.key(index) == key { return index }
      index += 1
    }
    return nil
  }

  /// Whether it has a value of a field.
  func holds(_ field: Field) -> Bool {
    (0..<count).contains { self.field($0) == field.rawValue }
  }

  /// The value at an index.
  func value(_ index: Int) -> Value {
    var reader = reader(index)
    return reader.value()
  }

  /// The value at an index with its key and the cell it came from.
  func parsed(_ index: Int) -> ParsedValue {
    var reader = reader(index)
    return reader.parsed(reader.key())
  }

  /// Calls `body` with the UTF-8 of the text at an index; nil if the value is no text.
  func withText<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
    var reader = reader(index)
    return reader.withText(body)
  }

  /// Whether the value at an index is money.
  func isSum(_ index: Int) -> Bool {
    Self.mayBeSum[Int(field(index))] && reader(index).mark.kind == .money
  }

  /// Whether a field's values are money, by field number.
  private static let mayBeSum = Field.allCases.map { field in
    switch field.kind {
    case .money, .series: true
    default: false
    }
  }

  /// The key of the value at an index.
  func key(_ index: Int) -> FieldKey {
    var reader = reader(index)
    return reader.key()
  }

  /// The number of the field that the value at an index belongs to.
  private func field(_ index: Int) -> UInt8 { bytes[start + 4 + index] }

  private func reader(_ index: Int) -> ValueReader {
    let offset = bytes.loadUnaligned(
      fromByteOffset: start + 4 + count + index * 4, as: UInt32.self)
    return ValueReader(
      bytes, texts, at: Int(UInt32(littleEndian: offset)), field: field(index))
  }
}
