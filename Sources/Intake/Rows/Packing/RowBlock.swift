import Ledger
import Machine
import Spreadsheet

/// The values of some rows as bytes: of a long list there are millions, and each is looked at a few
/// times.
///
/// A row is the number of its values (four bytes); for each value its field (one byte), in order; for
/// each where it begins in the block (four bytes); then these one behind the other, as `ValueMark`
/// says; a value that a row before it has as well stands there. Numbers of several bytes are
/// little-endian.
final class RowBlock: Sendable {
  private let bytes: SystemMemory
  /// Texts that are no longer copied: rows share them where a cell is merged over many, or repeated by
  /// 同上.
  private let texts: [String]

  /// How many bytes a text may have to stand among the others.
  static let longestText = 1_024

  /// Keeps a copy of the bytes.
  init(_ bytes: ArraySlice<UInt8>, _ texts: [String]) {
    let memory = SystemMemory(bytes.count)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        memory.start.copyMemory(from: start, byteCount: source.count)
      }
    }
    memory.close()
    self.bytes = memory
    self.texts = texts
  }

  /// Reads in the row that begins at a place.
  func withRow<T>(at start: Int, _ body: (PackedRow) throws -> T) rethrows -> T {
    self.bytes.touch()
    let bytes = UnsafeRawBufferPointer(start: self.bytes.start, count: self.bytes.count)
    return try withExtendedLifetime(self) {
      try body(PackedRow(bytes: bytes, texts: texts, start: start))
    }
  }
}

/// A row of a block while it is read.
struct PackedRow {
  let bytes: UnsafeRawBufferPointer
  let texts: [String]
  let start: Int

  /// How many values it has.
  var count: Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
  }

  /// Whether it has several places on registers: these stand as they are listed.
  var hasSeveralRegisters: Bool {
    let count = count
    let registers = Field.registers.rawValue
    guard let first = (0..<count).first(where: { field($0) >= registers }) else { return false }
    return first + 1 < count && field(first + 1) == registers
  }

  /// Where the value of a key stands; nil when the row has none.
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

  /// Looks at the UTF-8 of the text at an index; nil when the value is none.
  func withText<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
    var reader = reader(index)
    return reader.withText(body)
  }

  /// Whether the value at an index is a sum of money.
  func isSum(_ index: Int) -> Bool {
    Self.mayBeSum[Int(field(index))] && reader(index).mark.kind == .money
  }

  /// Whether values of a field are sums of money, by the field's number.
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
