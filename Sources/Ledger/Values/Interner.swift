import Foundation

/// Gives equal byte strings equal small numbers: lists and names repeat, so each is read once.
package struct Interner: Sendable {
  package private(set) var count = 0
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var hashes: [UInt64] = []
  /// All byte strings one behind the other, and where each ends.
  private var texts: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  /// The number of a byte string, and whether it is a new one.
  package mutating func number(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(bytes)
    let slot = slot(of: bytes, hash)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(count)
    hashes.append(hash)
    texts.append(contentsOf: bytes)
    ends.append(texts.count)
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  /// The number of a text that was met before; nil for another.
  package func knownNumber(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      let slot = slots[slot(of: bytes, Self.hash(bytes))]
      return slot < 0 ? nil : Int(slot)
    }
  }

  /// The number of a text, and whether it is a new one.
  package mutating func number(of text: String) -> (number: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// Eight bytes at a time; good enough to keep a few thousand texts apart.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < raw.count {
      rest = rest << 8 | UInt64(raw[position])
      position += 1
    }
    return mix(hash ^ rest)
  }

  /// Where a byte string stands, or the free slot it would take.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, bytes) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func mix(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 32)) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ (mixed >> 29)
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count else { return false }
    guard let other = bytes.baseAddress else { return true }
    return texts.withUnsafeBufferPointer { texts in
      texts.baseAddress.map { memcmp($0 + start, other, bytes.count) == 0 } ?? true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
