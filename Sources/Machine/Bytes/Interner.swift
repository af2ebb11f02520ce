import Foundation

/// Maps equal byte strings to equal small numbers, from 0: texts repeat, so each is processed once.
package struct Interner: Sendable {
  package private(set) var count = 0
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var hashes: [UInt64] = []
  /// All byte strings concatenated, and the end offset of each.
  private var texts: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  /// The number of a byte string, and whether it is new.
  package mutating func number(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (number: Int, isNew: Bool) {
    let hash = ByteHash.of(bytes)
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

  /// The number of a byte string added before, else nil.
  package func knownNumber(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: text, ByteHash.of(text))]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a text's UTF-8, and whether it is new.
  package mutating func number(of text: String) -> (number: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The slot of a byte string, or the free slot for it.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, bytes) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
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
