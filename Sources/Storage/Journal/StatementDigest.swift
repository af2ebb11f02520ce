package import Ledger

/// A fingerprint of what a sender says about a project: equal texts, equal digests.
///
/// FNV-1a, 64 bits, over the canonical lines of keys and values in the order of the keys.
/// It recognises an unchanged row without loading anything; it is no protection.
package struct StatementDigest: Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in more bytes of the lines.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var hash = value
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    value = hash
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var digest = StatementDigest()
    digest.add(bytes)
    return digest.value
  }

  /// The digest of a row's values.
  package static func of(_ record: Record) -> UInt64 {
    var text = ByteText()
    for entry in record.entries { ChangeText.write(entry, to: &text) }
    return text.withBytes { of($0) }
  }

  /// The digests of many rows, each of which hands over its values in the order of their keys.
  package static func each<Row>(
    of rows: some Sequence<Row>, _ handOver: (Row, DraftChange.Taking) throws -> Void
  ) rethrows -> [UInt64] {
    var text = ByteText()
    return try rows.map { row in
      text.removeAll()
      try handOver(row) { key, value, _ in ChangeText.write(key, value, to: &text) }
      return text.withBytes { of($0) }
    }
  }
}
