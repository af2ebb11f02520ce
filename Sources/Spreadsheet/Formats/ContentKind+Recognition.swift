extension ContentKind {
  /// Detects the kind from the first bytes; anything unknown is `text`.
  static func recognize(_ bytes: [UInt8]) -> ContentKind {
    for (kind, signature) in signatures where bytes.starts(with: signature) { return kind }
    return markup(bytes) ?? .text
  }

  private static let signatures: [(ContentKind, [UInt8])] = [
    (.archive, [0x50, 0x4B, 0x03, 0x04]),
    (.archive, [0x50, 0x4B, 0x05, 0x06]),
    (.archive, [0x50, 0x4B, 0x07, 0x08]),
    (.xls, CompoundFile.signature),
    // Bare BIFF2, 3, 4, 5 and 8 streams.
    (.xls, [0x09, 0x00, 0x04, 0x00]),
    (.xls, [0x09, 0x02, 0x06, 0x00]),
    (.xls, [0x09, 0x04, 0x06, 0x00]),
    (.xls, [0x09, 0x08, 0x08, 0x00]),
    (.xls, [0x09, 0x08, 0x10, 0x00]),
    (.pdf, Array("%PDF-".utf8)),
    (.richText, Array("{\\rtf".utf8)),
    (.picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.picture, [0xFF, 0xD8, 0xFF]),
    (.picture, Array("GIF87a".utf8)),
    (.picture, Array("GIF89a".utf8)),
    (.picture, [0x49, 0x49, 0x2A, 0x00]),
    (.picture, [0x4D, 0x4D, 0x00, 0x2A]),
    (.picture, Array("RIFF".utf8)),
    (.packed, [0x1F, 0x8B]),
    (.packed, Array("Rar!".utf8)),
    (.packed, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.packed, Array("BZh".utf8)),
    (.packed, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.webPage, Array("MIME-Version".utf8)),
    (.binary, [0x7F, 0x45, 0x4C, 0x46]),
    (.binary, Array("SQLite format 3\0".utf8)),
  ]

  /// Detects a web page or other XML from the first characters after a byte order mark.
  private static func markup(_ bytes: [UInt8]) -> ContentKind? {
    let head = bytes.prefix(4096).filter { $0 != 0 }
    let start = head.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    let utf16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let first = utf16 ? head.dropFirst(2).firstIndex { $0 > 0x20 } : start
    guard let first, head[first] == UInt8(ascii: "<") else { return nil }
    let text = String(decoding: head[first...], as: UTF8.self).lowercased()
    return text.hasPrefix("<?xml") && !text.contains("<html") ? .xml : .webPage
  }
}
