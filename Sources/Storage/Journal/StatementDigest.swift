package import Ledger

/// A fingerprint of what a sender says about a project: equal texts, equal digests.
///
/// FNV-1a, 64 bits, over the canonical lines of keys and values in the order of the keys.
/// It recognises an unchanged row without loading anything; it is no protection.
package enum StatementDigest {
  /// The digest of a row's values.
  package static func of(_ record: Record) -> UInt64 {
    var text = ByteText()
    for entry in record.entries { ChangeText.write(entry, to: &text) }
    return text.withBytes { of($0) }
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
