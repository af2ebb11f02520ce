/// A fast hash of bytes, eight at a time, good enough to tell a few hundred thousand texts apart.
///
/// Equal in every run, and not cryptographic: the caller compares the bytes after a lookup.
package enum ByteHash {
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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

  /// The hash of a text's UTF-8.
  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  private static func mix(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 32)) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ (mixed >> 29)
  }
}
