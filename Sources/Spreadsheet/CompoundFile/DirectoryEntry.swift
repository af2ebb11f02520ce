/// A directory entry of a compound file, a storage or stream ([MS-CFB] §2.6.1).
struct DirectoryEntry {
  let name: String
  let kind: Kind
  /// The siblings in the tree of a storage's entries, and the root of the tree of its children.
  let left: Int
  let right: Int
  let child: Int
  let firstSector: Int
  let size: Int

  /// The kind of an entry, by its number.
  enum Kind: Int {
    case storage = 1
    case stream = 2
    case root = 5
  }

  /// The index that means no entry.
  static let none = 0xFFFF_FFFF
  /// The size of an entry in bytes.
  static let byteCount = 128

  /// Reads an entry from its bytes; nil when it is unused.
  init?(_ bytes: Bytes, of header: CompoundFileHeader) {
    guard let kind = Kind(rawValue: bytes.uint8(66)) else { return nil }
    self.kind = kind
    let units = min(bytes.uint16(64), 64) / 2 - 1
    name = String(
      decoding: (0..<max(units, 0)).map { UInt16(bytes.uint16($0 * 2)) }, as: UTF16.self)
    left = bytes.uint32(68)
    right = bytes.uint32(72)
    child = bytes.uint32(76)
    firstSector = bytes.uint32(116)
    // With 512-byte sectors the upper half of the size is undefined.
    size = header.sectorSize == 512 ? bytes.uint32(120) : Int(clamping: bytes.uint64(120))
  }
}
