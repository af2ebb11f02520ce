import Ledger

/// Encodes rows as the bytes of a block.
struct RowBlockWriter {
  /// The buffer of the block; the first `count` bytes are written.
  private var room: [UInt8] = []
  /// Long texts, stored beside the bytes.
  private var texts: [String] = []
  /// The number of bytes written so far.
  private(set) var count = 0
  private var shared = SharedPlaces()

  /// The size in bytes from which a block is closed: small, so that few rows do not keep much memory.
  static let enough = 1 << 16

  /// Whether a row so far has long texts: the next row with long texts starts a new block, because both
  /// refer to them by the same indices.
  var hasTexts: Bool { !texts.isEmpty }

  /// Appends a row, its values in the given order of their indices.
  mutating func add(_ values: RowValues, in order: [Int]) {
    precondition(values.texts.isEmpty || !hasTexts, "long texts of two rows in one block")
    if !values.texts.isEmpty { texts = values.texts }
    let length = order.reduce(4) { $0 + 5 + values.length($1) }
    if room.count < count + length {
      room += repeatElement(0, count: max(count + length, Self.enough * 9 / 8) - room.count)
    }
    let start = count
    // Swapped out, because the closure writes to `room`.
    var places = SharedPlaces()
    swap(&places, &shared)
    count = values.withBytes { source, range in
      room.withUnsafeMutableBytes { bytes in
        var writer = ByteWriter(bytes, at: start)
        writer.put(UInt32(truncatingIfNeeded: order.count))
        for index in order { writer.put(values.entries[index].key.fieldNumber) }
        var place = start + 4 + order.count * 5
        for index in order {
          let number = values.entries[index].shared
          if let known = number.flatMap({ places.place(of: $0) }) {
            writer.put(known)
            continue
          }
          let start = UInt32(truncatingIfNeeded: place)
          writer.put(start)
          if let number { places.put(number, at: start) }
          let range = range(index)
          UnsafeMutableRawBufferPointer(rebasing: bytes[place..<(place + range.count)])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
          place += range.count
        }
        return place
      }
    }
    swap(&places, &shared)
  }

  /// Returns the block of the rows so far; the next row begins a new one.
  mutating func close() -> RowBlock {
    defer {
      (count, texts) = (0, [])
      shared.removeAll()
    }
    return RowBlock(room[..<count], texts)
  }
}

/// The offsets of shared values in the block, by their numbers: each value is stored once.
private struct SharedPlaces {
  private struct Place {
    var block = 0
    var start: UInt32 = 0
  }

  private var places: [Place] = []
  /// The number of the current block; entries of other blocks are void.
  private var block = 1

  mutating func removeAll() { block += 1 }

  /// The offset of a value; nil if it is not stored yet.
  func place(of number: Int32) -> UInt32? {
    let number = Int(number)
    guard number < places.count, places[number].block == block else { return nil }
    return places[number].start
  }

  mutating func put(_ number: Int32, at start: UInt32) {
    let number = Int(number)
    let missing = number + 1 - places.count
    if missing > 0 { places += repeatElement(Place(), count: max(missing, places.count)) }
    places[number] = Place(block: block, start: start)
  }
}
