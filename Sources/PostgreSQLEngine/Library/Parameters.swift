import Engine

/// The parameters of one run of a statement. Texts and integers are sent as text, with types inferred by the server;
/// blobs in binary.
struct Parameters: Hashable {
  private enum Slot: Hashable {
    case null
    case text([UInt8])
    case blob([UInt8])
  }

  private var slots: [Slot] = []

  var count: Int { slots.count }

  /// Whether a text contains U+0000, which would end it.
  var holdsZero: Bool {
    slots.contains { if case .text(let bytes) = $0 { bytes.contains(0) } else { false } }
  }

  /// Sets every parameter to NULL.
  mutating func clear() { slots.removeAll(keepingCapacity: true) }

  /// Adds NULLs up to the number of parameters of a statement.
  mutating func fill(to count: Int) { while slots.count < count { slots.append(.null) } }

  mutating func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: set(.null, at: index)
    case .integer(let integer): set(.text(Array(String(integer).utf8)), at: index)
    case .text(let text): set(.text(Array(text.utf8)), at: index)
    case .blob(let blob): set(.blob(blob), at: index)
    }
  }

  mutating func bind(text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    set(.text(Array(text)), at: index)
  }

  mutating func bind(blob: UnsafeRawBufferPointer, at index: Int32) {
    set(.blob(Array(blob)), at: index)
  }

  private mutating func set(_ slot: Slot, at index: Int32) {
    fill(to: Int(index))
    slots[Int(index) - 1] = slot
  }

  /// Calls `body` with pointers to the values, the lengths of blobs, and the formats (1 for blobs).
  func withPointers<T>(
    _ body: (
      UnsafePointer<Library.Text?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> T
  ) -> T {
    var bytes: [UInt8] = []
    var starts: [Int?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    for slot in slots {
      switch slot {
      case .null: starts.append(nil)
      case .text(let text), .blob(let text):
        starts.append(bytes.count)
        bytes.append(contentsOf: text)
        bytes.append(0)
      }
      if case .blob(let blob) = slot {
        lengths.append(Int32(blob.count))
        formats.append(1)
      } else {
        lengths.append(0)
        formats.append(0)
      }
    }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        let values = starts.map { start in
          start.flatMap { start in bytes.baseAddress.map { $0 + start } }
        }
        return body(values, lengths, formats)
      }
    }
  }
}
