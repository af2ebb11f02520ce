/// A storage or a stream as the directory of a compound file lists it ([MS-CFB] §2.6.1).
struct DirectoryEntry {
  let name: String
  let kind: Kind
  /// The neighbours in the tree of one storage's entries, and the root of the tree below.
  let left: Int
  let right: Int
  let child: Int
  let firstSector: Int
  let size: Int

  /// What an entry is, by the number that says so.
  enum Kind: Int {
    case storage = 1
    case stream = 2
    case root = 5
  }

  /// The number that stands for no entry.
  static let none = 0xFFFF_FFFF
  /// How many bytes an entry takes.
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
    // Files of 512-byte sectors leave the upper half of the size as it happens to be.
    size = header.sectorSize == 512 ? bytes.uint32(120) : Int(clamping: bytes.uint64(120))
  }
}
